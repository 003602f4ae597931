"""Replies composed by hand, from which hearing learns: data/replies/, by fact and by what was meant."""

from collections.abc import Iterator
from importlib.resources import files
from typing import NamedTuple

import yaml

NO_REPLY, NONE = "(no reply)", "(none)"


class Composed(NamedTuple):
    """One reply: the fact asked for, the words, and their meaning: values, NONE of a tick-list, or NO_REPLY."""

    question: str
    text: str
    meant: tuple[str, ...]


def composed() -> Iterator[Composed]:
    """Every composed reply."""
    folder = files("bot.reading.hear").joinpath("data/replies")
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        # every value as it is written: "no" is a reply, not False
        for question, by_meaning in yaml.load(file.read_text(encoding="utf-8"), yaml.BaseLoader).items():  # noqa: S506 - plain strings
            for meaning, texts in by_meaning.items():
                yield from (Composed(question, text, tuple(sorted(meaning.split(" + ")))) for text in texts)
