"""`cspr documents`: for those who keep a partnership's Word template, or read the documents by program."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from bot.commands.output import BadInput, refusing_bad_input
from bot.documents.as_json import schema
from bot.documents.word.check import template_faults

app = typer.Typer(help="The documents that a referral is exported as.", no_args_is_help=True)


@app.command()
def check(file: Annotated[Path, typer.Argument(help="a Word template (.docx)")]) -> None:
    """Say every fault of the template: file, place, found, expected. Exit 2 if there is one."""
    with refusing_bad_input():
        try:
            content = file.read_bytes()
        except OSError:
            raise BadInput(f"FILE: found no readable file {file}, expected a Word template") from None
        faults = template_faults(content)
    for fault in faults:
        print(f"{file}: {fault}", file=sys.stderr)
    if faults:
        raise typer.Exit(2)
    print(f"{file}: no faults.")


@app.command("schema")
def schema_command() -> None:
    """Print the JSON Schema of the JSON document."""
    print(json.dumps(schema(), indent=2, ensure_ascii=False))
