"""Text without what could break a document or make it read otherwise than it is."""

from __future__ import annotations

import unicodedata
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from bot.referrals.record.text import JOINERS

T = TypeVar("T")

REPLACEMENT = "\ufffd"
BREAKS = str.maketrans({"\r": "\n", "\u2028": "\n", "\u2029": "\n", "\v": "\n", "\f": "\n", "\x85": "\n"})


def clean(text: str) -> str:
    """The text in its composed form. Invisible characters (zero width, text direction) go, as at the form's door.

    Control characters, half surrogates and what Unicode says is no character become U+FFFD: XML 1.0 (section 2.2)
    cannot hold most of them, and a reader should see that something stood there.
    """
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").translate(BREAKS))
    return "".join(_safe(character) for character in text)


def cleaned(value: T) -> T:
    """The same value with every text in it cleaned, dataclasses and tuples included."""
    found: Any = value
    if type(found) is str:
        found = clean(found)
    elif isinstance(value, tuple):
        found = tuple(cleaned(each) for each in value)
    elif is_dataclass(value) and not isinstance(value, type):
        found = replace(value, **{field.name: cleaned(getattr(value, field.name)) for field in fields(value)})
    return found  # type: ignore[no-any-return]  # each branch keeps the type of value


def _safe(character: str) -> str:
    if character in JOINERS or character in "\n\t":
        return character
    category = unicodedata.category(character)
    if category == "Cf":
        return ""
    not_a_character = category == "Cn" and (ord(character) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(character) <= 0xFDEF)
    return REPLACEMENT if category in ("Cc", "Cs") or not_a_character else character
