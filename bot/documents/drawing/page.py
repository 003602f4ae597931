"""Where everything stands on the page: the chart's parts given places."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate

from bot.documents.drawing.chart import OTHER_PURPOSES, Chart, ChartRow, Column
from bot.documents.drawing.svg import SMALL, TEXT, lines

MARGIN = 30.0
HEAD = 150.0
FOOT = 40.0
QUESTIONS = 560.0
"""Width of the column of questions."""
STEP = 21.0
"""Width of an outcome's column of marks."""
LEAST_MARKS = 240.0
PURPOSE = 38.0
GAP = 18.0
CARDS = 360.0
BADGE = 44.0
NUMBER = 34.0
LEADING, SMALL_LEADING = 15.0, 13.0
LEAST_ROW, LEAST_CARD = 33.0, 36.0


@dataclass(frozen=True, slots=True)
class SheetLayout:
    """Left edges of the parts, and the top of each row and card with the end of the last one after them."""

    marks: float
    purposes: float
    cards: float
    width: float
    height: float
    rows: tuple[float, ...]
    card_tops: tuple[float, ...]

    def mark(self, index: int) -> float:
        """The middle of an outcome's column."""
        return self.marks + STEP * (index + 0.5)

    def purpose(self, index: int) -> float:
        """The middle of a column for notes, dates or the draft."""
        return self.purposes + PURPOSE * (index + 0.5)


def page(chart: Chart) -> SheetLayout:
    """The page that holds the chart."""
    marks = MARGIN + QUESTIONS
    purposes = marks + max(LEAST_MARKS, STEP * len(chart.columns)) + GAP / 2
    cards = purposes + PURPOSE * len(OTHER_PURPOSES) + GAP
    rows = tuple(accumulate(map(_row_height, chart.rows), initial=HEAD))
    card_tops = tuple(accumulate(map(_card_height, chart.columns), initial=HEAD))
    height = max(rows[-1], card_tops[-1]) + FOOT
    return SheetLayout(marks, purposes, cards, cards + CARDS + MARGIN, height, rows, card_tops)


def question_lines(row: ChartRow) -> tuple[list[str], list[str]]:
    """The question and its answers, broken to the width of their column."""
    space = QUESTIONS - NUMBER - GAP
    return lines(row.ask, space, TEXT), lines(row.answers, space, SMALL)


def title_lines(column: Column) -> list[str]:
    """An outcome's title, broken to the width of its card."""
    return lines(column.title, CARDS - BADGE - 8, TEXT)


def small_print(column: Column) -> str:
    """What is particular about an outcome."""
    parts = ["always"] if column.always else []
    if column.local:
        parts.append("this area's own rule")
    elif column.reworded:
        parts.append("told in this area's words")
    return ", ".join(parts)


def _row_height(row: ChartRow) -> float:
    ask, answers = question_lines(row)
    return max(LEAST_ROW, len(ask) * LEADING + len(answers) * SMALL_LEADING + 9)


def _card_height(column: Column) -> float:
    return max(LEAST_CARD, len(title_lines(column)) * LEADING + SMALL_LEADING * bool(small_print(column)) + 10)
