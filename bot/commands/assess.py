"""`cspr assess`: facts in, outcomes out, one case or many."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any

import typer

from bot.commands.output import BadInput, print_json, refusing_bad_input
from bot.criteria.facts import BadFact, read_facts
from bot.guidance.load import Packs, load_packs
from bot.interview.assess import assess
from bot.interview.result_text import result_text
from bot.settings import load_settings

INPUT_ERRORS = (BadInput, ValueError)


def assess_command(
    file: Annotated[str, typer.Argument(help="JSON file of facts, or - for standard input")] = "-",
    area: Annotated[str | None, typer.Option(help="walsall, wolverhampton, ... (unset: national rules)")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="print JSON")] = False,
    stdin_lines: Annotated[bool, typer.Option(help="one JSON object a line in, one result a line out")] = False,
    as_of: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="by the guidance in force that day")] = None,
) -> None:
    """What applies, why, by when, and what to ask next."""
    with refusing_bad_input():
        settings = load_settings()
        packs = load_packs(settings.guidance_dir)
        in_force_on = _day("as_of", as_of)
        today = in_force_on or settings.date_today()
        if stdin_lines:
            for line in sys.stdin:
                print_json(_one_line(line, packs, area, today, in_force_on))
            return
        result = assess_raw(_read(file), packs, area, today, in_force_on)
        if as_json:
            print_json(result)
        else:
            print(result_text(result))


def assess_raw(
    raw: Any, packs: Packs, area: str | None, today: date, in_force_on: date | None = None
) -> dict[str, Any]:
    """The assessment of a JSON object of facts, with optional `today`; `area` may stand in the facts instead.

    The guidance is that of today, or of the day `in_force_on` if there is one. Raises BadInput, BadFact,
    UnknownArea, NotInForce, ImpossibleDate or BeyondCalendar, each a sentence that names the field.
    """
    if not isinstance(raw, Mapping):
        raise BadInput(f"(input): found {type(raw).__name__}, expected a JSON object of facts")
    facts = dict(raw)
    when = _day("today", facts.pop("today", None)) or today
    area = _area(facts, area)
    if area is not None:
        facts["area"] = area
    pack = packs.for_area(area, in_force_on or when)
    known, asked = read_facts(facts, pack)
    return assess(pack, known, asked, when)


def _day(name: str, value: Any) -> date | None:
    try:
        return None if value is None else date.fromisoformat(value)
    except (TypeError, ValueError):
        raise BadFact(name, value, "a date written like 2026-11-20") from None


def _area(facts: dict[str, Any], area: str | None) -> str | None:
    told = facts.get("area")
    if told in (None, "unknown"):
        return area
    if area is not None and told != area:
        raise BadFact("area", told, f"{area}, as --area says")
    if not isinstance(told, str):
        raise BadFact("area", told, "the name of an area")
    return told


def _read(file: str) -> Any:
    try:
        if file == "-":
            return json.load(sys.stdin)
        with open(file, encoding="utf-8") as opened:
            return json.load(opened)
    except json.JSONDecodeError as error:
        raise BadInput(f"(input): line {error.lineno}: {error.msg}, expected a JSON object of facts") from None
    except OSError as error:
        raise BadInput(f"(file): found {error.strerror!r} for {file}, expected a readable file") from None


def _one_line(line: str, packs: Packs, area: str | None, today: date, in_force_on: date | None) -> dict[str, Any]:
    """A result, or {"error": sentence}: one bad line does not stop the others."""
    try:
        return assess_raw(json.loads(line), packs, area, today, in_force_on)
    except INPUT_ERRORS as error:
        return {"error": str(error)}
