"""How near a deadline is on the day it is shown, and that in words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, Literal, NamedTuple

from bot.deadlines.calendar import BeyondCalendar
from bot.deadlines.count import working_days_until
from bot.guidance.says import say

State = Literal["overdue", "today", "tomorrow", "soon", "later", "met", "met_late"]

SOON = 5
"""Working days."""

MET_BY: Mapping[str, tuple[str, ...]] = {
    "notify_panel": ("notified_on",),
    "tell_partners": ("notified_on",),
    "rapid_review": ("rapid_review_on", "decided_on"),
    "publish_review": ("published_on",),
    "copy_before_publication": ("published_on",),
}
"""A deadline is met once one of these days is known. Partners are told in the same time as the Panel."""

_DAY_NOT_TOLD = frozenset({"copy_before_publication"})
"""Met by then, but on which day nobody records."""


class Near(NamedTuple):
    """`days_left`: working days from the day shown to the limit, 0 or fewer once that has passed; of what is met, from
    the day it was done. None where there is no limit, or where it lies past the list of bank holidays.
    """

    state: State | None
    days_left: int | None


def is_met(id_: str, days: Mapping[str, object]) -> bool:
    """Whether a step that meets the deadline is recorded."""
    return any(day in days for day in MET_BY.get(id_, ()))


def near(id_: str, due: date | None, days: Mapping[str, date], today: date) -> Near:
    """How near the deadline is today, or whether it was met in time, by the days on which steps were taken."""
    if due is None:
        return Near(None, None)
    done = next((days[day] for day in MET_BY.get(id_, ()) if day in days), None)
    if done is None:
        return Near(_state(due, today), _left(due, today))
    if id_ in _DAY_NOT_TOLD:
        return Near("met", None)
    return Near("met" if done <= due else "met_late", _left(due, done))


def near_again(told: Mapping[str, Any], days: Mapping[str, date], today: date) -> Near:
    """How near a deadline that was told as JSON, perhaps on a day before, is today; what was met then is met."""
    if told.get("state") in ("met", "met_late"):
        return Near(told["state"], told.get("days_left"))
    due = date.fromisoformat(told["due"]) if told.get("due") else None
    return near(told.get("id") or "", due, days, today)


def how_near(found: Near) -> str:
    """In words, to stand beside the day; empty where there is no limit."""
    state, left = found
    days = abs(left or 0)
    match state:
        case None:
            return ""
        case "today":
            return say("near_today")
        case "tomorrow":
            return say("near_tomorrow")
        case "met":
            return say("near_met")
        case "met_late":
            return say("near_met_late")
        case "overdue":
            few = [say("near_overdue"), say("near_overdue_by_one")]
            return few[days] if days < len(few) else say("near_overdue_by", days=str(days))
        case "soon" | "later":
            few = [say("near_far") if left is None else say("near_before_working_day"), say("near_in_one")]
            return few[days] if days < len(few) else say("near_in", days=str(days))


def _state(due: date, today: date) -> State:
    if due <= today + timedelta(days=1):
        return "overdue" if due < today else "today" if due == today else "tomorrow"
    left = _left(due, today)
    return "soon" if left is not None and left <= SOON else "later"


def _left(due: date, on: date) -> int | None:
    try:
        return working_days_until(on, due)
    except BeyondCalendar:
        return None
