"""The keys that seal what is stored, newest first: the newest seals, all of them open.

Sealed text is a Fernet token (AES-128-CBC with HMAC-SHA256, from `cryptography`): a changed or foreign token
is refused, and a key is replaced without stopping the service, because old keys go on opening.
"""

from __future__ import annotations

from cryptography.fernet import Fernet, InvalidToken, MultiFernet


class BadKey(ValueError):
    """A key that is none; the message names the setting and its place in the list, never the key."""


class SealedByAnotherKey(RuntimeError):
    """Stored text that no present key opens, or that was changed."""


def make_key() -> str:
    """A new random key, as CSPR_ENCRYPTION_KEYS takes it."""
    return Fernet.generate_key().decode("ascii")


class Keyring:
    """Keys, newest first. Raises BadKey when there is none or one is malformed."""

    def __init__(self, keys: list[str]) -> None:
        if not keys:
            raise BadKey("CSPR_ENCRYPTION_KEYS: found nothing, expected at least one key")
        fernets = [_fernet(key, place) for place, key in enumerate(keys, start=1)]
        self._newest, self._all = fernets[0], MultiFernet(fernets)

    def seal(self, text: str) -> str:
        """The text as a token of the newest key."""
        return self._newest.encrypt(text.encode()).decode("ascii")

    def open(self, token: str) -> str:
        """The text of a token. Raises SealedByAnotherKey."""
        try:
            return self._all.decrypt(token).decode()
        except InvalidToken:
            raise SealedByAnotherKey(
                "Something stored cannot be opened: none of the keys in CSPR_ENCRYPTION_KEYS fits, or it was changed"
            ) from None

    def is_newest(self, token: str) -> bool:
        """Whether the newest key sealed it."""
        try:
            self._newest.decrypt(token)
        except InvalidToken:
            return False
        return True

    def seal_again(self, token: str) -> str:
        """The same text under the newest key. Raises SealedByAnotherKey."""
        return self.seal(self.open(token))


def _fernet(key: str, place: int) -> Fernet:
    try:
        return Fernet(key)
    except ValueError:
        found = f"CSPR_ENCRYPTION_KEYS: found {len(key)} characters as key {place}"
        raise BadKey(f"{found}, expected 32 bytes in URL-safe base64: `cspr encryption new-key` prints one") from None
