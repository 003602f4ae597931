"""Working something out once for each pack."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from bot.guidance.model import Pack

T = TypeVar("T")

PACKS = 64
"""More packs than a service holds at once; past it everything is worked out again."""


def once_a_pack(make: Callable[[Pack], T]) -> Callable[[Pack], T]:
    """`make`, called once for each pack.

    Packs are told apart by identity: hashing a whole pack would cost more than evaluating it. They are
    kept here beside what was made, so that no other pack can come to have the same identity.
    """
    kept: dict[int, tuple[Pack, T]] = {}

    def of(pack: Pack) -> T:
        if id(pack) not in kept:
            if len(kept) >= PACKS:
                kept.clear()
            kept[id(pack)] = (pack, make(pack))
        return kept[id(pack)][1]

    return of
