"""Handing a draft over to another lead, and taking it over as a deputy."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse

from bot.referrals.holding import hand_over
from bot.referrals.lead import Lead
from bot.referrals.permission import draft_for
from bot.referrals.problems import NoSuchLead, NoSuchReferral, ReferralProblem
from bot.web.inbox.record_page import Faults, record
from bot.web.signin.guard import AtForm
from bot.web.signin.lead_route import LeadRoute
from bot.web.state import sessions_of

router = APIRouter(route_class=LeadRoute)


@router.post("/inbox/{reference}/hand-over")
def give(request: Request, who: AtForm, reference: str, to: Annotated[str, Form()] = "") -> Response:
    """The lead whose number is `to` holds the draft from now on."""
    try:
        with sessions_of(request).begin() as session:
            referral = draft_for(session, who.lead, reference)
            chosen = session.get(Lead, int(to)) if to.isascii() and to.isdigit() and len(to) < 10 else None
            if chosen is None:
                raise NoSuchLead("Choose who to hand this draft over to")
            hand_over(session, referral, who.lead, chosen)
    except NoSuchReferral:
        raise
    except NoSuchLead as nobody:
        return record(request, who, reference, 400, faults=Faults({"to": str(nobody)}))
    except ReferralProblem as problem:
        return record(request, who, reference, 409, faults=Faults(whole=str(problem)))
    return RedirectResponse(f"/inbox/{referral.reference}?done=handed-over", 303)
