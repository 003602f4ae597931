"""Telling that a message is in another language, from its letters and its small words.

Lists and not a library: on lines of a few words py3langid is unsure of a third, and lingua takes 23 ms and 96 MB
(docs/conversation.md).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

SHARE = 0.4
"""How much of a message must be another language's letters or words."""

ENGLISH = frozenset(
    "a an am and are at be been but can did do does for from had has have he her him his how i if in is it its me my "
    "no not of on or our she so that the their them there they this to up us was we were what when where which who why "
    "will with would yes you your child died baby girl boy man we us".split()
)


@dataclass(frozen=True, slots=True)
class Language:
    """A language by its English name, with what is said in it (None: nothing we can vouch for)."""

    name: str
    says: str | None
    letters: frozenset[str]
    words: frozenset[str]


def other_language(text: str) -> Language | None:
    """The language that the message is in, if it is not English; None for English and for what cannot be told."""
    letters = [letter for letter in text.lower() if letter.isalpha()]
    strange = [letter for letter in letters if ord(letter) >= 0x370]
    if len(strange) >= 2 and len(strange) >= SHARE * len(letters):
        return _by_script(strange)
    words = re.findall(r"[^\W\d_]+", text.lower())
    return _by_words(words, letters)


def _by_script(letters: list[str]) -> Language:
    known, scripts = languages()
    codes = next((codes for (low, high), codes in scripts if any(low <= ord(x) <= high for x in letters)), [])
    if not codes:
        return Language("another language", None, frozenset(), frozenset())
    told = (code for code in codes if known[code].letters & set(letters))
    return known[next(told, codes[-1])]


def _by_words(words: list[str], letters: list[str]) -> Language | None:
    known, _ = languages()
    strange = {word for word in words if not word.isascii()}
    hits = {code: sum(len(word) > 1 and word in language.words for word in words) for code, language in known.items()}
    own = {code: len(language.letters & set(letters)) for code, language in known.items()}
    best = max(known, key=lambda code: (hits[code] + own[code], hits[code]))
    foreign = sum(word in known[best].words - ENGLISH or word in strange for word in words)
    english = sum(word in ENGLISH and word not in known[best].words for word in words)
    enough = hits[best] + own[best] >= 2 and foreign >= 2 and foreign >= SHARE * len(words) and foreign > 2 * english
    return known[best] if enough else None


@cache
def languages() -> tuple[dict[str, Language], list[tuple[tuple[int, int], list[str]]]]:
    """Every language by its code, and the languages of each script in the order in which they are looked for."""
    data: dict[str, Any] = yaml.safe_load(
        files("bot.dialogue.acts").joinpath("data/languages.yaml").read_text(encoding="utf-8")
    )
    known = {
        code: Language(
            item["name"],
            item.get("says"),
            frozenset(item.get("letters", "")),
            frozenset(item.get("words", "").split()),
        )
        for code, item in data["languages"].items()
    }
    return known, [((low, high), item["languages"]) for item in data["scripts"] for low, high in [item["range"]]]
