"""`cspr referrals`: what the operator can see of the records, and a copy of one."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from sqlalchemy import select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from bot.commands.output import BadInput, print_json, refusing_bad_input
from bot.documents.export import Form, export
from bot.documents.referral.gather import gather
from bot.documents.word.forms import load_forms
from bot.guidance.load import load_packs
from bot.referrals.find import find_draft
from bot.referrals.holding import LEAST_WORDS, note_export
from bot.referrals.leaving import OPERATOR
from bot.referrals.reasons import words_in
from bot.referrals.referral import Referral
from bot.settings import Settings, load_settings
from bot.storage.database import open_database, sessions
from bot.web.pack_words import PackWords

app = typer.Typer(help="The records of referrals, for the operator.", no_args_is_help=True)

JsonOut = Annotated[bool, typer.Option("--json", help="print JSON")]


@app.command("list")
def list_command(json_out: JsonOut = False) -> None:
    """Each record's reference, status, area, day it was made and next date; nothing of what it says."""
    with _database() as (_, session):
        kept = select(Referral).where(Referral.erased_at.is_(None)).order_by(Referral.created_at, Referral.id)
        found = [_line(referral) for referral in session.scalars(kept)]
    if json_out:
        print_json(found)
    for line in [] if json_out else found:
        print("  ".join(str(value or "-") for value in line.values()))


@app.command("export")
def export_command(
    reference: Annotated[str, typer.Argument(metavar="REF", help="the record's reference")],
    form: Annotated[str, typer.Option("--format", metavar="docx|pdf|json", help="the form of the document")],
    reason: Annotated[str, typer.Option(help="why it is taken out: kept in the record's history")],
    out: Annotated[Path | None, typer.Option(metavar="FILE", help="where to write it (unset: stdout)")] = None,
) -> None:
    """Write the record's document to a file that only you can read, or to stdout. That it was taken out is recorded."""
    with _database() as (settings, session):
        if form not in list(Form):
            raise BadInput(f"--format: found {form!r}, expected one of {', '.join(Form)}")
        referral = find_draft(session, reference)
        if referral is None:
            raise BadInput(
                f"REF: found {reference!r}, expected the reference of a record (cspr referrals list has them)"
            )
        if out is None and form != Form.JSON and sys.stdout.isatty():
            raise BadInput(f"--out: found none, expected a file: a terminal cannot show a {form} document")
        if words_in(reason) < LEAST_WORDS:
            raise BadInput(f"--reason: found {reason!r}, expected why it is taken out, in a few words")
        note_export(session, referral, OPERATOR, form, reason)
        packs, today = load_packs(settings.guidance_dir), settings.date_today()
        words = PackWords(packs, lambda: today)
        document = gather(session, referral, words, packs, today)
        made = export(document, Form(form), load_forms(settings.guidance_dir).for_area(referral.area))
        _write(made, out)


def _line(referral: Referral) -> dict[str, str | None]:
    return {
        "reference": referral.reference,
        "status": referral.status.value,
        "area": referral.area,
        "created": referral.created_at.date().isoformat(),
        "next_due": referral.next_due.isoformat() if referral.next_due else None,
    }


def _write(made: bytes, out: Path | None) -> None:
    if out is None:
        sys.stdout.buffer.write(made)
        return
    try:
        out.touch(mode=0o600)
        out.chmod(0o600)
        out.write_bytes(made)
    except OSError as error:
        raise BadInput(f"--out: found {out}, which cannot be written ({error.strerror}), expected a file") from None


@contextmanager
def _database() -> Iterator[tuple[Settings, Session]]:
    with refusing_bad_input():
        settings = load_settings()
        try:
            with sessions(open_database(settings.database, settings.keyring)).begin() as session:
                yield settings, session
        except DBAPIError:
            expected = "one that answers and that the service has opened before"
            raise BadInput(f"CSPR_DATABASE_URL: found a database that cannot be read, expected {expected}") from None
