"""Facts that follow from what was told, and so are not asked."""

from __future__ import annotations

from bot.criteria.facts import Facts, Value, read_value
from bot.guidance.model import Pack


def from_age(pack: Pack, facts: Facts) -> dict[str, Value]:
    """What is so for a child told to be under sixteen, by the pack's questions.

    Nothing if the age group says otherwise.
    """
    if facts.get("age_group") != "under_18":
        return {}
    return {
        question.fact: read_value(pack.facts[question.fact], question.if_under_16)
        for question in pack.questions
        if question.if_under_16 is not None
    }
