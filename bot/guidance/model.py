"""What a pack of guidance is made of: typed, immutable, the law as data."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, SkipValidation

from bot.guidance.expression import Expression, parse

Condition = Annotated[SkipValidation[Expression], BeforeValidator(parse)]


class Part(BaseModel):
    """Base of every part: unknown keys are refused, nothing can be changed after loading."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


class Source(Part):
    """A document the guidance rests on. `area`: whose own page it is, where it is one partnership's."""

    id: str
    title: str = Field(min_length=1)
    short: str = Field(min_length=1)
    year: str = Field(min_length=1)
    kind: Literal["local page", "law", "statutory guidance", "national guidance", "convention"]
    area: str | None = None
    checked_on: date
    url: str | None = None
    note: str | None = None
    to_be_checked: bool = False


class Citation(Part):
    """One place in a source. `to_be_checked`: written from memory; shown as "check with your lead"."""

    id: str
    source: Source
    section: str = Field(min_length=1)
    url: str | None = None
    to_be_checked: bool = False


class Fact(Part):
    """Something the check may ask. `values` run from least to most worrying where they have an order."""

    name: str
    kind: Literal["choice", "set", "date"]
    values: tuple[str, ...] = ()
    label: str


class Option(Part):
    """A value of a fact as the practitioner reads it; `hint` is a line beneath, `short` is for playing back."""

    label: str
    hint: str | None = None
    short: str | None = None


class Question(Part):
    """How a fact is asked.

    `said` plays a date or a list back, with {} for it.
    `only_when`: held back until this is true. `if_under_16`: what is so for anyone under 16; then it is derived
    from the age and not asked.
    `after`: asked next after that fact's question, wherever this one stands in the files.
    """

    fact: str
    ask: str
    hint: str | None = None
    why: str
    options: Mapping[str, Option] = Field(default_factory=dict)
    none_label: str | None = None
    said: str | None = None
    unknown_label: str = "I do not know"
    only_when: Condition | None = None
    if_under_16: str | None = None
    after: str | None = None
    cite: tuple[str, ...] = Field(min_length=1)
    pack: str


class Rule(Part):
    """If `when` holds, `outcome` applies."""

    id: str
    outcome: str
    when: Condition
    cite: tuple[str, ...] = Field(min_length=1)
    pack: str


class Note(Part):
    """A remark attached when it is true; it never gates an outcome."""

    id: str
    when: Condition
    text: str
    only_when_area_unknown: bool = False
    cite: tuple[str, ...] = Field(min_length=1)
    pack: str


class Fitted(Part):
    """Other words while `when` is true: those that it gives replace the plain ones. The first that is true speaks."""

    when: Condition
    text: str | None = None
    do_now: str | None = None
    who: str | None = None


class Wording(Part):
    """How an outcome is told: as a fact (`applies`), or as open (`possible`), with what to do now.

    `fitted`: other words for an outcome that applies, by what was told. `cite` (overlays): where the area's own words
    come from, beside the rule's citations.
    """

    title: str
    text: str
    possible: str
    do_now: str | None = None
    fitted: tuple[Fitted, ...] = ()
    cite: tuple[str, ...] = ()
    pack: str


class Clock(Part):
    """How long: negative counts run backwards. Working days are Monday to Friday less bank holidays."""

    count: int
    unit: Literal["working_days", "months", "years"]


class DeadlineRule(Part):
    """A date that somebody owes. `clock` None: as soon as possible.

    `outcome`: the outcome that brings this deadline into an assessment. `estimated_from`: the
    deadline whose last day stands in for `starts_on` while that is not known (then an estimate).
    """

    id: str
    title: str
    text: str
    outcome: str | None = None
    starts_on: str | None = None
    clock: Clock | None = None
    estimated_from: str | None = None
    who: str
    strength: Literal["must", "should"]
    strength_note: str | None = None
    fitted: tuple[Fitted, ...] = ()
    cite: tuple[str, ...] = Field(min_length=1)


class AnswerLine(Part):
    """One line of the answer to "should I refer?".

    It holds when one of `applies` applies (or of `may_apply` is possible), and none of `unless` applies. `said` comes
    first in the result, with {title} for the outcome that the line rests on and {missing} for what would settle it;
    `in_short` heads lists. Lines with `unless` or `may_apply` speak only while facts are missing.
    """

    answer: Literal["yes", "notify", "not_settled", "partners_may_choose", "another_route", "not_this_process"]
    applies: tuple[str, ...] = ()
    may_apply: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    said: str
    in_short: str

    @property
    def while_open(self) -> bool:
        """Whether it speaks only while facts are missing."""
        return bool(self.unless or self.may_apply)


class Answer(Part):
    """The reviewed answer to a topic."""

    topic: str
    title: str
    text: str
    depends_on_area: bool = False
    next: tuple[str, ...] = ()
    cite: tuple[str, ...] = Field(min_length=1)
    pack: str


class Contact(Part):
    """A way to reach the partnership, filled in by the partnership itself, never invented."""

    role: str
    text: str


class Offered(Part):
    """How an area is offered whose own pack brings it: its option in the question on the area, and its place names.

    `places`: what people call it and its towns, usual misspellings too; lower case, without hyphens and apostrophes.
    """

    label: str = Field(min_length=1)
    short: str | None = None
    places: tuple[str, ...] = Field(min_length=1)


class PackHead(Part):
    """A pack's own identity: who answers for it and from when.

    `corrects`: versions of the same days that this one puts right; a case assessed under one of them opens with this.
    """

    id: str
    version: str
    name: str = Field(min_length=1)
    partnership: str = Field(min_length=1)
    in_force_from: date
    extends: str | None = None
    corrects: tuple[str, ...] = ()
    reviewers: tuple[str, ...] = ()
    approver: str | None = None


class Pack(Part):
    """The guidance for one area: the national pack with its overlay merged in.

    `area` None: not known, national rules. `evaluates`: the only outcomes worked out (None: all).
    `offered`: how its own pack brings an area that is no value of the national facts.
    `vocabulary`: terms that cannot be made plainer, each with the reason. `abbreviations`: each with its long form.
    """

    head: PackHead
    national: PackHead
    area: str | None
    facts: Mapping[str, Fact]
    definitions: Mapping[str, SkipValidation[Expression]]
    rules: tuple[Rule, ...]
    notes: tuple[Note, ...]
    answer: tuple[AnswerLine, ...]
    evaluates: frozenset[str] | None
    ask_for_notes_while: Condition
    wording: Mapping[str, Wording]
    questions: tuple[Question, ...]
    deadlines: tuple[DeadlineRule, ...]
    answers: Mapping[str, Answer]
    contacts: tuple[Contact, ...]
    offered: Offered | None
    citations: Mapping[str, Citation]
    vocabulary: Mapping[str, str]
    abbreviations: Mapping[str, str]

    @property
    def version(self) -> str:
        """National version, with the overlay's after a plus sign where there is one."""
        if self.head.id == self.national.id:
            return self.national.version
        return f"{self.national.version}+{self.head.version}"

    @property
    def stands_for(self) -> frozenset[str]:
        """Its version, and those that it corrects."""
        national = (self.national.version, *self.national.corrects)
        if self.head.id == self.national.id:
            return frozenset(national)
        return frozenset(f"{a}+{b}" for a in national for b in (self.head.version, *self.head.corrects))

    @property
    def headline(self) -> tuple[str, ...]:
        """Every outcome that can head the result, in the order of the answers."""
        return tuple(dict.fromkeys(name for line in self.answer for name in line.applies))
