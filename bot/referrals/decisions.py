"""A lead's decision on a draft. It is recorded; nothing is sent anywhere."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from bot.referrals.event import Happened
from bot.referrals.history import append, events_of, hold_row, last_written, lead_actor
from bot.referrals.holding import claim, require_not_held_by_another, require_undecided
from bot.referrals.lead import Lead
from bot.referrals.permission import require_sight
from bot.referrals.practitioner_notices import Told, tell_practitioner
from bot.referrals.problems import (
    AlreadyDecided,
    ChangedMeanwhile,
    DecisionIncomplete,
    NotDecided,
    NoteRefused,
    NotWithLead,
    RecordIncomplete,
)
from bot.referrals.reasons import text_fault, words_in
from bot.referrals.record.needs import Missing, missing, situation_of
from bot.referrals.record.store import current_record
from bot.referrals.record.text import clean, is_blank
from bot.referrals.referral import Referral
from bot.referrals.status import DECIDED, Decision, Status
from bot.settings import LONDON

LONGEST_REASON = 2000
LONGEST_ROUTE = 200
LEAST_WORDS = 3
CALL_FOR_REFERRAL = ("refer", "la_notify_panel")


def decide(
    session: Session,
    referral: Referral,
    lead: Lead,
    decision: str,
    reason: str,
    *,
    route: str = "",
    as_written: int | None = None,
    with_gaps: bool = False,
    at: datetime | None = None,
    today: date | None = None,
) -> None:
    """Record the decision with its reason; a draft that nobody holds is claimed first.

    `route` names the other route. `as_written` is the number of the event that wrote what the lead has read
    (`last_written`). `with_gaps` refers with a record that still needs answers, and what it lacks is kept with the
    decision: a lead who has been shown the gaps may judge that waiting does more harm. `today` None: the date in
    London. Raises DecisionIncomplete, RecordIncomplete (only to refer), AlreadyDecided, NotWithLead, HeldByAnother,
    ChangedMeanwhile, or NoSuchReferral.
    """
    require_sight(lead, referral)
    faults = decision_faults(decision, reason, route, against(referral, decision))
    if faults:
        raise DecisionIncomplete(faults)
    hold_row(session, referral)
    require_undecided(referral)
    _require_decidable(referral, decision)
    if as_written is not None and as_written != last_written(events_of(session, referral)):
        raise ChangedMeanwhile("The practitioner changed this draft after you opened it: read it again, then decide")
    require_not_held_by_another(referral, lead)
    lacking = still_needed(session, referral, today) if decision == Decision.REFER else []
    if lacking and not with_gaps:
        raise RecordIncomplete(lacking)
    claim(session, referral, lead, at=at)
    data: dict[str, Any] = {"decision": decision, "reason": clean(reason)}
    if lacking:
        data["gaps"] = [each.label for each in lacking]
    if decision == Decision.OTHER_ROUTE:
        data["route"] = clean(route)
    event = append(session, referral, Happened.DECISION_TAKEN, lead_actor(lead), data=data, at=at)
    asked = decision == Decision.NEEDS_INFORMATION
    tell_practitioner(session, referral, event, Told.ASKED if asked else Told.DECIDED)


def still_needed(session: Session, referral: Referral, today: date | None = None) -> list[Missing]:
    """What the record lacks before it may be sent: record.md's R and C."""
    record = current_record(session, referral).record
    return missing(record, situation_of(record, referral.area, today or datetime.now(LONDON).date()))


def against(referral: Referral, decision: str) -> list[str]:
    """The titles of what applies on what was told, where the decision is not to refer all the same."""
    if decision != Decision.NOT_REFERRED:
        return []
    found = [each for each in referral.assessment.get("outcomes", []) if each.get("status") == "applies"]
    return [each["title"] for each in found if each.get("outcome") in CALL_FOR_REFERRAL and each.get("title")]


def reopen(session: Session, referral: Referral, lead: Lead, reason: str, *, at: datetime | None = None) -> None:
    """The decision no longer stands: the draft is before a lead again, held as it was, and may be written in.

    Raises NoteRefused where the reason says nothing, NotDecided, HeldByAnother, or NoSuchReferral.
    """
    require_sight(lead, referral)
    hold_row(session, referral)
    if referral.status not in DECIDED:
        raise NotDecided("No decision on this draft stands, so there is nothing to reopen")
    require_not_held_by_another(referral, lead)
    if fault := text_fault("reason", reason, LONGEST_REASON):
        raise NoteRefused(fault)
    if words_in(reason) < LEAST_WORDS:
        raise NoteRefused("Enter why it is reopened, for example what has become known")
    append(session, referral, Happened.REOPENED, lead_actor(lead), data={"reason": clean(reason)}, at=at)
    claim(session, referral, lead, at=at)


def decision_faults(decision: str, reason: str, route: str = "", against: Sequence[str] = ()) -> dict[str, str]:
    """A sentence for each field that stands in the way of recording the decision; empty when none does.

    `against` is what applies all the same: then the reason must say why it does not hold.
    """
    faults = {}
    if decision not in list(Decision):
        faults["decision"] = "Select what you have decided"
    if fault := text_fault("other route", route, LONGEST_ROUTE):
        faults["route"] = fault
    elif decision == Decision.OTHER_ROUTE and is_blank(route):
        faults["route"] = "Enter which other route you have chosen"
    if fault := text_fault("reason", reason, LONGEST_REASON):
        faults["reason"] = fault
    elif is_blank(reason):
        faults["reason"] = "Enter the reason for your decision"
    elif against and words_in(reason) < LEAST_WORDS:
        faults["reason"] = f"Enter why this does not hold: {'; '.join(against)}"
    return faults


def _require_decidable(referral: Referral, decision: str) -> None:
    if referral.status is Status.DRAFT:
        raise NotWithLead("The practitioner has not put this draft before a lead yet")
    if decision == Decision.NEEDS_INFORMATION and referral.status is Status.NEEDS_INFORMATION:
        raise AlreadyDecided("This draft is waiting for information already; nothing more was changed")
