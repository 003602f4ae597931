"""Typed text: what is taken, what is put right without a word, what is refused."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator
from pydantic_core import PydanticCustomError

JOINERS = "\u200c\u200d"
"""Persian and several Indian languages are spelt with these."""


@dataclass(frozen=True)
class TextBox:
    """How a text field is drawn and limited; `rows` over 1: several lines."""

    most: int
    rows: int = 1
    hint_of_kind: str = ""


def clean(value: object) -> object:
    """The text in its composed form, trimmed, without invisible characters (zero width, text direction).

    They come along when text is copied, and could make it read otherwise than it is. Raises for control
    characters, which no person types and PostgreSQL cannot store. What is not text is left to the next check.
    """
    if not isinstance(value, str):
        return value
    text = unicodedata.normalize("NFC", value.replace("\r\n", "\n").replace("\r", "\n"))
    text = "".join(c for c in text if c in JOINERS or unicodedata.category(c) != "Cf").strip()
    if any(unicodedata.category(c) in ("Cc", "Cs") and c not in "\n\t" for c in text):
        raise PydanticCustomError("control", "must not hold control characters: type it again, or paste plain text")
    return text


def accepted(text: str, most: int) -> str | None:
    """The text as `clean` leaves it; None where it is refused for its characters or for its length."""
    try:
        cleaned = str(clean(text))
    except PydanticCustomError:
        return None
    return cleaned if len(cleaned) <= most else None


def is_blank(text: str) -> bool:
    """Whether there is nothing in it that can be seen."""
    return all(c.isspace() or unicodedata.category(c) == "Cf" for c in text)


def at_most(most: int) -> AfterValidator:
    """Refuses more characters than that."""

    def check(text: str) -> str:
        if len(text) > most:
            raise PydanticCustomError(
                "too_long",
                "must be {most} characters or fewer: found {found}",
                {"most": f"{most:,}", "found": f"{len(text):,}"},
            )
        return text

    return AfterValidator(check)


def one_line(text: str) -> str:
    """Refuses line breaks, and the characters that tags are made of: no name, place or role has them."""
    if re.search(r"[\n\t<>]", text):
        raise PydanticCustomError("one_line", "must be one line without the characters < and >")
    return text


def code(text: str) -> str:
    """Initials or a local reference."""
    if not re.fullmatch(r"[^\W_](?:[^\W_]|[ .\-/’'])*", text):
        raise PydanticCustomError("code", "must be letters and numbers only, such as AB or W-12")
    return text


def contact(text: str) -> str:
    """A work telephone number or e-mail address, as loosely as people write them."""
    number = re.fullmatch(r"\A\+?[\d\s()\-]{7,25}(?:\s{0,9}(?:ext\.?|x)\s*\d{1,6})?", text, re.IGNORECASE)
    email = re.fullmatch(r"\A[^@\s<>]+@[^@\s<>.]+(?:\.[^@\s<>.]+)+", text)
    if not number and not email:
        raise PydanticCustomError("contact", "must be one telephone number or one email address")
    return text


Line = Annotated[str, TextBox(200), BeforeValidator(clean), AfterValidator(one_line), at_most(200)]
Code = Annotated[str, TextBox(5), BeforeValidator(clean), AfterValidator(code), at_most(5)]
Contact = Annotated[str, TextBox(254), BeforeValidator(clean), AfterValidator(contact), at_most(254)]
Short = Annotated[str, TextBox(500, 3), BeforeValidator(clean), at_most(500)]
Text = Annotated[str, TextBox(2000, 6), BeforeValidator(clean), at_most(2000)]
Summary = Annotated[str, TextBox(2000, 12), BeforeValidator(clean), at_most(2000)]
