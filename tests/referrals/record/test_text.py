"""Typed text is put right where that is harmless, and refused where it is not."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from bot.referrals.record.text import Code, Contact, Line, Text


def take(kind: Any, value: Any) -> str:
    taken: str = TypeAdapter(kind).validate_python(value)
    return taken


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Head of year \r\n", "Head of year"),
        ("Heal\u200bth vis\u00aditor\ufeff", "Health visitor"),
        ("\u202eevil\u202c", "evil"),
        ("e\u0301cole", "école"),
        ("مدرسة", "مدرسة"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("O'Brien & Sons; DROP TABLE referral", "O'Brien & Sons; DROP TABLE referral"),
    ],
)
def test_invisible_characters_go_and_every_script_stays(typed: str, kept: str) -> None:
    assert take(Line, typed) == kept


@pytest.mark.parametrize("bad", ["two\nlines", "<script>", "a\x00b", "x" * 201, 7, ["x"], "\ud800"])
def test_a_line_refuses_what_is_no_line(bad: Any) -> None:
    with pytest.raises(ValidationError):
        take(Line, bad)


@pytest.mark.parametrize("good", ["AB", "a1", "W-12", "É.B", "J B"])
def test_initials_and_references_are_taken(good: str) -> None:
    assert take(Code, good) == good


@pytest.mark.parametrize("bad", ["ABCDEF", "<b>", "-", "A;B", "A\nB"])
def test_what_is_longer_or_no_initials_is_refused(bad: str) -> None:
    with pytest.raises(ValidationError):
        take(Code, bad)


@pytest.mark.parametrize("good", ["01922 650000", "+44 (0)1922 650000 ext 12", "a.b@school.example.org"])
def test_telephone_numbers_and_addresses_are_taken(good: str) -> None:
    assert take(Contact, good) == good


@pytest.mark.parametrize("bad", ["ask for Sam", "a@b", "a@b.c d@e.f", "<a@b.c>", "12345"])
def test_what_reaches_nobody_is_refused(bad: str) -> None:
    with pytest.raises(ValidationError):
        take(Contact, bad)


def test_long_text_counts_after_trimming() -> None:
    assert len(take(Text, " " * 50 + "x" * 2000 + "\n" * 50)) == 2000
    with pytest.raises(ValidationError, match="2,000 characters or fewer: found 2,001"):
        take(Text, "x" * 2001)
