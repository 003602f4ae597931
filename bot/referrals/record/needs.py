"""What the record still needs before it may go to the partnership (record.md: R, and C whose condition holds)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dateutil.relativedelta import relativedelta

from bot.referrals.record.asking import Part
from bot.referrals.record.fields import Kind, fields_of, is_empty, is_needed, page_of
from bot.referrals.record.record import Record
from bot.referrals.record.sections.harm import What
from bot.referrals.record.situation import Situation

DARLINGTON = "darlington"


@dataclass(frozen=True)
class Missing:
    """A field without an answer: where it stands, and what it is called. `entry` counts from 1 in its list."""

    section: str
    page: str
    field: str
    label: str
    rows: str = ""
    entry: int = 0

    @property
    def path(self) -> str:
        """The page's place in the form, without a slash in front."""
        return "/".join(filter(None, (self.section, self.rows, str(self.entry or ""), self.page)))


def situation_of(record: Record, area: str | None, today: date) -> Situation:
    """What of the case decides which fields are asked for. `area` None: not known."""
    what, last = record.harm.what, record.incident.last_day()
    return Situation(
        died=None if what in (None, What.UNKNOWN) else what is What.DIED,
        darlington=None if area is None else area == DARLINGTON,
        old=last + relativedelta(months=12) < today if isinstance(last, date) else None,
    )


def missing(record: Record, situation: Situation) -> list[Missing]:
    """Every field that must still be filled in, in the order of the form. An "unknown" is an answer."""
    return [each for name in Record.model_fields for each in missing_in(name, record.section(name), situation)]


def missing_in(section: str, part: Part, situation: Situation) -> list[Missing]:
    """The same for one group."""
    return list(_walk(section, part, situation))


def _walk(section: str, part: Part, situation: Situation, rows: str = "", entry: int = 0) -> Iterator[Missing]:
    for name, field in fields_of(type(part)).items():
        if is_needed(part, field, situation) and is_empty(part, field):
            label = f"{type(part).TITLE}{f' {entry}' if entry else ''}: {field.ask.label}"
            yield Missing(section, page_of(type(part), name).slug, name, label, rows, entry)
        if field.kind is Kind.ROWS:
            for number, row in enumerate(getattr(part, name), start=1):
                yield from _walk(section, row, situation, name, number)
