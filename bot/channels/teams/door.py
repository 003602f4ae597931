"""POST /api/messages: who is speaking is checked, what is said is stored, and that is acknowledged."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request, Response
from microsoft_agents.activity import Activity
from microsoft_agents.hosting.core import AnonymousTokenProvider, ClaimsIdentity, OutboundHostValidator, TurnContext
from microsoft_agents.hosting.fastapi import CloudAdapter
from pydantic import ValidationError
from sqlalchemy.exc import DBAPIError

from bot.channels.problems import Problem
from bot.channels.teams.admission import Admission, check_activity, tenant_of
from bot.channels.teams.arrived import Arrived
from bot.channels.teams.outbound import connection_manager
from bot.channels.teams.receiver import Executed, NoCredentials, Receiver
from bot.channels.teams.service import Teams
from bot.channels.unicode import check_unicode

NOBODY = ClaimsIdentity()


async def _raise(_context: TurnContext, error: Exception) -> None:
    """In place of the SDK's own, which tells the chat what the exception says."""
    raise error


def make_door(teams: Teams, admission: Admission | None, hosts: OutboundHostValidator, execute: Executed) -> APIRouter:
    """The route. `admission` None: unsigned messages are taken, in a test with the Playground."""
    router = APIRouter()
    factory = NoCredentials(connection_manager((), lambda _configuration: AnonymousTokenProvider()))
    adapter = CloudAdapter(channel_service_client_factory=factory, host_validator=hosts)
    adapter.on_turn_error = _raise

    @router.post("/api/messages", include_in_schema=False)
    async def messages(request: Request) -> Response:
        identity, app_id, tenants = NOBODY, "", None
        if admission is not None:
            identity, connection = await admission.admit(request.headers.get("authorization"))
            app_id, tenants = connection.app_id, connection.allowed_tenants
        activity = await _read(request)
        check_activity(activity, tenants)
        tenant = tenant_of(activity)

        async def keep(seen: Activity, arrived: Arrived) -> None:
            await teams.keep(app_id, tenant, seen, arrived)

        async def forget(seen: Activity) -> None:
            await teams.forget(tenant, seen)

        request.state.claims_identity = identity
        try:
            answer = await adapter.process(request, Receiver(keep, forget, execute))
        except DBAPIError:
            raise Problem(503, "Not taken", "I could not store your message. Send it again.", 5) from None
        assert answer is not None
        return answer

    return router


async def _read(request: Request) -> Activity:
    try:
        body: Any = await request.json()
        check_unicode(body)
        activity = Activity.model_validate(body)
    except (ValueError, ValidationError):
        raise Problem(400, "Malformed", "Expected an activity of the Bot Framework as JSON.") from None
    if not activity.id or not activity.conversation or not activity.conversation.id or not activity.service_url:
        raise Problem(400, "Malformed", "Expected an activity with id, conversation and serviceUrl.")
    return activity
