"""A case as `cspr assess` is given it: a JSON object of facts, with the guidance and the day it is assessed by."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from bot.commands.output import BadInput
from bot.criteria.facts import BadFact, Facts, read_day, read_facts
from bot.guidance.load import Packs
from bot.guidance.model import Pack

EXPECTED = "expected a JSON object of facts"
BYTE_ORDER_MARK = "\ufeff"
"""Windows programs put it before a text."""


class Case(NamedTuple):
    """What an assessment needs. `asked`: facts answered "I do not know"."""

    pack: Pack
    facts: Facts
    asked: frozenset[str]
    today: date


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise BadInput(f"{twice}: found twice, expected once")
    return made


_decoder = json.JSONDecoder(object_pairs_hook=_object)


def read_json(text: bytes) -> Any:
    """What the JSON text holds. Raises BadInput, for a name given twice as well: which of the two was meant?"""
    try:
        return _decoder.decode(text.decode().removeprefix(BYTE_ORDER_MARK))
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise BadInput(f"(input): found a mistake at {where} ({error.msg}), {EXPECTED}") from None
    except UnicodeDecodeError as error:
        raise BadInput(f"(input): found text that is not UTF-8 at byte {error.start + 1}, {EXPECTED}") from None
    except RecursionError:
        raise BadInput(f"(input): found lists or objects nested too deep, {EXPECTED}") from None


def read_case(raw: Any, packs: Packs, area: str | None, today: date, in_force_on: date | None = None) -> Case:
    """The case in a JSON object of facts, with optional `today`; `area` may stand in the facts instead.

    The guidance is that of today, or of the day `in_force_on` if there is one. Raises BadInput, BadFact,
    UnknownArea or NotInForce, each a sentence that names the field.
    """
    if not isinstance(raw, Mapping):
        raise BadInput(f"(input): found {_in_json(raw)}, {EXPECTED}")
    told = dict(raw)
    given = told.pop("today", None)
    when = today if given is None else read_day("today", given)
    area = _area(told, area)
    if area is not None:
        told["area"] = area
    pack = packs.for_area(area, in_force_on or when)
    facts, asked = read_facts(told, pack)
    return Case(pack, facts, asked, when)


def _area(told: Mapping[str, Any], area: str | None) -> str | None:
    found = told.get("area")
    if found in (None, "unknown"):
        return area
    if not isinstance(found, str):
        raise BadFact("area", found, "the name of an area")
    if area is not None and found != area:
        raise BadFact("area", found, f"{area}, as --area says")
    return found


def _in_json(raw: Any) -> str:
    """What JSON calls it."""
    if isinstance(raw, list):
        return "a list"
    return (
        "text"
        if isinstance(raw, str)
        else "nothing"
        if raw is None
        else "a number"
        if type(raw) is not bool
        else "yes or no"
    )
