"""`cspr audit verify`: whether every record is as it was written."""

from __future__ import annotations

from typing import Annotated

import typer
from sqlalchemy import false, select
from sqlalchemy.orm import Session

from bot.commands.output import BadInput, print_json, refusing_bad_input
from bot.referrals.audit import verify_all
from bot.referrals.event import ReferralEvent
from bot.referrals.reference import NotAReference, parse_reference
from bot.referrals.referral import Referral
from bot.settings import load_settings
from bot.storage.database import open_database, sessions

app = typer.Typer(help="The audit chain of the records.", no_args_is_help=True)


@app.callback()
def _group() -> None:
    """Keeps `verify` a word of its own."""


@app.command("verify")
def verify(
    reference: Annotated[str | None, typer.Option(help="with --head: the record that a document is of")] = None,
    head: Annotated[str | None, typer.Option(help="the audit head that stands on that document")] = None,
    json_out: Annotated[bool, typer.Option("--json", help="print JSON")] = False,
) -> None:
    """Check every record: whole, or the first broken link and exit code 2."""
    with refusing_bad_input():
        settings = load_settings()
        with sessions(open_database(settings.database, settings.keyring))() as session:
            event = _on_document(session, reference, head)
            records = 0
            for broken in verify_all(session):
                if broken is not None:
                    raise BadInput(f"audit chain: found {broken}, expected every event as it was written")
                records += 1
    if json_out:
        print_json({"records": records, "whole": True} | ({} if event is None else {"head_is_event": event}))
    else:
        print(f"The audit chain is whole: {records} record{'' if records == 1 else 's'} verified.")
        if event is not None:
            print(f"The head is that of event {event} of {reference}.")


def _on_document(session: Session, reference: str | None, head: str | None) -> int | None:
    if (reference is None) != (head is None):
        raise BadInput("--head: found one of --reference and --head, expected both or neither")
    if reference is None or head is None:
        return None
    try:
        this = Referral.reference == parse_reference(reference)
    except NotAReference:
        this = false()
    referral = session.scalar(select(Referral).where(this))
    if referral is None:
        raise BadInput(f"--reference: found {reference!r}, expected the reference of a record")
    of_it = (ReferralEvent.referral_id == referral.id, ReferralEvent.hash == head.strip().lower())
    found = session.scalar(select(ReferralEvent.n).where(*of_it))
    if found is None:
        raise BadInput(f"--head: found a head that no event of {referral.reference} has, expected one of its events'")
    return found
