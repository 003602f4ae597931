"""Choices: the buttons of the dialogue as values that a channel can show and take back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from bot.channels.model import Choice
from bot.channels.problems import Problem
from bot.criteria.answers import NONE_OF_THESE
from bot.reading.reading import Danger

ANSWER = "answer"
ACTS = frozenset(
    """start_check pause restart confirm_restart undo_restart change_answer explain_why draft_referral compute_deadline
    human_contact help""".split()
)
"""Intents whose button has the bare name as its value, as partners know them. Any other is a topic of the guidance."""

Offered = Mapping[str, Mapping[str, str]]
"""For each choice that the last turn minted: the payload it stands for and its label."""


def choice_of(button: Mapping[str, Any]) -> Choice:
    """A button of the dialogue as a choice: answers by their value, others by their intent."""
    return Choice(label=button["title"], value=value_of(button["payload"]), hint=button.get("hint"))


def value_of(payload: str) -> str:
    """What a choice is known by. No topic and no act shares the value of an answer (`mint`).

    `/answer{"outcome":"died"}` is "died", `/near_miss` "topic:near_miss", `/start_check` "start_check",
    `/change_answer{"fact":"age_group"}` "change_answer:age_group".
    """
    name, entities = split(payload)
    value = ",".join(entities.values())
    if name == ANSWER:
        return value
    if entities:
        return f"{name}:{value}"
    return name if name in ACTS else f"topic:{name}"


def mint(buttons: Iterable[Mapping[str, Any]]) -> dict[str, dict[str, str]]:
    """All choices of a turn by their values. Raises ValueError when two that mean different things share a value."""
    minted: dict[str, dict[str, str]] = {}
    for button in buttons:
        value, payload = value_of(button["payload"]), button["payload"]
        if minted.setdefault(value, {"payload": payload, "label": button["title"]})["payload"] != payload:
            raise ValueError(f"choices of one turn: found {minted[value]['payload']} and {payload}, both {value!r}")
    return minted


def split(payload: str) -> tuple[str, dict[str, str]]:
    """Intent and entities of a payload."""
    name, brace, rest = payload.removeprefix("/").partition("{")
    return name, json.loads(brace + rest) if brace else {}


def take(chosen: str | list[str], offered: Offered) -> tuple[str, str]:
    """The payload and the words of what was chosen; several values are a set. Raises Problem if not offered."""
    values = list(dict.fromkeys([chosen] if isinstance(chosen, str) else chosen))
    if len(values) == 1 and values[0] not in offered and "," in values[0]:
        values = values[0].split(",")
    unknown = [value for value in values if value not in offered]
    if unknown or not values:
        found = "something that was not offered" if unknown else "nothing"  # not repeated: it may be about a child
        raise Problem(400, "Not one of the choices", f"Choice: found {found}, expected one of {_named(offered)}.")
    labels = "; ".join(offered[value]["label"] for value in values)
    if len(values) == 1:
        return offered[values[0]]["payload"], labels
    return _joined([offered[value]["payload"] for value in values]), labels


def with_danger(payload: str, danger: Danger) -> str:
    """The payload, saying too how plain a note beside the choice tells of danger."""
    if danger is Danger.NONE:
        return payload
    name, entities = split(payload)
    return f"/{name}" + json.dumps({**entities, "danger": danger.value}, separators=(",", ":"))


def typed_out(text: str, offered: Offered) -> str | None:
    """The value of the one choice whose label was typed word for word; None when it is none of them."""
    found = {value for value, choice in offered.items() if _plain(choice["label"]) == _plain(text)}
    return found.pop() if len(found) == 1 else None


def _plain(words: str) -> str:
    return " ".join(words.casefold().split()).rstrip(".!")


def _joined(payloads: Iterable[str]) -> str:
    parts = [split(payload) for payload in payloads]
    facts = {tuple(entities) for _, entities in parts}
    values = [value for _, entities in parts for value in entities.values()]
    if any(name != ANSWER for name, _ in parts) or len(facts) != 1:
        raise Problem(400, "Choices that do not go together", "Choose answers to one question, or one action.")
    if {NONE_OF_THESE, "unknown"} & set(values):
        detail = "You chose others together with one that stands alone. Choose either."
        raise Problem(400, "Choices that do not go together", detail)
    (fact,) = facts.pop()
    return f"/{ANSWER}" + json.dumps({fact: ",".join(values)}, separators=(",", ":"))


def _named(offered: Offered) -> str:
    return ", ".join(offered) or "none: no choice is open now"
