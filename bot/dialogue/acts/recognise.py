"""What a message does in the conversation, given where the conversation stands. Danger is looked for before this."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.dialogue.acts.other_language import other_language
from bot.dialogue.acts.phrases import corrects, says_keep, says_no, says_yes, steering
from bot.dialogue.option_labels import labels_by_fact
from bot.dialogue.today import today
from bot.interview.about import facts_named, said_of_facts
from bot.interview.answers import encode
from bot.interview.hear import Heard, hear, hear_all
from bot.interview.hear.gazetteer import local, places
from bot.interview.hear.labels import DATE_FACTS
from bot.interview.hear.words import read
from bot.interview.what_if import changed, supposed

ANYWHERE = frozenset({"manipulation", "resume_help", "may_i_ask"})
"""Acts that need no conversation before them; the others mean something else at the start of one."""

IN_CHECK = frozenset({"explain_why", "so_far", "wait", "never_mind", "skip"})
"""Acts that only mean this while a question waits."""

LONGEST = 25
"""Words: beyond it, what is said in passing is a story's, not a correction's."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the conversation stands: the answers so far (encoded), the question that waits, what is to be confirmed,
    the answer that is being changed, and whether the check is finished.
    """

    answers: dict[str, str] = field(default_factory=dict)
    question: str | None = None
    to_confirm: dict[str, str] = field(default_factory=dict)
    was: dict[str, str] = field(default_factory=dict)
    finished: bool = False

    @property
    def has_case(self) -> bool:
        return bool(self.answers.keys() - {"area"})

    @classmethod
    def of(cls, slots: Mapping[str, Any], question: str | None) -> Standing:
        """From the slots of a tracker; `question` only while the check runs."""
        answers = {fact: slots[fact] for fact in labels_by_fact() if isinstance(slots.get(fact), str)}
        return cls(
            answers, question, slots.get("to_confirm") or {}, slots.get("was") or {}, bool(slots.get("check_done"))
        )


@dataclass(frozen=True, slots=True)
class Act:
    """An intent with its entities."""

    intent: str
    entities: dict[str, str] = field(default_factory=dict)


def act_of(text: str, standing: Standing, intent: str) -> Act | None:
    """The act, before the message is taken as a reply or a question; None where it is none.

    `intent` is the classifier's.
    """
    if other_language(text):
        return Act("other_language")
    if not any(letter.isalnum() for letter in text):
        return Act("affirm") if "👍" in text and not standing.question else Act("no_words")
    if said := _confirmed(text, standing) or _place_by_name(text, standing):
        return said
    began = standing.question is not None or standing.has_case
    steers = steering(text)
    if steers in IN_CHECK and standing.question is None:
        steers = None
    if steers == "skip" and standing.question:
        return Act("answer", {standing.question: "unknown"})
    if steers == "other_child" and standing.question and _heard(standing.question, text).sure:
        steers = None  # "both of them died" answers what happened
    if steers in ANYWHERE or (steers and began and not (steers == "wrong_child" and intent == "restart")):
        return Act(steers)
    return _about_answers(text, standing, intent) if began else None


def _confirmed(text: str, standing: Standing) -> Act | None:
    change = "answer" if standing.question else "change_answer"
    for fact, value in standing.to_confirm.items():
        if says_yes(text):
            return Act(change, {fact: value})
        if says_no(text):
            before = standing.answers.get(fact)
            return Act(change, {fact: before}) if before else Act("not_that")
    kept = standing.was.get(standing.question or "")
    return Act("answer", {standing.question: kept}) if standing.question and kept and says_keep(text) else None


def _place_by_name(text: str, standing: Standing) -> Act | None:
    """Asked where it happened, people name a town: it is "this area" or another by the area that the check is for."""
    area = standing.answers.get("area")
    if standing.question != "place" or area not in local() or len(text.split()) > 4:
        return None
    named = {hit.key for hit in places(read(text))} & local()
    return Act("answer", {"place": "this_area" if named == {area} else "other_area_england"}) if named else None


def _about_answers(text: str, standing: Standing, intent: str) -> Act | None:
    labels = labels_by_fact()
    if (statement := supposed(text)) and standing.has_case:
        news = changed(standing.answers, said_of_facts(statement, today(), labels))
        if news and not news.keys() & set(DATE_FACTS):  # "if they knew on the 20th, when ..." counts days
            return Act("what_if", news)
    text = stated_beside_a_question(text)
    if not text or not (intent == "change_answer" or corrects(text)):
        return None
    stated = said_of_facts(text, today(), labels)
    news = changed(standing.answers, stated)
    if standing.finished and "outcome" in hear_all(text, today()) and len(stated) > 2:
        return None  # a new story
    named = [fact for fact in facts_named(text) if fact in standing.answers]
    asked = standing.question
    is_reply = asked and (asked in stated or not (news or named or _heard(asked, text).value is None))
    if is_reply and asked not in standing.answers:
        return None  # a reply that begins with "actually"
    if news:
        return Act("change_answer", news)
    if len(named) == 1 and not stated:
        heard = _heard(named[0], text)
        if heard.value is not None and encode(heard.value) != standing.answers[named[0]]:
            return Act("heard_unsurely", {named[0]: encode(heard.value)})
        return Act("change_answer", {"fact": named[0]})
    return (
        Act("change_answer", {"only": ",".join(sorted(named))} if named else {}) if intent == "change_answer" else None
    )


def stated_beside_a_question(text: str) -> str:
    """The message without the questions in it ("Can I change one? It was in Leeds."); empty where it only asks."""
    return " ".join(part for part in re.split(r"(?<=[.!?])\s+", text) if not part.endswith("?"))


def _heard(question: str, text: str) -> Heard:
    return hear(question, text, today(), labels_by_fact()[question])


def news_in_passing(text: str, standing: Standing) -> Act | None:
    """What a statement says of facts other than the one asked: noted if new, put as a question if it contradicts."""
    if len(text.split()) > LONGEST or "?" in text or not (standing.question or standing.has_case):
        return None
    found = said_of_facts(text, today(), labels_by_fact())
    found.pop(standing.question or "", None)
    news = changed(standing.answers, found)
    against = {fact: value for fact, value in news.items() if standing.answers.get(fact, "unknown") != "unknown"}
    if standing.finished and "outcome" in news and len(found) > 1:
        return None  # a new story
    if against:
        fact = next(iter(against))
        return Act("heard_unsurely", {fact: against[fact]})
    return Act("change_answer" if standing.finished else "start_check", news) if news else None
