"""A text as the words that dates are made of: each in one spelling, with its place in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate

from bot.reading.dates.numbers import CARDINALS, ORDINALS
from bot.reading.dates.vocabulary import MONTHS, SHORT, WEEKDAYS, month_meant, spelled

_LEX = re.compile(r"\d+|[^\W\d_]+(?:[’'‘`´ʼ][^\W\d_]+)*|[^\w\s]")
_APOSTROPHES = re.compile(r"[’'‘`´ʼ]")
_MARKS = {
    **dict.fromkeys("-‐‑‒–—―−", "-"),
    **dict.fromkeys(".!?;", "|"),
    **dict.fromkeys(",()[]…", ","),
    "&": "and",
    "~": "about",
    "@": "at",
    "/": "/",
    "\\": "/",
    ":": ":",
    "%": "%",
    "£": "£",
    "½": "half",
    "+": "+",
}
_BETWEEN_DIGITS = {".": ".", ",": ".", ":": ":", "/": "/", "-": "-"}
_UNITS = frozenset("day week fortnight month year days hours hour minutes weeks night couple few".split())
_NAMES = frozenset((*MONTHS, *WEEKDAYS))
_BEFORE_MONTH = frozenset(
    "in of on early late mid middle since last this next during until till by from between and to or beginning start "
    "end th | , - before after around about through throughout".split()
)
_NOT_OF_A_DAY = frozenset("he she i we they you who it was and baby mum dad child been had the out".split())
_MODAL = frozenset("have be well not need i we he she they want get also you".split())


@dataclass(frozen=True)
class Token:
    """A word in its one spelling, and the characters of the text that it stands for."""

    word: str
    start: int
    end: int


@dataclass(frozen=True)
class Line:
    """The tokens, and all of them as one line with a blank between: what patterns are tried on."""

    tokens: tuple[Token, ...]
    text: str
    places: tuple[int, ...]
    """Where each token begins in the line, and the line's end."""


def line_of(text: str) -> Line:
    """The text in tokens. Costs in proportion to its length."""
    tokens = tuple(_in_numbers(_names(_words(text))))
    places = accumulate((len(token.word) + 1 for token in tokens), initial=0)
    return Line(tokens, " ".join(token.word for token in tokens), tuple(places))


def _words(text: str) -> list[Token]:
    raw = list(_LEX.finditer(text))
    found: list[Token] = []
    for n, match in enumerate(raw):
        said, start, end = match.group(), match.start(), match.end()
        after = raw[n + 1] if n + 1 < len(raw) else None
        glued = bool(n) and raw[n - 1].end() == start
        tied = after is not None and after.start() == end
        before = found[-1].word if found else ""
        if said[0].isdigit() or said[0].isalpha():
            word = _word(said.lower())
            if glued and before.isdigit() and before + word in SHORT:
                found[-1] = Token(SHORT[before + word], found[-1].start, end)
            elif before.isdigit() and len(before) < 3 and (tail := _ordinal(word, glued, before)) is not None:
                found[-1] = Token(before + "th", found[-1].start, end)
                found += [Token("ish", start + 2, end)] if tail else []
            elif word == "m" and glued and before == "|" and len(found) > 1 and found[-2].word in ("a", "p"):
                found[-2:] = [Token(found[-2].word + "m", found[-2].start, end)]
            else:
                found.append(Token(word, start, end))
            continue
        between = n > 0 and after is not None and glued and tied
        digits = between and raw[n - 1].group()[-1:].isdigit() and after is not None and after.group()[0].isdigit()
        if digits and said in _BETWEEN_DIGITS:
            found.append(Token(_BETWEEN_DIGITS[said], start, end))
        elif said in _MARKS and not (said in "-/" and between and not digits and _joins(before, after)):
            dotted = said == "." and before.removesuffix("th").isdigit() and after is not None
            if not (dotted and spelled(after.group().lower()) in MONTHS):  # type: ignore[union-attr]  # dotted: there is one
                found.append(Token(_MARKS[said], start, end))
    return found


def _word(said: str) -> str:
    """Without apostrophes; "Thursday's handover" is of Thursday."""
    named, _, rest = _APOSTROPHES.sub("'", said).partition("'")
    return named if rest == "s" and spelled(named) in WEEKDAYS else named + rest.replace("'", "")


def _ordinal(word: str, glued: bool, number: str) -> str | None:
    """What follows the ending of an ordinal in the word: "" or "ish"; None for no ending, or for "9st" of weight."""
    endings = ("st", "nd", "rd", "th", "ts", "nth") if glued else ("nd", "rd", "th")
    for ending in endings if number[-1] == "1" else endings[-5:]:
        if word in (ending, ending + "ish"):
            return word.removeprefix(ending)
    return None


def _joins(before: str, after: re.Match[str] | None) -> bool:
    """Whether a hyphen only joins ("mid-October", "26-NOV-26"): not between two names ("Aug-Oct") nor in "w/c"."""
    following = "" if after is None else spelled(after.group().lower())
    return len(before) > 1 and not (spelled(before) in _NAMES and following in _NAMES)


def _names(words: list[Token]) -> list[Token]:
    """Months and weekdays in full, and what only looks like one ("he sat", "it may be") left as it is."""
    found: list[Token] = []
    for n, token in enumerate(words):
        before = found[-1].word if found else ""
        after = words[n + 1].word if n + 1 < len(words) else ""
        word = token.word
        beside_number = before.removesuffix("th").isdigit() or after.removesuffix("th").isdigit()
        name = spelled(word) if word.isalpha() else word
        if word in ("may", "march", "mar"):
            counted = after == "the" and n + 2 < len(words) and words[n + 2].word[0].isdigit()
            alone = len(words) == 1 or (not after and before in _BEFORE_MONTH)
            feast = word == "may" and after in ("day", "bank")
            plain = before in _BEFORE_MONTH and after not in _MODAL and word != "mar"
            is_month = beside_number or counted or alone or feast or plain
            name = name if is_month else f"{word}_"
        elif word in ("sat", "sun", "wed"):
            name = f"{word}_" if before in _NOT_OF_A_DAY and not (before == "the" and word == "sat") else name
        elif name == word and word.isalpha() and word not in WEEKDAYS and beside_number:
            name = month_meant(word) or word
        elif name in ("hours", "minutes") and word in ("hr", "min", "hour", "minute") and not beside_number:
            name = name if before in ("a", "an", "1") else word
        found.append(Token(name, token.start, token.end))
    return found


def _in_numbers(words: list[Token]) -> list[Token]:
    """Numbers in digits: cardinals as "3", ordinals as "3th", years as they are said, "a week" as "1 week"."""
    found: list[Token] = []
    spoken = False  # whether the number before was said in words
    n = 0
    while n < len(words):
        token, after = words[n], words[n + 1] if n + 1 < len(words) else None
        word, value, end, step = token.word, None, token.end, 1
        tens, unit = CARDINALS.get(word, 0), after.word if after else ""
        if tens >= 20 and after and (1 <= CARDINALS.get(unit, 0) <= 9 or 1 <= ORDINALS.get(unit, 0) <= 9):
            value = f"{tens + (CARDINALS.get(unit) or ORDINALS[unit])}{'th' if unit in ORDINALS else ''}"
            end, step = after.end, 2
        elif word in CARDINALS:
            value = str(CARDINALS[word])
        elif word in ORDINALS and (word != "second" or (found and found[-1].word in ("the", *WEEKDAYS))):
            value = f"{ORDINALS[word]}th"
        elif word in ("a", "an") and unit in _UNITS:
            value = None if unit in ("couple", "few") else "1"
        elif word == "thousand" and found and found[-1].word == "2":
            value, token = "2000", found.pop()
        if value and spoken and value.isdigit():
            last = found[-1].word if found else ""
            if last in ("19", "20") and 10 <= int(value) < 100:
                value, token = last + value, found.pop()
            elif last == "2000" and int(value) < 100:
                value, token = str(2000 + int(value)), found.pop()
        spoken = value is not None or (word == "and" and spoken and bool(found) and found[-1].word == "2000")
        if not (word == "and" and spoken):
            found.append(Token(value or word, token.start, end))
        n += step
    return found
