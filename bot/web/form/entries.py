"""The entries of a list, as its page shows them."""

from __future__ import annotations

from dataclasses import dataclass

from bot.referrals.record.asking import Part
from bot.referrals.record.fields import Field, fields_of, value_in_words
from bot.referrals.record.record import Record
from bot.web.form.place import FormPage


@dataclass(frozen=True)
class Listed:
    """One entry: its title, what it says in a few words, where to change it and where to take it out."""

    title: str
    says: str
    path: str
    remove: str


def listed(place: FormPage, rows: Field, record: Record) -> list[Listed]:
    """The entries that the list at this place holds."""
    entries: tuple[Part, ...] = getattr(record.section(place.section), rows.name)
    return [_listed(place, rows, number, entry) for number, entry in enumerate(entries, start=1)]


def next_entry(place: FormPage, rows: Field, record: Record) -> str | None:
    """Where to add one; None when the list is full."""
    held = len(getattr(record.section(place.section), rows.name))
    assert rows.rows is not None
    return f"{place.section}/{rows.name}/{held + 1}/{rows.rows.PAGES[0].slug}" if held < rows.ask.most else None


def _listed(place: FormPage, rows: Field, number: int, entry: Part) -> Listed:
    at = f"{place.section}/{rows.name}/{number}"
    fields = [fields_of(type(entry))[name] for name in type(entry).PAGES[0].fields]
    said = [value_in_words(each, getattr(entry, each.name)) for each in fields]
    return Listed(
        f"{type(entry).TITLE} {number}",
        "; ".join([each for each in said if each][:3]) or "Nothing filled in yet",
        f"{at}/{type(entry).PAGES[0].slug}",
        f"{at}/remove",
    )
