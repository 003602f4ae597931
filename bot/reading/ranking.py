"""What the classifier of topics made of a text: its readings with their shares, best first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bot.reading.intents import FALLBACK

SURE, APART = 0.93, 0.05
"""Share from which a reading is taken without asking, and how far it must lie above the next."""
LEAST = 0.05
"""What is left beside a reading that is struck out counts for no more than twenty times itself."""
LIKELY = 0.6
"""Share from which a question put in the middle of the check is answered: the question that waited comes again."""


@dataclass(frozen=True, slots=True)
class Ranking:
    """Readings by intent, best first; empty where nothing was classified."""

    readings: tuple[tuple[str, float], ...] = ()

    @classmethod
    def of(cls, ranked: Iterable[tuple[str, float]]) -> Ranking:
        return cls(tuple(sorted(ranked, key=lambda reading: -reading[1])))

    @property
    def best(self) -> str:
        return self.readings[0][0] if self.readings else FALLBACK

    @property
    def share(self) -> float:
        """The best reading's share."""
        return self.readings[0][1] if self.readings else 0.0

    @property
    def sure(self) -> bool:
        """Whether the best reading may be taken without asking."""
        second = self.readings[1][1] if len(self.readings) > 1 else 0.0
        return self.share >= SURE and self.share - second >= APART

    def share_of(self, intent: str) -> float:
        return max((share for name, share in self.readings if name == intent), default=0.0)

    def without(self, intent: str) -> Ranking:
        """The ranking without one reading that other evidence speaks against; shares of the others grow in
        proportion."""
        left = [(name, share) for name, share in self.readings if name != intent]
        rest = max(1.0 - self.share_of(intent), LEAST)
        return Ranking(tuple((name, min(1.0, share / rest)) for name, share in left))
