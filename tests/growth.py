"""Texts of every awkward shape, and whether reading them costs in proportion to their length.

Processor time, the best of a few tries, so that a busy machine changes little: what is quadratic costs four times as
much at twice the length, and what is linear twice.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

UNITS = (
    *' \n\t,-.?1aA("é👍',
    *("no ", "and ", "not ", "if ", "wait ", "yes, ", "the ", "on ", "he died. "),
    *("\n a", ", ", " ,", "- ", "a-", "a.", "a ", "A. ", "1 ", "1/", "?! ", " \n,-", "a@", "[a "),
)
"""What the texts are made of: blanks, marks, digits, letters, small words, and mixtures."""

TIMES = 3.0
"""At twice the length the cost may be this many times as much."""

FLOOR = 0.003
"""Seconds: what is quicker than this at half the length is held to it, so that no clock's grain decides."""


def shaped(length: int) -> Iterator[tuple[str, str]]:
    """Each unit, and a text of that many characters of it, with a word at either end."""
    for unit in UNITS:
        yield unit, f"x{(unit * length)[: length - 2]}y"


def seconds(read: Callable[[str], object], text: str, tries: int = 2) -> float:
    """The processor time of the quickest try."""
    best = float("inf")
    for _ in range(tries):
        start = time.process_time()
        read(text)
        best = min(best, time.process_time() - start)
    return best


def superlinear(read: Callable[[str], object], length: int, floor: float = FLOOR) -> dict[str, tuple[float, float]]:
    """The units whose text costs more than TIMES as much at twice `length`, with both costs; measured once more, with
    more tries, before it is believed."""
    found = {}
    for (unit, short), (_, long) in zip(shaped(length), shaped(2 * length), strict=True):
        for tries in (1, 4):
            costs = seconds(read, short, tries), seconds(read, long, tries)
            if costs[1] <= TIMES * max(costs[0], floor):
                break
        else:
            found[unit] = costs
    return found
