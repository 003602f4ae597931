"""Where a referral stands, as a pure function of its events."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import reduce
from typing import Any, Protocol

from bot.referrals.event import Happened
from bot.referrals.status import STATUS_AFTER, Decision, Status


@dataclass(frozen=True)
class State:
    """What the events add up to. `holder` is a lead's id; `escalations` counts those since it last changed hands."""

    status: Status = Status.DRAFT
    holder: int | None = None
    escalations: int = 0


class Event(Protocol):
    """As much of an event as the state depends on."""

    @property
    def type(self) -> str: ...

    @property
    def data(self) -> Mapping[str, Any]: ...


def after(state: State, event: Event) -> State:
    """The state once this event has happened. Raises ValueError for a kind of event it does not know."""
    match Happened(event.type):
        case Happened.PUT_BEFORE_LEAD | Happened.REOPENED:
            return replace(state, status=Status.WITH_LEAD)
        case Happened.CLAIMED | Happened.HANDED_OVER:
            return replace(state, holder=event.data["lead"], escalations=0)
        case Happened.RELEASED:
            return replace(state, holder=None, escalations=0)
        case Happened.ESCALATED:
            return replace(state, escalations=state.escalations + 1)
        case Happened.DECISION_TAKEN:
            return replace(state, status=STATUS_AFTER[Decision(event.data["decision"])])
        case _:
            return state  # the others say something about it, and move it nowhere


def state_of(events: Iterable[Event]) -> State:
    """The state after all events, oldest first."""
    return reduce(after, events, State())
