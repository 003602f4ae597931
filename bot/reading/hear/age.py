"""How old was the child or young person when it happened?"""

import re

from spacy.tokens import Doc

from bot.reading.dates.numbers import in_digits
from bot.reading.hear import hedging, not_known
from bot.reading.hear.choice import beside
from bot.reading.hear.model import NOTHING, UNKNOWN, Heard
from bot.reading.hear.patterns import Patterns

_BEFORE_BIRTH = Patterns.of("age.before_birth")
_GROUPS = Patterns.of("age.groups")
_MARK = re.compile(
    r"(?P<n>\d{1,3})(?P<half> and (?:a|1|one) half| and a bit|(?: \.)? 5)? ?(?P<unit>years?|yrs?|y|yo|months?|mths?|"
    r"mos?|m|weeks?|wks?|w|days?|hours?|hrs?|minutes?|mins?)?\b(?: ?(?P<old>old|of age|o\b))?"
)
_PREGNANT = re.compile(
    r"carrying|\d{1,3} (?:weeks?|wks?|wk|months?|weeker) (?:pregnant|gest\w*|gone|along|preg)|gestation|pregnan|"
    r"expecting"
)
_BABY_UNITS = re.compile(r"^(?:mo|mth|month|w|wk|week|d|h|min)")
_THEN = re.compile(
    r"when (?:it|this|that) happened|at the time|back then|at that (?:point|time)|when (?:s?he|they) (?:died|was|"
    r"were)|then\b"
)
_NOW = re.compile(r"\bnow\b|today\b|these days")


def group_of(years: int) -> str:
    """The age group of a whole number of years."""
    return "under_18" if years < 18 else "18_to_24" if years <= 24 else "25_or_over"


def hear_age(doc: Doc) -> Heard:
    """The age group, from an age, a stage of life, or words of before birth."""
    words = _in_digits(doc)
    doubts = beside(not_known.unknowns(doc), [])
    numbers = _numbers(words)
    stages = _GROUPS.keys(doc)
    if _BEFORE_BIRTH.find(doc) and not re.search(
        r"\bborn at\b|premature|after (?:birth|(?:s?he|they) (?:was|were) born)", words
    ):
        if doubts and doubts[0].start == 0:
            return Heard(UNKNOWN, sure=False)
        young = [n for n in numbers if n.endswith("young")]
        mother = bool(
            re.search(
                r"pregnant (?:\d|girl|teen|pupil|child)|(?:girl|pupil|teenager|she) (?:was|is|who|were) .*pregnant",
                words,
            )
        )
        return Heard("unborn", sure=not mother and not young)
    groups = {n.split("/")[0] for n in numbers}
    hedged = bool(hedging.hedges(doc))
    if len(groups) == 1:
        unknown_first = bool(doubts) and doubts[0].start == 0 and not hedged and len(numbers) == 0
        return Heard(UNKNOWN, sure=False) if unknown_first else Heard(groups.pop(), sure=not doubts)
    if len(groups) > 1:
        return Heard(UNKNOWN, sure=False)
    if doubts and (not stages or doubts[0].start == 0):
        return Heard(UNKNOWN, sure=not stages)
    if "under_18" in stages:
        adult = bool(re.search(r"\b(?:not|no longer|never) (?:a )?(?:child|kid|baby|minor)\b", words))
        return Heard(None if adult else "under_18", sure=stages == {"under_18"} or "maybe_under_18" in stages)
    for stage, value, sure in (
        ("adult_18_to_24", "18_to_24", False),
        ("over_24", "25_or_over", True),
        ("maybe_under_18", "under_18", False),
    ):
        if stage in stages:
            return Heard(UNKNOWN if doubts else value, sure=sure and not doubts)
    return NOTHING


_NOT_AN_AGE = re.compile(r"\b(?:that|this|which|the other|no|only|any) one\b|\bone (?:of|thing|or)\b")


def _in_digits(doc: Doc) -> str:
    """The words with numbers in digits, "twelvish" and "18 and two months" brought down to years."""
    words = [re.sub(r"(?<=[a-z]{3})ish$", "", word) for word in _NOT_AN_AGE.sub(" ", doc.text).split()]
    words = ["twelve" if word == "twelv" else "five" if word == "fiv" else word for word in words]
    text = " ".join(in_digits(words, ordinals=False))
    text = re.sub(r"\bgoing on \d+", "", text)
    text = re.sub(r"\bnot \d+(?: years?(?: old)?)?[ ,]*(?:but )?(?=(?:\w+ ){0,2}\d)", "", text)  # "not 18, 17"
    return re.sub(
        r"\b(\d+)( years?| yrs?| y)?(?: and|,)? \d+ (?:months?|mths?|m|weeks?|days?)\b(?! pregnant)",
        r"\1 years",
        text,
    )


def _numbers(words: str) -> list[str]:
    """The age groups of the ages given; of "17 then, 19 now" only the first."""
    if re.search(r"\b(?:year|yr|y|key stage|ks) ?(?:1[0-3]|[1-9]|r)\b(?! ?(?:old|month|year|yr|yo))", words):
        return ["under_18"]
    clauses = [c for c in re.split(r"[,;.()]| but | and (?=(?:is|now|hes|shes|theyre|would))", words) if c.strip()]
    then = [c for c in clauses if _THEN.search(c) and re.search(r"\d", c)]
    chosen = then or [c for c in clauses if not (_NOW.search(c) and len(clauses) > 1)] or clauses
    chosen = chosen[:1] if len(clauses) > 1 and not then and "(" in words else chosen
    return [age for clause in chosen for age in _ages(clause)] or [age for clause in clauses for age in _ages(clause)]


def _ages(clause: str) -> list[str]:
    if _PREGNANT.search(clause) or re.search(
        r"\b(?:mum|mother|dad|father|mam|parents?|section|s|form|stage)\b(?! (?:said|says)).{0,12}\d", clause
    ):
        return []
    limit = re.search(
        r"\b(under|below|less than|over|above|older than|more than|younger than|not yet|nearly|almost|coming up to|"
        r"just under|approaching) (?:the age of )?(\d+)\b(?! ?(?:m|w|d))",
        clause,
    )
    if limit:
        n, word = int(limit[2]), limit[1]
        if word in ("over", "above", "older than", "more than"):
            return ["25_or_over"] if n >= 25 else ["18_to_24", "25_or_over"] if n >= 17 else []
        if word in ("nearly", "almost", "coming up to", "just under", "approaching", "not yet"):
            return [group_of(n - 1)]
        return ["under_18"] if n <= 18 else ["18_to_24", "under_18"]
    found = []
    for mark in _MARK.finditer(clause):
        if int(mark["n"]) > 120 or (
            re.search(
                r"(?:in|(?<!lad )(?<!boy )(?<!girl )(?<!child )(?<!adult )(?<!man )(?<!lass )(?<!baby )(?<!age "
                r")(?<!one )(?<!teenager )(?<!toddler )(?<!woman )of|since|ago|half|past) $",
                clause[: mark.start()],
            )
            and not mark["old"]
            and not re.search(r"age of $|aged? $", clause[: mark.start()])
        ):
            continue
        if re.match(r" ?(?:ago|pm|am|of them|kids|children|siblings|into)\b", clause[mark.end() :]):
            continue
        if mark["unit"] and _BABY_UNITS.match(mark["unit"]):
            found.append("under_18/young" if int(mark["n"]) < 200 else "")
        else:
            found.append(group_of(int(mark["n"])))
    return [f for f in found if f]
