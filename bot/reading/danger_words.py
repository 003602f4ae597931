"""Words that say a child is in danger now, whatever the classifier makes of them.

This stands beside the joint reader's share of danger, which catches nearly all (docs/nlu.md). What is over, or
only supposed, is left to that, which has read hundreds of such lines.
"""

from __future__ import annotations

import re

from bot.reading.pieces import pieces

PART = 300
"""Characters: some three sentences, which say of one thing whether it is over."""

_CHILD = r"(?:child|children|kid|kids|baby|babies|toddler|boy|girl|lad|son|daughter|pupil|student|she|he|they|her|him|them|bairn|wean|little one)"
_NOW = r"(?:now|right now|tonight|today|this (?:morning|afternoon|evening|minute)|at the moment|currently|still|as we speak|in (?:\d+|ten|five|twenty|an?) (?:minutes?|mins?|hours?))"

_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_CHILD}(?:'s|s| is| are|'re)? (?:\w+ ){{0,3}}(?:in|at) (?:immediate |serious |real )?(?:danger|risk) (?:\w+ ){{0,2}}{_NOW}\b",
        rf"\b(?:not|isn'?t|aren'?t|never) (?:\w+ )?safe (?:\w+ ){{0,3}}{_NOW}\b",
        r"\b(?:he|she|they|dad|mum|stepdad|boyfriend|partner|uncle)(?:'s| is|s| are)? (?:back|still) (?:in|at|with|living) (?:\w+ ){0,4}(?:house|home|flat|kids?|child(?:ren)?|her|him|them|there)\b",
        r"\b(?:not|isn'?t|stopped) breathing\b",
        r"\b(?:going|threatening|threatened|says? (?:he|she)(?:'s| is| will|'ll)) (?:\w+ ){0,3}(?:to )?(?:kill|hurt|stab|jump|end (?:it|her life|his life|their life))\b",
        rf"\b(?:being|getting) (?:hit|beaten|hurt|abused|raped|attacked|strangled) (?:\w+ ){{0,3}}{_NOW}\b",
        r"\b(?:has|got|holding|with) (?:a|the) (?:knife|gun|blade|machete)\b",
        r"\b(?:ligature|noose|rope|belt|cord|scarf) (?:tied |pulled )?(?:a?round|on) (?:her|his|their) neck\b",
        r"\bstill (?:happening|going on)\b|^(?:(?:he|she|they|it)(?:'s|'re| is| are) )?not (?:yet )?protected\b",
        r"\b(?:has|have|just|(?:he|she|they)'?(?:s|ve)) (?:just )?(?:taken|took) (?:an overdose|all (?:the|her|his) (?:tablets|pills))\b",
        r"\b(?:gone missing|is missing|can'?t find (?:her|him|them))\b(?!.{0,200}\b(?:last year|years ago|found)\b)",
    )
)

_OVER_OR_SUPPOSED = re.compile(
    r"\b(?:died|dead|death|killed|passed away|survived|recovered|inquest|disarmed|since)\b"
    r"|\b(?:last|this) (?:week|month|year|term|spring|summer|autumn|winter|christmas|easter)\b"
    r"|\b(?:days|weeks|months|years?) (?:ago|back|on|later|since)\b|\bin (?:custody|prison|19\d\d|20\d\d)\b"
    r"|\b(?:if|suppose|supposing|does|would|was found)\b"
    r"|^\W*(?:no|nope|nah|nobody|none)\b.*\b(?:risk|danger|unsafe|missing)\b",
    re.IGNORECASE,
)

_SENTENCE = re.compile(r"(?<=[.!?]) ")
_PRESENT = re.compile(
    rf"\b{_NOW}\b|\bas we speak\b|\b(?:is|are|isn'?t|aren'?t|am|can'?t|cannot|won'?t)\b|\b(?:he|she|it|they)'(?:s|re)\b",
    re.IGNORECASE,
)


def says_danger(text: str) -> bool:
    """Whether the words alone say that a child is in danger now.

    A long story is read in parts: what is over in its beginning says nothing of its end.
    """
    return any(_is_said(part) for part in parts(text))


def parts(text: str) -> tuple[str, ...]:
    """What is looked through for danger by itself: the whole of a message, each sentence of a long one."""
    whole = pieces(text)
    return whole if len(whole) < 2 else tuple(one for part in pieces(text, PART) for one in _SENTENCE.split(part))


def speaks_of_now(part: str) -> bool:
    """Whether a part of a message speaks of the present."""
    return bool(_PRESENT.search(part))


def _is_said(part: str) -> bool:
    return any(pattern.search(part) for pattern in _PATTERNS) and not _OVER_OR_SUPPOSED.search(part)
