"""Learns which language a line is in and whether it speaks of danger now: `python -m evaluation.languages.learn`.

Writes bot/reading/languages/data/noticing.npz and danger.npz, and prints what was measured: on the held-out voices, and
on each other voice when the rest were learnt. `noticing` or `danger` after the command learns that one alone.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np
from sklearn.svm import LinearSVC

from bot.reading.languages.danger import WORDS_WEIGH, meaning
from bot.reading.languages.known import languages, pieces_of, words_in
from bot.reading.languages.noticing import LATIN_ENDS
from evaluation.languages import HELD_OUT, ROOT, Line, english, lines

DATA = ROOT / "bot" / "reading" / "languages" / "data"
BORROWED = 30
"""So many pieces of each language are taken to be like all others': what it was not seen to have is not impossible."""
LEAST = (62.0, 1.0)
"""So much weight a line must have to be another language's: in all, and for each piece of a word."""
ENGLISH_WEIGHS = 0.2
CAUGHT = 0.95
"""So many of the lines of danger, of voices that were not read, must be above the threshold."""
EVERY = 2
"""Every second English line of danger is read, and as many others."""

Numbers = np.ndarray[Any, Any]


def learn_noticing(told: Sequence[Line], ours: Sequence[str]) -> dict[str, Numbers]:
    """How much likelier each piece of a word is in each language than in English, as logarithms."""
    known = languages()
    counts = {code: Counter(pieces_of(sorted(item.words))) for code, item in known.items() if item.words}
    codes = list(counts) + [code for code in ("uk", "ar", "bn") if code not in counts]
    for code in codes:
        own_text = re.sub(r"\(.*?\)|children.s services", " ", known[code].says or "")
        counts.setdefault(code, Counter()).update(pieces_of(words_in(own_text)))
    for line in told:
        code = next(code for code in codes if known[code].name == line.language)
        counts[code].update(pieces_of(words_in(line.text)))
    plain = Counter(piece for text in ours for piece in pieces_of(words_in(text)))
    seen = Counter[str]()
    for count in counts.values():
        seen.update(count)
    often = {piece for piece in seen | plain if seen[piece] + plain[piece] // 10 >= 2 or not piece.isascii()}
    pieces = sorted(piece for piece in often if all(ord(letter) < LATIN_ENDS for letter in piece))
    table = np.array([[count[piece] for piece in pieces] for count in counts.values()], dtype=float)
    own = np.array([plain[piece] for piece in pieces], dtype=float)
    shared = table.sum(axis=0) / table.sum() + own / own.sum() + 1e-6
    shared /= shared.sum()
    rates = (table + BORROWED * shared) / (table.sum(axis=1, keepdims=True) + BORROWED)
    ours_rate = (own + BORROWED * shared) / (own.sum() + BORROWED)
    return {
        "codes": np.array(list(counts)),
        "pieces": np.array(pieces),
        "weights": np.log(rates / ours_rate).T.astype(np.float16),
        "least": np.array(LEAST),
    }


class Danger:
    """What danger is learnt from: lines in ten languages with what they mean, and English ones beside them."""

    def __init__(self, told: Sequence[Line], ours: Sequence[tuple[str, bool]]) -> None:
        self.told = told
        alarms = [text for text, danger in ours if danger][::EVERY]
        calm = [text for text, danger in ours if not danger]
        calm = calm[:: max(1, len(calm) // len(alarms))]
        self.meant = meaning([line.text for line in told])
        self.plain = meaning(alarms + calm)
        self.plain_danger = np.array([True] * len(alarms) + [False] * len(calm))
        self.danger = np.array([line.danger for line in told])
        self.voices = np.array([line.voice for line in told])

    def learn(self, read: Numbers) -> dict[str, Numbers]:
        """The weights, of the lines that are read (a mask)."""
        lines = [line for line, is_read in zip(self.told, read, strict=True) if is_read]
        often = Counter(word for line in lines for word in set(words_in(line.text)))
        words = sorted(word for word, count in often.items() if count >= 2)
        worded = np.vstack([self.words_of(lines, words), np.zeros((len(self.plain), len(words)))])
        given = np.hstack([np.vstack([self.meant[read], self.plain]), worded])
        weigh = np.r_[np.ones(len(lines)), np.full(len(self.plain), ENGLISH_WEIGHS)]
        machine = LinearSVC(C=1, random_state=0)
        machine.fit(given, np.r_[self.danger[read], self.plain_danger], sample_weight=weigh)
        size = self.meant.shape[1]
        return {
            "meaning": machine.coef_[0, :size].astype(np.float32),
            "bias": machine.intercept_.astype(np.float32)[0],
            "words": np.array(words),
            "word_weights": machine.coef_[0, size:].astype(np.float32),
        }

    def words_of(self, lines: Sequence[Line], words: Sequence[str]) -> Numbers:
        """Which of the words each line has, as the reader weighs them."""
        place = {word: column for column, word in enumerate(words)}
        found = np.zeros((len(lines), len(words)))
        for row, line in enumerate(lines):
            own = set(words_in(line.text))
            found[row, [place[word] for word in own if word in place]] = WORDS_WEIGH / max(len(own), 1) ** 0.5
        return found

    def scores(self, stored: dict[str, Numbers], asked: Numbers) -> Numbers:
        """How much each line that is asked about speaks of danger."""
        lines = [line for line, is_asked in zip(self.told, asked, strict=True) if is_asked]
        worded = self.words_of(lines, stored["words"].tolist()) @ stored["word_weights"]
        scored: Numbers = self.meant[asked] @ stored["meaning"] + stored["bias"] + worded
        return scored


def learn_danger(danger: Danger) -> dict[str, Numbers]:
    """The weights and the threshold, of all voices but the held-out; prints how each voice fares that is not read."""
    held = np.isin(danger.voices, list(HELD_OUT))
    scores = np.zeros(len(held))
    for voice in sorted(set(danger.voices[~held])):
        asked = danger.voices == voice
        scores[asked] = danger.scores(danger.learn(~held & ~asked), asked)
    threshold = float(np.quantile(scores[~held & danger.danger], 1 - CAUGHT))
    stored = danger.learn(~held)
    scores[held] = danger.scores(stored, held)
    for voice in [*sorted(set(danger.voices[~held])), *sorted(HELD_OUT)]:
        own = scores[danger.voices == voice] >= threshold
        is_danger = danger.danger[danger.voices == voice]
        print(
            f"{voice:<12} caught {own[is_danger].mean():.3f} of {is_danger.sum()}, "
            f"false {own[~is_danger].mean():.3f} of {(~is_danger).sum()}"
        )
    codes = sorted(code for code, item in languages().items() if item.name in {line.language for line in danger.told})
    return stored | {"threshold": np.array(threshold), "codes": np.array(codes)}


def main(only: Sequence[str]) -> None:
    """Learns what was asked for, or both."""
    told, ours = lines(), english()
    if not only or "noticing" in only:
        read = [line for line in told if line.voice not in HELD_OUT]
        np.savez_compressed(DATA / "noticing.npz", **learn_noticing(read, [text for text, _ in ours]))
    if not only or "danger" in only:
        np.savez_compressed(DATA / "danger.npz", **learn_danger(Danger(told, ours)))


if __name__ == "__main__":
    main(sys.argv[1:])
