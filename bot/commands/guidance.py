"""`cspr guidance`: checking and showing the packs."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from bot.commands.output import fail, print_json, refusing_bad_input
from bot.guidance.load import load_packs, read_packs
from bot.settings import load_settings

app = typer.Typer(help="The guidance packs.", no_args_is_help=True)


@app.command()
def check(path: Annotated[Path | None, typer.Argument(help="folder of packs")] = None) -> None:
    """Say every fault: file, line, key, found, expected. Exit 2 if there is one."""
    with refusing_bad_input():
        packs, faults = read_packs(path or load_settings().guidance_dir)
    for fault in faults:
        print(fault, file=sys.stderr)
    if faults:
        raise typer.Exit(2)
    print(f"{len(packs.by_area) - 1} areas, no faults.")


@app.command()
def show(
    area: Annotated[str, typer.Option(help="walsall, ...")],
    topic: Annotated[str | None, typer.Option(help="one topic's answer")] = None,
) -> None:
    """The merged pack of an area, and which pack each value comes from."""
    with refusing_bad_input():
        pack = load_packs(load_settings().guidance_dir).for_area(area)
    if topic is not None:
        if topic not in pack.answers:
            fail(f"topic: found {topic!r}, expected one of {', '.join(pack.answers)}")
        print_json(pack.answers[topic].model_dump(mode="json"))
        return
    parts = {
        "rules": {rule.id: {"outcome": rule.outcome, "from": rule.pack, "cite": rule.cite} for rule in pack.rules},
        "notes": {note.id: {"text": note.text, "from": note.pack} for note in pack.notes},
        "wording": {name: {"title": wording.title, "from": wording.pack} for name, wording in pack.wording.items()},
        "answers": {name: {"title": answer.title, "from": answer.pack} for name, answer in pack.answers.items()},
    }
    print_json({"pack": {"id": pack.head.id, "version": pack.version}, **parts})
