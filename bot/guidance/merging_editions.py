"""For each area and each stretch of time: the national edition in force with the overlay's edition over it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from bot.guidance.blanks import is_unfinished
from bot.guidance.build import build, offered
from bot.guidance.editions import PackEdition, read_editions
from bot.guidance.expression import Always
from bot.guidance.fault import Fault
from bot.guidance.gather import Gathered, one_of
from bot.guidance.merge import merge
from bot.guidance.model import Pack
from bot.guidance.offering import with_areas
from bot.guidance.packs import Edition
from bot.guidance.reading import UNREADABLE
from bot.guidance.references import dangling

NATIONAL = "national"
ByArea = dict[str | None, tuple[Edition, ...]]


class _Base(NamedTuple):
    """A national edition, and the pack it makes by itself."""

    since: date
    gathered: Gathered
    pack: Pack


def merged_editions(folder: Path) -> tuple[ByArea, list[Fault]]:
    """Every area's editions, oldest first, with everything that is wrong in the folder."""
    if not (folder / NATIONAL).is_dir():
        return {}, [Fault(str(folder), 1, "(folder)", f"no folder '{NATIONAL}'", "the national pack")]
    national, faults = read_editions(folder / NATIONAL, folder)
    if any(fault.key == UNREADABLE for fault in faults):
        return {}, faults
    overlays = _overlays(folder, faults)
    bases = _bases(with_areas(national, overlays), faults)
    if bases is None:
        return {}, faults
    by_area: ByArea = {None: tuple(_of_area(None, bases, [], faults))}
    areas = dict.fromkeys(chain.from_iterable(_areas(base.pack) for base in bases))
    faults += _strange_folders(overlays, areas)
    for area in areas:
        by_area[area] = tuple(_of_area(area, bases, overlays.get(area, []), faults))
    for base in bases:
        faults += [*_answer_faults(base, by_area), *_not_covered_faults(base)]
    return by_area, faults


def _overlays(folder: Path, faults: list[Fault]) -> dict[str, list[PackEdition]]:
    """Every partnership's pack in its editions, but those that do not say yet from which day they hold."""
    found = {}
    for path in sorted(folder.glob("*/")):
        if path.name != NATIONAL and not path.name.startswith("."):
            editions, wrong = read_editions(path, folder)
            faults += wrong
            if not is_unfinished(editions[0].gathered):
                found[path.name] = editions
                for edition in editions:
                    offered(edition.gathered, faults)
    return found


def _bases(national: list[PackEdition], faults: list[Fault]) -> list[_Base] | None:
    bases = []
    for edition in national:
        pack, found = build(edition.gathered, edition.gathered, None)
        faults += found
        if pack is None:
            return None
        faults += dangling(pack, edition.gathered)
        if not _areas(pack):
            expected = "the fact 'area' with its values"
            faults.append(Fault(f"{NATIONAL}/facts.yaml", 1, "facts.area", "nothing", expected))
            return None
        bases.append(_Base(edition.since, edition.gathered, pack))
    return bases


def _areas(pack: Pack) -> tuple[str, ...]:
    return pack.facts["area"].values if "area" in pack.facts else ()


def _of_area(
    area: str | None, bases: list[_Base], overlays: list[PackEdition], faults: list[Fault]
) -> Iterator[Edition]:
    """A new stretch begins with each national edition and with each of the overlay's own.

    Before its overlay's first day an area has the national rules; while no national edition in force
    knows the area, it has none.
    """
    first = bases[0].since
    days = sorted({first, *(base.since for base in bases), *(o.since for o in overlays if o.since > first)})
    for day, until in zip(days, [*days[1:], None], strict=True):
        base = [base for base in bases if base.since <= day][-1]
        if area is not None and area not in _areas(base.pack):
            continue
        overlay = next((overlay for overlay in reversed(overlays) if overlay.since <= day), None)
        if overlay is None:
            yield Edition(day, until, base.pack.model_copy(update={"area": area}), base.gathered)
            continue
        merged, found = merge(base.gathered, overlay.gathered)
        pack, more = build(merged, base.gathered, area)
        faults += [*found, *more]
        if pack is not None:
            faults += dangling(pack, merged)
            yield Edition(day, until, pack, merged)


def _strange_folders(folders: Iterable[str], areas: Iterable[str]) -> Iterator[Fault]:
    """A partnership's folder that no area leads to would be passed over in silence."""
    for name in folders:
        if name not in areas:
            expected = f"{one_of((NATIONAL, *areas))}, or 'offered' in its pack"
            yield Fault(f"{name}/pack.yaml", 1, "(folder)", f"the folder '{name}'", expected)


def _not_covered_faults(base: _Base) -> Iterator[Fault]:
    entry = base.gathered.single.get("not_covered")
    for index, area in enumerate(entry.raw if entry else ()):
        if entry and area not in _areas(base.pack):
            yield entry.fault((index,), f"'{area}'", one_of(_areas(base.pack)))


def _answer_faults(base: _Base, by_area: ByArea) -> Iterator[Fault]:
    """The national answers also rest on outcomes that only an overlay's rule gives; the last must always hold."""
    packs = [edition.pack for editions in by_area.values() for edition in editions]
    outcomes = {rule.outcome for pack in packs if pack.national == base.pack.national for rule in pack.rules}
    lines = base.pack.answer
    for index, line in enumerate(lines):
        for key in ("applies", "may_apply", "unless"):
            for place, name in enumerate(getattr(line, key)):
                if name not in outcomes:
                    entry = base.gathered.single["answer"]
                    yield entry.fault((index, key, place), f"'{name}'", "an outcome that a rule gives")
    always = {rule.outcome for rule in base.pack.rules if isinstance(rule.when, Always)}
    if not lines or lines[-1].while_open or always.isdisjoint(lines[-1].applies):
        expected = "a last line on an outcome that always applies"
        yield Fault(f"{NATIONAL}/answer.yaml", 1, "answer", "none that holds on all facts", expected)
