"""Facts and their values in words. The words come from the packs by `app.state.words`."""

from __future__ import annotations

from typing import Any, cast

from fastapi import Request

from bot.deadlines.spoken import long_date
from bot.referrals.record.whole import Words


def words_of(request: Request) -> Words:
    """The application's words, from the packs of the day."""
    return cast(Words, request.app.state.words)


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
