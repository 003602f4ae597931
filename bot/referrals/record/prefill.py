"""The record as the check fills it, and kept filled while nobody has written something else."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from pydantic import ValidationError

from bot.criteria.facts import NOT_YET
from bot.referrals.record.record import Record

# Fact of the check to (group, field) of the record, where the values are the same.
SAME = {
    "outcome": ("harm", "what"),
    "abuse_neglect": ("abuse", "known"),
    "suspected_suicide": ("abuse", "suicide"),
    "agencies_together": ("joint_working", "concern"),
    "told_social_care": ("notified", "authority"),
    "told_lead": ("advice", "consulted"),
    "practitioner_aware_on": ("incident", "referrer_aware_on"),
    "la_aware_on": ("incident", "authority_aware_on"),
    "notified_on": ("notified", "panel_on"),
}
SAME_OF_CHILD = {"age_group": "age", "setting": "setting"}
PROCESSES = {
    "allegation_against_worker": "lado",
    "adult_victim": "adults_review",
    "domestic_abuse_death_16_plus": "domestic_abuse",
}
NOT_AN_AREA = ("england_other", "not_england")
LONGEST_SUMMARY = 2000


def prefilled(known: Mapping[str, Any], own_words: str, area: str | None) -> Record:
    """The record that the check's facts ({"told": {fact: value}, "unknown": [fact]}) and own words make.

    A fact answered "I do not know" is "Not known" here too; one that was not asked is empty.
    """
    told = dict.fromkeys(known.get("unknown", []), "unknown") | dict(known.get("told", {}))
    filled: dict[str, dict[str, Any]] = {}
    for fact, (section, field) in SAME.items():
        if fact in told:
            filled.setdefault(section, {})[field] = told[fact]
    filled.setdefault("incident", {}).update(_incident(told, own_words))
    if _date(told.get("notified_on")):
        filled.setdefault("notified", {})["panel"] = "yes"
    if told.get("notified_on") == NOT_YET:
        filled["notified"] |= {"panel": "no", "panel_on": None}
    filled["children"] = {"children": [_child(told, area)]}
    if "features" in told:
        filled["criteria"] = {"factors": _several(told["features"])}
        if "good_practice" in told["features"]:
            filled.setdefault("joint_working", {})["good"] = "yes"
    if "other_routes" in told:
        routes = _several(told["other_routes"])
        found = [PROCESSES.get(each, each) for each in routes if each in (*PROCESSES, "none", "unknown")]
        filled["parallel"] = {"processes": found}
    return _taken(filled)


def refilled(stored: Record, before: Record, after: Record) -> Record:
    """`stored` brought from what the check filled `before` to what it fills `after`.

    A field that still says what the check had put there follows the check; one that a person changed stays.
    """
    updated = _follow(stored.stored(), before.stored(), after.stored())
    return Record.model_validate(updated if updated is not None else {})


def _follow(stored: Any, before: Any, after: Any) -> Any:
    if stored == before:
        return after
    if isinstance(stored, dict):
        old, new = before or {}, after or {}
        keys = {*stored, *new}
        found = {key: _follow(stored.get(key), old.get(key), new.get(key)) for key in keys}
        return {key: value for key, value in found.items() if value is not None}
    if _entries(stored) and _entries(before) and _entries(after):
        # The check fills the first entry alone; people add the others behind it.
        return [_follow(stored[0], before[0], after[0]), *stored[1:]]
    return stored


def _entries(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], dict)


def _taken(filled: dict[str, Any]) -> Record:
    """The record without what it does not take: a pack may know values that the record does not."""
    try:
        return Record.model_validate(filled)
    except ValidationError as refused:
        for fault in refused.errors():
            section, field = fault["loc"][0], fault["loc"][1]
            filled.get(str(section), {}).pop(str(field), None)
        return Record.model_validate(filled)


def _incident(told: Mapping[str, Any], own_words: str) -> dict[str, Any]:
    filled: dict[str, Any] = {}
    if "incident_on" in told:
        day = told["incident_on"]
        filled = {"known": "unknown"} if day == "unknown" else {"known": "exact", "on": day}
    if own_words.strip():
        filled["summary"] = own_words.strip()[:LONGEST_SUMMARY]
    return filled


def _child(told: Mapping[str, Any], area: str | None) -> dict[str, Any]:
    filled = {field: told[fact] for fact, field in SAME_OF_CHILD.items() if fact in told}
    legal = [name for name in ("looked_after", "care_leaver") if told.get(name) == "yes"]
    if legal:
        filled["legal"] = legal
    council = area.replace("_", " ").title() if area and area not in NOT_AN_AREA else None
    if council and told.get("normally_resident") == "yes":
        filled["home"] = council
    if council and told.get("place") == "this_area":
        filled["place"] = council
    return filled


def _several(value: Any) -> list[str]:
    return ["unknown"] if value == "unknown" else list(value) or ["none"]


def _date(value: Any) -> bool:
    try:
        return bool(value) and bool(date.fromisoformat(value))
    except (TypeError, ValueError):
        return False
