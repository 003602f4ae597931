"""Taking a draft on, giving it back, and noting that the practitioner was told."""

from __future__ import annotations

from collections.abc import Callable

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse
from sqlalchemy.orm import Session

from bot.referrals.holding import claim, release
from bot.referrals.lead import Lead
from bot.referrals.permission import draft_for
from bot.referrals.problems import NoSuchReferral, ReferralProblem
from bot.referrals.questions import note_told
from bot.referrals.referral import Referral
from bot.web.inbox.record_page import Faults, record
from bot.web.signin.guard import AtForm, SignedIn
from bot.web.signin.lead_route import LeadRoute
from bot.web.state import sessions_of

router = APIRouter(route_class=LeadRoute)


@router.post("/inbox/{reference}/claim")
def take_on(request: Request, who: AtForm, reference: str) -> Response:
    """The lead takes the draft on."""
    return _carry_out(request, who, reference, claim, "claimed")


@router.post("/inbox/{reference}/release")
def give_back(request: Request, who: AtForm, reference: str) -> Response:
    """The lead gives the draft back."""
    return _carry_out(request, who, reference, release, "released")


@router.post("/inbox/{reference}/told")
def told(request: Request, who: AtForm, reference: str) -> Response:
    """The lead has told the practitioner what was asked or decided."""
    return _carry_out(request, who, reference, note_told, "told")


def _carry_out(
    request: Request,
    who: SignedIn,
    reference: str,
    change: Callable[[Session, Referral, Lead], None],
    done: str,
) -> Response:
    try:
        with sessions_of(request).begin() as session:
            referral = draft_for(session, who.lead, reference)
            change(session, referral, who.lead)
    except NoSuchReferral:
        raise
    except ReferralProblem as problem:
        return record(request, who, reference, 409, faults=Faults(whole=str(problem)))
    return RedirectResponse(f"/inbox/{referral.reference}?done={done}", 303)
