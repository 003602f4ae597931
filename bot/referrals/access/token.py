"""Secrets that open something: drawn at random, kept only as SHA-256."""

from __future__ import annotations

import hashlib
import secrets


def make_token() -> str:
    """A new secret of 256 bits, safe in an address."""
    return secrets.token_urlsafe(32)


def hashed(secret: str) -> str:
    """What is stored of a secret. No salt: the secret itself is random and long."""
    return hashlib.sha256(secret.encode()).hexdigest()
