"""A referral as a document: every field is in words, ready to be set; dates and the record stand as data as well."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from bot.referrals.record.in_words import RowStanding
from bot.referrals.record.record import Record

SCHEMA_VERSION: Literal["1"] = "1"
"""Raised when a field is removed or changes its meaning; a new field leaves it as it is."""


@dataclass(frozen=True)
class Row:
    """A label with its value; `path` names the field of the record (empty: not one of the record's)."""

    label: str
    value: str
    standing: RowStanding
    path: str


@dataclass(frozen=True)
class Entry:
    """One of several: a child, a person, an organisation."""

    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Group:
    """A group of the record: its own rows, then its entries."""

    id: str
    title: str
    rows: tuple[Row, ...]
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Source:
    """Where a statement comes from; `to_be_checked`: not yet compared with the original by a person."""

    text: str
    url: str
    to_be_checked: bool


@dataclass(frozen=True)
class Outcome:
    """A rule that fired, or may: what it says, the facts it rests on, what would settle or change it."""

    title: str
    status: Literal["applies", "possible"]
    rule: str
    text: str
    do_now: str
    because: tuple[str, ...]
    missing: tuple[str, ...]
    changes_if: tuple[str, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class Deadline:
    """A date that somebody owes. `due` None: as soon as possible.

    `state` and, in words, `days_left` are as of `made_on`; both are empty where there is no day.
    """

    title: str
    status: Literal["applies", "possible"]
    text: str
    due: date | None
    due_words: str
    state: str
    days_left: str
    counted: str
    who: str
    strength: str
    estimate: bool
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class Fact:
    """A fact of the check, by its label, with its value; both in words."""

    name: str
    label: str
    value: str


@dataclass(frozen=True)
class Facts:
    """What the check was told, what followed from that, and what nobody knows."""

    told: tuple[Fact, ...]
    derived: tuple[Fact, ...]
    unknown: tuple[Fact, ...]


@dataclass(frozen=True)
class Decision:
    """A lead's decision; `at` is in UTC, `at_words` in the time of London."""

    words: str
    route: str
    reason: str
    by: str
    at: datetime
    at_words: str


@dataclass(frozen=True)
class Guidance:
    """The pack that the case was assessed under. A local pack's version names its own and the national one's."""

    id: str
    version: str
    words: str


@dataclass(frozen=True)
class Audit:
    """The head of the record's hash chain: `cspr audit verify` tells whether it is that of this record."""

    head: str
    events: int


@dataclass(frozen=True)
class Document:
    """The whole. `status` says what it is: a draft until a lead has decided. `made_on`: the day it was made."""

    schema_version: Literal["1"]
    title: str
    reference: str
    status: str
    decided: bool
    danger: str
    area: str
    partnership: str
    organisation: str
    created: datetime
    created_words: str
    made_on: date
    made_on_words: str
    headline: str
    headline_text: str
    still_needed: tuple[str, ...]
    outcomes: tuple[Outcome, ...]
    notes: tuple[str, ...]
    deadlines: tuple[Deadline, ...]
    convention: str
    facts: Facts
    own_words: str
    groups: tuple[Group, ...]
    decisions: tuple[Decision, ...]
    guidance: Guidance
    audit: Audit
    record: Record
