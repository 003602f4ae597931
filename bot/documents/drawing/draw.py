"""The check of one area as a drawing, for a safeguarding lead to read or print on A3 or A4 landscape."""

from __future__ import annotations

from itertools import pairwise
from xml.etree.ElementTree import Element

from bot.documents.drawing.chart import OTHER_PURPOSES, Chart, ChartRow, Column, Mark, chart
from bot.documents.drawing.page import (
    BADGE,
    GAP,
    HEAD,
    LEADING,
    MARGIN,
    NUMBER,
    SMALL_LEADING,
    SheetLayout,
    page,
    question_lines,
    small_print,
    title_lines,
)
from bot.documents.drawing.svg import (
    INK,
    LOCAL,
    MUTED,
    NATIONAL,
    RULE,
    SMALL,
    STRIPE,
    TEXT,
    circle,
    group,
    line,
    lines,
    rectangle,
    root,
    words,
    written,
)
from bot.guidance.model import Pack

PURPOSE_NAMES = {"notes": "Note", "deadlines": "Date", "wording": "Words"}


def draw(pack: Pack) -> str:
    """The SVG file. Pure: the same pack gives the same drawing."""
    shown = chart(pack)
    place = page(shown)
    title = f"{shown.area}: what is asked, and what it can lead to"
    svg = root(place.width, place.height, title, _description(shown))
    _heading(svg, shown, place, title)
    for row, (top, bottom) in zip(shown.rows, pairwise(place.rows), strict=True):
        _row(svg, shown, place, row, top, bottom)
    _column_names(svg, shown, place)
    for column, (top, bottom) in zip(shown.columns, pairwise(place.card_tops), strict=True):
        _card(svg, column, place.cards, top, bottom)
    return written(svg)


def _description(shown: Chart) -> str:
    return (
        f"{len(shown.rows)} questions in the order they are asked, and {len(shown.columns)} outcomes. "
        "Each question says which outcomes need its answer and for which it can matter."
    )


def _heading(svg: Element, shown: Chart, place: SheetLayout, title: str) -> None:
    words(svg, MARGIN, 44, title, 22, font_weight="bold", fill=INK)
    told = (
        f"Guidance {shown.version}. Questions are asked in this order, each only while its answer can still change "
        "something. “I do not know” is always an answer and never counts as no. A person decides, not this guide."
    )
    for index, text in enumerate(lines(told, place.width - 2 * MARGIN, TEXT)):
        words(svg, MARGIN, 66 + index * LEADING, text, TEXT, fill=INK)
    key = [
        (Mark.NEEDED, False, "the outcome needs this answer"),
        (Mark.MATTERS, False, "the answer can matter: there are other ways to the outcome"),
    ]
    if any(column.local for column in shown.columns):
        key.append((Mark.NEEDED, True, "a square: this area's own rule"))
    x = MARGIN
    for mark, local, meaning in key:
        _mark(svg, x + 6, 99, mark, local)
        words(svg, x + 18, 103, meaning, SMALL, fill=INK)
        x += 40 + len(meaning) * SMALL * 0.47
    purposes = "Note, Date, Draft: the answer is for a remark, a deadline or the draft referral"
    words(svg, x + 6, 103, purposes, SMALL, fill=INK)
    words(svg, MARGIN, HEAD - 12, "Questions", TEXT, font_weight="bold", fill=INK)
    words(svg, place.cards, HEAD - 12, "Outcomes", TEXT, font_weight="bold", fill=INK)


def _column_names(svg: Element, shown: Chart, place: SheetLayout) -> None:
    """Above and below, joined by a line, so that a mark can be followed either way."""
    for index, column in enumerate(shown.columns):
        x, bottom = place.mark(index), place.rows[-1]
        style = {"font_weight": "bold", "fill": _colour(column.local)}
        words(svg, x - 3, HEAD - 8, column.rule, SMALL, transform=f"rotate(-60 {x:g} {HEAD - 8:g})", **style)
        words(svg, x - 3, bottom + 18, column.rule, SMALL, transform=f"rotate(60 {x:g} {bottom + 14:g})", **style)
    for index, purpose in enumerate(OTHER_PURPOSES):
        style = {"text_anchor": "middle", "font_weight": "bold", "fill": MUTED}
        words(svg, place.purpose(index), HEAD - 12, PURPOSE_NAMES[purpose], SMALL, **style)


def _row(svg: Element, shown: Chart, place: SheetLayout, row: ChartRow, top: float, bottom: float) -> None:
    part = group(svg, _spoken(row))
    right = place.cards - GAP
    if row.number % 2:
        rectangle(part, MARGIN, top, right - MARGIN, bottom - top, fill=STRIPE)
    for index in range(len(shown.columns)):
        line(part, place.mark(index), top, place.mark(index), bottom, RULE)
    _question(part, row, top)
    middle = (top + bottom) / 2
    for index, column in enumerate(shown.columns):
        if column.rule in row.marks:
            _mark(part, place.mark(index), middle, row.marks[column.rule], column.local)
    for index, purpose in enumerate(OTHER_PURPOSES):
        if purpose in row.purposes:
            words(part, place.purpose(index), middle + 4, "yes", SMALL, text_anchor="middle", fill=INK)


def _question(part: Element, row: ChartRow, top: float) -> None:
    words(part, MARGIN + NUMBER - 10, top + 16, str(row.number), TEXT, text_anchor="end", font_weight="bold", fill=INK)
    ask, answers = question_lines(row)
    y = top + 16
    for text in ask:
        words(part, MARGIN + NUMBER, y, text, TEXT, font_weight="bold", fill=INK)
        y += LEADING
    for text in answers:
        words(part, MARGIN + NUMBER, y - 1, text, SMALL, fill=MUTED)
        y += SMALL_LEADING


def _spoken(row: ChartRow) -> str:
    """The row in words, for those who hear the drawing."""
    parts = [f"Question {row.number}: {row.ask}"]
    for mark, meaning in ((Mark.NEEDED, "Needed for"), (Mark.MATTERS, "Can matter for")):
        rules = [rule for rule, found in row.marks.items() if found is mark]
        parts += [f"{meaning} {', '.join(rules)}."] if rules else []
    purposes = [PURPOSE_NAMES[purpose].lower() for purpose in OTHER_PURPOSES if purpose in row.purposes]
    parts += [f"Also for: {', '.join(purposes)}."] if purposes else []
    return " ".join(parts)


def _mark(parent: Element, x: float, y: float, mark: Mark, local: bool) -> None:
    colour = _colour(local)
    fill = colour if mark is Mark.NEEDED else "#ffffff"
    if local:
        rectangle(parent, x - 5.5, y - 5.5, 11, 11, fill=fill, stroke=colour, stroke_width="2")
    else:
        circle(parent, x, y, 5.5, fill=fill, stroke=colour, stroke_width="2")


def _card(svg: Element, column: Column, x: float, top: float, bottom: float) -> None:
    origin = "local" if column.local else "national"
    part = group(svg, f"{column.rule}: {column.title} ({origin})")
    middle = (top + bottom) / 2
    rectangle(part, x, top + 2, BADGE, bottom - top - 4, fill=_colour(column.local), rx="4")
    white = {"text_anchor": "middle", "fill": "#ffffff"}
    words(part, x + BADGE / 2, middle - 1, column.rule, TEXT, font_weight="bold", **white)
    words(part, x + BADGE / 2, middle + 11, origin, 10.5, **white)
    told = title_lines(column)
    y = middle + 5 - (len(told) - 1) * LEADING / 2 - (SMALL_LEADING / 2 if small_print(column) else 0)
    for text in told:
        words(part, x + BADGE + 8, y, text, TEXT, fill=INK)
        y += LEADING
    if small_print(column):
        words(part, x + BADGE + 8, y - 1, small_print(column), SMALL, fill=MUTED)


def _colour(local: bool) -> str:
    return LOCAL if local else NATIONAL
