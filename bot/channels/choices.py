"""Choices: the buttons of the dialogue as values that a channel can show and take back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from bot.channels.model import Choice
from bot.channels.problems import Problem
from bot.interview.answers import NONE_OF_THESE

ANSWER = "answer"
Offered = Mapping[str, Mapping[str, str]]
"""For each choice that the last turn minted: the payload it stands for and its label."""


def choice_of(button: Mapping[str, Any]) -> Choice:
    """A button of the dialogue as a choice: answers by their value, others by their intent."""
    return Choice(label=button["title"], value=value_of(button["payload"]), hint=button.get("hint"))


def value_of(payload: str) -> str:
    """`/answer{"outcome":"died"}` is "died", `/start_check` itself without slash, `/x{"y":"z"}` "x:z"."""
    name, entities = split(payload)
    if not entities:
        return name
    value = ",".join(entities.values())
    return value if name == ANSWER else f"{name}:{value}"


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
