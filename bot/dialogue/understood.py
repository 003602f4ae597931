"""What the trained model makes of a message on its own, without a conversation around it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import bot.dialogue.rasa_ready  # noqa: F401  comes before anything of rasa's

from rasa.core.agent import Agent

BEST = 3
NOT_TOPICS = frozenset({"nlu_fallback", "answer", "heard_unsurely", "tell_area"})


class Understood:
    """The model's reading of single messages."""

    def __init__(self, model: Path) -> None:
        self.agent = Agent.load(model)

    async def of(self, text: str) -> dict[str, Any]:
        """{"danger", "topics": best three with confidence, "sure": would be answered rather than offered}."""
        found = await self.agent.parse_message(text.lstrip("/ ") or "?")
        intent = found["intent"]["name"]
        ranked = {item["name"]: float(item["confidence"]) for item in found.get("intent_ranking", [])}
        if intent not in NOT_TOPICS:
            ranked = {intent: max(float(found["intent"]["confidence"]), ranked.get(intent, 0.0)), **ranked}
        topics = [
            {"topic": name, "confidence": round(share, 4)} for name, share in ranked.items() if name not in NOT_TOPICS
        ]
        return {"danger": intent == "danger_now", "topics": topics[:BEST], "sure": intent not in NOT_TOPICS}
