"""Who may speak to the guide through Teams: the token of each request, and the activity that came with it.

The SDK's own validator takes a token without `exp` and always trusts some of Microsoft's own tenants as issuers,
so the token is checked here, claim by claim, with the library that the SDK uses.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import jwt
from microsoft_agents.activity import Activity
from microsoft_agents.hosting.core import ClaimsIdentity
from microsoft_agents.hosting.core.authorization import AuthenticationConstants

from bot.channels.problems import Problem
from bot.channels.teams.keys import SigningKeys
from bot.settings.teams_connection import TeamsConnection
from bot.storage.base import now

log = logging.getLogger(__name__)
ISSUER = AuthenticationConstants.AGENTS_SDK_TOKEN_ISSUER
REQUIRED = ["exp", "iss", "aud", "serviceurl"]
LEEWAY = 300
"""Seconds of clock skew, as the Bot Framework's authentication allows."""
OLDEST, NEWEST = timedelta(minutes=15), timedelta(minutes=5)
"""How old an activity may be, and how far ahead of our clock: what was overheard cannot be sent again later."""
CHANNEL = "msteams"


class NoToken(Problem):
    """401: the request does not prove that it comes from the Bot Framework."""

    def __init__(self) -> None:
        super().__init__(401, "Not signed", "Expected a bearer token of the Bot Framework for this service.")


class NotForUs(Problem):
    """403: it comes from the Bot Framework, but not from where this service takes messages."""

    def __init__(self, detail: str) -> None:
        super().__init__(403, "Not allowed", detail)


class Admission:
    """Checks requests against the connections. `keys` fetches the Bot Framework's public keys."""

    def __init__(self, connections: Sequence[TeamsConnection], keys: SigningKeys) -> None:
        self.connections = {connection.app_id: connection for connection in connections}
        self.keys = keys
        self._in_order = asyncio.Lock()  # who waits for the keys to be fetched is not overtaken

    async def admit(self, authorization: str | None) -> tuple[ClaimsIdentity, TeamsConnection]:
        """The claims of the token, and the connection that it is for.

        Raises NoToken, and Problem 503 when the keys cannot be fetched: then Teams sends again.
        """
        scheme, _, token = (authorization or "").partition(" ")
        if scheme.lower() != "bearer":
            raise NoToken
        try:
            connection = self._addressed(token)
            key = await self._key_of(token)
            claims: dict[str, Any] = jwt.decode(
                token,
                key,
                algorithms=["RS256"],
                audience=connection.app_id,
                issuer=ISSUER,
                leeway=LEEWAY,
                options={"require": REQUIRED},
            )
        except jwt.PyJWKClientConnectionError:
            log.error("the Bot Framework's signing keys could not be fetched")
            raise Problem(503, "Not taken", "The signing keys cannot be fetched now. Send it again.", 5) from None
        except (jwt.PyJWTError, ValueError, TypeError, KeyError) as error:
            log.warning("a request to Teams was refused: %s", type(error).__name__)
            raise NoToken from None
        return ClaimsIdentity(claims, authentication_type="Bearer"), connection

    async def _key_of(self, token: str) -> jwt.PyJWK:
        async with self._in_order:
            key = self.keys.known(token) or await asyncio.to_thread(self.keys.get_signing_key_from_jwt, token)
        if key is None:
            raise jwt.PyJWKClientError
        return key

    def _addressed(self, token: str) -> TeamsConnection:
        """The connection that the token names, before anything is fetched on its word."""
        told = jwt.decode(token, options={"verify_signature": False})
        audience = told.get("aud")
        if not isinstance(audience, str) or told.get("iss") != ISSUER:
            raise jwt.InvalidIssuerError
        return self.connections[audience.lower()]


def check_activity(activity: Activity, tenants: frozenset[str] | None) -> None:
    """That the activity comes from Teams, from one of these tenants (None: any, in a test), and from just now.

    Raises NotForUs.
    """
    if str(activity.channel_id or "") != CHANNEL:
        raise NotForUs("Expected an activity of the channel msteams.")
    if tenants is not None and not _tenants_of(activity) <= tenants:
        raise NotForUs("This service does not take messages from this organisation.")
    at = activity.timestamp
    if at is None or at.tzinfo is None or not now() - OLDEST <= at <= now() + NEWEST:
        raise NotForUs("Expected an activity of the last 15 minutes, with its time.")


def tenant_of(activity: Activity) -> str:
    """The tenant of the conversation, in lower case; "" where none is named."""
    return min(_tenants_of(activity), default="")


def _tenants_of(activity: Activity) -> frozenset[str]:
    """Every tenant that the activity names; one that names none is from the tenant ""."""
    data = activity.channel_data if isinstance(activity.channel_data, dict) else {}
    named = [activity.conversation and activity.conversation.tenant_id, (data.get("tenant") or {}).get("id")]
    return frozenset(str(tenant).lower() for tenant in named if tenant) or frozenset({""})
