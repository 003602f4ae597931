"""Talking to Rasa in process: one message in, the guide's messages out."""

from __future__ import annotations

import gc
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import bot.rasa.ready  # noqa: F401  comes before anything of rasa's

from rasa.core.agent import Agent
from rasa.core.channels.channel import OutputChannel, UserMessage
from rasa_sdk import Action

from bot.dialogue.turn_context import TurnContext
from bot.rasa import quick_validation
from bot.rasa.in_process_actions import InProcessActions
from bot.rasa.state_store import StateStore
from bot.reading.pieces import tidied

Utterance = dict[str, Any]
PAYLOAD = re.compile(r"\A\w{1,64}\s{0,9}\{.*\}\Z", re.DOTALL)


class Listener(OutputChannel):
    """Collects what the guide says, whole: text, buttons and our own keys of one message together."""

    def __init__(self) -> None:
        self.said: list[Utterance] = []

    @classmethod
    def name(cls) -> str:
        return "guide"

    async def send_response(self, recipient_id: str, message: Utterance) -> None:
        """Called by Rasa for each message of the turn, in order."""
        self.said.append({**message, **(message.get("custom") or {})})


@dataclass(slots=True)
class Talk:
    """The trained model, ready to answer."""

    agent: Agent

    async def say(self, turn: TurnContext, message: str, *, minted: bool) -> list[Utterance]:
        """Pass one message to Rasa. `minted`: a payload of ours ("/intent{...}"), not words that somebody typed."""
        listener = Listener()
        parse = parse_payload(message) if minted else None
        text = message if minted else as_words(message)
        await self.agent.handle_message(
            UserMessage(text, listener, turn.sender_id, input_channel="guide", parse_data=parse)
        )
        return once(listener.said)


def once(said: list[Utterance]) -> list[Utterance]:
    """No button twice in a message."""
    for part in said:
        part["buttons"] = list({item["payload"]: item for item in part.get("buttons") or []}.values())
    return said


def load_talk(model: Path, actions: list[Action]) -> Talk:
    """Load the model with its actions in process and the store that keeps no history."""
    quick_validation.install()
    store = StateStore(None)
    agent = Agent.load(model, tracker_store=store, action_endpoint=InProcessActions(actions))
    # Rasa wraps every store so that an outage looks like a new conversation; ours must be heard.
    store.domain = agent.domain
    agent.tracker_store = store
    agent.processor.tracker_store = store
    gc.collect()
    gc.freeze()  # the model is never garbage: collections of it only stall turns
    return Talk(agent)


def parse_payload(payload: str) -> dict[str, Any]:
    """A payload that the server minted, as Rasa's parse result: no classifier needs to read it."""
    name, brace, rest = payload.removeprefix("/").partition("{")
    entities = json.loads(brace + rest) if brace else {}
    intent = {"name": name, "confidence": 1.0}
    found = [{"entity": key, "value": value} for key, value in entities.items()]
    return {"text": payload, "intent": intent, "intent_ranking": [intent], "entities": found}


def as_words(typed: str) -> str:
    """What the model reads of typed words, in a regular shape. They can never be a command: Rasa reads a leading slash
    as one, and a payload's values are no reply."""
    words = tidied(typed).lstrip("/").strip()
    return "?" if not words or PAYLOAD.fullmatch(words) else words
