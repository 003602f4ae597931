"""A reply to the question that was asked."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from spacy.tokens import Doc

from bot.criteria.facts import MAY_BE_TO_COME, NOT_YET
from bot.reading.dates import read_reply
from bot.reading.hear import hedging, not_known, polarity
from bot.reading.hear.abuse import ABUSE_NEGLECT
from bot.reading.hear.age import hear_age
from bot.reading.hear.area import hear_area
from bot.reading.hear.asking import is_question
from bot.reading.hear.birth import age_in_words, by_birth
from bot.reading.hear.by_place import by_place
from bot.reading.hear.care_leaver import CARE_LEAVER
from bot.reading.hear.danger import IMMEDIATE_DANGER
from bot.reading.hear.employer import WORKS_FOR_LA
from bot.reading.hear.joint_working import AGENCIES_TOGETHER
from bot.reading.hear.labels import DATE_FACTS, exact, options
from bot.reading.hear.last_word import instead, perhaps_taken_back, taken_back
from bot.reading.hear.looked_after import LOOKED_AFTER
from bot.reading.hear.model import NOTHING, UNKNOWN, Heard
from bot.reading.hear.outcome import OUTCOME
from bot.reading.hear.passing import passes
from bot.reading.hear.place import hear_place
from bot.reading.hear.residence import NORMALLY_RESIDENT
from bot.reading.hear.sets import FEATURES, HARM_KINDS, OTHER_ROUTES
from bot.reading.hear.setting import SETTING
from bot.reading.hear.spelling import mended
from bot.reading.hear.suicide import SUSPECTED_SUICIDE
from bot.reading.hear.ticked import ticked
from bot.reading.hear.told_lead import TOLD_LEAD
from bot.reading.hear.told_social_care import TOLD_SOCIAL_CARE
from bot.reading.hear.weighing import weighed
from bot.reading.hear.words import read
from bot.reading.pieces import ends
from bot.reading.risk import READ_BACK

_LISTENERS: dict[str, Callable[[Doc], Heard]] = {
    "immediate_danger": IMMEDIATE_DANGER.hear,
    "area": hear_area,
    "age_group": hear_age,
    "outcome": OUTCOME.hear,
    "harm_kinds": HARM_KINDS.hear,
    "abuse_neglect": ABUSE_NEGLECT.hear,
    "suspected_suicide": SUSPECTED_SUICIDE.hear,
    "place": hear_place,
    "normally_resident": NORMALLY_RESIDENT.hear,
    "looked_after": LOOKED_AFTER.hear,
    "care_leaver": CARE_LEAVER.hear,
    "setting": SETTING.hear,
    "agencies_together": AGENCIES_TOGETHER.hear,
    "features": FEATURES.hear,
    "told_social_care": TOLD_SOCIAL_CARE.hear,
    "told_lead": TOLD_LEAD.hear,
    "works_for_la": WORKS_FOR_LA.hear,
    "other_routes": OTHER_ROUTES.hear,
}

_NOT_YET = re.compile(r"\b(?:not\b.{0,80}\byet|hasnt|havent|isnt|not happened|nothing yet|no date|still to)\b")
_NOT_KNOWN = frozenset("n/k n/a nk d/k u/k unk dk n.k n.a d.k".split())
"""As forms and logs write it; never a no."""
_NOT_DEAD = re.compile(
    r"\b(?:(?:did|has|have|is|was) ?n.?t|not|never) (?:actually |quite |in fact )?(?:die|died|dead|killed)\b",
    re.IGNORECASE,
)
_MAY = re.compile(r"\bmay\b", re.IGNORECASE)  # a month here, no hedge and no asking
_SHORT = 5  # words in which a rule that is sure is hardly ever wrong
QUESTIONS = tuple(_LISTENERS)
_WHEN_IT_WAS = re.compile(r"^\W*when (?=(?:i|we|he|she|they|it|mum|dad|my|our|the)\b)", re.IGNORECASE)
_EITHER = re.compile(r"yes ?/ ?no|y ?/ ?n", re.IGNORECASE)  # a form's wording, copied


class Asked(NamedTuple):
    """What a reply answers, and what its reading needs to know."""

    question: str
    today: date
    labels: Mapping[str, str]
    told: Mapping[str, date]


def hear(
    question: str,
    text: str,
    today: date,
    labels: Mapping[str, str] | None = None,
    told: Mapping[str, date] | None = None,
) -> Heard:
    """What a reply to the question (a fact's name) says; Heard(None) for a question put back, or no answer.

    `labels` are the labels of the question's options as a pack words them, each with its value: what is typed word
    for word as one of them is exact. A reply of more than one piece is read at its opening and its closing; what it
    tells in between is for `hear_all`. `told` are the dates told so far: "same day" counts from them.

    Raises ValueError when the question is not a fact of the decision table.
    """
    if question not in _LISTENERS and question not in DATE_FACTS:
        known = ", ".join(sorted([*_LISTENERS, *DATE_FACTS]))
        raise ValueError(f"question: found {question!r}, expected one of {known}")
    bare = text[:20].lower().replace(" ", "").strip("().,;:!-")
    if bare in _NOT_KNOWN:
        return Heard(UNKNOWN, sure=True)
    if (boxes := ticked(text)) is not None:
        return hear(question, boxes, today, labels, told) if boxes else NOTHING
    heard = NOTHING
    for number, part in enumerate(ends(text)):
        found = _last_word(Asked(question, today, labels or {}, told or {}), part)
        if found.value not in (None, UNKNOWN):
            return found if number == 0 else replace(found, sure=False, exact=False)
        heard = heard if number else found
    return heard


def _last_word(asked: Asked, text: str) -> Heard:
    """What the reply says in the end, where it takes something back; a value given twice differently is read back."""
    typed = exact(asked.question, text, asked.labels)
    if typed is not None:
        return Heard(typed, sure=True, exact=True)
    if _EITHER.fullmatch(text.strip()):
        return NOTHING
    if (rest := taken_back(text)) is not None:
        heard = _last_word(asked, rest)
        if heard.value is not None:
            return replace(heard, exact=False)
    whole = _answer(asked, text)
    if (rest := perhaps_taken_back(text)) is None:
        return whole
    last = _last_word(asked, rest)
    if last.value in (None, UNKNOWN, whole.value) or isinstance(last.value, frozenset):
        return whole
    return Heard(last.value, sure=False)


def _answer(asked: Asked, text: str) -> Heard:
    question = asked.question
    _, mark, answer = text.rpartition("?")
    if mark and answer.strip():
        # "Should I have? No, I haven't": what follows the question is the reply, if it is one.
        heard = _last_word(asked, answer)
        if heard.value is not None:
            return Heard(heard.value, sure=False)
    if question in DATE_FACTS:
        statement = _MAY.sub("june", _WHEN_IT_WAS.sub("", text))
        return NOTHING if is_question(statement) else _hear_date(asked, text)
    if is_question(text):
        return NOTHING
    if passes(text):
        return Heard(UNKNOWN, sure=True)
    if question == "age_group":
        if (born := by_birth(text, asked.today)) is not None:
            return born
        text = age_in_words(text)
    if (told := by_place(question, text, options(question, asked.labels))) is not None:
        return told
    return _in_words(question, text)


def _in_words(question: str, text: str) -> Heard:
    doc = read(text)
    heard = _LISTENERS[question](doc)
    unsafe = isinstance(heard.value, str) and heard.value in READ_BACK.get(question, ())
    if polarity.bare(doc) or (heard.sure and len(doc) <= _SHORT and not unsafe):
        return heard
    if heard.value is None and (put_right := mended(doc)) is not None:
        heard = replace(_LISTENERS[question](put_right), sure=False)
    found = weighed(question, heard, instead(text))
    if question == "outcome" and found.value == "died" and _NOT_DEAD.search(text):
        return replace(found, sure=False) if heard.value == "died" else NOTHING
    return found


def _hear_date(asked: Asked, text: str) -> Heard:
    reply = read_reply(asked.question, text, asked.today, asked.told, may_be_to_come=asked.question in MAY_BE_TO_COME)
    doc = read(text)
    if reply.kind == "impossible":
        return Heard(None, says=reply.says)
    if reply.kind == "not_yet" and not not_known.own_doubt(doc):
        return Heard(NOT_YET, sure=True)
    if reply.value is not None:
        hedged = hedging.hedges(read(_MAY.sub("june", text)))
        return Heard(reply.value, sure=reply.sure and not hedged, exact=text.strip() == reply.value.isoformat())
    if not_known.unknowns(doc):
        return Heard(UNKNOWN, sure=True)
    if reply.kind == "ongoing" or _NOT_YET.search(doc.text):
        return Heard(UNKNOWN, sure=False)
    return NOTHING
