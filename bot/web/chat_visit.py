"""A request to the chat page: whose conversation it is, what has been said in it, and how it is shown."""

from __future__ import annotations

import asyncio
from typing import Protocol

from fastapi import Request, Response

from bot.channels.model import Transcript
from bot.channels.problems import ExpiredConversation, Problem, UnknownConversation
from bot.settings import Settings
from bot.web import chat_cookies as cookies
from bot.web.chat_form import Answer, FieldError, Submitted
from bot.web.chat_view import asked, buttons, field_on_page, last_line, lines
from bot.web.templating import render

NOTHING_SAID = Transcript(messages=())
NOTHING_SENT = Submitted()


class Taken(Protocol):
    """A turn that was taken and stored."""

    @property
    def token(self) -> str: ...


class Guide(Protocol):
    """What the page asks of `app.state.conversations`."""

    async def take_turn(
        self,
        token: str | None,
        *,
        text: str | None = None,
        choice: str | list[str] | None = None,
        area: str | None = None,
    ) -> Taken: ...

    def transcript(self, token: str) -> Transcript: ...


class Visit:
    """One request to the chat page: who talks to which guide, and what has been said."""

    def __init__(self, request: Request) -> None:
        self.request = request
        self.settings: Settings = request.app.state.settings
        self.guide: Guide = request.app.state.conversations
        self.held = cookies.visit_of(request)
        self.token = cookies.conversation_of(request)
        self.transcript = NOTHING_SAID
        self.ended: Problem | None = None

    async def read(self) -> None:
        """Reads the transcript. When the conversation is over, it is as if there had not been one yet."""
        if self.token is None:
            return
        try:
            self.transcript = await asyncio.to_thread(self.guide.transcript, self.token)
        except (UnknownConversation, ExpiredConversation) as ended:
            self.ended, self.token = ended, None

    @property
    def wants_a_piece(self) -> bool:
        """Whether the page's script asks, which puts the new messages and the form into the page itself."""
        return self.request.headers.get("X-Requested-With") == "fetch"

    def is_own_form(self, sent: Submitted) -> bool:
        """Whether the form was on a page that we gave to this browser, for this conversation."""
        return cookies.is_proof(self.settings, self.token or self.held, sent.proof)

    async def take(self, answer: Answer, area: str | None) -> None:
        """Takes the turn and reads what came of it. `area` counts with the first message only.

        Raises Problem when the guide refuses the answer; then nothing was stored.
        """
        first = self.token is None
        turn = await self.guide.take_turn(
            self.token, text=answer.text, choice=answer.choice, area=area if first else None
        )
        self.token = turn.token
        await self.read()

    def render(self, sent: Submitted = NOTHING_SENT, fault: FieldError | None = None, status: int = 200) -> Response:
        """The page; for the page's script only the messages that it has not shown yet, and the form."""
        piece = self.wants_a_piece
        response = render(
            self.request,
            "_turn.html" if piece else "chat.html",
            {
                "lines": lines(self.transcript, sent.seen if piece else 0),
                "asked": asked(self.transcript),
                "buttons": buttons(self.transcript),
                "seen": last_line(self.transcript),
                "area": self.transcript.area or sent.area,
                "sent": sent,
                "fault": fault and {"text": str(fault), "field": field_on_page(self.transcript, fault.field)},
                "ended": self.ended,
                "csrf": cookies.proof(self.settings, self.token or self.held),
            },
            status,
        )
        self.set_cookies(response)
        return response

    def set_cookies(self, response: Response) -> None:
        """Makes the browser hold the conversation, or the visit that stands in for it."""
        if self.token is not None:
            cookies.keep(response, self.settings, cookies.CONVERSATION, self.token)
            return
        cookies.keep(response, self.settings, cookies.VISIT, self.held)
        if cookies.conversation_of(self.request) is not None:
            cookies.forget(response, cookies.CONVERSATION)
