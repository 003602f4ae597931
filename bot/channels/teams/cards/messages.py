"""Replies as messages to send: plain words where words are all, else a card."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from bot.channels.model import Reply
from bot.channels.teams.cards.answer import answer_card
from bot.channels.teams.cards.closed import closed_card
from bot.channels.teams.cards.parts import Card, Part, button, card, link, text
from bot.channels.teams.cards.question import question_card, split
from bot.channels.teams.cards.result import result_card
from bot.channels.teams.words import PRIVATE_CHAT, WELCOME

CARD = "application/vnd.microsoft.card.adaptive"
Message = dict[str, Any]
"""What is kept to be sent: `do` ("send" or "update"), the `activity`, and the question that it `asks`."""


def messages(replies: Iterable[Reply], mark: Part, public_url: str) -> list[Message]:
    """A message for each reply, in order. `mark` says which turn of which conversation they belong to."""
    return [_message(reply, mark, public_url) for reply in replies]


def _message(reply: Reply, mark: Part, public_url: str) -> Message:
    if reply.question:
        return {**with_card(question_card(reply, mark), reply.text), "asks": split(reply.text)[0]}
    if reply.assessment:
        return with_card(result_card(reply, mark), reply.text)
    if reply.options or reply.also or reply.sources or reply.referral:
        url = (reply.referral or {}).get("url")
        return with_card(answer_card(reply, mark, public_url.rstrip("/") + url if url else None), reply.text)
    return plain(reply.text)


def plain(words: str) -> Message:
    """Words alone; Markdown as far as Teams shows it."""
    return {"do": "send", "activity": {"type": "message", "text": words, "textFormat": "markdown"}}


def with_card(content: Card, summary: str) -> Message:
    """A card; `summary` is what a notification shows of it, so its first paragraph only."""
    first = summary.split("\n\n")[0].replace("**", "")
    attachment = {"contentType": CARD, "content": content}
    return {"do": "send", "activity": {"type": "message", "summary": first, "attachments": [attachment]}}


def closing(activity_id: str, question: str, words: str | None) -> Message:
    """Take the fields and buttons from a card that was answered."""
    sent = with_card(closed_card(question, words), question)
    return {"do": "update", "activity": {**sent["activity"], "id": activity_id}}


def welcome() -> Message:
    """The first message to a person."""
    start = button("Start the check", {"guide": {"turn": 0, "start": True}}, primary=True)
    return with_card(card([text(part) for part in WELCOME.split("\n\n")], [start], fallback=WELCOME), WELCOME)


def in_group(words: str, app_id: str, extra: Iterable[Part] = ()) -> Message:
    """An answer where others can read it, with the way to a private chat."""
    actions = [link(PRIVATE_CHAT, f"https://teams.microsoft.com/l/chat/0/0?users=28:{app_id}")] if app_id else []
    body = [*(text(part) for part in words.split("\n\n")), *extra]
    return with_card(card(body, actions, fallback=words), words)
