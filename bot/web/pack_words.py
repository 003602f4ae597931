"""Facts and values in the words of the national pack, for pages."""

from __future__ import annotations

from bot.guidance.model import Pack
from bot.interview.saying import question_for


class PackWords:
    """Labels of facts and of their values."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack

    def fact_words(self, name: str) -> str:
        """The fact's label; an unknown fact's name as it stands (an older pack may have had it)."""
        fact = self.pack.facts.get(name)
        return fact.label if fact else name

    def value_words(self, fact: str, value: str) -> str:
        """The option's label; an unknown value as it stands."""
        question = question_for(self.pack, fact)
        option = question.options.get(value) if question else None
        return option.label if option else value
