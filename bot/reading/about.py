"""Which facts a sentence speaks of, and what it says of them: for corrections, what-ifs, and news in passing.

`hear` takes its words for a reply to one question, so that "no" and "he was 19" would fit many. Here a fact is heard
only where the sentence itself names it (data/cues.yaml).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from bot.criteria.answers import encode
from bot.criteria.facts import Value
from bot.reading.hear import gazetteer, hear, hear_all
from bot.reading.hear.labels import exact
from bot.reading.hear.words import plain, read

Labels = Mapping[str, Mapping[str, str]]
"""For each fact, the labels of its options with their values, as `hear` takes them."""


LONGEST = 60
"""Words: what is longer than a correction or a supposition tells a story, in which facts are named by the way."""


def facts_named(text: str) -> frozenset[str]:
    """The facts that the words name, with or without a value for them ("the date it happened")."""
    words = plain(text)
    others = _found("other_people", words)  # then an age may be theirs
    named = {fact for fact, cue in _cues().items() if cue.search(words) and not (fact == "age_group" and others)}
    if gazetteer.brought() and any(hit.key in gazetteer.brought() for hit in gazetteer.places(read(text))):
        named.add("area")
    return frozenset(named)


def said_of_facts(text: str, today: date, labels: Labels) -> dict[str, str]:
    """The values, encoded, that a sentence states of the facts it names; empty for a question or for no such words."""
    statement = _opening().sub("", plain(text)).strip()
    if not statement:
        return {}
    found = {fact: encode(heard.value) for fact, heard in hear_all(statement, today).items() if heard.sure}
    named = facts_named(statement) if len(statement.split()) <= LONGEST else frozenset()
    for fact in named:
        value = _stated(fact, statement, today, labels.get(fact, {}))
        if value is not None:
            found[fact] = encode(value)
    # Where it happened is not whose partnership it is: "it happened in Birmingham", "it was in Wales".
    if "happened" in statement or "area" not in named:
        found.pop("area", None)
    if found.get("outcome") == "less_serious" and not _found("minor", statement):
        found.pop("outcome")  # "not dead, in hospital" is no reason to think it was slight
    return found


def _stated(fact: str, statement: str, today: date, labels: Mapping[str, str]) -> Value | None:
    rest = " ".join(word for word in _cues()[fact].sub(" ", statement).split() if word not in _data()["linking"])
    typed = exact(fact, rest, labels) if rest else None  # "abuse is only suspected" leaves the option's own label
    if typed is not None:
        return typed
    heard = hear(fact, statement, today, labels)
    unknown_unsaid = heard.value == "unknown" and not _found("not_known", statement)
    return heard.value if heard.sure and not unknown_unsaid else None


@cache
def _data() -> dict[str, Any]:
    text = files("bot.reading").joinpath("data/cues.yaml").read_text(encoding="utf-8")
    found: dict[str, Any] = yaml.safe_load(text)
    return found


@cache
def _cues() -> dict[str, re.Pattern[str]]:
    lines = {fact: [cue] if isinstance(cue, str) else cue for fact, cue in _data()["cues"].items()}
    return {fact: re.compile(rf"\b(?:{'|'.join(cues)})\b") for fact, cues in lines.items()}


def _found(key: str, words: str) -> bool:
    return bool(re.search(rf"\b(?:{_data()[key]})\b", words))


@cache
def _opening() -> re.Pattern[str]:
    """What a statement may open with and still be the same statement; a bare yes or no only where a clause follows."""
    clause = r"(?= [,.;:]| (?:he|she|they|it|we|i|the|sorry|actually|but|and)\b)"
    return re.compile(rf"^(?:(?:(?:{_data()['opens_yes_no']}){clause}|{_data()['opens']})\b[ ,.;:]*)+")
