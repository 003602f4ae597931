"""Text into words: one spelling for each contraction, one token for each word."""

import re
from functools import lru_cache

import spacy
from spacy.tokens import Doc

from bot.reading.pieces import LONGEST, tidied

_nlp = spacy.blank("en")
# Apostrophes are gone by the time spaCy sees the text, so its contraction rules would split "wont" and "id".
_nlp.tokenizer.rules = {}

_LONGEST = 2 * LONGEST  # of what is no piece of a message only the beginning is read

_CONTRACTED = re.compile(
    r"\b(do|did|does|was|were|is|are|has|have|had|could|would|should|must|need) ?not\b|\b(?:can) ?not\b|\bwill not\b"
)
_WHO = r"\b(nobody|noone|nothing|everyone|everybody|someone|somebody|there)"
_DONE = "been|got|told|rung|said|done|seen|heard|had|gone|come|taken|made|spoken|put|given|let|worked out"
_SPELLINGS = (
    (re.compile(r"[\u2018\u2019\u02bc`\u00b4]"), "'"),
    (re.compile(r"\b(?:mum|dad)'s\b"), lambda m: m.group()[:3] + "s"),
    (re.compile(r"\bwe're\b"), "we are"),  # without its apostrophe it would be the past tense
    (re.compile(r"'"), ""),
    (
        re.compile(r"\b(\d+)/(?=52\b)52"),
        r"\1 weeks",
    ),  # as clinicians write six weeks, nine months, three days
    (re.compile(r"\b(\d+)/(?=12\b)12"), r"\1 months"),
    (re.compile(r"\b(\d+)/(?=7\b)7"), r"\1 days"),
    (re.compile(r"\b(?:[ndu] ?/ ?k|n ?/ ?a|unk)\b"), "unknown"),  # as forms have it
    (re.compile(r"\b(\d+)(?:st|nd|rd|th)\b"), r"\1"),
    (re.compile(r"(\d)([a-z])"), r"\1 \2"),
    (re.compile(r"\b(y|yr|s|sec|sect|section)\.? ?(\d)"), r"\1 \2"),
    (re.compile(r"[-\u2010-\u2015/]"), " "),
    (re.compile(r"\b([a-z])\.([a-z])\.(?:([a-z])\.?)?"), r"\1\2\3"),
    (re.compile(r"&"), " and "),
    (re.compile(r"\.{2,}|\u2026"), " , "),
    (re.compile(r"([.,;:!?()\[\]\"])"), r" \1 "),
    (re.compile(r"[^a-z0-9 .,;:!?()\"]"), " "),
    (re.compile(r"\b(?:cannot|can not|cant)\b"), "cant"),
    (re.compile(r"\bwill not\b"), "wont"),
    (_CONTRACTED, lambda m: (m.group(1) or "ca") + "nt"),
    (re.compile(r"\baint\b"), "isnt"),
    (re.compile(r"\b(?:don no|dnt|dno|don t|do nt)\b"), "dont"),
    (re.compile(r"\bdont no\b(?! (?:one|body))"), "dont know"),
    (re.compile(r"\bno (one|body)(s?)\b"), r"no\1\2"),
    (re.compile(_WHO + r"s (?=(?:just )?(?:\w{2,}ed|" + _DONE + r")\b)"), r"\1 has "),
    (re.compile(_WHO + r"s\b(?! (?:fault|business|job|house|place|guess))"), r"\1 is"),
    (re.compile(r"\bas well as\b"), "and"),
    (re.compile(r"\b(didnt|wont|couldnt) mek\b"), r"\1 make"),
    (re.compile(r"\b(?:wi)\b"), "with"),
    (re.compile(r"\b(?:wernt|wasent|wos(?:nt| not)?)\b"), lambda m: "wasnt" if "n" in m.group() else "was"),
    (re.compile(r"\b(?:dunno|dunnow|idk|dno)\b"), "dont know"),
    (re.compile(r"\bnot known\b"), "unknown"),
    (re.compile(r"\bu\b"), "you"),
    (re.compile(r"\b(?:cos|coz|cuz|becos)\b"), "because"),
    (re.compile(r"\b(?:tbh|imo|imho|to be honest|honestly|i mean|um+|er+m*|uh+|sorry|like i said)\b"), " "),
    (re.compile(r"(?:^|(?<=[,.;])) *well\b(?! (?:looked|cared|known|away|out|over|supported|loved))"), " "),
    (re.compile(r"\s+"), " "),
)


@lru_cache(maxsize=128)
def plain(text: str) -> str:
    """The text in lower case without apostrophes, hyphens and filler words; "do not" and "don't" are both "dont".

    A message is asked for by many readers; it is worked out once.
    """
    text = tidied(text)[:_LONGEST].lower()
    for pattern, replacement in _SPELLINGS:
        text = pattern.sub(replacement, text)
    return text.strip()


@lru_cache(maxsize=32)
def read(text: str) -> Doc:
    """The words of the text as a spaCy document, punctuation marks as tokens of their own."""
    return _nlp(plain(text))


def vocabulary() -> spacy.vocab.Vocab:
    """The vocabulary every pattern is written against."""
    return _nlp.vocab
