"""What stands before every page and form: who is signed in, and whether the form is ours."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Annotated

from fastapi import Depends, Form, Request

from bot.referrals.access.lead_session import signed_in_lead
from bot.referrals.lead import Lead
from bot.storage.base import now
from bot.web.proof import is_proof, signature
from bot.web.signin.cookies import VISIT, browser_of, session_token
from bot.web.state import sessions_of, settings_of

FORM = "lead form"


class NotSignedIn(Exception):
    """Nobody is signed in, or the session is over."""


class FormRefused(Exception):
    """The form was not sent from our page in this browser."""


@dataclass(frozen=True)
class SignedIn:
    """The lead at the browser. `csrf` goes into every form on the page."""

    lead: Lead
    token: str
    csrf: str


def signed_in(request: Request) -> SignedIn:
    """Who is signed in. Raises NotSignedIn."""
    token = session_token(request)
    if token is None:
        raise NotSignedIn
    idle = timedelta(minutes=settings_of(request).lead_idle_minutes)
    with sessions_of(request).begin() as session:
        lead = signed_in_lead(session, token, now(), browser=browser_of(request), idle=idle)
    if lead is None:
        raise NotSignedIn
    return SignedIn(lead, token, signature(settings_of(request), FORM, token))


AtInbox = Annotated[SignedIn, Depends(signed_in)]


def lead_form(request: Request, who: AtInbox, csrf: Annotated[str, Form()] = "") -> SignedIn:
    """Who is signed in, for a form. Raises NotSignedIn, or FormRefused when it is not from their page."""
    if not is_proof(settings_of(request), FORM, who.token, csrf):
        raise FormRefused
    return who


def visitor_form(request: Request, csrf: Annotated[str, Form()] = "") -> None:
    """Guards a form of somebody who is not signed in yet. Raises FormRefused."""
    if not is_proof(settings_of(request), FORM, request.cookies.get(VISIT), csrf):
        raise FormRefused


AtForm = Annotated[SignedIn, Depends(lead_form)]
