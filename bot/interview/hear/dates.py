"""A day, as the British write and say it.

The conventions: day first; a date without a year, or a bare weekday, is the latest one not after today unless the
words point forward; what is vague, a range or impossible is no day at all; a future date keeps its date.
"""

import re
from datetime import date

from bot.interview.hear import calendar_dates, relative_days
from bot.interview.hear.date_words import MONTHS, WEEKDAY, WEEKDAYS, date_words
from bot.interview.hear.pieces import tidied

_DATED = "|".join((*MONTHS, *WEEKDAYS))
_VAGUE = re.compile(
    r"\b(?:or|either|maybe|perhaps|possibly|might|may (?:have|well|be)|roughly|approx\w*|circa|between|sometime|"
    r"some time|not|dont|cant|unsure|"
    r"couple|few|several|recently|ages|weekend|half term|term|season|(?:spring|summer)(?! bank)|autumn|winter|"
    r"week commencing|week beginning|week ending|week of|"
    r"wc|we|w c|mid|middle|beginning|start|end|ish|whole|all|during|throughout|every|each|onwards|overnight|"
    r"probably|presumably|never|"
    r"w/c|w/e|nearly|almost|over|more than|less than|at least|within|under|earlier (?:this|last)|later|range|guess|"
    r"thereabouts|unknown|sort of|period)\b(?<!\bwe)"
    r"|~|\?\?|\d ?- ?\d{1,2} (?:" + "|".join(MONTHS) + r")|\d{1,2}/\d{1,2} (?:" + "|".join(MONTHS) + r")"
    r"|\d (?:to|and|or|till|until|through|thru|&) (?:the )?\d"
    r"|(?:"
    + _DATED
    + r")(?: (?:morning|night|evening|afternoon))? (?:to|and|into|through|till|until|thru|&|-) (?:the )?(?:"
    + _DATED
    + r"|\d)"
    r"|(?:" + "|".join(WEEKDAYS) + r") ?/ ?(?:" + "|".join(WEEKDAYS) + r")"
)
# What is plain in itself, though it holds a word that elsewhere makes a date vague.
_PLAIN = re.compile(
    r"\b(?:(?:in )?(?:the )?early hours (?:of|on)|(?:very )?(?:early|late|earlier|later)(?: on)? (?=(?:today|this "
    r"(?:morning|afternoon|evening)|last night|yesterday|on\b|tomorrow|" + "|".join(WEEKDAYS) + r"))|"
    r"(?:at the )?end of (?:play|the (?:school )?day)|start of (?:the )?(?:day|school)|in the (?:early hours|small "
    r"hours)(?= of| on|$)|middle of the night|(?:it was )?all on|over the phone|over by|not long ago,? (?=yesterday|"
    r"today))\b"
)
_REACHES = re.compile(
    r"\b(?:about|around|before|after|since|until|till|by|from|past|beyond|prior to|following|up to|to|towards|"
    r"nearer|near|of)\s{1,3}(?:on )?(?:the |last |this )?$"
)
_FORWARD = re.compile(
    r"\b(?:next|coming|forthcoming|upcoming|will be|will|planned|planning|plan|due|going to|intend\w*|scheduled|"
    r"hoping|expected|booked|set for|publishing|shall|to be)\b"
)
_DENIED = (
    r"\bnot (?:on |the |this |last |a |\d+ |day |weeks? |days? |months? |fortnights? |ago |of |"
    r"yesterday |today |before yesterday |\d{1,2}/\d{1,2} |"
    rf"(?:{_DATED}) )*(?:\d{{1,2}}(?:/\d{{1,2}})?|{_DATED}|yesterday|today|ago)"
)
_DENIED_FIRST = re.compile(_DENIED + r"(?: ?[,;-] ?(?:but |no |it was |its |rather )?| but )(?:it was |on )?(?=\S)")
_DENIED_AFTER = re.compile(r"(?: ?[,;-] ?| and | so | )" + _DENIED + r"$")
_NOT_THIS_ONE = re.compile(
    rf"(?:last |on )?{WEEKDAY},? (?:but |and )?not (?:this|the|that|last)(?: last| past)?"
    rf"(?:(?: one| 1| (?P=weekday))(?: just)?(?: gone| past| been| passed)?| just gone)$"
)
_FORMS = [
    (name, re.compile(rf"(?<!\w)(?:{form})"), calendar)
    for forms, calendar in (
        (calendar_dates.FIRST, True),
        (relative_days.FORMS, False),
        (calendar_dates.FORMS, True),
    )
    for name, form in forms
]
_BARE = re.compile(rf"\b{WEEKDAY}\b(?!s)")
_TOO_OLD = 120


def read_date(text: str, today: date) -> date | None:
    """The one day that the text names, or None when no single day can be known."""
    words = _PLAIN.sub(" ", date_words(tidied(text)[:400]))
    words = re.sub(r"\bthe (?=(?:" + "|".join(WEEKDAYS) + r")\b)", "", words)
    words = _without_the_denied(re.sub(r"\s+", " ", words).strip(" .,"))
    if not words or _VAGUE.search(words):
        return None
    days, rest = _named_days(words, today)
    weekdays = [WEEKDAYS.index(match["weekday"]) for match in _BARE.finditer(rest)]
    if any(day is None for day in days) or len(set(days)) > 1:
        return None
    if re.search(r"\d", rest) or re.search(
        r"\b(?:"
        + "|".join(m for m in MONTHS if m not in ("march", "may"))
        + r"|christmas|easter|bank holiday|holidays?|week|fortnight|month|year|ago)\b",
        rest,
    ):
        return None
    if not days:
        return _bare_weekday(rest, weekdays, today)
    day = days[0]
    if day is None or any(weekday != day.weekday() for weekday in weekdays) or abs(day.year - today.year) > _TOO_OLD:
        return None
    return day


def _without_the_denied(words: str) -> str:
    """ "Not the 8th, the 7th" and "the 7th, not the 8th" are the 7th; a Monday that is not this last one, the one
    before it."""
    words = _NOT_THIS_ONE.sub(r"\g<weekday> before last", words)
    return _DENIED_AFTER.sub("", _DENIED_FIRST.sub("", words)).strip(" .,")


def _named_days(words: str, today: date) -> tuple[list[date | None], str]:
    """The days named other than by a bare weekday, and the words that are left."""
    forward = bool(_FORWARD.search(words))
    days: list[date | None] = []
    for name, pattern, calendar in _FORMS:
        while match := pattern.search(words):
            if _REACHES.search(words[: match.start()]):
                return [None], words
            resolved = (
                calendar_dates.resolve(name, match, today, forward)
                if calendar
                else relative_days.resolve(name, match, today)
            )
            days.append(resolved)
            kept = next((w for w in WEEKDAYS if match.group().startswith(w)), "") if name == "day_only" else ""
            words = f"{words[: match.start()]} | {kept} {words[match.end() :]}"
    return days, words


def _bare_weekday(rest: str, weekdays: list[int], today: date) -> date | None:
    match = _BARE.search(rest)
    if match is None or len(set(weekdays)) != 1 or _REACHES.search(rest[: match.start()]):
        return None
    if _FORWARD.search(rest):
        return relative_days.after(today, weekdays[0])
    return today if weekdays[0] == today.weekday() else relative_days.before(today, weekdays[0])
