"""What a reply to "when was it?" says: a day, less than a day, not yet, still going on, or a day that cannot be."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from bot.criteria.rough_day import earliest_day, latest_day
from bot.reading.dates.find import Found, find_dates
from bot.reading.dates.tokens import line_of
from bot.reading.dates.told_days import before_it
from bot.reading.dates.value import about, span

_DOUBT = re.compile(
    r"\b(?:maybe|perhaps|possibly|might|may (?:have|well|be)|may_|unsure|probably|presumably|guess|either|sometime|"
    r"some time|"
    r"or thereabouts|sort of|ish|dont know|not sure|cant (?:remember|recall)|every|each)\b"
)
_ONE_OR_OTHER = re.compile(r"\b(?:could|might|may|maybe|possibly|perhaps|either|unsure|not sure)\b")
_EVERY = re.compile(r"\b(?:every|each|most|(?:mon|tues|wednes|thurs|fri|satur|sun)days)\b(?! (?:ago|back))")
_ASKING = re.compile(r"\b(?:will|ill|need to|have to|going to|let me|must) (?:ask|check|find out|look|phone|ring)\b")
_NOT_YET = re.compile(
    r"\bnot?\b.{0,80}\byet|\byet to\b|\b(?:has|have|is|had|was|did)(?:nt| not)\b|\bnot (?:happened|sent|done|"
    r"notified|submitted|made|"
    r"gone|been|told)|\bnothing (?:yet|sent)|\bno (?:date|notification)|\bstill (?:to|waiting|needs)|"
    r"\b(?:waiting|awaiting|pending|about to|going to|will be|to be)\b"
)
_NO = re.compile(r"^(?:no|nope|nah|not)(?!\S)(?! (?:idea|clue|sure))")
_SENDING = re.compile(r"\b(?:sending|notifying|submitting|send|notify|submit|will|planned|due)\b")
_ONGOING = re.compile(
    r"\b(?:still (?:going on|happening|ongoing|is|goes on|continuing)|on ?going|never stopped|(?:has|have)(?:nt|"
    r" not) stopped|"
    r"continu(?:es|ing|ous)|to this day|as we speak)\b"
)

Kind = Literal["day", "rough", "not_yet", "ongoing", "impossible", "nothing"]


@dataclass(frozen=True)
class Reply:
    """`value` is a date, or a RoughDay of kind `rough`; `sure` is False where it is to be read back; `says` is one
    sentence for whoever named a day that no calendar has.
    """

    kind: Kind
    value: date | None = None
    sure: bool = False
    says: str = ""


NOTHING = Reply("nothing")


def read_reply(
    fact: str, text: str, today: date, told: Mapping[str, date] | None = None, *, may_be_to_come: bool = False
) -> Reply:
    """What the reply says of the day that the fact holds. `told` are the days known so far, by fact: "same day" counts
    from those of earlier events. `may_be_to_come`: a "no" says that it has not happened yet.
    """
    words = line_of(text).text
    found = find_dates(text, today, before_it(fact, told or {}))
    if impossible := next((one for one in found if one.kind == "impossible"), None):
        return Reply("impossible", says=_no_such_day(impossible))
    reply = _of(found, words, today)
    not_yet = may_be_to_come and (_NO.match(words) or _NOT_YET.search(words) or _SENDING.search(words))
    if not_yet and (reply.value is None or earliest_day(reply.value) > today):
        return Reply("not_yet", sure=True)
    if _ONGOING.search(words) and (reply.value is None or reply.kind == "day"):
        return Reply("ongoing", reply.value)
    return reply


def read_date(text: str, today: date, told: Mapping[str, date] | None = None) -> date | None:
    """The one day that the text names, or None when no single day can be known."""
    found = find_dates(text, today, told)
    reply = _of(found, line_of(text).text, today)
    return reply.value if reply.kind == "day" and len({one.value for one in found}) == 1 else None


def _of(found: list[Found], words: str, today: date) -> Reply:
    if _EVERY.search(words) or any(one.kind == "unsettled" for one in found):
        return NOTHING
    named = _one(found)
    if named is None or named.value is None:
        return _either(found, words)
    if named.value > today and _ASKING.search(words):
        return NOTHING  # "will ask mum on Thursday"
    if _DOUBT.search(words) and named.kind == "day":
        return Reply("rough", about(named.value).when)
    return Reply("day" if named.kind == "day" else "rough", named.value, sure=len(found) == 1)


def _either(found: list[Found], words: str) -> Reply:
    """ "Could be the 4th, could be the 5th": from the one to the other."""
    days = sorted({one.value for one in found if one.kind == "day" and one.value})
    if len(days) != 2 or len(found) != 2 or not _ONE_OR_OTHER.search(words):
        return NOTHING
    return Reply("rough", span(*days).when)


def _one(found: list[Found]) -> Found | None:
    """The one day meant: of a day and a longer time that holds it, the day; of a date and a bare weekday, the date."""
    days = [one for one in found if one.kind == "day" and not one.by_weekday]
    days = days or [one for one in found if one.kind == "day"]
    around = [one for one in found if one.kind == "rough"]
    if len({one.value for one in days}) > 1:
        return None
    within = [one for one in days if one.value and all(_holds(time.value, one.value) for time in around)]
    if within:
        return within[0]
    bare = all(one.by_weekday for one in days)  # of no account beside "in October"
    return around[0] if bare and len({one.value for one in around}) == 1 else None


def _holds(time: date | None, day: date) -> bool:
    return time is not None and earliest_day(time) <= day <= latest_day(time)


def _no_such_day(found: Found) -> str:
    return f"There is no {found.said}. Which day was it?"
