"""How actions speak: text with sources, a question, options or an assessment, in one message."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from rasa_sdk.executor import CollectingDispatcher

Button = dict[str, Any]


def button(title: str, intent: str, hint: str | None = None, **entities: str) -> Button:
    """A choice that, when taken, acts as the intent with these entities."""
    payload = f"/{intent}" + (json.dumps(entities, separators=(",", ":")) if entities else "")
    return {"title": title, "payload": payload, **({"hint": hint} if hint else {})}


def reply(dispatcher: CollectingDispatcher, text: str, buttons: Iterable[Button] = (), **more: Any) -> None:
    """Say something. `more` holds the other keys of a reply in the chat API: topic, question, sources, ..."""
    dispatcher.utter_message(text=text, buttons=list(buttons), json_message=more or None)


def offers_of(buttons: Iterable[Button]) -> str | None:
    """What a bare yes to these choices means: the first act among them that takes the case on; None where none does."""
    names = (str(item["payload"]).removeprefix("/") for item in buttons)
    return next((name for name in names if name in ("start_check", "draft_referral")), None)


START = button("Start the check", "start_check")
CARRY_ON = button("Carry on with the check", "start_check")
DRAFT = button("Make the draft referral", "draft_referral")
CHANGE = button("Change an answer", "change_answer")
WHY = button("Why do you ask?", "explain_why")
STOP = button("Stop for now", "pause")
AGAIN = button("Start again with a new case", "restart")
