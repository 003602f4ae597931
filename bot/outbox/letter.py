"""What is mailed. Nothing about a case: no way of sending has a way to say more, and must not find one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Letter:
    """One mail to one person. `key` is the idempotency key: a repeat has the same.

    `text` is the whole of it, lines ending with a line feed. GOV.UK Notify has words of its own for each `template`
    and fills in `fields`, of which `link` is always one.
    """

    to: str
    key: str
    subject: str
    text: str
    template: Literal["notice", "sign_in"]
    fields: Mapping[str, str]
