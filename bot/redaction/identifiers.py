"""Numbers and codes that point at a person: presidio's recognisers for the United Kingdom, and the few that it lacks.

Each works on the text alone, so presidio's engine and its language model are not needed. Formats: NHS number, NHS
Data Dictionary (modulus 11); unique pupil number, DfE guide (check letter, modulus 23); National Insurance number,
HMRC manual NIM39110; postcode, BS 7666.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Protocol

from presidio_analyzer import Pattern, PatternRecognizer, RecognizerResult
from presidio_analyzer.predefined_recognizers import (
    NhsRecognizer,
    PhoneRecognizer,
    UkDrivingLicenceRecognizer,
    UkNinoRecognizer,
    UkPassportRecognizer,
    UkPostcodeRecognizer,
)

UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
APART = r"[\s.\-–]{0,2}"
"""What people put between the groups of a number."""

WINDOW, OVERLAP = 2000, 400
"""Characters searched at a time, and how far beyond them an identifier that began there may reach. The recognisers
compare each find with every other, and give up after a while on a long text; on windows they do neither."""

MARKS = [(mark, "") for mark in " .-–\n\t\xa0"]


@dataclass(frozen=True, slots=True)
class Found:
    """An identifier, in words ("an NHS number"), and where it stands."""

    what: str
    start: int
    end: int


class Taken:
    """Which characters of a text are spoken for."""

    def __init__(self, text: str) -> None:
        self._characters = bytearray(len(text))

    def is_free(self, start: int, end: int) -> bool:
        """Whether none from `start` up to `end` is."""
        return not any(self._characters[start:end])

    def take(self, start: int, end: int) -> None:
        """From now on these are."""
        self._characters[start:end] = b"\1" * (end - start)


class Recogniser(Protocol):
    """What is used of presidio's recognisers. The last argument is for those that need a language model: none here."""

    def analyze(self, text: str, entities: list[str], nlp_artifacts: Any) -> list[RecognizerResult]:
        """Where these entities stand."""
        ...


class UniquePupilNumber(PatternRecognizer):
    """A letter and twelve digits; the letter checks the digits."""

    def __init__(self) -> None:
        pattern = Pattern("UPN", r"\b[A-Z]\d{11}[\dA-Z]\b", 0.5)
        super().__init__(supported_entity="UPN", patterns=[pattern])

    def validate_result(self, pattern_text: str) -> bool:
        """Whether the first letter is the one that the digits ask for (a temporary number ends in a letter)."""
        code = pattern_text.upper()
        last = code[12]
        digits = [int(digit) for digit in code[1:12]] + [int(last) if last.isdigit() else UPN_LETTERS.find(last)]
        total = sum(digit * weight for digit, weight in zip(digits, range(2, 14), strict=True))
        return code[0] == UPN_LETTERS[total % 23]


def _recognisers() -> tuple[tuple[str, str, Recogniser], ...]:
    nhs = Pattern("NHS number", rf"(?<!\d)\d{{3}}{APART}\d{{3}}{APART}\d{{4}}(?!\d)", 0.5)
    born = Pattern(
        "date of birth",
        r"\b(?:d\.?o\.?b\.?|date of birth|born(?: on)?(?: the)?|birthday(?: is)?)[\s:=-]{0,3}"
        r"(\d{1,2}(?:st|nd|rd|th)?[\s/.\-]{1,3}(?:of )?(?:\d{1,2}|[a-z]{3,9})[\s/.\-]{1,3}\d{2,4}|\d{4}-\d{2}-\d{2})",
        0.6,
    )
    # presidio asks the numbering plan; a digit mistyped makes a number that is in no plan and still points at somebody
    phone = Pattern("telephone", r"(?<![\w/])(?:\+44[ -]?|0)(?:\d[ -]?){9,10}(?![\w/])", 0.5)
    email = Pattern("e-mail", r"[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}", 0.6)
    return (
        ("an e-mail address", "EMAIL", PatternRecognizer(supported_entity="EMAIL", patterns=[email])),
        ("a date of birth", "BORN", PatternRecognizer(supported_entity="BORN", patterns=[born])),
        ("a unique pupil number", "UPN", UniquePupilNumber()),
        (
            "an NHS number",
            "UK_NHS",
            NhsRecognizer(patterns=[nhs], replacement_pairs=MARKS),
        ),
        ("a National Insurance number", "UK_NINO", UkNinoRecognizer()),
        ("a driving licence number", "UK_DRIVING_LICENCE", UkDrivingLicenceRecognizer()),
        ("a telephone number", "PHONE_NUMBER", PhoneRecognizer(supported_regions=("GB",))),
        ("a telephone number", "PHONE", PatternRecognizer(supported_entity="PHONE", patterns=[phone])),
        ("a passport number", "UK_PASSPORT", UkPassportRecognizer()),
        ("a postcode", "UK_POSTCODE", UkPostcodeRecognizer()),
    )


@lru_cache(maxsize=1)
def _ready() -> tuple[tuple[str, str, Recogniser], ...]:
    return _recognisers()


def find_identifiers(text: str) -> list[Found]:
    """The identifiers in order; where two kinds fit the same characters, the kind that is checked more strictly."""
    found: list[Found] = []
    taken = Taken(text)
    windows = _windows(text)
    for what, entity, recogniser in _ready():
        for first, last in windows:
            for result in recogniser.analyze(text[first : last + OVERLAP], [entity], None):
                start, end = first + result.start, first + result.end
                if start < last and taken.is_free(start, end):
                    taken.take(start, end)
                    found.append(Found(what, start, end))
    return sorted(found, key=lambda each: each.start)


def _windows(text: str) -> list[tuple[int, int]]:
    """Where each window starts and ends: at a blank, where there is one, so that none starts within a word."""
    windows, first = [], 0
    while len(text) - first > WINDOW + OVERLAP:
        blank = text.rfind(" ", first + WINDOW - OVERLAP, first + WINDOW)
        last = first + WINDOW if blank < 0 else blank
        windows.append((first, last))
        first = last
    return [*windows, (first, len(text))]
