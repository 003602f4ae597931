"""Facts and their values in words. The words come from the packs by `app.state.words`."""

from __future__ import annotations

from typing import Any, Protocol, cast

from fastapi import Request

from bot.deadlines.spoken import long_date


class Words(Protocol):
    """What `app.state.words` must be able to do."""

    def fact_words(self, name: str) -> str:
        """The label of a fact."""
        ...

    def value_words(self, fact: str, value: str) -> str:
        """The label of one value of a fact."""
        ...


class PlainWords:
    """The names themselves without underscores, for when no pack is at hand."""

    def fact_words(self, name: str) -> str:
        """The fact's name, readable."""
        return name.replace("_", " ").capitalize()

    def value_words(self, fact: str, value: str) -> str:
        """The value's name, readable."""
        return value.replace("_", " ").capitalize()


def words_of(request: Request) -> Words:
    """The application's words; plain ones when it has none."""
    return cast(Words, getattr(request.app.state, "words", None) or PlainWords())


def value_in_words(words: Words, fact: str, value: Any) -> str:
    """A whole value: a date written out, a set listed, an empty set as "None of these"."""
    if isinstance(value, list):
        return ", ".join(words.value_words(fact, each) for each in value) or "None of these"
    if fact.endswith("_on") and isinstance(value, str):
        try:
            return long_date(value)
        except ValueError:
            return value
    return words.value_words(fact, str(value))
