"""When it happened, who knew when, and what is known of it."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from bot.guidance.says import say
from bot.referrals.record.asking import Ask, Need, Page, Part
from bot.referrals.record.day import Day
from bot.referrals.record.options import Options
from bot.referrals.record.situation import Situation
from bot.referrals.record.text import Short, Summary


class Known(Options):
    """How well the date is known."""

    EXACT = "exact", "On a day that I know"
    RANGE = "range", "Between two dates"
    UNKNOWN = "unknown", "The date is not known"


class KeyDate(Part):
    """One date that matters, before or after."""

    TITLE = "Key date"
    PAGES = (Page("date", "A date that matters", ("on", "what")),)

    on: Annotated[Day | None, Ask("Date")] = None
    what: Annotated[Short | None, Ask("What happened", hint="Do not give names.")] = None


def exact(part: Any, _situation: Situation) -> bool | None:
    """The day is known."""
    return part.known is Known.EXACT


def between(part: Any, _situation: Situation) -> bool | None:
    """Two days are known that it lies between."""
    return part.known is Known.RANGE


class Incident(Part):
    """The death, the harm or the near miss."""

    TITLE = "When and how it happened"
    PAGES = (
        Page("when", "", ("known",)),
        Page("day", "", ("on",)),
        Page("between", "When it happened", ("first", "last")),
        Page("aware", "When people became aware", ("referrer_aware_on", "authority_aware_on")),
        Page("summary", "", ("summary",)),
        Page("key-dates", "Key dates", ("key_dates",), "You can leave these."),
    )

    known: Annotated[Known | None, Ask("When did it happen?", name="When it happened")] = None
    on: Annotated[Day | None, Ask("On which day did it happen?", name="Date", when=exact)] = None
    first: Annotated[Day | None, Ask("Not before", when=between)] = None
    last: Annotated[Day | None, Ask("Not after", when=between)] = None
    referrer_aware_on: Annotated[Day | None, Ask("When you became aware of it")] = None
    authority_aware_on: Annotated[
        Day | None,
        Ask("When the council became aware of it", hint=say("form_council_days")),
    ] = None
    summary: Annotated[
        Summary | None,
        Ask(
            "What is known, and how do you know it?",
            hint="For each fact say whether you saw it, were told it or read it in a record. Use initials, not names.",
            name="The summary",
        ),
    ] = None
    key_dates: Annotated[tuple[KeyDate, ...], Ask("Key dates", need=Need.OPTIONAL, entry="date")] = ()

    @model_validator(mode="after")
    def _in_order(self) -> Incident:
        if isinstance(self.first, date) and isinstance(self.last, date) and self.first > self.last:
            raise PydanticCustomError("order", "The later date must not be before the earlier one")
        return self

    def last_day(self) -> date | Literal["unknown"] | None:
        """The last day that it can have happened on; None when nothing is told."""
        return {Known.EXACT: self.on, Known.RANGE: self.last}.get(self.known) if self.known else None
