"""A request to the chat page: whose conversation it is, what has been said in it, and how it is shown."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Callable
from typing import Annotated, Any

from fastapi import Depends, Request, Response
from fastapi.responses import RedirectResponse

from bot.channels.conversations import Conversations
from bot.channels.model import Transcript
from bot.channels.pace import address_of
from bot.channels.problems import ExpiredConversation, Problem, UnknownConversation
from bot.settings import Settings
from bot.web import chat_cookies as cookies
from bot.web.chat_form import ChatAnswer, FieldError, Submitted
from bot.web.chat_place import place_of
from bot.web.chat_view import (
    asked,
    buttons,
    field_on_page,
    has_earlier,
    last_line,
    last_message,
    lines,
    seconds_left,
)
from bot.web.proof import is_proof, signature
from bot.web.templating import page

FORM = "chat form"
NOTHING_SAID = Transcript(messages=())
NOTHING_SENT = Submitted()
SHOWN = 50
"""Messages on the page; those before are a link away, so that a long conversation's page opens as fast as a short."""


class Visit:
    """One request to the chat page: who talks to which guide, from where, and what has been said."""

    def __init__(self, request: Request) -> None:
        self.request = request
        self.settings: Settings = request.app.state.settings
        self.guide: Conversations = request.app.state.conversations
        self.place = place_of(request, self.settings)
        self.held = cookies.visit_of(request)
        self.token = cookies.conversation_of(request)
        self.transcript = NOTHING_SAID
        self.ended: Problem | None = None

    async def read(self, last: int | None = SHOWN) -> None:
        """Reads the `last` messages, or all. When the conversation is over, it is as if there had not been one yet."""
        if self.token is None:
            return
        try:
            self.transcript = await asyncio.to_thread(self.guide.transcript, self.token, last)
        except (UnknownConversation, ExpiredConversation) as ended:
            self.ended, self.token = ended, None

    @property
    def wants_a_piece(self) -> bool:
        """Whether the page's script asks, which puts the new messages and the form into the page itself."""
        return self.request.headers.get("X-Requested-With") == "fetch"

    @property
    def has_cookies(self) -> bool:
        """Whether this browser sends our cookies from where the page stands."""
        return cookies.has_any(self.request)

    def is_own_form(self, proof: str) -> bool:
        """Whether the form was on a page that we gave to this browser, for this conversation or before there was one.

        A browser that did not get the answer to its first message still holds the form from before.
        """
        return any(is_proof(self.settings, FORM, held, proof) for held in (self.token, self.held))

    async def has_taken(self, sent: Submitted) -> bool:
        """Whether this message is in the conversation already: only its answer was lost on the way.

        A first message may have begun a conversation that the browser does not know of; that is found here.
        """
        if self.token is None and sent.key:
            self.token = cookies.first_token(self.settings, self.held, sent.key)
            await self.read()
            self.ended = None
        return sent.name is not None and any(said.key == sent.name for said in self.transcript.messages)

    async def take(self, answer: ChatAnswer, sent: Submitted) -> None:
        """Takes the turn and reads what came of it. The area counts with the first message only.

        Raises Problem when the guide refuses the answer; then nothing was stored.
        """
        first = self.token is None
        turn = await self.guide.take_turn(
            self.token,
            text=answer.text,
            choice=answer.choice,
            area=sent.area if first else None,
            key=sent.name,
            begins_as=cookies.first_token(self.settings, self.held, sent.key) if first and sent.key else None,
            sender=address_of(self.request),
        )
        self.token = turn.token
        await self.read()

    def render(
        self, sent: Submitted = NOTHING_SENT, fault: FieldError | None = None, status: int = 200, whole: bool = False
    ) -> Response:
        """The page; for the page's script only the messages that it has not shown yet, and the form.

        `whole` tells the script that these are all there are: what it showed before goes.
        """
        piece = self.wants_a_piece
        since = sent.seen if piece else 0
        contacts: Callable[[str | None], str] = self.request.app.state.contacts
        area = self.transcript.area or sent.area
        return self.page(
            "_turn.html" if piece else "chat.html",
            status,
            lines=lines(self.transcript, since),
            earlier=not since and has_earlier(self.transcript),
            asked=asked(self.transcript),
            buttons=buttons(self.transcript),
            seen=last_line(self.transcript),
            whole=whole,
            count=last_message(self.transcript),
            seconds_left=seconds_left(self.transcript),
            area=area,
            contacts=contacts(area),
            sent=sent,
            key=secrets.token_urlsafe(16),
            fault=fault and {"text": str(fault), "field": field_on_page(self.transcript, fault.field)},
        )

    def page(self, template: str, status: int = 200, **context: Any) -> Response:
        """A page about this visit, with its cookies."""
        about = {
            "place": self.place,
            "expires_at": self.transcript.expires_at,
            "ended": self.ended,
            "csrf": signature(self.settings, FORM, self.token or self.held),
        }
        response = page(self.request, template, status, **{**about, **context})
        self.set_cookies(response)
        return response

    def back(self, fragment: str = "", **more: str) -> Response:
        """To the conversation, where it stands."""
        response = RedirectResponse(self.place.address(**more) + fragment, status_code=303)
        self.set_cookies(response)
        return response

    def set_cookies(self, response: Response) -> None:
        """Makes the browser hold the conversation, or the visit that stands in for it."""
        if self.token is not None:
            cookies.keep(response, self.settings, cookies.CONVERSATION, self.token)
            return
        cookies.keep(response, self.settings, cookies.VISIT, self.held)
        if cookies.conversation_of(self.request) is not None:
            cookies.forget(response, self.settings, cookies.CONVERSATION)


async def visit_with_transcript(request: Request) -> Visit:
    """FastAPI dependency: the visit, with what has been said so far."""
    visit = Visit(request)
    await visit.read()
    return visit


async def visit_with_everything(request: Request) -> Visit:
    """FastAPI dependency: the visit, with all that has been said."""
    visit = Visit(request)
    await visit.read(last=None)
    return visit


Visiting = Annotated[Visit, Depends(visit_with_transcript)]
VisitingAll = Annotated[Visit, Depends(visit_with_everything)]
