"""Identifiers are taken out of what is typed before anything is stored, and the writer is told."""

from __future__ import annotations

import re
from collections.abc import Callable

_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("an e-mail address", re.compile(r"\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b")),
    ("an NHS number", re.compile(r"\b\d{3}[ -]?\d{3}[ -]?\d{4}\b")),
    ("a National Insurance number", re.compile(r"\b[A-CEGHJ-PR-TW-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b", re.IGNORECASE)),
    ("a telephone number", re.compile(r"(?<![\w/])(?:\+44 ?|0)(?:\d[ -]?){9,10}(?![\w/])")),
    ("a postcode", re.compile(r"\b(?:GIR ?0AA|[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2})\b", re.IGNORECASE)),
)


def redact(text: str) -> tuple[str, list[str]]:
    """The text with identifiers replaced by "[... removed]", and what was removed, in words."""
    removed = []
    for name, pattern in _PATTERNS:
        mark = f"[{name} removed]"
        clean = pattern.sub(_marker(name, mark), text)
        if clean != text:
            removed.append(name)
        text = clean
    return text, removed


def _marker(name: str, mark: str) -> Callable[[re.Match[str]], str]:
    def replace(match: re.Match[str]) -> str:
        return match.group() if name == "an NHS number" and not is_nhs_number(match.group()) else mark

    return replace


def is_nhs_number(text: str) -> bool:
    """Ten digits with the right check digit (modulus 11, NHS Data Dictionary)."""
    digits = [int(c) for c in text if c.isdigit()]
    if len(digits) != 10:
        return False
    check = 11 - sum(d * w for d, w in zip(digits, range(10, 1, -1), strict=False)) % 11
    return digits[9] == (0 if check == 11 else check)
