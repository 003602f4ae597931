"""The hash chain of a record: each event's hash covers the event before it, so that no link can be changed or left
out without every later hash changing too.

An event's hash does not cover its content but a commitment to it: SHA-256 of a random salt and the content.
Retention deletes content and salt together; the commitment stays, so the chain can still be verified, and
without the salt nobody can find the content again by guessing. Hashes are SHA-256 in hexadecimal, over
canonical JSON (keys sorted, no spaces, UTF-8).
"""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, NamedTuple

BEFORE_THE_FIRST = "0" * 64
"""What the first event of a record has for its previous hash."""


class Link(NamedTuple):
    """What an event's hash covers. `at` is aware."""

    reference: str
    n: int
    type: str
    actor: str
    at: datetime
    commitment: str
    previous: str


def make_salt() -> str:
    """A new salt of 256 bits."""
    return secrets.token_hex(32)


def commit_to(salt: str, content: Any) -> str:
    """The commitment to this content, fit for JSON."""
    return hashlib.sha256(f"{salt} {canonical(content)}".encode()).hexdigest()


def hash_of(link: Link) -> str:
    """The hash of this link."""
    at = link.at.astimezone(UTC).isoformat(timespec="microseconds")
    return hashlib.sha256(canonical({**link._asdict(), "at": at}).encode()).hexdigest()


def digest(content: Mapping[str, Any]) -> str:
    """A digest of what a draft says. It stands in an event's content only, where a salt covers it."""
    return hashlib.sha256(canonical(content).encode()).hexdigest()


def canonical(value: Any) -> str:
    """The value as JSON that is the same for the same value. Raises TypeError for what is not fit for JSON."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
