"""Deadlines as a calendar file that tells nobody anything about a child."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from uuid import NAMESPACE_OID, uuid5

from icalendar import Alarm, Calendar, Event

from bot.deadlines.calendar import BeyondCalendar, is_weekend
from bot.deadlines.count import add_working_days
from bot.deadlines.deadline import Deadline
from bot.deadlines.near import how_near
from bot.deadlines.spoken import long_date
from bot.deadlines.words import CONVENTION, estimate_in_words
from bot.guidance.says import say

_ALARM_AT = timedelta(hours=9)


def calendar_file(found: Iterable[Deadline], token: str, stamp: datetime, reference: str = "") -> bytes:
    """An iCalendar file (RFC 5545) with one all-day event, and a reminder, for each deadline that has a day.

    `token` stands for the case: the same token and deadline give the same event, so that a second import updates the
    first. `reference`, where there is one, tells the events of several cases apart. `stamp` is when the file is made,
    with its time zone.
    Raises ValueError when the stamp has no time zone, or when no deadline has a day.
    """
    if stamp.tzinfo is None:
        raise ValueError(f"The stamp {stamp.isoformat()} has no time zone: expected one, such as UTC.")
    dated = [(deadline, deadline.due) for deadline in found if deadline.due is not None]
    if not dated:
        raise ValueError("No deadline has a day yet, so there is nothing to put in a calendar file.")
    calendar = Calendar()
    calendar.add("prodid", "-//Practice review guide//Deadlines//EN")
    calendar.add("version", "2.0")
    for deadline, due in dated:
        calendar.add_component(_event(deadline, due, token, stamp.astimezone(UTC), reference))
    return bytes(calendar.to_ical())


def _event(deadline: Deadline, due: date, token: str, stamp: datetime, reference: str) -> Event:
    event = Event()
    # Hashed: the deadline's id alone could say that a child in care has died.
    event.add("uid", str(uuid5(NAMESPACE_OID, f"{token} {deadline.id}")))
    event.add("dtstamp", stamp)
    event.add("dtstart", due)
    event.add("dtend", due + timedelta(days=1))
    event.add("summary", _summary(deadline, reference))
    event.add("description", _description(deadline))
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    event.add_component(_reminder(due, _summary(deadline, reference)))
    return event


def _reminder(due: date, summary: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", summary)
    alarm.add("trigger", _working_day_before(due) - due + _ALARM_AT)
    return alarm


def _summary(deadline: Deadline, reference: str) -> str:
    whose = f" ({reference})" if reference else ""
    return f"Deadline{' (estimate)' if deadline.estimate else ''}: {deadline.title}{whose}"


def _description(deadline: Deadline) -> str:
    who = f"Who {deadline.strength} do this: {deadline.who}."
    today = say("near_on", day=long_date(deadline.today), near=how_near(deadline.near))
    return "\n".join([today, who, *estimate_in_words(deadline), CONVENTION])


def _working_day_before(due: date) -> date:
    """The working day before; past the list of bank holidays, the weekday before.

    A guess is allowed here alone: months and years may end past the list, and this only sets a reminder.
    """
    try:
        return add_working_days(due, -1).due
    except BeyondCalendar:
        days = (due - timedelta(days=back) for back in (1, 2, 3))
        return next(day for day in days if not is_weekend(day))
