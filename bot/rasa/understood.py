"""What the trained model makes of a message on its own, without a conversation around it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import bot.rasa.ready  # noqa: F401  comes before anything of rasa's

from rasa.core.agent import Agent
from rasa.core.channels.channel import UserMessage
from rasa.shared.core.trackers import DialogueStateTracker

from bot.criteria.answers import encode
from bot.dialogue.carried import reading_of
from bot.dialogue.components.reader import CHECK
from bot.rasa.state_store import tracker_from
from bot.rasa.talk import as_words
from bot.reading.intents import NOT_TOPICS, TOPIC_OF
from bot.reading.ranking import SURE
from bot.reading.reading import Danger, Reading

BEST = 3


class Understood:
    """The model's reading of single messages."""

    def __init__(self, model: Path) -> None:
        self.agent = Agent.load(model)

    async def of(self, text: str, at: Mapping[str, Any] | None = None, *, why: bool = False) -> dict[str, Any]:
        """{"danger", "topics": best three with confidence, "sure": would be answered rather than offered}; with `why`
        the whole reading too. `at`: where the conversation stands: the `question` that waits, `answers`, `area`.

        Where danger is likely and something else is likelier, `sure` is false: the guide says what to do at once.
        """
        found = await self.agent.processor.parse_message(UserMessage(as_words(text)), self._tracker(at or {}))
        reading = reading_of(found)
        intent = TOPIC_OF.get(reading.lead, reading.lead)
        shares = {item["name"]: float(item["confidence"]) for item in found.get("intent_ranking", [])}
        shares[intent] = max(reading.confidence, shares.get(intent, 0.0))
        ranked = sorted(
            ((name, share) for name, share in shares.items() if name not in NOT_TOPICS), key=lambda it: -it[1]
        )
        topics = [{"topic": name, "confidence": round(share, 4)} for name, share in ranked[:BEST]]
        told = {
            "danger": reading.danger is Danger.PLAIN,
            "topics": topics,
            "sure": ranked[0][0] == intent and reading.confidence >= SURE,
        }
        return {**told, "reading": _in_words(reading)} if why else told

    def _tracker(self, at: Mapping[str, Any]) -> DialogueStateTracker | None:
        question, area = at.get("question"), at.get("area")
        answers = {name: encode_plain(value) for name, value in (at.get("answers") or {}).items()}
        if not (question or area or answers):
            return None
        slots = {**({"area": area} if area else {}), **answers, "requested_slot": question}
        loop = CHECK if question else None
        return tracker_from("understand", {"slots": slots, "active_loop": loop}, self.agent.domain)


def encode_plain(value: Any) -> str:
    """An answer as JSON holds it (text, or a list of values), encoded as the dialogue does."""
    return encode(frozenset(value)) if isinstance(value, list) else str(value)


def _in_words(reading: Reading) -> dict[str, Any]:
    return {
        "lead": reading.lead,
        "told": {
            fact: {"value": told.value, "how": told.how, "sure": told.sure} for fact, told in reading.told.items()
        },
        "danger": reading.danger,
        "asks": reading.asks,
        "denies": reading.denies,
    }
