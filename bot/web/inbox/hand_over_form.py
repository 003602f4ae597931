"""Handing a draft over to another lead, and taking it over from one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse
from sqlalchemy.orm import Session

from bot.redaction import redact
from bot.referrals.holding import hand_over, take_over
from bot.referrals.lead import Lead
from bot.referrals.permission import draft_for
from bot.referrals.problems import NoSuchLead, NoSuchReferral, NoteRefused, ReferralProblem
from bot.referrals.referral import Referral
from bot.web.inbox.record_page import Faults, record
from bot.web.limits import was_cut
from bot.web.signin.guard import AtForm, SignedIn
from bot.web.signin.lead_route import LeadRoute
from bot.web.state import sessions_of

router = APIRouter(route_class=LeadRoute)


@router.post("/inbox/{reference}/hand-over")
def give(
    request: Request,
    who: AtForm,
    reference: str,
    to: Annotated[str, Form()] = "",
    note: Annotated[str, Form()] = "",
) -> Response:
    """The lead whose number is `to` holds the draft from now on."""

    def change(session: Session, referral: Referral) -> None:
        chosen = session.get(Lead, int(to)) if to.isascii() and to.isdigit() and len(to) < 10 else None
        if chosen is None:
            raise NoSuchLead("Choose who to hand this draft over to")
        hand_over(session, referral, who.lead, chosen, redact(note)[0])

    return _carry_out(request, who, reference, change, {"to": to, "note": note})


@router.post("/inbox/{reference}/take-over")
def take(request: Request, who: AtForm, reference: str, why: Annotated[str, Form()] = "") -> Response:
    """The signed-in lead holds the draft from now on, which another held."""
    return _carry_out(
        request,
        who,
        reference,
        lambda session, referral: take_over(session, referral, who.lead, redact(why)[0]),
        {"why": why},
    )


def _carry_out(
    request: Request,
    who: SignedIn,
    reference: str,
    change: Callable[[Session, Referral], None],
    sent: dict[str, str],
) -> Response:
    if was_cut(request):
        field = "note" if "note" in sent else "why"
        return record(request, who, reference, 400, faults=Faults({field: "This is far too long: shorten it"}))
    try:
        with sessions_of(request).begin() as session:
            referral = draft_for(session, who.lead, reference)
            change(session, referral)
    except NoSuchReferral:
        raise
    except NoSuchLead as nobody:
        return record(request, who, reference, 400, faults=Faults({"to": str(nobody)}), hands=sent)
    except NoteRefused as refused:
        field = "note" if "note" in sent else "why"
        return record(request, who, reference, 400, faults=Faults({field: str(refused)}), hands=sent)
    except ReferralProblem as problem:
        return record(request, who, reference, 409, faults=Faults(whole=str(problem)))
    return RedirectResponse(f"/inbox/{referral.reference}?done=handed-over", 303)
