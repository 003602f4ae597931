"""An abbreviation is explained in the text that uses it: "local authority designated officer (LADO)"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from bot.guidance.fault import Fault
from bot.guidance.model import Pack
from bot.guidance.wording.texts import Text

EVERYONE_KNOWS = frozenset({"UK", "GOV"})
"""Known to every reader: the country, and the first half of GOV.UK."""

_ABBREVIATION = re.compile(r"\b[A-Z]{2,}(?=s?\b)")
_LINK_TARGET = re.compile(r"\]\([^)]*\)")


def unexplained(texts: Iterable[Text], pack: Pack) -> Iterator[Fault]:
    """A fault for each abbreviation whose long form is not in the same text."""
    for text in texts:
        reader_sees = _LINK_TARGET.sub("]", f"{text.words}\n{text.beneath}")
        for short in dict.fromkeys(_ABBREVIATION.findall(_LINK_TARGET.sub("]", text.words))):
            if short not in EVERYONE_KNOWS and not explained(short, reader_sees, pack.abbreviations):
                long = pack.abbreviations.get(short, "its long form")
                yield text.fault(f"'{short}' unexplained", f"'{long} ({short})' in the same text")


def explained(short: str, text: str, long_forms: Mapping[str, str]) -> bool:
    """Whether the text spells the abbreviation out: in the pack's own long form, or in words before the brackets.

    Words before brackets spell it out when their first letters are its letters ("and", "of" may be skipped).
    """
    if short in long_forms:
        return long_forms[short].casefold() in text.casefold()
    found = re.search(rf"((?:[\w'’-]+\s+){{1,12}})\({short}s?\)", text)
    return found is not None and _initials_hold(short, found.group(1))


def _initials_hold(short: str, words: str) -> bool:
    letters = iter(word[0].upper() for word in re.findall(r"[\w'’]+", words))
    return all(letter in letters for letter in short)
