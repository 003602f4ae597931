"""The dates of a referral as a calendar file, those after the decision included."""

from __future__ import annotations

import hashlib
import hmac

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from bot.deadlines.calendar import BeyondCalendar
from bot.deadlines.check import ImpossibleDate
from bot.deadlines.ics import calendar_file
from bot.referrals.after.timeline import known_days, timeline
from bot.referrals.history import events_of
from bot.referrals.permission import draft_for
from bot.storage.base import now
from bot.web.inbox.after_view import rules_for
from bot.web.signin.guard import AtInbox
from bot.web.signin.lead_route import LeadRoute
from bot.web.state import sessions_of, settings_of

router = APIRouter(route_class=LeadRoute)


@router.get("/inbox/{reference}/dates.ics")
def calendar(request: Request, who: AtInbox, reference: str) -> Response:
    """What is owed, as events that a later download brings up to date; back to the page where nothing is."""
    settings = settings_of(request)
    with sessions_of(request)() as session:
        referral = draft_for(session, who.lead, reference)
        days = known_days(referral, events_of(session, referral))
        try:
            owed = timeline(rules_for(request, referral), referral, days, settings.date_today()).owed
            token = hmac.new(settings.key.encode(), f"calendar {referral.reference}".encode(), hashlib.sha256)
            file = calendar_file(owed, token=token.hexdigest(), stamp=now(), reference=referral.reference)
        except (ImpossibleDate, BeyondCalendar, ValueError):
            return RedirectResponse(f"/inbox/{referral.reference}", 303)
    disposition = f'attachment; filename="{referral.reference}.ics"'
    return Response(file, media_type="text/calendar", headers={"Content-Disposition": disposition})
