"""The words that dates are made of, one spelling each."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA, Indel

MONTHS = "january february march april may june july august september october november december".split()
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
SHORT = {name[:3]: name for name in (*MONTHS, *WEEKDAYS)} | {
    short: name
    for name, shorts in {
        "september": "sept",
        "tuesday": "tues",
        "wednesday": "weds wednes wensday wendsday",
        "thursday": "thur thurs",
        "february": "febuary febru",
        "yesterday": "yest yday ystrday yesterdays",
        "tomorrow": "tmrw tomoz tmw 2moro 2morrow 2mrw tomorrows",
        "today": "2day todays tday",
        "tonight": "2nite tonite",
        "night": "nite nights",
        "christmas": "xmas crimbo",
        "week": "wk",
        "weeks": "wks",
        "weekend": "wkend",
        "year": "yr",
        "years": "yrs",
        "month": "mth",
        "months": "mths",
        "hours": "hrs hr hour",
        "minutes": "mins min minute",
        "days": "dys",
        "couple": "cpl",
        "fortnight": "fornight fortnite",
        "about": "bout abt",
        "approximately": "approx",
        "afternoon": "aft avo arvo",
        "morning": "mornin morn",
    }.items()
    for short in shorts.split()
}
_NAMES = (*MONTHS, *WEEKDAYS, "yesterday", "tomorrow", "fortnight", "christmas")
# Real words that sit one slip away from a name.
_REAL = frozenset(
    "marching sunny monthly mothers fathers mondays sundays fridays saturdays tuesdays wednesdays thursdays marched "
    "match marsh jane jude judy jury joly jolly augusts fortnights".split()
)
_UNMISTAKEN = tuple(name for name in MONTHS if len(name) > 3)


@lru_cache(maxsize=4096)
def spelled(word: str) -> str:
    """The word, in full where it is a short form, and put right where it is one slip from a name."""
    if word in SHORT:
        return SHORT[word]
    if len(word) < 5 or word in _REAL or word in _NAMES:
        return word
    near = process.extractOne(word, _NAMES, scorer=Indel.normalized_similarity, score_cutoff=0.84)
    return str(near[0]) if near and near[0][0] == word[0] else word


@lru_cache(maxsize=4096)
def month_meant(word: str) -> str | None:
    """The month that a word beside a day's number is at most one slip from ("Juen", "Jly"); None for another word."""
    if len(word) < 3 or word in _REAL:
        return None
    near = [name for name in _UNMISTAKEN if name[0] == word[0] and OSA.distance(word, name, score_cutoff=1) <= 1]
    return near[0] if len(near) == 1 else None
