"""The door to Teams on the shared service, with connections and an issuer of our own; and who is on its other side."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from aiohttp import web
from azure.core.credentials_async import AsyncTokenCredential
from fastapi import FastAPI
from microsoft_agents.hosting.core import AccessTokenProviderBase, AgentAuthConfiguration, OutboundHostValidator

from bot.channels.teams.admission import Admission
from bot.channels.teams.claiming import Claiming
from bot.channels.teams.delivery import Delivery
from bot.channels.teams.door import make_door
from bot.channels.teams.keys import SigningKeys
from bot.channels.teams.outbound import Outbound
from bot.channels.teams.service import Teams
from bot.settings import Settings
from bot.settings.teams_connection import TeamsConnection
from bot.web.problem_pages import add_problem_handlers
from tests.teams.issuer import SERVICE_URL, Issuer

WALSALL = TeamsConnection(
    app_id="11111111-0000-4000-8000-000000000001", tenant_id="11111111-0000-4000-8000-00000000000a", area="walsall"
)
POLICE = TeamsConnection(
    app_id="22222222-0000-4000-8000-000000000001", tenant_id="22222222-0000-4000-8000-00000000000a"
)


class Unreachable(Exception):
    """What MSAL would say when Entra is out of reach; never to be read by a user."""


class Unused(AccessTokenProviderBase):
    """What the guide never asks Entra ID for."""

    async def acquire_token_on_behalf_of(self, scopes: list[str], user_assertion: str) -> str:
        raise NotImplementedError

    async def get_agentic_application_token(self, tenant_id: str, agent_app_instance_id: str) -> str | None:
        raise NotImplementedError

    async def get_agentic_instance_token(self, tenant_id: str, agent_app_instance_id: str) -> tuple[str, str]:
        raise NotImplementedError

    async def get_agentic_user_token(
        self, tenant_id: str, agent_app_instance_id: str, agentic_user_id: str, scopes: list[str]
    ) -> str | None:
        raise NotImplementedError


@dataclass
class Entra:
    """Gives tokens, unless it is down; `refused` is set when somebody asked in vain."""

    down: bool = False
    refused: asyncio.Event = field(default_factory=asyncio.Event)

    def provider(self, configuration: AgentAuthConfiguration) -> AccessTokenProviderBase:
        """For the SDK's connection manager."""
        entra = self

        class Provider(Unused):
            @property
            def configuration(self) -> AgentAuthConfiguration:
                return configuration

            async def get_access_token(self, resource_url: str, scopes: list[str], force_refresh: bool = False) -> str:
                if entra.down:
                    entra.refused.set()
                    raise Unreachable("login.microsoftonline.com")
                return f"token of {configuration.CLIENT_ID}"

            def get_token_credential(self) -> AsyncTokenCredential:
                raise NotImplementedError

        return Provider()


@dataclass
class Connector:
    """The Bot Connector's side: takes messages on a port of this machine. `refuse` answers with that status."""

    url: str = ""
    taken: list[dict[str, Any]] = field(default_factory=list)
    tokens: list[str | None] = field(default_factory=list)
    refuse: int | None = None
    news: asyncio.Event = field(default_factory=asyncio.Event)

    @asynccontextmanager
    async def running(self) -> AsyncIterator[Connector]:
        """While it listens."""

        async def take(request: web.Request) -> web.Response:
            if self.refuse:
                self.news.set()
                return web.Response(status=self.refuse)
            self.tokens.append(request.headers.get("Authorization"))
            self.taken.append({"method": request.method, "chat": request.match_info["chat"], **await request.json()})
            self.news.set()
            return web.json_response({"id": f"m-{len(self.taken)}"})

        app = web.Application()
        app.router.add_route("*", "/v3/conversations/{chat}/activities", take)
        app.router.add_route("*", "/v3/conversations/{chat}/activities/{id}", take)
        runner = web.AppRunner(app)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        self.url = f"http://127.0.0.1:{runner.addresses[0][1]}/"
        yield self
        await runner.cleanup()

    async def wait(self, most: int) -> list[dict[str, Any]]:
        """The messages, once there are so many of them."""
        async with asyncio.timeout(120):
            while len(self.messages) < most:
                self.news.clear()
                await self.news.wait()
        return self.messages

    @property
    def messages(self) -> list[dict[str, Any]]:
        """The new messages, without changed cards and typing."""
        return [m for m in self.taken if m["method"] == "POST" and m["type"] == "message"]

    def words(self) -> str:
        """All that was sent, as text."""
        return str(self.taken)


def teams_on(app: FastAPI, entra: Entra, *, hosts: OutboundHostValidator | None = None, **changed: Any) -> Teams:
    """Teams on the service's database and dialogue."""
    settings = Settings(**{**app.state.settings.model_dump(), "teams_connections": (WALSALL, POLICE), **changed})
    outbound = Outbound(settings.teams_connections, hosts or OutboundHostValidator(enabled=True), entra.provider)
    delivery = Delivery(app.state.sessions, outbound)
    return Teams(settings, app.state.sessions, app.state.conversations, app.state.packs, delivery)


def door_of(teams: Teams, issuer: Issuer, hosts: OutboundHostValidator | None = None) -> FastAPI:
    """An application with nothing but the door."""
    door = FastAPI()
    claiming = Claiming(teams.sessions, teams.settings)
    admission = Admission(teams.settings.teams_connections, SigningKeys(issuer.url))
    door.include_router(make_door(teams, admission, hosts or OutboundHostValidator(enabled=True), claiming))
    add_problem_handlers(door)
    door.state.teams = teams
    return door


def activity(connection: TeamsConnection = WALSALL, *, chat: str | None = None, **changed: Any) -> dict[str, Any]:
    """A message as Teams sends it; `None` takes a field out."""
    whole = {
        "type": "message",
        "id": uuid4().hex,
        "text": "What is a rapid review?",
        "timestamp": datetime.now(UTC).isoformat(),
        "channelId": "msteams",
        "serviceUrl": SERVICE_URL,
        "from": {"id": "29:robin", "aadObjectId": "33333333-0000-4000-8000-000000000001"},
        "recipient": {"id": f"28:{connection.app_id}", "name": "Guide"},
        "conversation": {
            "id": chat or f"a:{uuid4().hex}", "conversationType": "personal", "tenantId": connection.tenant_id,
        },
        "channelData": {"tenant": {"id": connection.tenant_id}},
    }  # fmt: skip
    return {name: value for name, value in (whole | changed).items() if value is not None}
