"""The groups of the record, as a document shows them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from bot.deadlines.spoken import long_date
from bot.documents.referral.document import Entry, Group, Row
from bot.referrals.after.step import STEPS
from bot.referrals.record import in_words
from bot.referrals.record.in_words import NOT_GIVEN, RowStanding

ABOUT = "record"
"""The group that tells of the record itself: a document has it in places of its own."""


def groups_of(whole: Iterable[in_words.Group]) -> tuple[Group, ...]:
    """Every group that was filled in, and the decision. What is missing reads "Not given", needed or not."""
    return tuple(
        Group(
            group.id,
            group.title,
            _rows(group.rows),
            tuple(Entry(each.title, _rows(each.rows)) for each in group.entries),
        )
        for group in whole
        if group.id != ABOUT
    )


def steps_group(days: Mapping[str, date]) -> tuple[Group, ...]:
    """What was recorded after the decision, in its order; no group while nothing was. `days` by the names of dates."""
    rows = tuple(
        Row(step.title, long_date(days[step.date]), RowStanding.TOLD, "") for step in STEPS if step.date in days
    )
    return (Group("after", "After the decision", rows, ()),) if rows else ()


def _rows(rows: Iterable[in_words.Row]) -> tuple[Row, ...]:
    return tuple(
        Row(row.label, NOT_GIVEN if row.standing is RowStanding.NEEDED else row.value, row.standing, row.path)
        for row in rows
    )
