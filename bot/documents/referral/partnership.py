"""Whose document it is."""

from __future__ import annotations

from datetime import date

from bot.guidance.packs import NotInForce, Packs, UnknownArea


def partnership_of(packs: Packs, area: str | None, on: date) -> str:
    """The name of the area's partnership on that day; empty where it has no pack of its own."""
    try:
        pack = packs.for_area(area, on)
    except (UnknownArea, NotInForce):
        return ""
    return "" if pack.head.id == pack.national.id else pack.head.partnership
