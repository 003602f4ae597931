"""The page of one draft."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from fastapi import APIRouter, Request, Response

from bot.referrals.holding import changed_since_opened, note_opening
from bot.referrals.permission import draft_for
from bot.referrals.record.needs import Missing
from bot.web.inbox.after_view import after_view
from bot.web.inbox.fact_words import words_of
from bot.web.inbox.record_view import record_view
from bot.web.inbox.wording import DECISION_HINTS, DECISIONS, DONE, NOT_A_REFERRAL
from bot.web.signin.guard import AtInbox, SignedIn
from bot.web.signin.lead_route import LeadRoute
from bot.web.state import packs_of, sessions_of, settings_of
from bot.web.templating import page

router = APIRouter(route_class=LeadRoute)


@dataclass(frozen=True)
class TypedDecision:
    """What a lead typed into the decision form."""

    decision: str = ""
    route: str = ""
    reason: str = ""
    written: str = ""
    gaps: str = ""


@dataclass(frozen=True)
class Faults:
    """What stands in the way: a sentence for each field, and one for the draft as a whole."""

    fields: dict[str, str] = field(default_factory=dict)
    whole: str = ""
    missing: list[Missing] = field(default_factory=list)


@router.get("/inbox/{reference}")
def show(request: Request, who: AtInbox, reference: str, done: str = "") -> Response:
    """The draft; that this lead opened it is recorded."""
    with sessions_of(request).begin() as session:
        referral = draft_for(session, who.lead, reference)
        changed = changed_since_opened(session, referral, who.lead)
        note_opening(session, referral, who.lead)
    return record(request, who, reference, done=DONE.get(done, ""), changed=changed)


def record(
    request: Request,
    who: SignedIn,
    reference: str,
    status: int = 200,
    *,
    typed: TypedDecision | None = None,
    faults: Faults | None = None,
    done: str = "",
    changed: bool = False,
    hands: Mapping[str, str] | None = None,
) -> Response:
    """The page of the draft, with what was typed and what is wrong with it. Raises NoSuchReferral."""
    words, today = words_of(request), settings_of(request).date_today()
    with sessions_of(request)() as session:
        referral = draft_for(session, who.lead, reference)
        view = record_view(session, referral, who.lead, words, packs_of(request), today)
        after = after_view(request, session, referral, today)
    return page(
        request,
        "inbox/record.html",
        status,
        who=who,
        view=view,
        after_view=after,
        typed=typed or TypedDecision(),
        faults=faults or Faults(),
        done=done,
        changed=changed,
        hands=hands or {},
        decisions=DECISIONS,
        decision_hints=DECISION_HINTS,
        not_a_referral=NOT_A_REFERRAL,
    )
