"""What the trained model makes of a message on its own, without a conversation around it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import bot.rasa.ready  # noqa: F401  comes before anything of rasa's

from rasa.core.agent import Agent

from bot.rasa.talk import as_words

BEST = 3
SURE = 0.93
"""Of danger; every other reading that the guide is not sure of has become `nlu_fallback` (`config.yml`)."""

TOPIC_OF = {
    "manipulation": "out_of_scope",
    "insult": "out_of_scope",
    "other_language": "out_of_scope",
    "wait": "pause",
    "resume_help": "pause",
    "may_i_ask": "help",
}
"""Acts of the conversation that are known by their words, and the topic that they come to."""

NOT_TOPICS = frozenset(
    """nlu_fallback answer heard_unsurely tell_area no_words repeat_question go_back read_back what_if wrong_child
    other_child so_far never_mind resumed resume_unknown resume_elsewhere not_that""".split()
)
"""Intents that are not among the topics, and mean something only within a conversation."""


class Understood:
    """The model's reading of single messages."""

    def __init__(self, model: Path) -> None:
        self.agent = Agent.load(model)

    async def of(self, text: str) -> dict[str, Any]:
        """{"danger", "topics": best three with confidence, "sure": would be answered rather than offered}.

        Likely danger comes with `sure` false: the guide says what to do at once, and offers the other readings too.
        """
        found = await self.agent.parse_message(as_words(text))
        taken = found["intent"]["name"]
        intent, confidence = TOPIC_OF.get(taken, taken), float(found["intent"]["confidence"])
        shares = {item["name"]: float(item["confidence"]) for item in found.get("intent_ranking", [])}
        shares[intent] = max(confidence, shares.get(intent, 0.0))
        ranked = sorted(
            ((name, share) for name, share in shares.items() if name not in NOT_TOPICS), key=lambda it: -it[1]
        )
        topics = [{"topic": name, "confidence": round(share, 4)} for name, share in ranked[:BEST]]
        return {
            "danger": taken == "danger_now",
            "topics": topics,
            "sure": ranked[0][0] == intent and confidence >= SURE,
        }
