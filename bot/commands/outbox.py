"""`cspr outbox`: the worker as a process of its own, and how the notices stand."""

from __future__ import annotations

import asyncio
import signal
from typing import Annotated

import typer

from bot.commands.output import BadInput, print_json, refusing_bad_input
from bot.notify.choose import choose_backends
from bot.notify.outbox.counts import counts
from bot.notify.outbox.running import keep_delivering
from bot.notify.outbox.worker import Worker
from bot.settings import Settings, load_settings
from bot.storage.database import Sessions, open_database, sessions

app = typer.Typer(help="What leads are told.", no_args_is_help=True)


@app.command("run")
def run(once: Annotated[bool, typer.Option("--once", help="send what is due, then stop")] = False) -> None:
    """Send notices until stopped. Not needed beside a service that does it itself (CSPR_OUTBOX_IN_SERVICE)."""
    with refusing_bad_input():
        settings = load_settings()
        worker = Worker(_opened(settings), choose_backends(settings), settings.public_url)
        if not worker.backends:
            raise BadInput("CSPR_MAIL_HOST: found nothing, expected an SMTP server (or CSPR_GOVUK_NOTIFY_KEY)")
    if once:
        print(f"Sent {asyncio.run(worker.deliver_due())}.")
    else:
        asyncio.run(_until_stopped(worker))


@app.command("status")
def status(json_out: Annotated[bool, typer.Option("--json", help="print JSON")] = False) -> None:
    """How many notices wait, were sent, or were given up."""
    with refusing_bad_input(), _opened(load_settings())() as session:
        found = counts(session)
    if json_out:
        print_json(found)
    else:
        print(", ".join(f"{number} {name.replace('_', ' ')}" for name, number in found.items()))


async def _until_stopped(worker: Worker) -> None:
    stop = asyncio.Event()
    for sign in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(sign, stop.set)
    await keep_delivering(worker, stop)


def _opened(settings: Settings) -> Sessions:
    return sessions(open_database(settings.database, settings.keyring))
