"""Whether a message says that a child is in danger now: the joint reader, and the words that say so by themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.reading.danger_words import says_danger, speaks_of_now
from bot.reading.joint.labels import DANGER
from bot.reading.joint.reader import JointReader, share
from bot.reading.pieces import pieces
from bot.reading.reading import Danger
from bot.reading.supposed import supposed

PLAIN, POSSIBLE = 0.48, 0.3
WITH_WORDS = 0.04
"""Where the words alone say danger, from here on it is plain: below it what they tell is over, or supposed."""
LONG = 110
"""Characters: in a longer message each sentence or clause of the present is read by itself too, because what is over
takes up most of it."""
_CLAUSES = re.compile(
    r"(?<=[.!?;]) |\n|, (?=(?:and|but|so|while|whilst|who|which|although)\b)| (?=(?:while|whilst|although|however)\b)"
)


def danger_in(text: str, question: str | None, joint: JointReader) -> tuple[Danger, float]:
    """How plain it is, and the highest share of any part."""
    shares = [share(joint.shares(question, text), DANGER)]
    if len(text) > LONG:
        shares += [share(joint.shares(None, part), DANGER) for part in _of_now(text)]
    best = max(shares)
    by_words = says_danger(text) and max(best, share(joint.shares(None, text), DANGER)) >= WITH_WORDS
    if best >= PLAIN or by_words or says_danger(supposed(text) or ""):
        return Danger.PLAIN, best
    return (Danger.POSSIBLE if best >= POSSIBLE else Danger.NONE), best


def _of_now(text: str) -> Iterable[str]:
    """The parts of a long message that speak of the present and are long enough to say something."""
    for piece in pieces(text, 600):
        for part in _CLAUSES.split(piece):
            if len(part.split()) >= 4 and speaks_of_now(part):
                yield part
