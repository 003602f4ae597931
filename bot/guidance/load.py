"""Loading every pack of a folder: the national one, and each area's overlay merged over it, in all editions."""

from __future__ import annotations

from pathlib import Path

from bot.guidance.fault import Fault, GuidanceFaults
from bot.guidance.merging_editions import merged_editions
from bot.guidance.packs import NotInForce, Packs, UnknownArea, UnknownEdition

__all__ = ["NotInForce", "Packs", "UnknownArea", "UnknownEdition", "load_packs", "read_packs"]


def load_packs(folder: Path) -> Packs:
    """Read, merge and check all packs. Raises GuidanceFaults with every mistake found."""
    packs, faults = read_packs(folder)
    if faults:
        raise GuidanceFaults(faults)
    return packs


def read_packs(folder: Path) -> tuple[Packs, list[Fault]]:
    """As load_packs, but giving the faults back beside whatever could be built."""
    by_area, faults = merged_editions(folder)
    return Packs(by_area), sorted(set(faults))
