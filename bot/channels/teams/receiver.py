"""Takes what Teams sends: stores it, and no more. The answer comes after Teams has its acknowledgement."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from microsoft_agents.activity import (
    Activity,
    AdaptiveCardInvokeResponse,
    AdaptiveCardInvokeValue,
    TurnContextProtocol,
)
from microsoft_agents.hosting.core import ActivityHandler, ClaimsIdentity, RestChannelServiceClientFactory, TurnContext
from microsoft_agents.hosting.core.connector import ConnectorClientBase
from microsoft_agents.hosting.core.connector.client import UserTokenClient

from bot.channels.teams.arrived import Arrived, read_message

GROUPS = ("groupChat", "channel")
"""Conversations that others can read."""
Keep = Callable[[Activity, Arrived], Awaitable[None]]


Executed = Callable[[Activity, str, dict[str, Any]], Awaitable[AdaptiveCardInvokeResponse]]
"""Does what a card's Action.Execute asks (its verb, its data), and says what the card shows after."""


class NoCredentials(RestChannelServiceClientFactory):
    """Gives incoming turns clients without a token.

    Nothing is sent from within an incoming turn, so no token is fetched before it: Entra may be out of reach, and
    an address that somebody forged can be given none of ours.
    """

    async def create_connector_client(
        self,
        context: TurnContext | None,
        claims_identity: ClaimsIdentity,
        service_url: str,
        audience: str,
        scopes: list[str] | None = None,
        use_anonymous: bool = False,
    ) -> ConnectorClientBase:
        """As the SDK's, without a token."""
        return await super().create_connector_client(
            None, claims_identity, service_url, audience, scopes, use_anonymous=True
        )

    async def create_user_token_client(
        self, context: TurnContext, claims_identity: ClaimsIdentity, use_anonymous: bool = False
    ) -> UserTokenClient:
        """As the SDK's, without a token."""
        return await super().create_user_token_client(context, claims_identity, use_anonymous=True)


class Receiver(ActivityHandler):
    """`keep` stores what arrived; `forget` forgets a chat that the app was removed from; `execute` runs a card."""

    def __init__(self, keep: Keep, forget: Callable[[Activity], Awaitable[None]], execute: Executed) -> None:
        self._keep, self._forget, self._execute = keep, forget, execute

    async def on_message_activity(self, turn_context: TurnContextProtocol[Any]) -> None:
        """A message, or Action.Submit."""
        activity: Activity = turn_context.activity
        if activity.text:
            activity.text = activity.remove_recipient_mention()
        await self._keep(activity, read_message(activity, group=is_group(activity)))

    async def on_message_update_activity(self, turn_context: TurnContextProtocol[Any]) -> None:
        """A message was edited, or its deletion undone."""
        await self.on_message_activity(turn_context)

    async def on_message_delete_activity(self, turn_context: TurnContextProtocol[Any]) -> None:
        """A message was deleted."""
        await self._keep(
            turn_context.activity, read_message(turn_context.activity, group=is_group(turn_context.activity))
        )

    async def on_conversation_update_activity(self, turn_context: TurnContextProtocol[Any]) -> None:
        """Somebody joined a conversation: the guide is greeting when it was the guide itself."""
        activity: Activity = turn_context.activity
        joined = {member.id for member in activity.members_added or []}
        if activity.recipient and activity.recipient.id in joined:
            await self._keep(activity, Arrived(kind="welcome", group=is_group(activity)))

    async def on_installation_update(self, turn_context: TurnContextProtocol[Any]) -> None:
        """The app was added or removed."""
        activity: Activity = turn_context.activity
        if (activity.action or "").startswith("add"):
            await self._keep(activity, Arrived(kind="welcome", group=is_group(activity)))
        elif (activity.action or "").startswith("remove"):
            await self._forget(activity)

    async def on_adaptive_card_invoke(
        self, turn_context: TurnContextProtocol[Any], invoke_value: AdaptiveCardInvokeValue
    ) -> AdaptiveCardInvokeResponse:
        """Action.Execute, answered at once."""
        action = invoke_value.action
        data = action.data if isinstance(action.data, dict) else {}
        return await self._execute(turn_context.activity, action.verb or "", data)


def is_group(activity: Activity) -> bool:
    """Whether others can read the conversation: all but a personal chat."""
    conversation = activity.conversation
    kind = conversation.conversation_type if conversation else None
    return bool(conversation and conversation.is_group) or kind in GROUPS
