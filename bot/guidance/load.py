"""Loading every pack of a folder: the national one, and each area's overlay merged over it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.guidance.build import build
from bot.guidance.fault import Fault, GuidanceFaults
from bot.guidance.gather import gather
from bot.guidance.merge import merge
from bot.guidance.model import Pack
from bot.guidance.references import dangling

NATIONAL = "national"


class UnknownArea(ValueError):
    """An area that is not among the values of the fact `area`."""


@dataclass(frozen=True, slots=True)
class Packs:
    """The merged packs by area; the area None is "not known yet" and has the national rules."""

    by_area: Mapping[str | None, Pack]

    def for_area(self, area: str | None) -> Pack:
        """The pack for an area of the fact `area`, or for None. Raises UnknownArea."""
        if area not in self.by_area:
            known = ", ".join(str(name) for name in self.by_area if name)
            raise UnknownArea(f"area: found {area!r}, expected one of {known}")
        return self.by_area[area]


def load_packs(folder: Path) -> Packs:
    """Read, merge and check all packs. Raises GuidanceFaults with every mistake found."""
    packs, faults = read_packs(folder)
    if faults:
        raise GuidanceFaults(faults)
    return packs


def read_packs(folder: Path) -> tuple[Packs, list[Fault]]:
    """As load_packs, but giving the faults back beside whatever could be built."""
    if not (folder / NATIONAL).is_dir():
        return Packs({}), [Fault(str(folder), 1, "(folder)", f"no folder '{NATIONAL}'", "the national pack")]
    national = gather(folder / NATIONAL, folder)
    faults = list(national.faults)
    base, base_faults = build(national, national, None)
    faults += base_faults
    if base is None:
        return Packs({}), sorted(set(faults))
    faults += dangling(base, national)
    by_area: dict[str | None, Pack] = {None: base}
    for area in base.facts["area"].values:
        if not (folder / area).is_dir():
            by_area[area] = base.model_copy(update={"area": area})
            continue
        overlay = gather(folder / area, folder)
        merged, merge_faults = merge(national, overlay)
        faults += [*overlay.faults, *merge_faults]
        pack, build_faults = build(merged, national, area)
        faults += build_faults
        if pack is not None:
            faults += dangling(pack, merged)
            by_area[area] = pack
    return Packs(by_area), sorted(set(faults))
