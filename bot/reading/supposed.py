"""What if? The result that other answers would give, worked out beside the case and not in it."""

from __future__ import annotations

import re

from bot.reading.hear.words import plain

_BEFORE = r"and|but|so|ok|okay|right|hmm|also|just|out of interest|please|hypothetically|in theory"
_LEADS = (
    r"what (?:about )?if|what happens if|what would (?:happen|change|be different) if",
    r"what difference would it make if|how would (?:it|that|the result) (?:be|change) if",
    r"suppose|supposing|imagine|pretend(?: that)?|say (?=he|she|they|it|the)|let ?s say|if|assuming",
    r"(?:would|does|will|could) (?:it|that|this) (?:be |have been )?(?:change|matter|different)(?: anything)? if",
    r"(?:would|does|will|could) (?:it|that|this) (?:make (?:a|any) difference|count) if",
)
_OPENS = re.compile(rf"^(?:(?:{_BEFORE})\b[ ,]*)*(?:{'|'.join(_LEADS)})\b[ ,]*")
_ENDS = re.compile(
    r"(?:^|[ ,])(?:what (?:then|happens|would (?:happen|change)|about it)|"
    r"would (?:it|that|this) (?:be different|change\b.*|"
    r"matter|make (?:a|any) difference)|does (?:it|that) (?:change\b.*|matter|make (?:a|any) difference)|instead|then)$"
)
_UNREAL = (
    (re.compile(r"\bhadnt been\b"), "wasnt"),
    (re.compile(r"\bhad been\b"), "was"),
    (re.compile(r"\bhadnt\b"), "didnt"),
    (re.compile(r"\b(he|she|it|child|baby|boy|girl) werent\b"), r"\1 wasnt"),
    (re.compile(r"\b(he|she|it|child|baby|boy|girl) were\b"), r"\1 was"),
)


def supposed(text: str) -> str | None:
    """The bare statement that a what-if supposes ("he was looked after"); None where nothing is supposed."""
    words = plain(text)
    opening = _OPENS.match(words)
    if not opening:
        return None
    statement = _ENDS.sub("", words[opening.end() :].rstrip(" ?!."), count=1).rstrip(" ,")
    for pattern, real in _UNREAL:
        statement = pattern.sub(real, statement)
    return statement.strip() or None
