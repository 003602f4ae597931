"""What may not be taken in a field of a page, and how a refusal looks."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

from bot.referrals.record.fields import Field, Kind

BIG = "x" * 10_000_000
DAYS = {
    "words": ("tomorrow", "", ""),
    "no month": ("1", "", "2026"),
    "31 February": ("31", "2", "2026"),
    "to come": ("1", "1", "2027"),
    "long past": ("1", "1", "1900"),
    "SQL": ("1;--", "1", "2026"),
    "script": ("<b>", "1", "2026"),
    "NUL": ("1\x00", "1", "2026"),
    "RTL": ("\u202e1", "1", "2026"),
    "zero width": ("1\u200b", "1", "2026"),
    "long": ("1" * 5000, "1", "2026"),
}
NO_CHOICES = ("nonsense", "<script>", "' OR 1=1", "x" * 5000, "\u202eyes", "a\x00b")


def bad_entries(field: Field) -> Iterator[tuple[dict[str, Any], list[str]]]:
    """What is posted, and what of it must stand in the page again.

    A control character is not shown again: HTML cannot hold it. A choice that is none has no place on the page.
    """
    if field.kind is Kind.TEXT:
        yield from (({field.name: text}, [text] if "\x00" not in text else []) for text in bad_texts(field))
    elif field.kind is Kind.DAY:
        for parts in DAYS.values():
            yield day_entry(field.name, parts), [part for part in parts if part and "\x00" not in part]
        yield {f"{field.name}-day": "1", f"{field.name}-unknown": "yes"}, ["1"]
    elif field.kind in (Kind.CHOICE, Kind.CHOICES):
        yield from (({field.name: value}, []) for value in NO_CHOICES)
        alone = [each.value for each in field.options or () if each.alone]
        others = [each.value for each in field.options or () if not each.alone]
        if field.kind is Kind.CHOICES and alone:
            yield {field.name: [alone[0], others[0]]}, []


def bad_texts(field: Field) -> list[str]:
    """Texts that this field does not take."""
    assert field.typed is not None
    found = ["x" * (field.typed.most + 1), "a\x00b"]
    if field.typed.rows == 1:
        found += ["<script>alert(1)</script>", "a\nb"]
    if field.name in ("code", "contact"):
        found += ["'; DROP TABLE referral;--"]
    return found


def day_entry(name: str, parts: tuple[str, str, str]) -> dict[str, str]:
    """The three inputs of a date."""
    return {f"{name}-{part}": value for part, value in zip(("day", "month", "year"), parts, strict=True)}


def refused(answer: Any, name: str, kept: list[str]) -> None:
    """The page came back with a message in the summary, which links to the field, and beside it."""
    assert answer.status_code == 400
    assert "<title>Error: " in answer.text
    at = re.search(r'<a href="#([\w-]+)">', answer.text)
    assert at is not None
    assert at.group(1) == name or at.group(1).startswith(f"{name}-")
    assert f'id="{at.group(1)}"' in answer.text
    assert f'id="{name}-error"' in answer.text
    assert "<script>" not in answer.text
    values = re.findall(r'value="([^"]*)"|<textarea[^>]*>\n?([^<]*)</textarea>', answer.text)
    shown = {html.unescape("".join(value)) for value in values}
    assert set(kept) <= shown


def input_of(field: Field) -> str:
    """The first input that the field is typed into."""
    return f"{field.name}-day" if field.kind is Kind.DAY else field.name


def ten_megabytes(hidden: dict[str, str], name: str) -> dict[str, Any]:
    """A form with ten megabytes in this input, as `client.post` takes it."""
    headers = {"content-type": "application/x-www-form-urlencoded"}
    others = {each: value for each, value in hidden.items() if each != name}
    return {"content": urlencode(others | {name: ""}) + BIG, "headers": headers}


def refused_ten_megabytes(answer: Any, *, typed: bool = True) -> None:
    """Refused on the page, which does not hold it all; `typed`: its beginning is there to be shortened."""
    assert answer.status_code == 400
    assert "<title>Error: " in answer.text
    assert "x" * 1000 in answer.text or not typed
    assert len(answer.content) < 2_000_000
