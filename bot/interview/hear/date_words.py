"""The words that dates are made of, one spelling each: months, weekdays, numbers, and the time of day taken out."""

import re

from rapidfuzz import process
from rapidfuzz.distance import Indel

from bot.interview.hear.numbers import CARDINALS, ORDINALS, in_digits

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTH = "(?P<month>" + "|".join(MONTHS) + ")"
WEEKDAY = "(?P<weekday>" + "|".join(WEEKDAYS) + ")"

_SHORT = {name[:3]: name for name in (*MONTHS, *WEEKDAYS)} | {
    "sept": "september",
    "tues": "tuesday",
    "weds": "wednesday",
    "wednes": "wednesday",
    "thur": "thursday",
    "thurs": "thursday",
    "febuary": "february",
    "febru": "february",
    "wensday": "wednesday",
    "wendsday": "wednesday",
    "yest": "yesterday",
    "yday": "yesterday",
    "tmrw": "tomorrow",
    "tomoz": "tomorrow",
    "tmw": "tomorrow",
    "2moro": "tomorrow",
    "2day": "today",
    "2nite": "tonight",
    "xmas": "christmas",
    "crimbo": "christmas",
    "wk": "week",
    "wks": "weeks",
    "fornight": "fortnight",
    "fortnite": "fortnight",
}
_NAMES = (*MONTHS, *WEEKDAYS, "yesterday", "tomorrow", "fortnight", "christmas")
# Real words that sit one slip away from a name.
_REAL = frozenset(
    "marching sunny monthly mothers fathers mondays sundays fridays saturdays tuesdays wednesdays thursdays "
    "marched".split()
)
_AMONG = re.compile(r"[a-z]+|\d+|[^a-z\d]+")

_CLOCK = (
    r"(?:half|quarter|1 quarter|5|10|20|25)(?: ?(?:past|to))? \d{1,2}\b(?: ?(?:am|pm|ish|oclock))?",
    r"\d{1,2}[:.]\d{2} ?(?:am|pm|a\.m\.?|p\.m\.?|hrs|hours)",
    r"\d{1,2}:\d{2}(?::\d{2})?\b",
    r"\d{1,2} ?(?:am|pm|a\.m\.?|p\.m\.?|oclock|ish (?:am|pm))(?![a-z])",
    r"(?:at|by|around|about) \d{1,2}[.]\d{2}\b(?![./-])",
    r"at (?:about |around |approximately |roughly )?\d{1,2}\b(?! ?(?:st|nd|rd|th|/|\.|-|of|" + "|".join(MONTHS) + r"))",
    r"\d{4} ?(?:hrs|hours|h)\b",
    r"(?:at |around |about )?(?:tea|lunch|dinner|bed|break|home|breakfast|play)[ -]?time",
    (
        r"(?:at |around |about |just (?:before|after) |before |after )?\b(?:midday|noon|lunch|tea|dinner|breakfast|"
        r"school)\b(?! (?:told|said|rang|reported|informed))"
    ),
)
_TIME = re.compile(
    r"(?:\b(?:at|by|from|just|about|around|roughly|approximately|approx|before|after|gone)\b[ ~]*)*(?<![\d/.-])(?:"
    + "|".join(_CLOCK)
    + ")"
)
_PART_OF_DAY = re.compile(
    r"\b(night|morning|evening|afternoon) (?:at |about |around |gone |just after )+\d{1,2}\b(?! ?(?:of|[/.-]\d|"
    + "|".join(MONTHS)
    + "))"
)
_TEENS = {"nineteen": 1900, "twenty": 2000}


def date_words(text: str) -> str:
    """The text in lower case, names in full, numbers in digits, time of day removed."""
    low = text.lower()
    low = re.sub(r"[\u2018\u2019`']", "", low)
    low = re.sub(r"[\u2010-\u2015]", "-", low)
    low = re.sub(r"\b(\d{4}-\d{1,2}-\d{1,2})t[\d:.]+z?", r"\1", low)
    low = re.sub(r"(?<=\d)\s*(?:st|nd|rd|th|ts|nth)\b", "", low)
    low = re.sub(r"\bo clock\b", "oclock", low)
    low = re.sub(r"(?<=[a-z])-(?=[a-z])", " ", low)
    low = "".join(_spelled(part) for part in _AMONG.findall(low))
    low = _years(low)
    low = re.sub(r"[a-z ]*[a-z]", lambda m: _numbers(m.group()), low)
    low = _PART_OF_DAY.sub(r"\1", low)
    low = re.sub(r"\ba\s+(?=(?:week|fortnight|day|month|year)\b)", "1 ", low)
    low = re.sub(r"\ban\s+(?=hour)", "1 ", low)
    return re.sub(r"\s+", " ", _TIME.sub(" ", low)).strip(" .,!;:?")


def _spelled(word: str) -> str:
    if not word.isalpha():
        return word
    if word in _SHORT:
        return _SHORT[word]
    if len(word) >= 5 and word not in _REAL and word not in _NAMES:
        near = process.extractOne(word, _NAMES, scorer=Indel.normalized_similarity, score_cutoff=0.84)
        if near and near[0][0] == word[0]:
            return str(near[0])
    return word


def _years(low: str) -> str:
    units = "|".join(w for w in CARDINALS if w != "zero")

    def spoken(match: re.Match[str]) -> str:
        words = in_digits(match[2].split())
        return str(_TEENS[match[1]] + int(words[0]))

    low = re.sub(
        rf"\b(twenty|nineteen) ((?:twenty|thirty|eighty|ninety)(?: (?:{units}))?|ten|eleven|twelve|\w+teen)\b",
        spoken,
        low,
    )
    return re.sub(
        rf"\b2? ?(?:two thousand)(?: and)? ((?:twenty|thirty|ten|eleven|twelve|\w+teen)(?: (?:{units}))?|"
        rf"(?:{units}))\b",
        lambda m: str(2000 + int(in_digits(m[1].split())[0])),
        low,
    )


def _numbers(run: str) -> str:
    """Number words in digits; an ordinal only where it can be a day of the month."""
    words = run.split(" ")
    kept = []
    for i, word in enumerate(words):
        before, after = words[i - 1] if i else "", words[i + 1] if i + 1 < len(words) else ""
        ordinal = word in ORDINALS
        day = (
            after in ("of", "last", "this")
            or after in MONTHS
            or (before == "the" and not after)
            or before in (*WEEKDAYS, "twenty", "thirty")
            or (before == "the" and after in ("we", "i", "it", "when", "and", "at", "in", "she", "he", "they", "was"))
        )
        if ordinal and (not day or after in WEEKDAYS):
            kept.append(f"\0{word}")  # "the first Monday", "first thing": not a day of the month
        else:
            kept.append("2" if word == "second" else word)
    return " ".join(word.lstrip("\0") for word in in_digits(kept))
