"""`cspr guidance`: for those who keep the guidance."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from bot.commands.guidance_check import check_guidance
from bot.commands.guidance_diff import pairs
from bot.commands.guidance_new import new_pack
from bot.commands.output import BadInput, print_json, refusing_bad_input
from bot.documents.drawing.draw import draw
from bot.documents.fact_check.coverage import coverage_page
from bot.documents.fact_check.differences import differences, in_text
from bot.documents.fact_check.pages import pages, tables
from bot.guidance.blanks import blanks
from bot.guidance.load import load_packs
from bot.guidance.origins import as_text, origins
from bot.guidance.packs import Edition
from bot.settings import load_settings

app = typer.Typer(help="The guidance packs.", no_args_is_help=True)

Area = Annotated[str, typer.Option(help="walsall, wolverhampton, ...")]
PACK = "a pack, as in walsall or national; an edition of it, as in walsall@2026-03-17; or a folder of packs"
AsOf = Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="the edition in force that day (unset: today's)")]


@app.command()
def check(path: Annotated[Path | None, typer.Argument(help="folder of packs")] = None) -> None:
    """Say every fault: file, line, key, found, expected. Exit 2 if there is one. What is still to fill is none."""
    with refusing_bad_input():
        folder = path or load_settings().guidance_dir
        packs, faults = check_guidance(folder)
    for fault in faults:
        print(fault, file=sys.stderr)
    if faults:
        raise typer.Exit(2)
    print(f"{len(packs.by_area) - 1} areas, no faults.")
    if empty := blanks(folder):
        print("Still to fill:")
        print("\n".join(map(str, empty)))


@app.command()
def new(
    name: Annotated[str, typer.Argument(metavar="NAME", help="the area's id: small letters, digits, underscores")],
) -> None:
    """Write the pack of a new partnership, with every blank to fill."""
    with refusing_bad_input():
        for file in new_pack(name, load_settings().guidance_dir):
            print(file)


@app.command()
def show(
    area: Area,
    topic: Annotated[str | None, typer.Option(help="one topic's answer and its citations")] = None,
    as_of: AsOf = None,
    as_json: Annotated[bool, typer.Option("--json", help="print JSON")] = False,
) -> None:
    """The merged pack of an area, and the file and line that each value comes from."""
    with _edition(area, as_of) as edition:
        if topic is not None and topic not in edition.pack.answers:
            raise BadInput(f"topic: found {topic!r}, expected one of {', '.join(edition.pack.answers)}")
        if as_json:
            print_json(origins(edition, topic))
        else:
            print(as_text(edition, topic))


@app.command("draw")
def draw_command(
    area: Area,
    as_of: AsOf = None,
    output: Annotated[Path | None, typer.Option(help="file to write (unset: print)")] = None,
) -> None:
    """The check as a drawing (SVG): what is asked, in order, and what each answer can lead to."""
    with _edition(area, as_of) as edition:
        drawing = draw(edition.pack)
        if output is None:
            print(drawing, end="")
        else:
            output.write_text(drawing, encoding="utf-8")


@app.command("pages")
def pages_command(
    folder: Annotated[Path, typer.Option(help="folder to write to")] = Path("docs/guidance"),
) -> None:
    """Pages for the fact-checker, one a pack, with its drawing and a table to sign: the newest edition of each."""
    with refusing_bad_input():
        packs = load_packs(load_settings().guidance_dir)
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in pages(packs).items():
        (folder / name).write_text(content, encoding="utf-8")
        print(folder / name)
    for name, document in tables(packs).items():
        (folder / name).write_bytes(document)
        print(folder / name)


@app.command()
def diff(
    old: Annotated[str, typer.Argument(metavar="OLD", help=PACK)],
    new: Annotated[str, typer.Argument(metavar="NEW", help=PACK)],
    as_json: Annotated[bool, typer.Option("--json", help="print JSON")] = False,
) -> None:
    """Which cases change between two editions or packs: counts out of all sets of facts, an example of each kind."""
    with refusing_bad_input():
        found = [differences(*pair) for pair in pairs(old, new, load_settings().guidance_dir)]
    if as_json:
        print_json({"differences": found})
    else:
        print("\n\n".join("\n".join(in_text(each)) for each in found))


@app.command()
def coverage(
    output: Annotated[Path, typer.Option(help="file to write")] = Path("docs/coverage.md"),
) -> None:
    """Where each sentence of the documents went: a page. Exit 2 if one has no home, or a home that does not exist."""
    with refusing_bad_input():
        folder = load_settings().guidance_dir
        output.write_text(coverage_page(folder, load_packs(folder)), encoding="utf-8")
    print(output)


@contextmanager
def _edition(area: str, as_of: str | None) -> Iterator[Edition]:
    """The area's edition of that day; bad input in the body, too, ends in one line on stderr."""
    with refusing_bad_input():
        settings = load_settings()
        day = _day(as_of) or settings.date_today()
        yield load_packs(settings.guidance_dir).edition(area, day)


def _day(text: str | None) -> date | None:
    try:
        return None if text is None else date.fromisoformat(text)
    except ValueError:
        raise BadInput(f"as_of: found {text!r}, expected a date written like 2026-11-20") from None
