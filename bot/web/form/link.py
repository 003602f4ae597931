"""The link that opens a draft's form, and the cookie that stands for it, so that no address says whose it is."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request, Response
from fastapi.responses import RedirectResponse

from bot.referrals.access.form_link import draft_of_form
from bot.storage.base import now
from bot.web.form.practitioner import FormNotOpen, FormRefused, PractitionerDesk
from bot.web.form.route import FormRoute
from bot.web.proof import is_proof, signature
from bot.web.state import sessions_of, settings_of

COOKIE, FORM = "form", "record form"
PATH = "/form"

router = APIRouter(route_class=FormRoute, include_in_schema=False)


@router.get("/form/open/{token}")
def open_form(request: Request, token: str) -> Response:
    """Hand the browser the form of this link's draft. Opening changes nothing, so mail scanners may."""
    with sessions_of(request)() as session:
        if draft_of_form(session, token, now()) is None:
            raise FormNotOpen
    response = RedirectResponse(PATH, 303)
    secure = settings_of(request).public_url.startswith("https:")
    # For as long as the browser runs: others use the computer too. The link itself opens the form again.
    response.set_cookie(COOKIE, token, path=PATH, httponly=True, samesite="lax", secure=secure)
    return response


def at_desk(request: Request) -> PractitionerDesk:
    """The practitioner whose form this browser has open. Raises FormNotOpen."""
    token = request.cookies.get(COOKIE)
    if not token:
        raise FormNotOpen
    with sessions_of(request)() as session:
        if draft_of_form(session, token, now()) is None:
            raise FormNotOpen
    return PractitionerDesk(token, signature(settings_of(request), FORM, token))


AtDesk = Annotated[PractitionerDesk, Depends(at_desk)]


def own_form(request: Request, desk: AtDesk, csrf: Annotated[str, Form()] = "") -> PractitionerDesk:
    """The same, for a form. Raises FormRefused when it is not from this draft's page in this browser."""
    if not is_proof(settings_of(request), FORM, desk.token, csrf):
        raise FormRefused
    return desk


AtOwnForm = Annotated[PractitionerDesk, Depends(own_form)]
