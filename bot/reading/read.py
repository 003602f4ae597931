"""Reads one message: for every fact, for danger, for what it asks and for what it does, all at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.reading import languages
from bot.reading.acts.phrases import denies_alarm, is_insult, wishes_check
from bot.reading.acts.recognise import act_of, settles
from bot.reading.clauses import questions_in
from bot.reading.danger import danger_in
from bot.reading.danger_words import says_danger
from bot.reading.facts import reply_to, told_in
from bot.reading.hear import hear
from bot.reading.hear.asking import is_question
from bot.reading.hear.gazetteer import local, places
from bot.reading.hear.labels import DATE_FACTS
from bot.reading.hear.words import read as words
from bot.reading.intents import ASKS_NOTHING, CONVERSATION, FALLBACK, is_topic
from bot.reading.joint.labels import ASKS, CASE, DENIES
from bot.reading.joint.reader import JointReader, Shares, share
from bot.reading.languages import language_of
from bot.reading.ranking import LIKELY, SURE, Ranking
from bot.reading.reading import Danger, How, Reading, Told
from bot.reading.standing import Standing

DANGER = "immediate_danger"
TELLS = 0.5
"""Share from which a message tells a case in hand."""
TELLS_SURELY = 0.85
ASKS_BY_ITSELF = 0.8
"""Share from which words that are surely a topic's are a question though another waits ("a child exploited by a gang").
"""
A_CASE = 2
"""So many facts in a message that tells a case are told to be taken down, whatever topic its words are likest to."""
STEERS = 0.4
"""Share of the topic `change_answer` from which a message is a correction."""
SWEARS_AND_ASKS = 0.8
"""From here on a topic is answered even if the message swears."""
LEAVES = frozenset({"pause", "human_contact", "draft_referral"})
"""Topics of the conversation by which people leave a question open ("I have to go to a meeting, stop for now")."""
ABOUT_THE_ASKER = frozenset({"referrer", "works_for_la", "area"})
"""Facts that people tell when they ask."""
EVERYDAY = frozenset({"out_of_scope", "pause", "privacy", "bot_challenge", "thanks", "goodbye", "greet"})
"""Topics of talk about no case: what is likely one of them is no alarm, unless its words say so by themselves."""
DENIES_FROM = 0.6
A_STORY, LONG = 3, 25
"""So many facts, in so many words, told when the check is finished, are another case's."""


def read(text: str, standing: Standing, whole: Ranking, asked: Ranking, joint: JointReader) -> Reading:
    """What the message says. `whole`: what the classifier made of all of it; `asked`: of the questions in it."""
    if not any(letter.isalnum() for letter in text):
        return Reading("affirm" if "👍" in text and not standing.question else "no_words")
    if (language := language_of(text)) is not None:
        danger = Danger.PLAIN if languages.danger_in(text, language) else Danger.NONE
        return Reading("other_language", danger=danger)
    if said := settles(text, standing):
        return Reading(said.intent, told=said.told)
    shares = joint.shares(standing.question, text)
    steers = whole.share_of("change_answer") >= STEERS and not questions_in(text)
    danger, alarm = danger_in(text, standing.question, joint)
    told = told_in(text, standing, shares, steers=steers, alarm=danger is Danger.PLAIN)
    if whole.best in EVERYDAY and whole.share >= LIKELY and not says_danger(text):
        danger = Danger.NONE
    danger, told = _danger_and_facts(danger, told, standing)
    if danger is not Danger.PLAIN:
        whole, asked = whole.without("danger_now"), asked.without("danger_now")
    denies = _denies(text, standing, shares)
    asks = _beside(text, standing, asked)
    if denies and danger is not Danger.PLAIN:
        return Reading("answer", told={DANGER: Told("no", How.CORRECTED)}, denies=True, asks=asks)
    if danger is Danger.PLAIN:
        return Reading("danger_now", alarm, told, danger, asks=asks)
    intent = "change_answer" if steers else whole.best
    if act := act_of(text, standing, told, intent):
        return Reading(act.intent, 1.0, act.told, danger, more=act.more)
    if standing.question in DATE_FACTS and standing.question not in told and (says := _reply_to_date(text, standing)):
        return Reading("answer", told=told, danger=danger, says=says)
    found = _in_check(text, standing, told, whole, shares, joint) if standing.question else None
    found = found or _outside(text, standing, told, whole, shares)
    asks = found.asks or asks if found.lead in ("answer", "start_check") else None
    return replace(found, danger=danger, asks=asks)


def _danger_and_facts(danger: Danger, told: dict[str, Told], standing: Standing) -> tuple[Danger, dict[str, Told]]:
    """The reply to the question about danger is read by the reply reader alone; else danger is a fact only where it is
    plain, and never a fact against what somebody told: that is asked."""
    said = told.get(DANGER)
    rest = {fact: value for fact, value in told.items() if fact != DANGER}
    if standing.question == DANGER and said is not None:
        if said.value == "yes" and (said.sure or danger is Danger.PLAIN):
            return Danger.PLAIN, {**told, DANGER: replace(said, sure=True)}
        return Danger.NONE, told
    if danger is Danger.PLAIN:
        return danger, rest
    return danger, told if said is not None and said.value == "no" else rest


def _reply_to_date(text: str, standing: Standing) -> str:
    """What to answer to a day that cannot be; "" where nothing is wrong with the reply."""
    assert standing.question is not None
    return reply_to(standing.question, text, standing).says


def _denies(text: str, standing: Standing, shares: Shares) -> bool:
    if standing.question == DANGER and not standing.alarmed:
        return False
    if standing.answers.get(DANGER) != "yes" and not standing.alarmed:
        return False
    return share(shares, DENIES) >= DENIES_FROM or denies_alarm(text, just_said=standing.alarmed)


def _beside(text: str, standing: Standing, asked: Ranking) -> str | None:
    """The topic that is asked beside what is told."""
    if not questions_in(text) or asked.share < LIKELY or not is_topic(asked.best):
        return None
    return asked.best


def _in_check(
    text: str, standing: Standing, told: Mapping[str, Told], whole: Ranking, shares: Shares, joint: JointReader
) -> Reading | None:
    """What the message is while a question waits; None where it has nothing to do with it."""
    question = standing.question
    assert question is not None
    asks = is_question(text) or share(shares, ASKS) >= TELLS
    is_asked = whole.share >= LIKELY and (is_topic(whole.best) or whole.best not in CONVERSATION)
    topic = whole.sure and is_topic(whole.best)
    by_itself = topic and not (question in told and told[question].sure)
    if by_itself and share(joint.shares(None, text), ASKS) >= ASKS_BY_ITSELF:
        return Reading(whole.best, whole.share, more=area_asked_about(text))
    if whole.sure and whole.best in LEAVES and (question not in told or told[question].value == "unknown"):
        return Reading(whole.best, whole.share)
    if question in told and (told[question].sure or not (asks and is_asked)):
        return Reading("answer", told=told)
    if topic and not any(one.sure and fact not in ABOUT_THE_ASKER for fact, one in told.items()):
        kept = {fact: one for fact, one in told.items() if one.sure}
        return Reading(whole.best, whole.share, kept, more=area_asked_about(text))
    if told and not (asks and is_asked):
        return Reading("answer", told=told)
    if whole.best == "dont_know" and whole.share >= LIKELY and not asks:
        return Reading("answer", told={question: Told("unknown")})
    if whole.share >= LIKELY and whole.best not in ASKS_NOTHING and (asks or (whole.sure and not is_topic(whole.best))):
        return Reading(whole.best, whole.share, more=area_asked_about(text))
    return None


def _outside(text: str, standing: Standing, told: Mapping[str, Told], whole: Ranking, shares: Shares) -> Reading:
    """What the message is where no question waits, or where it answers none."""
    if area := _bare_area(text, standing):
        return Reading("tell_area", more={"area": area})
    if is_insult(text) and (not is_topic(whole.best) or whole.share < SWEARS_AND_ASKS):
        return Reading("insult")
    facts = {fact: value for fact, value in told.items() if fact != "area"}
    if standing.has_case and facts and not is_question(text):
        if standing.finished and "outcome" in facts and len(facts) >= A_STORY and len(text.split()) > LONG:
            return Reading("start_check", told=told)
        return Reading("answer", told=told)
    if standing.question is None and not standing.has_case:
        case = share(shares, CASE)
        tells = case >= TELLS and bool(facts)
        rich = len(facts) >= A_CASE and case >= TELLS_SURELY
        steers = whole.sure and whole.best in CONVERSATION - ASKS_NOTHING  # "where do I see how my referral goes?"
        wishes = wishes_check(text) and not steers
        told_or_wished = wishes or rich or (tells and not (whole.sure and is_topic(whole.best)))
        if told_or_wished or (case >= TELLS_SURELY and not whole.sure):
            asks = whole.best if wishes and whole.share >= LIKELY and is_topic(whole.best) else None
            return Reading("start_check", _confidence(max(case, float(wishes)), whole), told, asks=asks)
    if whole.sure:
        return Reading(
            whole.best, whole.share, told if whole.best == "start_check" else {}, more=area_asked_about(text)
        )
    return Reading(FALLBACK, whole.share)


def _confidence(case: float, whole: Ranking) -> float:
    """How sure it is that a case is told and not a topic asked in its words: surely only by the classifier's word."""
    topic = whole.share if is_topic(whole.best) else 0.0
    return max(whole.share_of("start_check"), min(case - topic, SURE - 0.01))


def _bare_area(text: str, standing: Standing) -> str | None:
    """The area, if the message is hardly more than its name ("Walsall", "in Darlington please")."""
    if len(text.split()) > 3 or standing.question:
        return None
    heard = hear("area", text, standing.today, standing.labels.get("area"))
    return str(heard.value) if heard.sure and heard.value not in (None, "unknown") else None


def area_asked_about(text: str) -> dict[str, str]:
    """The one area of ours that a question names ("how do I refer in Darlington?")."""
    named = {hit.key for hit in places(words(text))} & local()
    return {"area": named.pop()} if len(named) == 1 else {}
