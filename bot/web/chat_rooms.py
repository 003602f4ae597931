"""All doors of the chat on the web."""

from __future__ import annotations

from bot.web import chat_leave, chat_look, chat_page, chat_transcript, widget

CHAT = tuple(room.router for room in (chat_page, chat_leave, chat_look, chat_transcript, widget))
