"""The last word on what a message means: danger first, then the reply to the pending question, then the topic."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Optional

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.constants import ENTITIES, INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

from bot.dialogue.acts.beside import area_asked_about, before_question, beside_reply
from bot.dialogue.acts.other_language import other_language
from bot.dialogue.acts.phrases import is_insult
from bot.dialogue.acts.recognise import Act, Standing, act_of, news_in_passing
from bot.dialogue.components.topics import IN_PARTS
from bot.dialogue.danger import parts, says_danger
from bot.dialogue.option_labels import option_labels
from bot.dialogue.today import today
from bot.interview.about import facts_named
from bot.interview.answers import encode
from bot.interview.hear import Heard, hear, hear_all, under_sixteen

CHECK = "check_form"
VOLUNTEERED = frozenset({"start_check", "answer", "change_answer", "nlu_fallback"})
"""Intents with which facts may be volunteered; a question about the guidance volunteers nothing."""

STORY = 2
"""So many facts told in one message, the outcome among them, are a case if that is among the likely readings, even if
something is asked too."""

ASKS = re.compile(
    r"\?|\b(?:who|what|when|where|which|why|how|whose|can|could|do|does|should|is it|are they)\b", re.IGNORECASE
)
"""A message that tells what happened and asks nothing is a case, whatever its words were likest to."""

OPENS_WITH_REPLY = re.compile(
    r"^\W*(?:yes|yeah|yep|yup|aye|no|nope|nah|not|none|dont|don't|unsure|maybe|think)\b", re.IGNORECASE
)
"""Words that answer the pending question, whatever else the sentence goes on to say."""

NOT_ASKED = frozenset(
    {
        "affirm",
        "answer",
        "bot_challenge",
        "deny",
        "dont_know",
        "goodbye",
        "nlu_fallback",
        "out_of_scope",
        "start_check",
        "thanks",
    }
)
"""Intents that ask nothing about the guidance."""

SURE = 0.8
"""From here on a topic is answered even if the message swears."""

MAY = 0.05
"""Confidence in start_check from which a story that also asks something may begin the check."""

LONG = 60
"""Words: who writes so many and names a death or harm tells a case, whatever is asked among them."""

SHORT = 3
"""Words: "no, all safe" needs no reading back; a sentence in which "no" occurs does."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a message was taken to mean."""

    intent: str
    confidence: float
    entities: dict[str, str]


@DefaultV1Recipe.register([DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR], is_trainable=False)
class Understanding(GraphComponent):
    """A Rasa component that sees the tracker, and so the question that waits for an answer."""

    def __init__(self, config: dict[str, Any]) -> None:
        self.danger_from = float(config["danger_from"])
        self.danger_in_part_from = float(config["danger_in_part_from"])
        self.digression_from = float(config["digression_from"])

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """`danger_from`: share of `danger_now` at which danger is taken as said; `danger_in_part_from`: the same in one
        part of a long message that speaks of now. `digression_from`: confidence of a topic at which words that could
        also be a reply are taken as a question."""
        return {"danger_from": 0.3, "danger_in_part_from": 0.5, "digression_from": 0.6}

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> GraphComponent:
        return cls(config)

    def process(
        self,
        messages: list[Message],
        tracker: Optional[DialogueStateTracker] = None,  # noqa: UP045  Rasa's schema check knows no `X | None`
    ) -> list[Message]:
        """Set intent and entities of each message; `tracker` is None where Rasa's tests parse without one."""
        for message in messages:
            text = message.get(TEXT)
            if text and not text.startswith("/"):
                reading = with_years(self.read(message, text, tracker), text)
                message.set(INTENT, {"name": reading.intent, "confidence": reading.confidence}, add_to_output=True)
                entities = [{"entity": name, "value": value} for name, value in reading.entities.items()]
                message.set(ENTITIES, entities, add_to_output=True)
        return messages

    def read(self, message: Message, text: str, tracker: DialogueStateTracker | None) -> Reading:
        """Danger; a sure reply; an unsure one; facts that were volunteered; else what the classifier found."""
        intent = message.get(INTENT) or {"name": None, "confidence": 0.0}
        name, confidence = str(intent["name"]), float(intent["confidence"])
        slots = {} if tracker is None else {key: slot.value for key, slot in tracker.slots.items()}
        question = slots.get("requested_slot") if tracker is not None and tracker.active_loop_name == CHECK else None
        said, share = says_danger(text), share_of(message, "danger_now")
        if len(parts(text)) > 1:
            share = 0.0  # of a long message only what speaks of now is an alarm
        likely = share >= (self.danger_from if has_words(text) else 0.5) and not denies_danger(question, text)
        in_part = float((message.get(IN_PARTS) or {}).get("danger_now", 0.0))
        # The classifier knows no other language; whoever writes in one is given 999 in any case.
        if said or ((likely or in_part >= self.danger_in_part_from) and not other_language(text)):
            told_beside = {} if slots.get("check_done") else unanswered(text, slots)
            return Reading("danger_now", 1.0 if said else max(share, in_part), told_beside)
        if question:
            question = next(iter(slots.get("to_confirm") or ()), question)  # what is to be confirmed is asked first
        standing = Standing.of(slots, question)
        if act := act_of(text, standing, name):
            return as_reading(act)
        told = {fact: encode(heard.value) for fact, heard in hear_all(text, today()).items() if heard.sure}
        passing = news_in_passing(text, standing)
        if question:
            reading = self._reply(question, before_question(text), name, confidence)
            if reading is not None and not (passing and is_beside(reading, question, text)):
                more = {fact: value for fact, value in told.items() if slots.get(fact) is None}
                besides = {**more, **beside_reply(passing, name if confidence >= self.digression_from else None, text)}
                return Reading(reading.intent, reading.confidence, {**besides, **reading.entities})
        if passing and (name in VOLUNTEERED or not ASKS.search(text)):
            return as_reading(passing)
        if area := bare_area(text):
            return Reading("tell_area", 1.0, {"area": area})
        if is_insult(text) and (name in NOT_ASKED or confidence < SURE):
            return Reading("insult", 1.0, {})
        if self._tells_a_case(name, told, text, message):
            finished = slots.get("check_done")  # then a story is another case's, told whole
            news = {fact: value for fact, value in told.items() if finished or slots.get(fact) is None}
            if news and name != "start_check":
                return Reading("start_check", 1.0, news)
            return Reading(name, confidence, news)
        return Reading(name, confidence, area_asked_about(text))

    def _reply(self, question: str, text: str, name: str, confidence: float) -> Reading | None:
        heard = hear(question, text, today(), option_labels(question))
        if heard.value is None:
            return Reading("answer", 1.0, {question: "unknown"}) if name == "dont_know" else None
        # `hear` gives nothing for a question, so what it is sure of is a reply, whatever the classifier thinks.
        asks = name not in ("affirm", "deny", "dont_know", "nlu_fallback", "start_check", "out_of_scope")
        if asks and confidence >= self.digression_from and not heard.sure:
            return None
        sure = heard.sure and not (question == "immediate_danger" and is_loose_no(heard, text))
        return Reading("answer" if sure else "heard_unsurely", 1.0, {question: encode(heard.value)})

    def _tells_a_case(self, name: str, told: dict[str, str], text: str, message: Message) -> bool:
        """Whether what is told begins or feeds the check. A question that is surely understood is answered instead,
        and so is a bare remark ("he was 22 and in care when he died") whose topic is sure."""
        if "outcome" not in told or name in VOLUNTEERED - {"nlu_fallback"}:
            return name in VOLUNTEERED
        if len(told) > STORY and len(text.split()) > LONG:
            return True
        if ASKS.search(text):
            return name == "nlu_fallback" and len(told) >= STORY and self._may_start(message)
        return name == "nlu_fallback" or len(told) > STORY

    @staticmethod
    def _may_start(message: Message) -> bool:
        """Whether beginning the check is a likely reading."""
        return share_of(message, "start_check") >= MAY


def share_of(message: Message, intent: str) -> float:
    """The classifier's confidence in an intent, whatever its place; 0 if it is not in the ranking."""
    ranking = message.get("intent_ranking") or []
    return max((float(item["confidence"]) for item in ranking if item["name"] == intent), default=0.0)


def as_reading(act: Act) -> Reading:
    """An act of the conversation, recognised for sure."""
    return Reading(act.intent, 1.0, act.entities)


def is_beside(reading: Reading, question: str, text: str) -> bool:
    """Whether a yes or no was only read into a sentence that is about something else ("he was 17")."""
    value = reading.entities.get(question)
    if reading.intent == "heard_unsurely" and question not in facts_named(text):
        return True
    return value in ("yes", "no") and question not in facts_named(text) and not OPENS_WITH_REPLY.match(text)


def with_years(reading: Reading, text: str) -> Reading:
    """Beside an age group that was heard, whether the age was under sixteen: that settles other questions."""
    if "age_group" not in reading.entities:
        return reading
    young = reading.entities["age_group"] == "under_18" and under_sixteen(text)
    return Reading(reading.intent, reading.confidence, {**reading.entities, "under_16": "yes" if young else "no"})


def bare_area(text: str) -> str | None:
    """The area, if the message is hardly more than its name ("Walsall", "in Darlington please")."""
    if len(text.split()) > SHORT:
        return None
    heard = hear("area", text, today(), option_labels("area"))
    return str(heard.value) if heard.sure and heard.value not in (None, "unknown") else None


def has_words(text: str) -> bool:
    """Whether there is enough to go by: a bare "14" or "ok" is no cry for help on a slight likeness."""
    return len(re.findall(r"[a-z]{2,}", text, re.IGNORECASE)) >= 2


def unanswered(text: str, slots: dict[str, Any]) -> dict[str, str]:
    """The facts that a message tells and that were not told before."""
    heard = {fact: found for fact, found in hear_all(text, today()).items() if found.sure}
    return {fact: encode(found.value) for fact, found in heard.items() if slots.get(fact) is None}


def denies_danger(question: str | None, text: str) -> bool:
    """Whether a "no" to the question about danger only sounds like danger: it is read back, not taken for a yes."""
    opens = question == "immediate_danger" and OPENS_WITH_REPLY.match(text)
    return bool(opens) and hear("immediate_danger", text, today()).value == "no"


def is_loose_no(heard: Heard, text: str) -> bool:
    """A "no" that stands in a longer sentence: too weak to rest a child's safety on, so it is read back."""
    return heard.value == "no" and not heard.exact and len(text.split()) > SHORT
