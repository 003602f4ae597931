"""Rasa's last component: reads the message whole (`bot.reading`) and hands the reading on as intent and entities."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Optional

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.constants import ENTITIES, INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.dialogue.carried import entities_of
from bot.dialogue.components.topics import ASKED_RANKING
from bot.dialogue.option_labels import facts_of_today, labels_by_fact
from bot.dialogue.today import today
from bot.reading.hear import under_sixteen
from bot.reading.joint.reader import joint_reader
from bot.reading.ranking import Ranking
from bot.reading.read import read
from bot.reading.reading import Danger
from bot.reading.standing import Standing

CHECK = "check_form"


@DefaultV1Recipe.register([DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR], is_trainable=False)
class Reader(GraphComponent):
    """Sees the tracker, and so where the conversation stands."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> Reader:
        return cls()

    def process(
        self,
        messages: list[Message],
        tracker: Optional[DialogueStateTracker] = None,  # noqa: UP045  Rasa's schema check knows no `X | None`
    ) -> list[Message]:
        """Set intent and entities of each message; `tracker` is None where a message is parsed without one."""
        for message in messages:
            text = message.get(TEXT)
            if text and not text.startswith("/"):
                whole, asked = _ranking(message, INTENT_RANKING_KEY), _ranking(message, ASKED_RANKING)
                reading = read(text, standing_of(tracker), whole, asked, joint_reader())
                message.set(INTENT, {"name": reading.lead, "confidence": reading.confidence}, add_to_output=True)
                entities = entities_of(reading)
                if "age_group" in reading.told:
                    young = reading.told["age_group"].value == "under_18" and under_sixteen(text)
                    entities.append({"entity": "under_16", "value": "yes" if young else "no"})
                message.set(ENTITIES, entities, add_to_output=True)
                if reading.danger is not Danger.PLAIN:  # of the topics it was like that, but it tells of no danger now
                    left = [{"name": name, "confidence": at} for name, at in whole.without("danger_now").readings]
                    message.set(INTENT_RANKING_KEY, left, add_to_output=True)
        return messages


def _ranking(message: Message, key: str) -> Ranking:
    return Ranking.of((item["name"], float(item["confidence"])) for item in message.get(key) or ())


def standing_of(tracker: DialogueStateTracker | None) -> Standing:
    """Where the conversation stands, from the tracker."""
    if tracker is None:
        return Standing(today(), labels_by_fact())
    slots: Mapping[str, Any] = {name: slot.value for name, slot in tracker.slots.items()}
    to_confirm = slots.get("to_confirm") or {}
    in_check = tracker.active_loop_name == CHECK
    return Standing(
        today(),
        labels_by_fact(),
        {fact: slots[fact] for fact in facts_of_today() if isinstance(slots.get(fact), str)},
        next(iter(to_confirm), slots.get("requested_slot")) if in_check else None,
        to_confirm,
        slots.get("was") or {},
        slots.get("offered"),
        bool(slots.get("alarm")),
        bool(slots.get("check_done")),
    )
