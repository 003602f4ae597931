"""The facts that a message tells: the reply to the question, and what is told besides.

Rules read labels, ages, days, places and plain statements; the joint reader reads everything else that words tell.
What is read is taken by how likely it is and by what it would cost to be wrong (`UNSAFE`).
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from bot.criteria.answers import NONE_OF_THESE, encode
from bot.criteria.facts import BadFact, read_when
from bot.reading.about import facts_named, said_of_facts
from bot.reading.acts.phrases import corrects, opens_with_reply
from bot.reading.clauses import questions_in, states
from bot.reading.hear import Heard, hear, hear_all
from bot.reading.hear.gazetteer import local, places
from bot.reading.hear.labels import DATE_FACTS
from bot.reading.hear.scope import negated
from bot.reading.hear.words import read as words
from bot.reading.joint.labels import PLACES, SETS, VALUES
from bot.reading.joint.reader import Shares
from bot.reading.reading import How, Told
from bot.reading.risk import UNSAFE
from bot.reading.standing import Standing

SURE, PERHAPS = 0.9, 0.7
"""Shares from which a volunteered value is noted, and noted as what the guide thinks."""
SURE_UNSAFE = 0.97
AGAINST_RULES = 0.02
"""Below this share a rule's reading of a passing word is not believed."""
AGAINST_TOLD, NEWS, NEWS_OF_HARM = 0.5, 0.9, 0.75
"""Shares without which words that are no correction do not speak against an earlier answer: by rule, and learnt."""
PART_OF_SET = 0.5
IS_REPLY, IS_REPLY_TOO = 0.4, 0.9
"""Shares of a yes or no that a sentence is a reply to the question, where it names neither: alone, and beside other
news."""
LONGEST_PLACE = 15
"""Words: what is longer names towns by the way."""
HAPPENED_IN = re.compile(
    r"\b(?:happened|died|(?:was|were) (?:found|hurt|killed|stabbed)|took place|overdose was)\b", re.IGNORECASE
)
HERE = re.compile(r"\b(?:here|our (?:area|patch|borough|town|city))\b", re.IGNORECASE)
NOT_THAT_NUMBER = re.compile(r",? (?:and )?not \d{1,2}\b")
"""What is put right with a number: "18, not 17"."""
SCHOOL_YEAR = re.compile(r"\b(?:year|yr) ?(?:[1-9]|1[0-3])s?\b(?! ?(?:old|ago|later))", re.IGNORECASE)
ABOUT_AGENCIES = frozenset({"agencies_together", "features"})
ABOUT_PLACES = frozenset({"area", "place", "normally_resident"})


def reply_to(question: str, text: str, standing: Standing) -> Heard:
    """What the message answers to the question; Heard(None) where it is no reply to it."""
    if question == "place" and (named := _place_by_name(text, standing)) is not None:
        return Heard(named, sure=standing.answers.get("area") in local())
    return hear(question, text, standing.today, standing.labels.get(question), days_told(standing))


def days_told(standing: Standing) -> dict[str, date]:
    """The dates told so far, those of which less than the day is known among them: "same day" counts from them."""
    found = {}
    for fact in DATE_FACTS:
        try:
            found[fact] = read_when(fact, standing.answers.get(fact))
        except BadFact:
            continue  # not told, not known or not yet
    return found


def told_in(
    text: str, standing: Standing, shares: Shares, *, steers: bool = False, alarm: bool = False
) -> dict[str, Told]:
    """Every fact that the message tells. `steers`: it is a correction by the classifier's word too; `alarm`: it tells
    of danger now.
    """
    correcting = steers or corrects(text)
    text = states(text) if questions_in(text) else text
    found: dict[str, Told] = {}
    ruled = _by_rules(text, standing)
    question = standing.question
    if question is not None:
        heard = reply_to(question, text, standing)
        elsewhere = alarm or bool(ruled.keys() - {question})
        if heard.value is not None and not _is_beside(question, heard, text, shares, elsewhere=elsewhere):
            before = standing.answers.get(question)
            found[question] = Told(encode(heard.value), How.ASKED, heard.sure or encode(heard.value) == before)
    if question != "place" and HAPPENED_IN.search(text) and (there := _place_by_name(text, standing)) is not None:
        ruled = {**ruled, "place": there}
    if "place" in ruled or (question == "place" and question in found):
        ruled.pop("area", None)  # where it happened is not whose partnership it is
    if question in ABOUT_AGENCIES:
        shares = shares.copy()
        ruled.pop("told_social_care", None)  # who was told before, and did nothing
        shares[[PLACES["told_social_care=yes"], PLACES["told_lead=yes"]]] = 0
    learnt = learnt_from(shares)
    for fact in _not_in_passing(text, question):
        learnt.pop(fact, None)
    for fact in dict.fromkeys([*ruled, *learnt]):
        if fact == question:
            continue
        told = _settled(fact, ruled.get(fact), learnt.get(fact), shares)
        if told is None or standing.answers.get(fact) == told.value:
            continue
        if standing.answers.get(fact, "unknown") != "unknown":
            if correcting:
                told = replace(told, how=How.CORRECTED)
            elif not _speaks_against(fact, ruled.get(fact), learnt.get(fact), text, shares, standing):
                continue
        found[fact] = told
    return found


def _not_in_passing(text: str, question: str | None) -> list[str]:
    """What the joint reader's word is not taken for: where a town of ours is named, whether that is this area is for
    the rules; beside an answer about danger, custody and homes are other people's."""
    ours = {hit.key for hit in places(words(text))} & local()
    found = ["place"] if question != "place" and ours and not HERE.search(text) else []
    return [*found, *(["setting", "care_leaver"] if question == "immediate_danger" else [])]


def learnt_from(shares: Shares) -> dict[str, tuple[str, float]]:
    """For each fact the joint reader's likeliest value (of a tick-list, all likely ones) with its share."""
    found = {}
    for fact, values in VALUES.items():
        by_value = {value: float(shares[PLACES[f"{fact}={value}"]]) for value in values}
        best = max(by_value, key=by_value.__getitem__)
        value = best
        if fact in SETS and best != NONE_OF_THESE:
            also = [name for name, at in by_value.items() if at >= PART_OF_SET and name != NONE_OF_THESE]
            value = ",".join(also or [best])
        found[fact] = (value, by_value[best])
    return found


def _by_rules(text: str, standing: Standing) -> dict[str, str]:
    """What plain statements say of facts that they name."""
    text = NOT_THAT_NUMBER.sub("", text)
    found = {fact: encode(heard.value) for fact, heard in hear_all(text, standing.today).items() if heard.sure}
    said = said_of_facts(text, standing.today, standing.labels)
    if said.keys() & set(DATE_FACTS) and not found and len(said) == 1 and standing.question in DATE_FACTS:
        said = {}  # a day told to the question about another day is that question's
    found = {**found, **said}
    if "age_group" not in found and "age_group" not in standing.answers and SCHOOL_YEAR.search(text):
        found["age_group"] = "under_18"
    if "area" not in found and "area" not in standing.answers and standing.question not in ABOUT_PLACES:
        found.update(_area_named(text, standing))
    return found


def _area_named(text: str, standing: Standing) -> dict[str, str]:
    """The one partnership of ours that a message names, nothing of it speaking against ("moved from")."""
    named = {hit.key for hit in places(words(text))}
    if len(named & local()) != 1 or len(named) > 1:
        return {}
    heard = hear("area", text, standing.today, standing.labels.get("area"))
    return {"area": str(heard.value)} if heard.value in local() else {}


def _settled(fact: str, ruled: str | None, learnt: tuple[str, float] | None, shares: Shares) -> Told | None:
    value, share = learnt or ("", 0.0)
    unsafe = value in UNSAFE.get(fact, ()) and fact != "told_social_care"  # said back, and on nobody's list of doubts
    if ruled is None:
        if value == NONE_OF_THESE:  # said to a list that is shown, never in passing
            return None
        if share >= (SURE_UNSAFE if unsafe else SURE):
            return Told(value, How.VOLUNTEERED)
        return Told(value, How.VOLUNTEERED, sure=False) if share >= PERHAPS and not unsafe else None
    if fact not in VALUES or ruled == value or ruled == "unknown":
        return Told(ruled, How.VOLUNTEERED)
    if share >= SURE and not unsafe:
        return Told(value, How.VOLUNTEERED)
    backed = max(
        (float(shares[PLACES[f"{fact}={one}"]]) for one in ruled.split(",") if f"{fact}={one}" in PLACES), default=1.0
    )
    if backed < AGAINST_RULES:
        return None
    return Told(ruled, How.VOLUNTEERED, sure=ruled not in UNSAFE.get(fact, ()) or backed >= 0.5)


def _speaks_against(
    fact: str, ruled: str | None, learnt: tuple[str, float] | None, text: str, shares: Shares, standing: Standing
) -> bool:
    """Whether words that are no correction tell otherwise than before ("just had a call, he's died"): a little is
    enough where what was told makes the result less safe. A stage of life in passing ("the baby") is no new age."""
    if fact == "age_group" and not re.search(r"\d", text):
        return False
    if ruled is not None:
        return _share_of(fact, ruled, shares) >= AGAINST_TOLD
    value, share = learnt or ("", 0.0)
    unsafe_before = standing.answers.get(fact) in UNSAFE.get(fact, ())
    enough = NEWS_OF_HARM if unsafe_before else NEWS
    return share >= enough and fact not in SETS and value not in UNSAFE.get(fact, ())


def _share_of(fact: str, value: str, shares: Shares) -> float:
    """The joint reader's share of a value (of a tick-list's likeliest); 1 for what it does not read."""
    labels = (f"{fact}={one}" for one in value.split(","))
    return max((float(shares[PLACES[label]]) for label in labels if label in PLACES), default=1.0)


def _is_beside(question: str, heard: Heard, text: str, shares: Shares, *, elsewhere: bool) -> bool:
    """Whether a yes or no was only read into a sentence that is about something else ("he was 17"); `elsewhere`: it
    does tell of something else."""
    value = encode(heard.value)
    if (
        question == "immediate_danger"
        or value not in ("yes", "no")
        or heard.exact
        or opens_with_reply(text)
        or question in facts_named(text)
    ):
        return False
    label = PLACES.get(f"{question}={value}")
    return label is not None and float(shares[label]) < (IS_REPLY_TOO if elsewhere else IS_REPLY)


def _place_by_name(text: str, standing: Standing) -> str | None:
    """Where it happened, told by a town: "this area" or another by the area that the check is for; None where no such
    town is named, or the check is for no area of ours."""
    area = standing.answers.get("area")
    if area not in (*local(), "england_other") or len(text.split()) > LONGEST_PLACE:
        return None
    doc = words(text)
    named = {hit.key for hit in places(doc) if not negated(doc, hit)}
    if len(named) != 1 or not named <= {*local(), "england"}:
        return None
    if area == "england_other":
        return "this_area" if named == {"england"} else "other_area_england"
    return "this_area" if named == {area} else "other_area_england"
