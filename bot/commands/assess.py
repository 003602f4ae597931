"""`cspr assess`: facts in, outcomes out, one case or many."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from bot.commands.case import read_case, read_json
from bot.commands.output import EXPECTED, BadInput, print_json, refusing_bad_input, sentence
from bot.criteria.facts import read_day
from bot.guidance.load import Packs, load_packs
from bot.interview.assess import assess
from bot.interview.assess_line import assess_line
from bot.interview.result_text import result_text
from bot.settings import load_settings


def assess_command(
    file: Annotated[str, typer.Argument(help="JSON file of facts, or - for standard input")] = "-",
    area: Annotated[str | None, typer.Option(help="walsall, wolverhampton, ... (unset: national rules)")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="print JSON")] = False,
    stdin_lines: Annotated[
        bool, typer.Option("--stdin-lines", help="one JSON object a line in, one result a line out")
    ] = False,
    as_of: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="by the guidance in force that day")] = None,
    explain: Annotated[bool, typer.Option(help="with the reasons and sources of each outcome")] = True,
) -> None:
    """What applies, why, by when, and what to ask next."""
    with refusing_bad_input():
        settings = load_settings()
        packs = load_packs(settings.guidance_dir)
        in_force_on = None if as_of is None else read_day("as_of", as_of)
        today = in_force_on or settings.date_today()
        packs.for_area(area, today)  # a wrong --area is refused at once, not on every line
        if stdin_lines:
            for line in sys.stdin.buffer:
                result_line = _one_line(line, packs, area, today, in_force_on, explain)
                sys.stdout.buffer.write(result_line.encode() + b"\n")  # print is slower than the assessment
            return
        case = read_case(read_json(_read(file)), packs, area, today, in_force_on)
        result = assess(*case, explain=explain or not as_json)
        if as_json:
            print_json(result)
        else:
            print(result_text(result))


def _read(file: str) -> bytes:
    try:
        return sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except OSError as error:
        raise BadInput(f"(file): found {error.strerror!r} for {file}, expected a readable file") from None


def _one_line(line: bytes, packs: Packs, area: str | None, today: date, in_force_on: date | None, explain: bool) -> str:
    """A result, or {"error": sentence}: one bad line does not stop the others."""
    try:
        case = read_case(read_json(line.rstrip(b"\r\n")), packs, area, today, in_force_on)
        return assess_line(*case, explain=explain)
    except EXPECTED as error:
        return json.dumps({"error": sentence(error)}, ensure_ascii=False)
