"""What has been done since the local authority became aware, and what is owed next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.deadlines.compute import deadlines
from bot.deadlines.deadline import Deadline
from bot.guidance.model import DeadlineRule
from bot.referrals.after.step import MET_BY, STEPS
from bot.referrals.event import ReferralEvent
from bot.referrals.referral import Referral


@dataclass(frozen=True)
class Timeline:
    """`done` maps each known day's name to the day; `owed` are the deadlines not known to be met, earliest first,
    those without a day last.
    """

    done: Mapping[str, date]
    owed: Sequence[Deadline]

    @property
    def next_due(self) -> date | None:
        """The earliest day owed."""
        return next((deadline.due for deadline in self.owed if deadline.due is not None), None)


def known_days(referral: Referral, events: Iterable[ReferralEvent]) -> dict[str, date]:
    """Every day that is known, by name: as told in the check, or as a lead recorded it last."""
    told = {name: day for name, value in referral.facts.get("told", {}).items() if (day := _day(name, value))}
    of_event = {step.happened.value: step.date for step in STEPS}
    recorded = {of_event[e.type]: date.fromisoformat(e.data["on"]) for e in events if e.type in of_event and e.data}
    return told | recorded


def timeline(rules: Iterable[DeadlineRule], referral: Referral, days: Mapping[str, date], today: date) -> Timeline:
    """The timeline under these rules, which are those of the pack that the referral was assessed under.

    Raises ImpossibleDate or BeyondCalendar (bot/deadlines).
    """
    present = {outcome["outcome"] for outcome in referral.assessment.get("outcomes", [])}
    counted = [
        rule for rule in rules
        if rule.clock and (rule.outcome in present or (rule.outcome is None and rule.starts_on in days))
    ]  # fmt: skip
    found = deadlines(counted, days, today)
    owed = [item for item in found if not any(day in days for day in MET_BY.get(item.id, ()))]
    return Timeline(days, sorted(owed, key=lambda item: item.due or date.max))


def _day(name: str, value: object) -> date | None:
    if not name.endswith("_on") or not isinstance(value, str):
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None
