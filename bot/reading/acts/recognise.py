"""What a message does in the conversation itself, given where the conversation stands."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.reading.about import facts_named, said_of_facts
from bot.reading.acts.phrases import corrects, says_keep, says_no, says_yes, steering
from bot.reading.hear.labels import DATE_FACTS
from bot.reading.reading import How, Told
from bot.reading.standing import Standing
from bot.reading.supposed import supposed

ANYWHERE = frozenset({"manipulation", "resume_help", "may_i_ask", "undo_restart"})
"""Acts that need no conversation before them; the others mean something else at the start of one."""

IN_CHECK = frozenset({"explain_why", "so_far", "wait", "never_mind", "skip"})
"""Acts that only mean this while a question waits."""


@dataclass(frozen=True, slots=True)
class Act:
    """An intent with what it tells and what it needs to know."""

    intent: str
    told: Mapping[str, Told] = field(default_factory=dict)
    more: Mapping[str, str] = field(default_factory=dict)


def act_of(text: str, standing: Standing, told: Mapping[str, Told], intent: str) -> Act | None:
    """The act that the words carry out; None where they are none. `told`: what they tell; `intent`: the classifier's.

    A yes to what was read back or offered is taken for that; steering only where it can mean it.
    """
    if standing.offered and says_yes(text) and not standing.question:
        return Act(standing.offered)
    if act := _steers(text, standing, told, intent):
        return act
    if standing.has_case and (statement := supposed(text)):
        news = _changed(standing, said_of_facts(statement, standing.today, standing.labels))
        if news and not news.keys() & set(DATE_FACTS):  # "if they knew on the 20th, when ..." counts days
            return Act("what_if", {fact: Told(value) for fact, value in news.items()})
    return _names_an_answer(text, standing, told, intent)


def _steers(text: str, standing: Standing, told: Mapping[str, Told], intent: str) -> Act | None:
    steers = steering(text)
    if steers in IN_CHECK and standing.question is None and not (steers == "so_far" and standing.has_case):
        return None
    if steers == "skip" and standing.question:
        return Act("answer", {standing.question: Told("unknown")})
    if steers == "other_child" and sum(one.sure for one in told.values()) > (standing.question not in told):
        return None  # "both of them died" answers what happened
    began = standing.question is not None or standing.has_case
    if steers in ANYWHERE or (steers and began and not (steers == "wrong_child" and intent == "restart")):
        return Act(steers)
    return None


def settles(text: str, standing: Standing) -> Act | None:
    """A bare yes or no to what was read back, or "keep it" to an answer that is being changed."""
    for fact, value in standing.to_confirm.items():
        if says_yes(text):
            return Act("answer", {fact: Told(value, How.CORRECTED)})
        if says_no(text):
            before = standing.answers.get(fact)
            return Act("answer", {fact: Told(before, How.CORRECTED)}) if before else Act("not_that")
    kept = standing.was.get(standing.question or "")
    if standing.question and kept and says_keep(text):
        return Act("answer", {standing.question: Told(kept, How.CORRECTED)})
    return None


def _names_an_answer(text: str, standing: Standing, told: Mapping[str, Told], intent: str) -> Act | None:
    """Words that name an answer to be changed and give no new value for it ("I got the date wrong")."""
    stated = stated_beside_a_question(text)
    if not standing.has_case or not stated or not (intent == "change_answer" or corrects(stated)):
        return None
    if told.keys() - {standing.question} or (standing.question in told and not corrects(stated)):
        return None
    named = sorted(fact for fact in facts_named(stated) if fact in standing.answers)
    if standing.question in named and standing.question in told:
        return None
    if len(named) == 1:
        return Act("change_answer", more={"fact": named[0]})
    if intent == "change_answer" and standing.question not in told:
        return Act("change_answer", more={"only": ",".join(named)} if named else {})
    return None


def stated_beside_a_question(text: str) -> str:
    """The message without the questions in it ("Can I change one? It was in Leeds."); empty where it only asks."""
    return " ".join(part for part in re.split(r"(?<=[.!?])\s+", text) if not part.endswith("?"))


def _changed(standing: Standing, news: Mapping[str, str]) -> dict[str, str]:
    return {fact: value for fact, value in news.items() if standing.answers.get(fact) != value}
