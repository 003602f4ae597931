"""Asking for a sign-in link. The page says the same whether or not a lead has the address."""

from __future__ import annotations

import re
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Form, Query, Request, Response
from fastapi.responses import RedirectResponse

from bot.referrals.access.request_link import request_link
from bot.referrals.access.sign_in_mail import mail_link
from bot.referrals.lead import plain_email
from bot.storage.base import now
from bot.web.proof import signature
from bot.web.signin.cookies import keep_visit, visit
from bot.web.signin.guard import FORM, visitor_form
from bot.web.signin.knocking import knock
from bot.web.signin.lead_route import LeadRoute
from bot.web.signin.local_path import INBOX, local_path
from bot.web.state import sessions_of, settings_of
from bot.web.templating import page

ADDRESS = re.compile(r"\A[^@\s]+@[^@\s]+")
LONGEST_ADDRESS = 254

router = APIRouter(route_class=LeadRoute)


@router.get("/sign-in")
def ask(request: Request, wanted: Annotated[str, Query(alias="next")] = INBOX) -> Response:
    """The form."""
    return _form(request, wanted)


@router.post("/sign-in", dependencies=[Depends(knock), Depends(visitor_form)])
def send(
    request: Request,
    email: Annotated[str, Form()] = "",
    wanted: Annotated[str, Form(alias="next")] = INBOX,
) -> Response:
    """Have a link sent. The mail goes out beside the answer, which so takes as long for any address."""
    if not settings_of(request).sign_in_links:
        return _form(request, wanted, 404)
    if len(email) > LONGEST_ADDRESS or not ADDRESS.fullmatch(email.strip()):
        fault = "Enter an email address in the correct format, like name@example.com"
        return _form(request, wanted, 400, email=email, fault=fault)
    with sessions_of(request).begin() as session:
        token = request_link(session, email, now())
        mail_link(session, plain_email(email), _url(request, token, wanted) if token else None)
    request.app.state.outbox.wake()
    return RedirectResponse("/sign-in/check-your-email", 303)


@router.get("/sign-in/check-your-email")
def check_your_email(request: Request) -> Response:
    """What happens next."""
    return page(request, "signin/check_your_email.html")


def _form(request: Request, wanted: str, status: int = 200, *, email: str = "", fault: str = "") -> Response:
    held = visit(request)
    csrf = signature(settings_of(request), FORM, held)
    ways = {"organisation": request.app.state.issuer is not None, "links": settings_of(request).sign_in_links}
    context = ways | {"csrf": csrf, "next": local_path(wanted), "email": email, "fault": fault}
    response = page(request, "signin/ask.html", status, **context)
    keep_visit(response, settings_of(request), held)
    return response


def _url(request: Request, token: str, wanted: str) -> str:
    url = f"{settings_of(request).public_url.rstrip('/')}/sign-in/link/{token}"
    return url if local_path(wanted) == INBOX else f"{url}?{urlencode({'next': local_path(wanted)})}"
