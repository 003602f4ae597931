"""Whether an answer can be right at all."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from bot.criteria.answers import decode, facts_in
from bot.criteria.facts import BadFact
from bot.deadlines.check import impossible_dates
from bot.guidance.model import Pack
from bot.interview.assess import dates_in


def problem_with(pack: Pack, answers: Mapping[str, str], fact: str, value: str, today: date) -> str | None:
    """One clear sentence if the value cannot be taken, for a date that cannot be right above all."""
    try:
        known = decode(pack.facts[fact], value)
    except BadFact as error:
        expected = str(error).partition("expected ")[2]
        return f"I could not take that answer. I found {value!r} and expected {expected}."
    if known is None or pack.facts[fact].kind != "date":
        return None
    refusal = next(impossible_dates({**dates_in(facts_in(answers, pack)[0]), **dates_in({fact: known})}, today), None)
    return f"{refusal} Please check the date." if refusal else None
