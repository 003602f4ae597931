"""`cspr encryption`: make a key, and seal everything again with the newest one."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.commands.output import print_json, refusing_bad_input
from bot.settings import load_settings
from bot.storage.database import open_database
from bot.storage.keyring import make_key
from bot.storage.reseal import reseal

app = typer.Typer(help="The keys that seal what is stored.", no_args_is_help=True)


@app.command("new-key")
def new_key() -> None:
    """Print a new key. Put it first in CSPR_ENCRYPTION_KEYS, before the keys in use."""
    print(make_key())


@app.command("rotate")
def rotate(json_out: Annotated[bool, typer.Option("--json", help="print JSON at the end")] = False) -> None:
    """Seal everything again with the newest key, in batches, while the service runs."""
    with refusing_bad_input():
        settings = load_settings()
        engine = open_database(settings.database, settings.keyring)
        resealed: dict[str, int] = {}
        for step in reseal(engine):
            resealed[step.table] = step.resealed
            typer.echo(
                f"{step.table}: {step.rows} of {step.of} rows, {step.resealed} values sealed again", err=json_out
            )
    if json_out:
        print_json(resealed)
    else:
        print("Every value is sealed with the newest key; older keys can be taken out of CSPR_ENCRYPTION_KEYS.")
