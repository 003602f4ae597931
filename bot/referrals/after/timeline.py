"""What has been done since the local authority became aware, and what is owed next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.criteria.facts import BadFact, read_facts, read_when
from bot.deadlines.as_json import counted_json
from bot.deadlines.calendar import BeyondCalendar
from bot.deadlines.check import ImpossibleDate
from bot.deadlines.compute import deadlines
from bot.deadlines.deadline import Deadline
from bot.deadlines.near import is_met
from bot.deadlines.words import describe
from bot.guidance.model import DeadlineRule
from bot.guidance.packs import Packs, UnknownArea, UnknownEdition
from bot.interview.fitting import Fitting
from bot.referrals.after.step import STEPS
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


def rules_of(packs: Packs, referral: Referral, today: date) -> tuple[DeadlineRule, ...]:
    """The deadlines of the pack that the referral was assessed under, in the words that fit what was told; those of the
    national one where that is gone.
    """
    try:
        pack = packs.of_version(referral.area, referral.pack_version)
        facts, _ = read_facts(referral.facts.get("told", {}), pack)
    except (UnknownArea, UnknownEdition, BadFact):
        return packs.for_area(None).deadlines
    return Fitting(pack, facts, today).deadlines(pack)


def brought_up_to(
    stored: Iterable[Mapping[str, Any]], rules: Iterable[DeadlineRule], days: Mapping[str, date], today: date
) -> list[Mapping[str, Any]]:
    """The deadlines of a stored assessment, the estimates among them counted again from what is known today."""
    try:
        again = {item.id: item for item in deadlines(rules, days, today) if item.due}
    except (ImpossibleDate, BeyondCalendar):
        again = {}
    return [
        {**each, **counted_json(again[each["id"]]), "words": describe(again[each["id"]])}
        if each.get("estimate") and each.get("id") in again
        else each
        for each in stored
    ]


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
    owed = [item for item in found if not is_met(item.id, days)]
    return Timeline(days, sorted(owed, key=lambda item: item.due or date.max))


def _day(name: str, value: object) -> date | None:
    if not name.endswith("_on") or not isinstance(value, str):
        return None
    try:
        return read_when(name, value)
    except BadFact:
        return None
