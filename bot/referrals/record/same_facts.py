"""The fields of the record that are facts of the check: one value, whoever writes it, wherever (prefill.py is the other
way round).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from bot.criteria.facts import NOT_YET
from bot.referrals.record.options import Options, YesNo
from bot.referrals.record.prefill import PROCESSES, SAME
from bot.referrals.record.record import Record
from bot.referrals.record.sections.child_options import Age, Legal
from bot.referrals.record.sections.incident import Known

UNKNOWN = "unknown"
UNDER_18 = frozenset({Age.UNDER_1, Age.FROM_1, Age.FROM_5, Age.FROM_10, Age.FROM_16})
Known_ = Mapping[str, Any]
"""{"told": {fact: value}, "unknown": [fact]}, as a referral has it."""


def facts_in(record: Record) -> dict[str, Any]:
    """Each fact that the record answers, fit for JSON: "unknown" where that is the answer."""
    return {fact: value for fact, value in _facts(record) if value is not None}


def carried_over(known: Known_, before: Record, after: Record) -> Known_:
    """What is known once the record says `after` instead of `before`: every fact of it that changed, and no other."""
    was, now = facts_in(before), facts_in(after)
    told, unknown = dict(known.get("told", {})), list(known.get("unknown", []))
    for fact in [fact for fact in {**was, **now} if was.get(fact) != now.get(fact)]:
        value = now.get(fact)
        if fact == "other_routes" and isinstance(value, list):  # those that the record has no field for stay
            value = sorted({*value, *(each for each in told.get(fact, []) if each not in PROCESSES)})
        told.pop(fact, None)
        unknown = [each for each in unknown if each != fact]
        if value == UNKNOWN:
            unknown.append(fact)
        elif value is not None:
            told[fact] = value
    return {**known, "told": told, "unknown": unknown}


def differences(before: Known_, after: Known_) -> dict[str, list[Any]]:
    """{fact: [before, after]} for each that differs; None is not told."""
    was, now = (
        dict.fromkeys(known.get("unknown", []), UNKNOWN) | dict(known.get("told", {})) for known in (before, after)
    )
    return {fact: [was.get(fact), now.get(fact)] for fact in {**was, **now} if was.get(fact) != now.get(fact)}


def _facts(record: Record) -> Iterator[tuple[str, Any]]:
    for fact, (section, field) in SAME.items():
        if fact != "notified_on":
            yield fact, _plain(getattr(record.section(section), field))
    yield "notified_on", _notified(record)
    yield "incident_on", _incident(record)
    children = record.children.children
    if children:
        age = children[0].age
        yield "age_group", Age.UNDER_18.value if age in UNDER_18 else _plain(age)
        yield "setting", _plain(children[0].setting)
    legal = [each for child in children for each in child.legal]
    for status in (Legal.LOOKED_AFTER, Legal.CARE_LEAVER):
        yield status.value, _among(status, legal)
    yield "features", _several(record.criteria.factors)
    processes = _several(record.parallel.processes)
    if isinstance(processes, list):
        processes = sorted(fact for fact, process in PROCESSES.items() if process in processes)
    yield "other_routes", processes


def _plain(value: Any) -> str | None:
    if isinstance(value, date):
        return value.isoformat()
    return None if value is None else str(value)


def _notified(record: Record) -> str | None:
    told, on = record.notified.panel, record.notified.panel_on
    if told is YesNo.NO:
        return NOT_YET
    return UNKNOWN if on is None and told is not None else _plain(on)


def _incident(record: Record) -> str | None:
    incident = record.incident
    if incident.known is Known.RANGE:
        ends = [day.isoformat() if isinstance(day, date) else ".." for day in (incident.first, incident.last)]
        return UNKNOWN if ends == ["..", ".."] else "/".join(ends)
    if incident.known is None:
        return None
    return _plain(incident.on) or UNKNOWN if incident.known is Known.EXACT else UNKNOWN


def _among(status: Legal, legal: list[Legal]) -> str | None:
    if status in legal:
        return YesNo.YES.value
    if not legal:
        return None
    return UNKNOWN if Legal.UNKNOWN in legal else YesNo.NO.value


def _several(chosen: tuple[Options, ...]) -> list[str] | str | None:
    values = [each.value for each in chosen]
    if values == [UNKNOWN]:
        return UNKNOWN
    return None if not values else [each for each in values if each != "none"]
