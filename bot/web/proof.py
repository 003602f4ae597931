"""Proof that a form was sent from our own page in this browser: what its cookie holds, signed for one purpose."""

from __future__ import annotations

from hashlib import sha256

from itsdangerous import Signer

from bot.settings import Settings


def signature(settings: Settings, purpose: str, value: str) -> str:
    """The value signed with the service's key, for this purpose alone; 43 letters that an address may hold."""
    return _signer(settings, purpose).get_signature(value).decode()


def is_proof(settings: Settings, purpose: str, held: str | None, given: str) -> bool:
    """Whether a form that says `given` came from a page that we gave to the browser that holds this cookie value."""
    return bool(held) and _signer(settings, purpose).verify_signature(held or "", given)


def _signer(settings: Settings, purpose: str) -> Signer:
    return Signer(settings.key, salt=purpose, key_derivation="hmac", digest_method=sha256)
