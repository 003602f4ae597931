"""Areas that their own packs bring: the national editions with each of them among the values of `area` from its day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from bot.guidance.build import offered
from bot.guidance.editions import PackEdition
from bot.guidance.gather import Entry, Gathered
from bot.guidance.model import Offered

AREA = "area"
ELSEWHERE = "england_other"
"""The value of `area` before which those of single partnerships stand."""

Overlays = Mapping[str, list[PackEdition]]


def with_areas(national: list[PackEdition], overlays: Overlays) -> list[PackEdition]:
    """A new stretch begins with each national edition and with each day from which another area is offered."""
    first = national[0].since
    changes = {each.since for found in overlays.values() for each in found if "offered" in each.gathered.single}
    stretches: list[PackEdition] = []
    before: object = None
    for day in sorted({each.since for each in national} | {day for day in changes if day > first}):
        base = next(each for each in reversed(national) if each.since <= day)
        new = {area: how for area, found in overlays.items() if (how := _offered(found, day)) is not None}
        if (base.since, new) != before:
            stretches.append(PackEdition(day, _offering(base.gathered, new) if new else base.gathered))
        before = (base.since, new)
    return stretches


def _offered(overlay: list[PackEdition], day: date) -> Offered | None:
    edition = next((each for each in reversed(overlay) if each.since <= day), None)
    return offered(edition.gathered, []) if edition else None


def _offering(national: Gathered, new: Mapping[str, Offered]) -> Gathered:
    """The national pack with these areas among the values and the options, by label; those it lists itself stand."""
    made = Gathered(national.id, {name: dict(found) for name, found in national.sections.items()}, national.single)
    options = {
        area: {"label": how.label, "short": how.short}
        for area, how in sorted(new.items(), key=lambda pair: pair[1].label)
    }
    for section, key in (("facts", "values"), ("questions", "options")):
        entry = made.sections[section].get(AREA)
        listed = entry.raw.get(key) if entry is not None and isinstance(entry.raw, dict) else None
        if entry is None or not isinstance(listed, list | dict):
            continue
        known = {area: option for area, option in options.items() if area not in listed}
        before = list(listed)
        at = before.index(ELSEWHERE) if ELSEWHERE in before else len(before)
        order = [*before[:at], *known, *before[at:]]
        values = order if isinstance(listed, list) else {area: {**known, **listed}[area] for area in order}
        made.sections[section][AREA] = Entry({**entry.raw, key: values}, entry.place, entry.pack, entry.kept)
    return made
