"""Tables in Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """The lines of a table, or a line that says there is nothing to show."""
    filled = [[_cell(value) for value in row] for row in rows]
    if not filled:
        yield "None."
        return
    yield f"| {' | '.join(columns)} |"
    yield f"|{'---|' * len(columns)}"
    for row in filled:
        yield f"| {' | '.join(row)} |"


def _cell(text: str) -> str:
    """On one line, whatever it holds: paragraphs become breaks, bars are escaped."""
    return text.strip().replace("|", "\\|").replace("\n\n", "<br><br>").replace("\n", "<br>")
