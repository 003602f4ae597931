"""Deciding: what was typed is checked, shown once more to be confirmed, and then recorded."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request, Response
from fastapi.responses import RedirectResponse

from bot.redaction import redact
from bot.referrals.decisions import against, decide, decision_faults, reopen, still_needed
from bot.referrals.permission import draft_for
from bot.referrals.problems import DecisionIncomplete, NoSuchReferral, NoteRefused, RecordIncomplete, ReferralProblem
from bot.referrals.status import DECIDED, Decision
from bot.referrals.urgency import due_words
from bot.web.inbox.record_page import Faults, TypedDecision, record
from bot.web.inbox.wording import DECISIONS
from bot.web.limits import number, was_cut
from bot.web.signin.guard import AtForm, SignedIn
from bot.web.signin.lead_route import LeadRoute
from bot.web.state import sessions_of, settings_of
from bot.web.templating import page

ACCEPTED = "accepted"

router = APIRouter(route_class=LeadRoute)


def typed_in(
    decision: Annotated[str, Form()] = "",
    route: Annotated[str, Form()] = "",
    reason: Annotated[str, Form()] = "",
    written: Annotated[str, Form()] = "",
    gaps: Annotated[str, Form()] = "",
) -> TypedDecision:
    """The fields of the decision form. `gaps` "accepted": refer although the record still needs answers."""
    return TypedDecision(decision, route, reason, written, gaps)


@router.post("/inbox/{reference}/decision")
def take(
    request: Request,
    who: AtForm,
    reference: str,
    typed: Annotated[TypedDecision, Depends(typed_in)],
    step: Annotated[str, Form()] = "confirm",
) -> Response:
    """`step` confirm: show what is to be recorded. change: back to the form. record: record it."""
    if step == "change":
        return record(request, who, reference, typed=typed)
    with sessions_of(request)() as session:
        referral = draft_for(session, who.lead, reference)
        applies, owed = against(referral, typed.decision), due_words(referral, settings_of(request).date_today())
    faults = decision_faults(typed.decision, typed.reason, typed.route, applies)
    if was_cut(request):
        faults["reason"] = "The reason is far too long: shorten it to 2,000 characters"
    if faults:
        return record(request, who, reference, 400, typed=typed, faults=Faults(faults))
    with sessions_of(request)() as session:
        referral = draft_for(session, who.lead, reference)
        asked = typed.decision == Decision.REFER and typed.gaps != ACCEPTED and referral.status not in DECIDED
        lacking = still_needed(session, referral, settings_of(request).date_today()) if asked else []
    if lacking and step != "record":
        return record(request, who, reference, 400, typed=typed, faults=Faults(missing=lacking))
    typed, removed = _redacted(typed)
    if step == "record":
        return _record(request, who, reference, typed)
    with sessions_of(request)() as session:
        shown = draft_for(session, who.lead, reference).reference
    words = DECISIONS[Decision(typed.decision)]
    context = {"who": who, "reference": shown, "typed": typed, "decision_words": words, "removed": removed}
    return page(request, "inbox/confirm.html", **context, applies=applies, owed=owed if applies else "")


@router.post("/inbox/{reference}/reopen")
def open_again(request: Request, who: AtForm, reference: str, again: Annotated[str, Form()] = "") -> Response:
    """The decision no longer stands."""
    try:
        if was_cut(request):
            raise NoteRefused("The reason is far too long: shorten it to 2,000 characters")
        with sessions_of(request).begin() as session:
            referral = draft_for(session, who.lead, reference)
            reopen(session, referral, who.lead, redact(again)[0])
    except NoSuchReferral:
        raise
    except NoteRefused as refused:
        return record(request, who, reference, 400, faults=Faults({"again": str(refused)}), hands={"again": again})
    except ReferralProblem as problem:
        return record(request, who, reference, 409, faults=Faults(whole=str(problem)))
    return RedirectResponse(f"/inbox/{referral.reference}?done=reopened", 303)


def _redacted(typed: TypedDecision) -> tuple[TypedDecision, list[str]]:
    """What was typed without identifiers and names, and what was taken out."""
    route, from_route = redact(typed.route)
    reason, from_reason = redact(typed.reason)
    return replace(typed, route=route, reason=reason), list(dict.fromkeys([*from_route, *from_reason]))


def _record(request: Request, who: SignedIn, reference: str, typed: TypedDecision) -> Response:
    as_written = number(typed.written) or 0
    try:
        with sessions_of(request).begin() as session:
            referral = draft_for(session, who.lead, reference)
            decide(
                session,
                referral,
                who.lead,
                typed.decision,
                typed.reason,
                route=typed.route,
                as_written=as_written,
                with_gaps=typed.gaps == ACCEPTED,
                today=settings_of(request).date_today(),
            )
    except NoSuchReferral:
        raise
    except DecisionIncomplete as incomplete:
        return record(request, who, reference, 400, typed=typed, faults=Faults(incomplete.faults))
    except RecordIncomplete as incomplete:
        return record(request, who, reference, 400, typed=typed, faults=Faults(missing=incomplete.missing))
    except ReferralProblem as problem:
        return record(request, who, reference, 409, typed=typed, faults=Faults(whole=str(problem)))
    return RedirectResponse(f"/inbox/{referral.reference}?done=decided", 303)
