"""Text must be Unicode: half of a character (a lone surrogate) can be neither stored nor answered."""

from __future__ import annotations

import json
from typing import Any


class NotUnicode(ValueError):
    """Text that holds half of a character: what a program sends that cuts text at so many UTF-16 units."""

    def __init__(self) -> None:
        super().__init__("found text that is not valid Unicode")


def check_unicode(value: Any) -> None:
    """Raises NotUnicode when a string anywhere in this JSON value, name or value, is not valid Unicode."""
    try:
        json.dumps(value, ensure_ascii=False, default=str).encode()
    except UnicodeEncodeError:
        raise NotUnicode from None
