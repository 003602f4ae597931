"""The choices of a question."""

from __future__ import annotations

from actions.replying import Button, button
from bot.criteria.answers import NONE_OF_THESE
from bot.criteria.facts import UNKNOWN_VALUE
from bot.guidance.model import Pack, Question


def options(pack: Pack, question: Question) -> list[Button]:
    """The choices of a question, with "none of these" for sets and "I do not know" always."""
    fact = question.fact
    found = [button(o.label, "answer", o.hint, **{fact: value}) for value, o in question.options.items()]
    if pack.facts[fact].kind == "set":
        found.append(button(question.none_label or "None of these", "answer", **{fact: NONE_OF_THESE}))
    found.append(button(question.unknown_label, "answer", **{fact: UNKNOWN_VALUE}))
    return found
