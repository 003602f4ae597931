"""`cspr leads`: who the safeguarding leads are, whose drafts they see, and for whom they stand in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.commands.output import BadInput, print_json, refusing_bad_input
from bot.guidance.load import load_packs
from bot.referrals.cover import gaps, without_lead
from bot.referrals.lead import Lead, find_lead, make_lead
from bot.referrals.leaving import OPERATOR, CannotTakeOver, end_lead
from bot.settings import load_settings
from bot.storage.base import now
from bot.storage.database import open_database, sessions
from bot.storage.migrate import upgrade

app = typer.Typer(help="The safeguarding leads.", no_args_is_help=True)
ADDRESS = re.compile(r"[^\s@,;<>]{1,64}@[^\s@,;<>]{1,190}")

Email = Annotated[str, typer.Argument(help="the lead's e-mail address")]
Areas = Annotated[list[str] | None, typer.Option("--area", help="an area (again for another)")]
Everywhere = Annotated[bool, typer.Option("--everywhere", help="all areas, and all of their organisations")]
Fallback = Annotated[
    bool | None, typer.Option("--fallback/--no-fallback", help="of last resort: gets what would go to nobody")
]
Organisations = Annotated[
    list[str] | None, typer.Option("--organisation", help="an organisation (again for another); none: all of the areas")
]
DeputyFor = Annotated[
    list[str] | None, typer.Option("--deputy-for", help="address of a lead to stand in for (again for another)")
]


@app.command("list")
def list_leads(json_out: Annotated[bool, typer.Option("--json", help="print JSON")] = False) -> None:
    """Who is a lead, former ones too."""
    with _database() as session:
        rows = [_row(lead) for lead in session.scalars(select(Lead).order_by(Lead.email))]
    if json_out:
        print_json({"leads": rows})
        return
    table = Table("address", "name", "areas", "organisations", "stands in for", "last resort", "lead")
    for row in rows:
        parts = (row["areas"] or ["all"], row["organisations"] or ["all"], row["deputy_for"])
        last = ("yes" if row["fallback"] else "", "yes" if row["active"] else "former")
        table.add_row(row["email"], row["name"], *(", ".join(part) for part in parts), *last)
    Console().print(table)


@app.command("check")
def check(json_out: Annotated[bool, typer.Option("--json", help="print JSON")] = False) -> None:
    """Whether every draft has somebody: areas and organisations without a lead, drafts that nobody may open. Exit code
    1 where something is to be put right.
    """
    with _database() as session:
        found, bare = gaps(session), without_lead(session, _areas())
    if json_out:
        print_json({"gaps": found, "without_lead": bare})
    else:
        print("\n".join(found) or "Every draft has somebody.")
        print("".join(f"No lead of its own: {each}\n" for each in bare), end="")
    raise typer.Exit(1 if found else 0)


@app.command("add")
def add(
    email: Email,
    name: Annotated[str, typer.Option(help="the name that events and colleagues show")],
    area: Areas = None,
    organisation: Organisations = None,
    deputy_for: DeputyFor = None,
    everywhere: Everywhere = False,
    fallback: Fallback = None,
) -> None:
    """Make somebody a lead, or a former lead one again. Nothing is sent: they ask for a link at /sign-in."""
    with _database() as session:
        if not ADDRESS.fullmatch(email.strip()) or not name.strip():
            raise BadInput(f"address and name: found {email!r} and {name!r}, expected name@example.org and a name")
        _refuse_contradiction(area, organisation, everywhere)
        if not (area or everywhere):
            raise BadInput("--area: found none, expected the areas whose drafts this lead may open, or --everywhere")
        lead = find_lead(session, email)
        if lead is not None and lead.active:
            raise BadInput(f"address: found {lead.email}, who is a lead already: expected cspr leads change")
        lead = lead or make_lead(session, email=email, name=name.strip())
        lead.active, lead.name, lead.fallback = True, name.strip(), bool(fallback)
        _set(session, lead, area or [], organisation or [], deputy_for or [])
        print(_granted(lead))


@app.command("change")
def change(
    email: Email,
    area: Areas = None,
    organisation: Organisations = None,
    deputy_for: DeputyFor = None,
    everywhere: Everywhere = False,
    deputy_for_nobody: Annotated[bool, typer.Option(help="stand in for nobody any more")] = False,
    fallback: Fallback = None,
) -> None:
    """Change what a lead sees. What is not named stays as it is."""
    with _database() as session:
        lead = _lead(session, email)
        _refuse_contradiction(area, organisation, everywhere)
        if deputy_for_nobody and deputy_for:
            raise BadInput("--deputy-for-nobody: found --deputy-for too, expected one of the two")
        if fallback is None and not (area or organisation or deputy_for or everywhere or deputy_for_nobody):
            raise BadInput("found nothing to change, expected an option (cspr leads change --help)")
        areas = [] if everywhere else lead.areas if area is None else area
        organisations = [] if everywhere else lead.organisations if organisation is None else organisation
        kept = [] if deputy_for_nobody else [other.email for other in lead.deputy_for]
        lead.fallback = lead.fallback if fallback is None else fallback
        _set(session, lead, areas, organisations, kept if deputy_for is None else deputy_for)
        print(_granted(lead))


@app.command("end")
def end(
    email: Email,
    hand_to: Annotated[str | None, typer.Option(help="address of the lead who takes on what they hold")] = None,
) -> None:
    """End somebody's access now, in every browser. What they hold is handed on, or given back and told to the leads who
    may take it on. What they did stays on record.
    """
    with _database() as session:
        lead = _lead(session, email)
        to = None if hand_to is None else _lead(session, hand_to)
        if to is not None and (to is lead or not to.active):
            raise BadInput(f"--hand-to: found {to.email}, expected another lead")
        try:
            held = end_lead(session, lead, OPERATOR, now(), to)
        except CannotTakeOver as unseen:
            raise BadInput(f"--hand-to: found {hand_to}, expected a lead who may open {unseen}") from None
    print(f"{lead.email} is no longer a lead and is signed out everywhere.")
    for reference in held:
        print(f"{reference}: {'given back, nobody holds it' if to is None else f'now held by {to.email}'}")


@contextmanager
def _database() -> Iterator[Session]:
    with refusing_bad_input():
        settings = load_settings()
        engine = open_database(settings.database, settings.keyring)
        upgrade(engine)
        with sessions(engine).begin() as session:
            yield session


def _lead(session: Session, email: str) -> Lead:
    lead = find_lead(session, email)
    if lead is None:
        raise BadInput(f"address: found {email!r}, expected the address of a lead (cspr leads list)")
    return lead


def _areas() -> list[str]:
    """Every area that a draft may be of."""
    settings = load_settings()
    return list(load_packs(settings.guidance_dir).for_area(None, settings.date_today()).facts["area"].values)


def _refuse_contradiction(area: list[str] | None, organisation: list[str] | None, everywhere: bool) -> None:
    if everywhere and (area or organisation):
        raise BadInput("--everywhere: found an area or an organisation too, expected one of the two")


def _granted(lead: Lead) -> str:
    """All that the lead may do now, in one sentence."""
    said = f"{lead.email} is a lead of {', '.join(lead.areas) or 'all areas'}"
    said += f", for {', '.join(lead.organisations) if lead.organisations else 'all organisations'}"
    if lead.deputy_for:
        said += f", standing in for {', '.join(other.email for other in lead.deputy_for)}"
    return said + (", and a lead of last resort." if lead.fallback else ".")


def _set(session: Session, lead: Lead, areas: list[str], organisations: list[str], deputy_for: list[str]) -> None:
    known = _areas()
    for area in areas:
        if area not in known:
            raise BadInput(f"area: found {area!r}, expected one of {', '.join(known)}")
    others = [_lead(session, other) for other in deputy_for]
    if lead in others:
        raise BadInput(f"deputy-for: found {lead.email}, expected somebody else")
    lead.areas, lead.organisations, lead.deputy_for = list(areas), list(organisations), others


def _row(lead: Lead) -> dict[str, Any]:
    return {
        "email": lead.email,
        "name": lead.name,
        "areas": lead.areas,
        "organisations": lead.organisations,
        "deputy_for": sorted(other.email for other in lead.deputy_for),
        "fallback": lead.fallback,
        "active": lead.active,
    }
