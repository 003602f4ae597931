"""The languages that can be told apart, and what is said in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from typing import Any

import numpy as np
import yaml

READ = 1_000
"""So many characters of a message are read: the language and the danger of a longer one show in its beginning."""
DATA = files("bot.reading.languages") / "data"


@dataclass(frozen=True, slots=True)
class Language:
    """A language by its English name. `says`: "English only; in danger call 999", in it; None: nothing to vouch for.

    `alarm`: "call 999 now", in it; where nobody has written that, `says`.
    """

    code: str
    name: str
    says: str | None = None
    alarm: str | None = None
    letters: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()


UNKNOWN = Language("", "another language")


@dataclass(frozen=True, slots=True)
class Script:
    """A range of letters, and the codes of the languages written in it: the last is meant where no letter tells."""

    low: int
    high: int
    codes: tuple[str, ...]


def words_in(text: str) -> list[str]:
    """The words of the part of a text that is read, in small letters; "3am" is one, as Arabic is written on phones."""
    return [word for word in re.findall(r"[^\W_]+", text[:READ].lower().replace("’", "'")) if not word.isdigit()]


def pieces_of(words: list[str]) -> Iterator[str]:
    """Each word and its runs of two to four letters, its ends among them: what a language is known by."""
    for word in words:
        ended = f" {word[:30]} "
        yield ended
        for length in (2, 3, 4):
            yield from (ended[start : start + length] for start in range(len(ended) - length + 1))


@cache
def languages() -> Mapping[str, Language]:
    """Every language by its code."""
    return {
        code: Language(
            code,
            item["name"],
            item.get("says"),
            item.get("alarm", item.get("says")),
            frozenset(item.get("letters", "")),
            frozenset(item.get("words", "").split()),
        )
        for code, item in _data()["languages"].items()
    }


@cache
def scripts() -> tuple[Script, ...]:
    """The scripts other than Latin."""
    return tuple(Script(item["range"][0], item["range"][1], tuple(item["languages"])) for item in _data()["scripts"])


def weights(name: str) -> dict[str, np.ndarray[Any, Any]]:
    """The arrays of one file of learnt weights."""
    with as_file(DATA / name) as path, np.load(path, allow_pickle=False) as stored:
        return dict(stored)


@cache
def _data() -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load((DATA / "languages.yaml").read_text(encoding="utf-8"))
    return data
