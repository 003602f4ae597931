"""Facts and values in the pack's own words, as they are played back to people."""

from __future__ import annotations

from datetime import date

from bot.criteria.facts import NOT_YET, Value
from bot.deadlines.spoken import long_date
from bot.guidance.model import Pack, Question


def question_for(pack: Pack, fact: str) -> Question | None:
    """The question that asks for the fact, if the check asks for it at all."""
    return next((question for question in pack.questions if question.fact == fact), None)


def say_fact(pack: Pack, fact: str, value: Value | None) -> str:
    """A clause: "the child was under 18"; None: "it is not known ...". Dates and lists by the question's `said`."""
    question = question_for(pack, fact)
    label = pack.facts[fact].label
    if value is None:
        return f"{label}: not known"
    said = (question.said if question else None) or f"{label}: {{}}"
    if value == NOT_YET:
        return f"{label}: not yet"
    if isinstance(value, date):
        return said.format(long_date(value))
    if question is None:
        return said.format(value if isinstance(value, str) else ", ".join(sorted(value)))
    if isinstance(value, str):
        option = question.options[value]
        return option.short or option.label
    chosen = [option.short or option.label for key, option in question.options.items() if key in value]
    return said.format(", ".join(chosen) or "none of those listed")


def say_missing(pack: Pack, fact: str) -> str:
    """What would settle it: the question itself, or the fact's label where no question asks for it."""
    question = question_for(pack, fact)
    return question.ask if question else pack.facts[fact].label


def contacts_text(pack: Pack) -> str:
    """What the area's pack holds of contact details; says so when it holds none."""
    if not pack.contacts:
        return f"I hold no contact details for {pack.head.partnership} yet."
    return "\n".join(f"- {contact.role}: {contact.text}" for contact in pack.contacts)
