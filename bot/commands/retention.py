"""`cspr retention run`: delete what is due."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.commands.output import print_json, refusing_bad_input
from bot.housekeeping.retention import RetentionFailed, apply_retention
from bot.settings import load_settings
from bot.storage.base import now
from bot.storage.database import open_database, sessions

app = typer.Typer(help="How long things are kept.", no_args_is_help=True)


@app.callback()
def _group() -> None:
    """Keeps `run` a word of its own."""


@app.command("run")
def run(json_out: Annotated[bool, typer.Option("--json", help="print JSON")] = False) -> None:
    """Delete what is due under the CSPR_RETAIN_ settings and print how many of each kind. The service does it daily."""
    with refusing_bad_input():
        settings = load_settings()
        try:
            deleted = apply_retention(sessions(open_database(settings.database, settings.keyring)), settings, now())
        except RetentionFailed as failed:
            typer.echo(f"Retention: {failed}; what else was due was deleted.", err=True)
            raise typer.Exit(1) from None
    if json_out:
        print_json(deleted)
    else:
        print("\n".join(f"{kind.replace('_', ' ')}: {number} deleted" for kind, number in deleted.items()))
