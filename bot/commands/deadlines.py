"""`cspr deadlines`: dates in, dates out, and a calendar file."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from bot.commands.output import BadInput, print_json, refusing_bad_input
from bot.criteria.facts import NOT_YET, read_day, read_when
from bot.deadlines.as_json import as_json
from bot.deadlines.compute import deadlines
from bot.deadlines.deadline import Deadline
from bot.deadlines.ics import calendar_file
from bot.deadlines.near import how_near
from bot.deadlines.words import CONVENTION, describe
from bot.guidance.load import load_packs
from bot.guidance.model import DeadlineRule
from bot.settings import load_settings
from bot.storage.base import now

Day = Annotated[str | None, typer.Option(metavar="YYYY-MM-DD")]
STARTS = ("la_aware_on", "notified_on", "decided_on", "publish_on", "published_on")
ONLY_IF = {"looked_after_death": "looked_after", "care_leaver_death": "care_leaver"}


def deadlines_command(
    area: Annotated[str | None, typer.Option(help="walsall, ... (unset: national rules)")] = None,
    incident_on: Day = None,
    la_aware_on: Day = None,
    notified_on: Day = None,
    decided_on: Day = None,
    publish_on: Day = None,
    published_on: Day = None,
    looked_after: Annotated[bool, typer.Option("--looked-after", help="the child was looked after")] = False,
    care_leaver: Annotated[bool, typer.Option("--care-leaver", help="the young person was a care leaver")] = False,
    today: Day = None,
    json_out: Annotated[bool, typer.Option("--json", help="print JSON")] = False,
    ics: Annotated[Path | None, typer.Option(help="write a calendar file")] = None,
) -> None:
    """The dates that follow from the dates you know."""
    with refusing_bad_input():
        if notified_on == NOT_YET:
            notified_on = None
        given = {
            "incident_on": incident_on, "la_aware_on": la_aware_on, "notified_on": notified_on,
            "decided_on": decided_on, "publish_on": publish_on, "published_on": published_on,
        }  # fmt: skip
        dates = {name: read_when(name, text) for name, text in given.items() if text is not None}
        settings = load_settings()
        on = read_day("today", today) if today else settings.date_today()
        pack = load_packs(settings.guidance_dir).for_area(area, on)
        flags = {"looked_after": looked_after, "care_leaver": care_leaver}
        rules = [rule for rule in pack.deadlines if _asked_for(rule, flags)]
        found = deadlines(rules, dates, on)
        if ics is not None:
            _write(ics, found, _case(area, dates))
        if json_out:
            print_json([as_json(item, pack.citations) for item in found])
        else:
            lines = (f"{item.title} ({how_near(item.near)}). {describe(item)}" for item in found)
            print("\n".join([*lines, CONVENTION]))


def _asked_for(rule: DeadlineRule, flags: dict[str, bool]) -> bool:
    return rule.clock is not None and flags.get(ONLY_IF.get(rule.id, ""), True)


def _case(area: str | None, dates: Mapping[str, date]) -> str:
    """What stays the same when more becomes known: the area and the day that the first deadline runs from."""
    first = next((dates[fact].isoformat() for fact in STARTS if fact in dates), "")
    return f"{area or ''} {first}"


def _write(file: Path, found: list[Deadline], case: str) -> None:
    if not found:
        raise BadInput("--ics: found no deadline to write, expected a date that one runs from, such as --la-aware-on")
    try:
        file.write_bytes(calendar_file(found, token=case, stamp=now()))
    except OSError as error:
        raise BadInput(f"--ics: found {error.strerror!r} for {file}, expected a file that can be written") from None
