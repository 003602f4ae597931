"""A reply to the question that was asked."""

from collections.abc import Callable
from datetime import date

from spacy.tokens import Doc

from bot.interview.hear import idioms, labels
from bot.interview.hear.abuse import ABUSE_NEGLECT
from bot.interview.hear.age import hear_age
from bot.interview.hear.area import hear_area
from bot.interview.hear.asking import is_question
from bot.interview.hear.care import CARE_LEAVER, LOOKED_AFTER
from bot.interview.hear.circumstances import AGENCIES_TOGETHER, NORMALLY_RESIDENT, SUSPECTED_SUICIDE, WORKS_FOR_LA
from bot.interview.hear.danger import IMMEDIATE_DANGER
from bot.interview.hear.dates import read_date
from bot.interview.hear.model import NOTHING, UNKNOWN, Heard
from bot.interview.hear.outcome import OUTCOME
from bot.interview.hear.place import hear_place
from bot.interview.hear.sets import FEATURES, HARM_KINDS, OTHER_ROUTES
from bot.interview.hear.setting import SETTING
from bot.interview.hear.told import TOLD_LEAD, TOLD_SOCIAL_CARE
from bot.interview.hear.words import read

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


def hear(question: str, text: str, today: date) -> Heard:
    """What a reply to the question (a fact's name) says; Heard(None) for a question put back, or no answer.

    Raises ValueError when the question is not a fact of the decision table.
    """
    if question not in _LISTENERS and question not in labels.DATE_FACTS:
        known = ", ".join(sorted([*_LISTENERS, *labels.DATE_FACTS]))
        raise ValueError(f"question: found {question!r}, expected one of {known}")
    if not text.strip():
        return NOTHING
    typed = labels.exact(question, text)
    if typed is not None:
        return Heard(typed, sure=True, exact=True)
    if is_question(text):
        return NOTHING
    if question in labels.DATE_FACTS:
        return _hear_date(text, today)
    return _LISTENERS[question](read(text))


def _hear_date(text: str, today: date) -> Heard:
    day = read_date(text, today)
    doc = read(text)
    if day is not None:
        return Heard(day, sure=not idioms.hedges(doc), exact=text.strip() == day.isoformat())
    if idioms.unknowns(doc):
        return Heard(UNKNOWN, sure=True)
    if any(words in doc.text for words in ("not yet", "hasnt", "havent", "not happened", "nothing yet", "no date")):
        return Heard(UNKNOWN, sure=False)
    return NOTHING
