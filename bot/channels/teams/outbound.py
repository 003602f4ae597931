"""Connections out to Teams: the token of the right registration, fetched when something is sent and not before."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager

from microsoft_agents.authentication.msal import MsalAuth
from microsoft_agents.hosting.core import (
    AccessTokenProviderBase,
    AgentAuthConfiguration,
    ClaimsIdentity,
    OutboundHostValidator,
    RestChannelServiceClientFactory,
)
from microsoft_agents.hosting.core.authorization import AuthenticationConstants, AuthTypes, ConnectionManager
from microsoft_agents.hosting.core.connector import ConnectorClientBase

from bot.settings.teams_connection import TeamsConnection

FIRST = "SERVICE_CONNECTION"
"""The SDK wants one connection of this name."""
TokenProvider = Callable[[AgentAuthConfiguration], AccessTokenProviderBase]


class HostNotAllowed(ValueError):
    """An address that is not of Microsoft's Bot Connector: nothing, and no token, is sent there."""


class Outbound:
    """Makes connector clients. `hosts` says which addresses may be talked to."""

    def __init__(
        self,
        connections: Sequence[TeamsConnection],
        hosts: OutboundHostValidator,
        provider: TokenProvider = MsalAuth,
    ) -> None:
        self.hosts = hosts
        self._anonymous = not connections
        self._factory = RestChannelServiceClientFactory(connection_manager(connections, provider))

    @asynccontextmanager
    async def connector(self, app_id: str, service_url: str) -> AsyncIterator[ConnectorClientBase]:
        """A client for this address with a token of this application.

        Raises HostNotAllowed, and what MSAL raises when Entra gives no token.
        """
        if not self.hosts.is_allowed(service_url):
            raise HostNotAllowed
        identity = ClaimsIdentity({"aud": app_id, "appid": app_id} if app_id else {})
        client = await self._factory.create_connector_client(
            None, identity, service_url, AuthenticationConstants.AGENTS_SDK_SCOPE, use_anonymous=self._anonymous
        )
        try:
            yield client
        finally:
            await client.close()


def connection_manager(connections: Sequence[TeamsConnection], provider: TokenProvider) -> ConnectionManager:
    """The SDK's connections, routed by audience; without any, one that signs nothing (the Playground's)."""
    if not connections:
        return ConnectionManager(provider, {FIRST: AgentAuthConfiguration(anonymous_allowed=True)})
    names = [FIRST, *(f"CONNECTION_{n}" for n in range(1, len(connections)))]
    named = dict(zip(names, connections, strict=True))
    return ConnectionManager(
        provider,
        {name: configuration(connection) for name, connection in named.items()},
        [{"CONNECTION": name, "AUDIENCE": connection.app_id, "SERVICEURL": "*"} for name, connection in named.items()],
    )


def configuration(connection: TeamsConnection) -> AgentAuthConfiguration:
    """How this registration proves itself to its own tenant."""
    if connection.certificate is not None:
        proof = AuthTypes.certificate
    elif connection.secret is not None:
        proof = AuthTypes.client_secret
    else:
        proof = AuthTypes.user_managed_identity
    return AgentAuthConfiguration(
        auth_type=proof,
        client_id=connection.app_id,
        tenant_id=connection.tenant_id,
        client_secret=connection.secret.get_secret_value() if connection.secret else None,
        cert_pfx_file=str(connection.certificate) if connection.certificate else None,
    )
