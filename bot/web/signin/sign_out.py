"""Signing out, here or everywhere."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from bot.referrals.access.lead_session import end_all_sessions, end_session
from bot.storage.base import now
from bot.web.signin.cookies import forget_session
from bot.web.signin.guard import AtForm
from bot.web.signin.lead_route import LeadRoute
from bot.web.state import sessions_of
from bot.web.templating import page

router = APIRouter(route_class=LeadRoute)


@router.post("/sign-out")
def here(request: Request, who: AtForm) -> Response:
    """End this browser's session."""
    with sessions_of(request).begin() as session:
        end_session(session, who.token, now())
    return _gone()


@router.post("/sign-out/everywhere")
def everywhere(request: Request, who: AtForm) -> Response:
    """End the lead's sessions in all browsers."""
    with sessions_of(request).begin() as session:
        end_all_sessions(session, who.lead, now())
    return _gone()


@router.get("/sign-in/signed-out")
def signed_out(request: Request) -> Response:
    """The page after signing out."""
    return page(request, "signin/signed_out.html")


def _gone() -> Response:
    response = RedirectResponse("/sign-in/signed-out", 303)
    forget_session(response)
    return response
