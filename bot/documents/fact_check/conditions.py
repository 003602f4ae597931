"""A condition in words: what a rule waits for, so that it can be held against its source."""

from __future__ import annotations

from bot.guidance.expression import All, Always, Any, Expression, Filled, Is, Not, OlderThan, Ref
from bot.guidance.model import Pack


def in_words(expression: Expression, pack: Pack) -> str:
    """A phrase in the words of the questions; a definition is named, and explained in a table of its own."""
    match expression:
        case Always():
            return "always"
        case Ref(name):
            return f"*{name}*"
        case Is(fact, values):
            asked = f"{pack.facts[fact].label}: "
            return asked + " or ".join(_answer(pack, fact, value) for value in values)
        case Filled(fact, filled):
            return f"{pack.facts[fact].label}: {'any of them' if filled else 'none of them'}"
        case OlderThan(fact, months):
            return f"{pack.facts[fact].label}: more than {months} months before today"
        case Not(part):
            return f"not ({in_words(part, pack)})"
        case All(parts):
            return "; and ".join(_part(part, pack) for part in parts)
        case Any(parts):
            return "; or ".join(_part(part, pack) for part in parts)


def _part(part: Expression, pack: Pack) -> str:
    text = in_words(part, pack)
    return f"({text})" if isinstance(part, All | Any) else text


def _answer(pack: Pack, fact: str, value: str) -> str:
    question = next((question for question in pack.questions if question.fact == fact), None)
    return f"“{question.options[value].label}”" if question else value
