"""Answers as the dialogue holds them: one string a fact, so that any channel and any slot can carry them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.criteria.facts import UNKNOWN_VALUE, BadFact, Value, plain, read_value
from bot.guidance.model import Fact, Pack

NONE_OF_THESE = "none_of_these"


def encode(value: Value | None) -> str:
    """A value as one string: dates as ISO text, sets joined by commas, None as "unknown"."""
    if value is None:
        return UNKNOWN_VALUE
    as_plain = plain(value)
    if isinstance(as_plain, list):
        return ",".join(as_plain) or NONE_OF_THESE
    return as_plain


def decode(fact: Fact, text: str) -> Value | None:
    """The value that `encode` wrote; None for "unknown". Raises BadFact (bot/criteria)."""
    if text == UNKNOWN_VALUE:
        return None
    if fact.kind == "set":
        return read_value(fact, [] if text == NONE_OF_THESE else text.split(","))
    return read_value(fact, text)


def facts_in(slots: Mapping[str, Any], pack: Pack) -> tuple[dict[str, Value], frozenset[str]]:
    """Known facts, and those answered "I do not know", from slots; other slots and empty ones are passed over.

    So is an answer that this edition of the guidance does not know.
    """
    known: dict[str, Value] = {}
    asked: set[str] = set()
    for name, fact in pack.facts.items():
        text = slots.get(name)
        if isinstance(text, str):
            try:
                value = decode(fact, text)
            except BadFact:
                continue
            if value is None:
                asked.add(name)
            else:
                known[name] = value
    return known, frozenset(asked)
