"""Where in the form a page stands: a group's page, or a page of one entry of a group's list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.referrals.record.asking import Page, Part
from bot.referrals.record.fields import Field, Kind, fields_of, is_asked
from bot.referrals.record.record import Record
from bot.referrals.record.situation import Situation


class NoSuchPage(LookupError):
    """The address names no page of the form."""


@dataclass(frozen=True)
class FormPage:
    """A page. `rows` is the list that the entry `number` (from 1; one past the last: a new one) stands in."""

    section: str
    page: Page
    rows: Field | None = None
    number: int = 0

    @property
    def path(self) -> str:
        """The address, below the form's own."""
        entry = (self.rows.name, str(self.number)) if self.rows else ()
        return "/".join((self.section, *entry, self.page.slug))

    def model(self) -> type[Part]:
        """The model of what the page is about."""
        if self.rows is not None:
            assert self.rows.rows is not None
            return self.rows.rows
        return type(Record().section(self.section))

    def part(self, record: Record) -> Part:
        """What the record holds here; an empty entry for a new one."""
        whole = record.section(self.section)
        if self.rows is None:
            return whole
        entries: tuple[Part, ...] = getattr(whole, self.rows.name)
        return entries[self.number - 1] if self.number <= len(entries) else self.model()()

    def put(self, record: Record, part: Part | None) -> Record:
        """The record with this here instead; None takes the entry out."""
        if self.rows is None:
            assert part is not None
            return record.having(self.section, part)
        whole = record.section(self.section)
        entries: list[Part] = list(getattr(whole, self.rows.name))
        entries[self.number - 1 : self.number] = [] if part is None else [part]
        changed = type(whole).model_validate(dict(whole) | {self.rows.name: tuple(entries)})
        return record.having(self.section, changed)

    def fields(self, record: Record, situation: Situation) -> list[Field]:
        """The fields that the page asks in this case."""
        here, part = fields_of(self.model()), self.part(record)
        return [here[name] for name in self.page.fields if is_asked(part, here[name], situation)]

    def following(self, record: Record, situation: Situation) -> FormPage | None:
        """The next page about the same thing that asks something; None after the last."""
        pages = self.model().PAGES
        after = (replace(self, page=page) for page in pages[pages.index(self.page) + 1 :])
        found = next((each for each in after if each.fields(record, situation)), None)
        return found or (self.list_page() if self.rows else None)

    def list_page(self) -> FormPage:
        """The page that lists the entries, seen from one of them."""
        assert self.rows is not None
        whole = type(Record().section(self.section))
        return FormPage(self.section, next(page for page in whole.PAGES if self.rows.name in page.fields))

    def list_field(self) -> Field | None:
        """The list that this page shows, if it shows one."""
        found = (fields_of(self.model())[name] for name in self.page.fields)
        return next((field for field in found if field.kind is Kind.ROWS), None)


def find_place(record: Record, path: str, sections: tuple[str, ...]) -> FormPage:
    """The place of this address. Raises NoSuchPage, also for a group that is not among `sections`."""
    section, *rest = path.split("/")
    if section not in sections or len(rest) not in (1, 3):
        raise NoSuchPage(path)
    whole = record.section(section)
    if len(rest) == 1:
        return FormPage(section, _page(type(whole), rest[0]))
    name, number, slug = rest
    rows = fields_of(type(whole)).get(name)
    if rows is None or rows.rows is None or not (number.isascii() and number.isdigit() and len(number) < 4):
        raise NoSuchPage(path)
    held = len(getattr(whole, name))
    if not 1 <= int(number) <= min(held + 1, rows.ask.most):
        raise NoSuchPage(path)
    return FormPage(section, _page(rows.rows, slug), rows, int(number))


def first_place(record: Record, section: str, situation: Situation) -> FormPage | None:
    """The first page of the group that asks something in this case; None when none does."""
    return next(places(record, section, situation), None)


def places(record: Record, section: str, situation: Situation) -> Iterator[FormPage]:
    """Every page of the group itself that asks something in this case."""
    found = (FormPage(section, page) for page in type(record.section(section)).PAGES)
    return (place for place in found if place.fields(record, situation))


def _page(part: type[Part], slug: str) -> Page:
    page = next((page for page in part.PAGES if page.slug == slug), None)
    if page is None:
        raise NoSuchPage(slug)
    return page
