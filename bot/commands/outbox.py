"""`cspr outbox`: the worker as a process of its own, and how the outbox stands."""

from __future__ import annotations

import asyncio
import signal
from typing import Annotated

import typer

from bot.commands.output import BadInput, print_json, refusing_bad_input
from bot.outbox.queue import counts
from bot.outbox.worker import Worker
from bot.referrals.notices import pass_on
from bot.settings import Settings, load_settings
from bot.storage.canary import check_keys
from bot.storage.database import Sessions, open_database, sessions
from bot.storage.migrate import load_models

app = typer.Typer(help="What leads are told, and what goes to and fro in Teams.", no_args_is_help=True)


@app.command("run")
def run(once: Annotated[bool, typer.Option("--once", help="send what is due, then stop")] = False) -> None:
    """Tell leads until stopped. Not needed beside a service that does it itself (CSPR_OUTBOX_IN_SERVICE)."""
    from bot.channels.sending import ways_of_telling
    from bot.channels.teams.service import delivery_of

    with refusing_bad_input():
        settings = load_settings()
        database = _opened(settings)
        worker = Worker(database, ways_of_telling(settings, database, delivery_of(settings, database)), pass_on)
        if not worker.ways:
            raise BadInput("CSPR_MAIL_HOST: found nothing, expected an SMTP server (or CSPR_GOVUK_NOTIFY_KEY)")
    if once:
        print(f"Sent {asyncio.run(worker.deliver_due())}.")
    else:
        asyncio.run(_until_stopped(worker))


@app.command("status")
def status(json_out: Annotated[bool, typer.Option("--json", help="print JSON")] = False) -> None:
    """How much waits, was done, or was given up, by each way."""
    with refusing_bad_input(), _opened(load_settings())() as session:
        found = {way or "not addressed": numbers for way, numbers in sorted(counts(session).items())}
    if json_out:
        print_json(found)
        return
    for way, numbers in found.items():
        print(f"{way}: " + ", ".join(f"{number} {state.replace('_', ' ')}" for state, number in numbers.items()))
    if not found:
        print("Nothing waits, was done, or was given up.")


async def _until_stopped(worker: Worker) -> None:
    stop = asyncio.Event()
    for sign in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(sign, stop.set)
    await worker.keep_delivering(stop)


def _opened(settings: Settings) -> Sessions:
    load_models()  # tables name each other
    engine = open_database(settings.database, settings.keyring)
    check_keys(engine)  # with others, what waits could not be read and would be given up
    return sessions(engine)
