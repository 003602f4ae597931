"""A pack's editions: its folder is the first, each folder under editions/ holds only what a later one changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from bot.guidance.fault import Fault
from bot.guidance.gather import EDITIONS, NAMED, Entry, Gathered, gather, one_of

NOT_INHERITED = ("version", "in_force_from", "reviewers", "approver")
"""An edition says its own version and date; who reviewed the one before has not reviewed this one."""


@dataclass(frozen=True, slots=True)
class PackEdition:
    """One pack as it stands from a day on, with everything that earlier editions brought."""

    since: date
    gathered: Gathered


def read_editions(folder: Path, root: Path) -> tuple[list[PackEdition], list[Fault]]:
    """All editions of one pack, oldest first, each layered over those before it, and what is wrong with them."""
    first = gather(folder, root, folder.name)
    faults = list(first.faults)
    if "deleted" in first.single:
        faults.append(first.single["deleted"].fault((), "deletions in a first edition", _where_deletions_go(first)))
    editions = [PackEdition(_since(first) or date.min, first)]
    changes = []
    for path in sorted((folder / EDITIONS).glob("*/")):
        change = gather(path, root, folder.name)
        faults += [*change.faults, *_head_faults(change, path)]
        changes.append((_since(change) or date.max, change))
    for since, change in sorted(changes, key=lambda pair: pair[0]):
        before = editions[-1]
        if since <= before.since:
            expected = f"a day after {before.since}, when the edition before it came into force"
            faults.append(change.single["pack"].fault(("in_force_from",), str(since), expected))
            continue
        faults += _deletion_faults(before.gathered, change)
        editions.append(PackEdition(since, layered(before.gathered, change)))
    return editions, faults


def layered(before: Gathered, change: Gathered) -> Gathered:
    """A new edition over the one before: an entry given again replaces the whole entry, deleted ones are gone."""
    after = Gathered(before.id)
    after.sections = {name: {**found, **change.sections[name]} for name, found in before.sections.items()}
    for section, key, _ in _deletions(change):
        after.sections.get(section, {}).pop(key, None)
    after.single = {**before.single, **change.single}
    after.single.pop("deleted", None)
    if "pack" in before.single and "pack" in change.single:
        after.single["pack"] = _new_head(before.single["pack"], change.single["pack"])
    return after


def _new_head(before: Entry, change: Entry) -> Entry:
    if not isinstance(before.raw, dict) or not isinstance(change.raw, dict):
        return change
    kept = {key: value for key, value in before.raw.items() if key not in NOT_INHERITED and key not in change.raw}
    return Entry({**kept, **change.raw}, change.place, change.pack, dict.fromkeys(kept, before.place))


def _since(pack: Gathered) -> date | None:
    head = pack.single.get("pack")
    since = head.raw.get("in_force_from") if head is not None and isinstance(head.raw, dict) else None
    return since if isinstance(since, date) else None


def _head_faults(change: Gathered, path: Path) -> Iterator[Fault]:
    head = change.single.get("pack")
    if head is None or not isinstance(head.raw, dict):
        yield Fault(
            f"{change.id}/{EDITIONS}/{path.name}/pack.yaml", 1, "pack", "nothing", "the edition's version and date"
        )
        return
    if head.raw.get("version", path.name) != path.name:
        yield head.fault(("version",), repr(head.raw["version"]), f"'{path.name}', as the folder is called")


def _deletions(change: Gathered) -> Iterator[tuple[str, str, tuple[str, int]]]:
    entry = change.single.get("deleted")
    if entry is None or not isinstance(entry.raw, dict):
        return
    for section, ids in entry.raw.items():
        for index, key in enumerate(ids if isinstance(ids, list) else ()):
            yield section, key, (section, index)


def _deletion_faults(before: Gathered, change: Gathered) -> Iterator[Fault]:
    entry = change.single.get("deleted")
    if entry is None:
        return
    raw: Any = entry.raw
    if not isinstance(raw, dict) or not all(isinstance(ids, list) for ids in raw.values()):
        yield entry.fault((), repr(raw), "for each section a list of the ids that are gone")
        return
    for section, key, path in _deletions(change):
        if section not in NAMED:
            yield entry.fault((section,), f"'{section}'", one_of(NAMED))
        elif key not in before.sections[section]:
            yield entry.fault(path, f"'{key}'", f"the id of one of this pack's own {section}, in the edition before")
        elif key in change.sections[section]:
            yield entry.fault(path, f"'{key}', which this edition gives too", "an entry either deleted or given")


def _where_deletions_go(pack: Gathered) -> str:
    return f"deletions only in {pack.id}/{EDITIONS}/<version>/, and only of this pack's own entries"
