"""What points at a person never reaches the store, and the writer is told what was taken out."""

from __future__ import annotations

import random

import pytest

from bot.redaction import redact, to_understand
from bot.redaction.identifiers import UPN_LETTERS, find_identifiers

SEED = 20261127


def nhs_number(draw: random.Random) -> str:
    """A number of which the tenth digit checks the other nine (modulus 11)."""
    while True:
        digits = [draw.randrange(10) for _ in range(9)]
        check = 11 - sum(digit * weight for digit, weight in zip(digits, range(10, 1, -1), strict=True)) % 11
        if check != 10:
            return "".join(map(str, [*digits, 0 if check == 11 else check]))


def pupil_number(draw: random.Random) -> str:
    """A unique pupil number with its check letter (modulus 23)."""
    digits = [draw.randrange(10) for _ in range(12)]
    letter = UPN_LETTERS[sum(digit * weight for digit, weight in zip(digits, range(2, 14), strict=True)) % 23]
    return letter + "".join(map(str, digits))


@pytest.mark.parametrize("apart", ["{a}{b}{c}", "{a} {b} {c}", "{a}-{b}-{c}", "{a}.{b}.{c}", "{a}  {b} {c}"])
def test_every_nhs_number_is_found_however_it_is_grouped(apart: str) -> None:
    draw = random.Random(SEED)
    for _ in range(200):
        number = nhs_number(draw)
        written = apart.format(a=number[:3], b=number[3:6], c=number[6:])
        clean, removed = redact(f"the number is {written}, see above")
        assert removed in (["an NHS number"], ["a telephone number"]), written
        assert not any(part in clean for part in (number, written, number[6:]))


def test_every_unique_pupil_number_is_found() -> None:
    draw = random.Random(SEED)
    for _ in range(200):
        number = pupil_number(draw)
        for written in (number, number.lower()):
            clean, removed = redact(f"upn {written}")
            assert removed == ["a unique pupil number"]
            assert written not in clean


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("her NI number is AB 12 34 56 C", "a National Insurance number"),
        ("ni ab123456c", "a National Insurance number"),
        ("they live at WS1 1TP", "a postcode"),
        ("postcode dl15qp", "a postcode"),
        ("ring me on 01922 496 000", "a telephone number"),
        ("mobile 07700900123", "a telephone number"),
        ("+44 7700 900123", "a telephone number"),
        ("write to sam.o'neil+work@school.sch.uk", "an e-mail address"),
        ("dob 12/03/2019", "a date of birth"),
        ("DOB: 3rd March 2018", "a date of birth"),
        ("she was born on 4 May 2020", "a date of birth"),
        ("date of birth 2019-03-12", "a date of birth"),
        ("passport AB1234567", "a passport number"),
        ("licence MORGA753116SM9IJ", "a driving licence number"),
        ("Kayleigh Thompson was seen", "a name"),
    ],
)
def test_an_identifier_is_replaced_and_named(text: str, what: str) -> None:
    clean, removed = redact(text)
    assert removed == [what]
    assert f"[{what} removed]" in clean


@pytest.mark.parametrize(
    "text",
    [
        "it happened on 12/03/2026",
        "3 November 2026, and 5 working days",
        "the reference is K7QM-4TXB",
        "section 16C(1) of the Act of 2004",
        "within 15 working days",
        "2026-11-20",
        "he is 36 weeks and 4 days",
        "call 999",
        "he was 1234567890 pounds in debt",
    ],
)
def test_dates_sections_and_references_stay(text: str) -> None:
    assert find_identifiers(text) == []


def test_several_are_taken_out_at_once_and_each_kind_is_told_once() -> None:
    clean, removed = redact("Ola (WS1 1TP) and Zofia (WS1 2TP), tel 01922 496000")
    assert removed == ["a name", "a postcode", "a telephone number"]
    assert clean == (
        "[a name removed] ([a postcode removed]) and [a name removed] ([a postcode removed]), "
        "tel [a telephone number removed]"
    )


def test_what_is_understood_keeps_its_sense() -> None:
    clean, _ = redact("Kayleigh is in danger now, she lives at WS1 1TP")
    assert to_understand(clean) == "she is in danger now, she lives at"


def test_redacting_again_changes_nothing() -> None:
    once, _ = redact("Kayleigh Thompson, dob 12/03/2019, NHS 943 476 5919, WS1 1TP, 01922 496000, a@b.org")
    assert redact(once) == (once, [])
