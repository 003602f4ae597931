"""What happened to the draft, oldest first, with who and when; and the decision in force."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.deadlines.spoken import long_date
from bot.referrals.event import Happened, ReferralEvent
from bot.referrals.moments import moment_words
from bot.referrals.status import Decision
from bot.web.inbox.wording import DECISIONS, EVENTS


@dataclass(frozen=True)
class HistoryEntry:
    """One line of the timeline. `decision` and `route` are empty but for decisions, `reason` where none was given."""

    text: str
    who: str
    at: str
    decision: str = ""
    route: str = ""
    reason: str = ""


def timeline(events: Sequence[ReferralEvent], names: Mapping[str, str]) -> list[HistoryEntry]:
    """The entries for these events. `names` maps actors to names."""
    return [_entry(event, names.get(event.actor, "somebody no longer known")) for event in events]


def decision_in_force(entries: Sequence[HistoryEntry]) -> HistoryEntry | None:
    """The last decision; None before there is one."""
    return next((entry for entry in reversed(entries) if entry.decision), None)


def _entry(event: ReferralEvent, who: str) -> HistoryEntry:
    text, at = EVENTS[Happened(event.type)], moment_words(event.at)
    if "on" in event.data:
        text += f" on {long_date(date.fromisoformat(event.data['on']))}: recorded"
    if "form" in event.data:
        text += f" ({event.data['form']})"
    if event.type != Happened.DECISION_TAKEN:
        return HistoryEntry(text, who, at, reason=event.data.get("reason", ""))
    decision = DECISIONS[Decision(event.data["decision"])]
    if gaps := event.data.get("gaps"):
        decision += f", with gaps in the record ({len(gaps)})"
    return HistoryEntry(text, who, at, decision, event.data.get("route", ""), event.data.get("reason", ""))
