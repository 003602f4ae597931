"""Whether an answer can be right at all."""

from __future__ import annotations

from datetime import date

from actions.kit import Case
from bot.criteria.facts import BadFact
from bot.deadlines.check import impossible_dates
from bot.interview.answers import decode
from bot.interview.assess import dates_in


def problem_with(case: Case, fact: str, value: str, today: date) -> str | None:
    """One clear sentence if the value cannot be taken, for a date that cannot be right above all."""
    try:
        known = decode(case.pack.facts[fact], value)
    except BadFact as error:
        expected = str(error).partition("expected ")[2]
        return f"I could not take that answer. I found {value!r} and expected {expected}."
    if known is None or case.pack.facts[fact].kind != "date":
        return None
    refusal = next(impossible_dates({**dates_in(case.facts), **dates_in({fact: known})}, today), None)
    return f"{refusal} Please check the date." if refusal else None
