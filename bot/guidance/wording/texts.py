"""Every text of a pack that a practitioner may read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.guidance.fault import Fault
from bot.guidance.gather import Entry
from bot.guidance.packs import Edition
from bot.guidance.reading import Path_

READ_BY_PEOPLE = {
    "questions": ("ask", "hint", "why", "none_label", "unknown_label", "said"),
    "wording": ("title", "text", "possible", "do_now"),
    "notes": ("text",),
    "deadlines": ("title", "text", "strength_note"),
    "answers": ("title", "text"),
}
"""The keys whose value people read, by section."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text and where it stands. `beneath`: for a title, the text it is always shown over; else empty."""

    entry: Entry
    below: Path_
    words: str
    beneath: str = ""

    def fault(self, found: str, expected: str) -> Fault:
        """A fault at this text."""
        return self.entry.fault(self.below, found, expected)


def texts(edition: Edition) -> Iterator[Text]:
    """The texts of an area's edition, as its readers see them: the overlay's words in place of the national ones."""
    for section, keys in READ_BY_PEOPLE.items():
        for entry in edition.gathered.sections[section].values():
            for key in keys:
                words = entry.raw.get(key)
                if isinstance(words, str):
                    yield Text(entry, (key,), words, entry.raw.get("text", "") if key == "title" else "")
            yield from _options(entry)
            yield from _fitted(entry)
    if (answer := edition.gathered.single.get("answer")) is not None:
        for index, line in enumerate(answer.raw):
            for key in ("said", "in_short"):
                yield Text(answer, (index, key), line[key])


def _options(entry: Entry) -> Iterator[Text]:
    for value, option in (entry.raw.get("options") or {}).items():
        for key in ("label", "hint"):
            if isinstance(option.get(key), str):
                yield Text(entry, ("options", value, key), option[key])


def _fitted(entry: Entry) -> Iterator[Text]:
    for index, other in enumerate(entry.raw.get("fitted") or ()):
        for key in ("text", "do_now"):
            if isinstance(other.get(key), str):
                yield Text(entry, ("fitted", index, key), other[key])
