"""All that is checked about words: plain enough, abbreviations explained, nothing against referring, none in code."""

from __future__ import annotations

from collections.abc import Iterator

from bot.guidance.fault import Fault
from bot.guidance.gather import Entry, Place
from bot.guidance.model import Pack
from bot.guidance.packs import Edition
from bot.guidance.reading import read
from bot.guidance.says import FILE
from bot.guidance.wording.abbreviations import unexplained
from bot.guidance.wording.discouraging import discouraging
from bot.guidance.wording.in_code import sentences_in_code, strange_keys
from bot.guidance.wording.reading_age import too_hard
from bot.guidance.wording.texts import Text, texts

OF_A_PAPER = "referral"
"""The group of conversation.yaml that says of a draft that it is "not a referral" yet."""


def wording_faults(edition: Edition) -> Iterator[Fault]:
    """Every fault in the words of one area's edition."""
    found = list(texts(edition))
    yield from too_hard(found, edition.pack)
    yield from unexplained(found, edition.pack)
    yield from discouraging(found)


def conversation_faults(national: Pack) -> Iterator[Fault]:
    """Every fault in what the service itself says, by the words and abbreviations that the pack knows."""
    document = read(FILE, FILE.parent)
    yield from document.faults
    groups = document.content.items()
    by_group = {
        name: [Text(Entry(words, Place(document, (name, key)), ""), (), words) for key, words in group.items()]
        for name, group in groups
    }
    for name, found in by_group.items():
        yield from too_hard(found, national)
        yield from unexplained(found, national)
        yield from discouraging(found) if name != OF_A_PAPER else ()
    yield from strange_keys()
    yield from sentences_in_code()
