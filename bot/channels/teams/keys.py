"""The public keys that the Bot Framework signs with."""

from __future__ import annotations

import time

from jwt import PyJWK, PyJWKClient
from microsoft_agents.hosting.core.authorization import AuthenticationConstants

KEYS_URL = AuthenticationConstants.PUBLIC_ABS_JWKS_URL
KEPT = 24 * 3600
"""Seconds. Microsoft asks for a day at least ("Connector to Bot: step 4" of the Bot Framework's authentication)."""
BETWEEN = 60.0
"""Seconds between two fetches, however many tokens name a key that nobody knows."""


class SigningKeys(PyJWKClient):
    """Fetches the keys once a day, and earlier when a token names a new one."""

    def __init__(self, url: str = KEYS_URL, between: float = BETWEEN) -> None:
        super().__init__(url, lifespan=KEPT, timeout=10)
        self._between, self._fetched = between, float("-inf")

    def get_signing_keys(self, refresh: bool = False) -> list[PyJWK]:
        """The keys for signatures. Raises jwt.PyJWKClientError when they cannot be had."""
        early = time.monotonic() - self._fetched < self._between
        keys = super().get_signing_keys(refresh and not early)
        if refresh and not early:
            self._fetched = time.monotonic()
        return keys
