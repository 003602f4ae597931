"""The last word on what a message means: danger beside whatever else it says, then the reply to the pending question,
then the topic.
"""

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
from bot.dialogue.acts.phrases import denies_alarm, is_insult, wishes_check
from bot.dialogue.acts.recognise import Act, Standing, act_of, news_in_passing
from bot.dialogue.components.danger_share import QUESTION as DANGER
from bot.dialogue.components.danger_share import SHARE
from bot.dialogue.danger import parts, says_danger
from bot.dialogue.option_labels import option_labels
from bot.dialogue.today import today
from bot.interview.about import facts_named
from bot.interview.answers import encode
from bot.interview.hear import Heard, hear, hear_all, under_sixteen
from bot.interview.hear.asking import is_question

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

LIKELY = 0.4
"""Share of the topic `change_answer` from which a message that names an answer is a correction."""

ALIKE = 0.5
"""Where no question waits: share of the topic `danger_now` from which the message is an alarm by itself."""

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
        self.danger_in_reply_from = float(config["danger_in_reply_from"])
        self.digression_from = float(config["digression_from"])

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """`danger_from`: share at which danger is taken as said; `danger_in_part_from`: the same in a part of a long
        message that speaks of now; `danger_in_reply_from`: in words that surely answer the question that waits.
        `digression_from`: confidence of a topic at which words that could also be a reply are taken as a question."""
        return {"danger_from": 0.3, "danger_in_part_from": 0.5, "danger_in_reply_from": 0.8, "digression_from": 0.6}

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
        if question:
            question = next(iter(slots.get("to_confirm") or ()), question)  # what is to be confirmed is asked first
        if slots.get(DANGER) == "yes" and question != DANGER and denies_alarm(text, just_said=bool(slots.get("alarm"))):
            return Reading("heard_unsurely", 1.0, {DANGER: "no"})
        if (share := self._danger(message, text, question)) is not None:
            told_beside = {} if slots.get("check_done") else unanswered(text, slots)
            if question and (reply := sure_reply(question, text)) and slots.get(question) is None:
                told_beside = {**told_beside, question: reply}
            told_beside.pop(DANGER, None)  # the action asks, where somebody told otherwise
            return Reading("danger_now", share, told_beside)
        if name == "danger_now":  # of the topics it was likest to that, but it tells of no danger now
            name, confidence = "nlu_fallback", 0.0
        standing = Standing.of(slots, question)
        steers = share_of(message, "change_answer") >= LIKELY
        if act := act_of(text, standing, "change_answer" if steers else name):
            return as_reading(act)
        told = {fact: encode(heard.value) for fact, heard in hear_all(text, today()).items() if heard.sure}
        passing = news_in_passing(text, standing)
        if question:
            # What asks nothing and can be the answer is one, whatever topic its words are like.
            asks = question == DANGER or steers or "?" in text or is_question(text)
            against = passing is not None and passing.intent == "heard_unsurely"
            reading = self._reply(question, before_question(text), name, confidence if asks else 0.0)
            if question == DANGER and self._asks_of_danger(message, text):
                reading = None
            if reading is not None and not (passing and is_beside(reading, question, text, against=against)):
                more = {fact: value for fact, value in told.items() if slots.get(fact) is None}
                besides = {**more, **beside_reply(passing, name if confidence >= self.digression_from else None, text)}
                return Reading(reading.intent, reading.confidence, {**besides, **reading.entities})
        if passing and (name in VOLUNTEERED or not ASKS.search(text)):
            return as_reading(passing)
        if not question and not standing.has_case and name in VOLUNTEERED | {"affirm"} and wishes_check(text):
            return Reading("start_check", 1.0, told)
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

    def _danger(self, message: Message, text: str, question: str | None) -> float | None:
        """The share of danger where it is taken as said; None where it is not.

        The question about danger is answered through its own reading. Words that surely answer another question, or
        surely ask about the guidance, are danger only if they are very likely to be: what is past sounds like it.
        """
        if says_danger(text):
            return 1.0
        share = float(message.get(SHARE) or 0.0)
        if not has_words(text) or other_language(text):  # whoever writes in another language is given 999 in any case
            return None
        if len(parts(text)) > 1:  # of a long message only what speaks of now is an alarm
            return share if share >= self.danger_in_part_from else None
        if question == DANGER:
            return share if share >= self.danger_in_reply_from and hear(DANGER, text, today()).value is None else None
        if question is None:
            alike = share_of(message, "danger_now")
            share = max(share, alike if alike >= ALIKE else 0.0)
        topic = message.get(INTENT) or {}
        asks = (
            topic.get("name") not in NOT_ASKED | {"danger_now"} and topic.get("confidence", 0.0) >= self.digression_from
        )
        answers = question is not None and sure_reply(question, text) is not None
        return share if share >= (self.danger_in_reply_from if asks or answers else self.danger_from) else None

    def _asks_of_danger(self, message: Message, text: str) -> bool:
        """Whether words put to the question about danger are surely a question about the guidance, and no danger."""
        topic = message.get(INTENT)
        is_topic = topic["name"] not in NOT_ASKED and float(topic["confidence"]) >= SURE
        return is_topic and float(message.get(SHARE) or 0.0) < self.danger_from and not OPENS_WITH_REPLY.match(text)

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


def is_beside(reading: Reading, question: str, text: str, *, against: bool) -> bool:
    """Whether a yes or no was only read into a sentence that is about something else ("he was 17").

    `against`: the sentence contradicts an earlier answer; a value of its own comes first, and that is asked after it.
    """
    value = reading.entities.get(question)
    if against and value not in ("yes", "no", "unknown"):
        return False
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


def sure_reply(question: str, text: str) -> str | None:
    """The value, encoded, of a sure reply to the question; None where there is none."""
    heard = hear(question, text, today(), option_labels(question))
    return encode(heard.value) if heard.sure and heard.value is not None else None


def is_loose_no(heard: Heard, text: str) -> bool:
    """A "no" that stands in a longer sentence: too weak to rest a child's safety on, so it is read back."""
    return heard.value == "no" and not heard.exact and len(text.split()) > SHORT
