"""How old a reader must be to follow a text at once, by the Flesch-Kincaid grade.

Grade = 0.39 words per sentence + 11.8 syllables per word - 15.59 (Kincaid and others, 1975); a school
grade of n is read at n + 5. The measure is fair to what cannot be said more plainly: a term of the
pack's vocabulary counts as one word of one syllable.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import syllapy  # type: ignore[import-untyped]  # it ships no types

from bot.guidance.fault import Fault
from bot.guidance.model import Pack
from bot.guidance.wording.texts import Text

OLDEST = 12
"""The reading age that guidance is written for; a text is too hard when its own rounds to more."""

FEWEST_WORDS = 10
"""Below this a single long word decides the measure, so it says nothing."""

_LINK = re.compile(r"\[([^\[\]]*)\]\([^)]*\)")
_SENTENCE_END = re.compile(r"[.!?][\"')]*(?=\s|$)|\n+")
_WORD = re.compile(r"\w[\w'’.()/]*")
_POSSESSIVE = re.compile(r"['’]s?$")


def too_hard(texts: Iterable[Text], pack: Pack) -> Iterator[Fault]:
    """A fault for each text with a reading age over 12."""
    easy = easy_terms(pack.vocabulary)
    for text in texts:
        if len(_WORD.findall(text.words)) >= FEWEST_WORDS:
            age = reading_age(text.words, easy)
            if round(age) > OLDEST:
                yield text.fault(f"a reading age of {age:.1f}", f"about {OLDEST}: shorter sentences, plainer words")


def easy_terms(terms: Iterable[str]) -> re.Pattern[str] | None:
    """A pattern for the terms, the longest first, in the plural or possessive too; None without terms."""
    longest_first = sorted(terms, key=len, reverse=True)
    if not longest_first:
        return None
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})(?:['’]?s)?\b", re.IGNORECASE)


def reading_age(text: str, easy: re.Pattern[str] | None = None) -> float:
    """Years of age. The items of a list and its opening line count as sentences."""
    plain = _LINK.sub(r"\1", text)
    if easy is not None:
        plain = easy.sub("term", plain)
    sentences = [found for part in _SENTENCE_END.split(plain) if (found := _WORD.findall(part))]
    words = [word for sentence in sentences for word in sentence]
    if not words:
        return 0.0
    syllables = sum(_syllables(word) for word in words)
    return 0.39 * len(words) / len(sentences) + 11.8 * syllables / len(words) - 15.59 + 5


def _syllables(word: str) -> int:
    """At least one: numbers and abbreviations, which the word list does not know, are read at a glance."""
    return max(1, int(syllapy.count(_POSSESSIVE.sub("", word))))
