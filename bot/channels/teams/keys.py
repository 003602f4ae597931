"""The public keys that the Bot Framework signs with."""

from __future__ import annotations

from jwt import PyJWK, PyJWKClient, get_unverified_header
from microsoft_agents.hosting.core.authorization import AuthenticationConstants

KEYS_URL = AuthenticationConstants.PUBLIC_ABS_JWKS_URL
KEPT = 24 * 3600
"""Seconds. Microsoft asks for a day at least ("Connector to Bot: step 4" of the Bot Framework's authentication)."""
BETWEEN = 60
"""Seconds between two fetches, however many tokens name a key that nobody knows."""


class SigningKeys(PyJWKClient):
    """Fetches the keys once a day, and earlier when a token names a new one."""

    def __init__(self, url: str = KEYS_URL) -> None:
        super().__init__(url, lifespan=KEPT, timeout=10, cooldown_duration=BETWEEN)

    def known(self, token: str) -> PyJWK | None:
        """The token's key, if it has been fetched already. Raises jwt.PyJWTError for a token without a header."""
        kid = get_unverified_header(token).get("kid")
        kept = self.jwk_set_cache.get() if self.jwk_set_cache else None
        return next((key for key in kept.keys if kid and key.key_id == kid), None) if kept else None
