"""Using a sign-in link. Only the button on its page uses it, because mail scanners open links."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Query, Request, Response
from fastapi.responses import RedirectResponse

from bot.referrals.access.claim_link import LinkRefused, claim_link
from bot.referrals.access.lead_session import open_session
from bot.storage.base import now
from bot.web.proof import signature
from bot.web.signin.cookies import browser_of, keep_session, keep_visit, visit
from bot.web.signin.guard import FORM, visitor_form
from bot.web.signin.knocking import knock
from bot.web.signin.lead_route import LeadRoute
from bot.web.signin.local_path import INBOX, local_path
from bot.web.state import sessions_of, settings_of
from bot.web.templating import page

router = APIRouter(route_class=LeadRoute)


@router.get("/sign-in/link/{token}")
def show(request: Request, token: str, wanted: Annotated[str, Query(alias="next")] = INBOX) -> Response:
    """A page with a button. It says nothing about the link, and nothing about it changes."""
    held = visit(request)
    csrf = signature(settings_of(request), FORM, held)
    response = page(request, "signin/link.html", csrf=csrf, token=token, next=local_path(wanted))
    keep_visit(response, settings_of(request), held)
    return response


@router.post("/sign-in/link", dependencies=[Depends(knock), Depends(visitor_form)])
def use(
    request: Request, token: Annotated[str, Form()] = "", wanted: Annotated[str, Form(alias="next")] = INBOX
) -> Response:
    """Sign in with the link, once."""
    try:
        with sessions_of(request).begin() as session:
            opened = open_session(session, claim_link(session, token, now()), now(), browser=browser_of(request))
    except LinkRefused as refused:
        return page(request, "signin/link_refused.html", 403, why=str(refused), next=local_path(wanted))
    response = RedirectResponse(local_path(wanted), 303)
    keep_session(response, settings_of(request), opened)
    return response
