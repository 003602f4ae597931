"""A message's reading as it crosses Rasa: the lead as the intent, each fact as an entity, the rest as entities too."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.reading.reading import Danger, How, Reading, Told

DANGER, DENIES, ASKED, SAYS = "danger", "denies", "asked", "says"
"""Entities that are no facts: how plain danger is, that an alarm is taken back, the topic asked beside."""
MORE = frozenset({"by", "fact", "only", "under_16"})
"""What an act needs to know: which answer to change, and what follows from an age."""


def entities_of(reading: Reading) -> list[dict[str, Any]]:
    """The reading as Rasa's entities, apart from its lead."""
    found: list[dict[str, Any]] = [
        {"entity": fact, "value": told.value, "role": told.how.value, "sure": told.sure}
        for fact, told in reading.told.items()
    ]
    if reading.danger is not Danger.NONE:
        found.append({"entity": DANGER, "value": reading.danger.value})
    if reading.denies:
        found.append({"entity": DENIES, "value": "yes"})
    if reading.says:
        found.append({"entity": SAYS, "value": reading.says})
    if reading.asks:
        found.append({"entity": ASKED, "value": reading.asks})
    return [*found, *({"entity": name, "value": value} for name, value in reading.more.items())]


def reading_of(message: Mapping[str, Any]) -> Reading:
    """The reading of the message that is answered now. A button's entities are answers, surely meant."""
    lead = str((message.get("intent") or {}).get("name"))
    told: dict[str, Told] = {}
    more: dict[str, str] = {}
    for item in message.get("entities", []):
        name, value = str(item["entity"]), str(item["value"])
        if name in MORE:
            more.setdefault(name, value)
        elif name not in (DANGER, DENIES, ASKED, SAYS):
            by_button = How.CORRECTED if lead == "change_answer" else How.ASKED
            told.setdefault(name, Told(value, How(item.get("role") or by_button), bool(item.get("sure", True))))
    said = values_of(message)
    return Reading(
        lead,
        float((message.get("intent") or {}).get("confidence") or 0.0),
        told,
        Danger(said.get(DANGER, "none")),
        DENIES in said,
        said.get(ASKED),
        str(said.get(SAYS, "")),
        more,
    )


def values_of(message: Mapping[str, Any]) -> dict[str, Any]:
    """The entities of a parsed message by name."""
    found: dict[str, Any] = {}
    for entity in message.get("entities", []):
        found.setdefault(entity["entity"], entity["value"])
    return found
