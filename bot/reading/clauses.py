"""The parts of a message that ask, and those that state."""

from __future__ import annotations

import re
from functools import lru_cache

from bot.reading.hear.asking import is_question
from bot.reading.pieces import tidied

SHORTEST = 3
"""Words of a statement before a question."""
_SENTENCE = re.compile(r"(?<=[.!?;]) |\n")
_OPENS = r"what|who|how|when|where|which|why|do|does|did|can|could|should|is (?:it|that|he|she)|are|am|will|would|must"
_SUPPOSES = re.compile(r"(?:(?:and|so|but|ok|then) )?(?:what )?(?:if|suppose|supposing|imagine)\b", re.IGNORECASE)
_JOINT = re.compile(rf",? (?:but|and|so) (?=(?:{_OPENS})\b)|, (?=(?:{_OPENS})\b)", re.IGNORECASE)
"""Where a statement goes over into a question."""


@lru_cache(maxsize=32)
def questions_in(text: str) -> str:
    """What the message asks, where it states something too ("He's two. Do I tell MASH first?"); else ""."""
    asked, stated = [], False
    for sentence in _SENTENCE.split(tidied(text)):
        part, rest = _split(sentence)
        if rest:
            asked.append(rest)
        stated = stated or bool(part)
    return " ".join(asked) if stated else ""


def states(text: str) -> str:
    """The message without what it asks."""
    return " ".join(part for part, _ in (_split(one) for one in _SENTENCE.split(tidied(text))) if part)


def _split(sentence: str) -> tuple[str, str]:
    """What a sentence states and what it asks; "" for either."""
    if not sentence.strip():
        return "", ""
    if _SUPPOSES.match(sentence):
        return "", sentence
    if is_question(sentence):
        joint = list(_JOINT.finditer(sentence))
        for cut in joint:
            before, after = sentence[: cut.start()], sentence[cut.end() :]
            if (
                len(before.split()) >= SHORTEST
                and not is_question(before)
                and (is_question(after) or sentence.rstrip().endswith("?"))
            ):
                return before, after
        return "", sentence
    return sentence, ""
