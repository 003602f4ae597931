"""Signing in with the organisation's account: away to the issuer, and back."""

from __future__ import annotations

import asyncio
import logging
from typing import Annotated

import httpx2
from authlib.common.errors import AuthlibBaseError
from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import RedirectResponse
from joserfc.errors import JoseError

from bot.referrals.access.identity import IdentityRefused, admit, areas_of_roles, known_lead
from bot.referrals.access.lead_session import open_session
from bot.referrals.leaving import ORGANISATION, end_lead
from bot.storage.base import now
from bot.web.signin.cookies import browser_of, keep_session
from bot.web.signin.issuer import IssuerMisfit, SignedInAccount, account, trust
from bot.web.signin.lead_route import LeadRoute
from bot.web.signin.local_path import INBOX, local_path
from bot.web.state import sessions_of, settings_of
from bot.web.templating import page

LOG = logging.getLogger(__name__)
WANTED = "wanted"
NO_ROLE = "Your organisation has not given your account the role of a safeguarding lead"

router = APIRouter(route_class=LeadRoute)


@router.get("/sign-in/organisation")
async def leave(request: Request, wanted: Annotated[str, Query(alias="next")] = INBOX) -> Response:
    """To the issuer's own page. 404 when no issuer is set."""
    issuer, settings = request.app.state.issuer, settings_of(request)
    if issuer is None:
        return page(request, "signin/no_organisation.html", 404)
    try:
        await trust(issuer, settings)
        request.session[WANTED] = local_path(wanted)
        back: Response = await issuer.authorize_redirect(
            request, f"{settings.public_url.rstrip('/')}{request.url.path}/back"
        )
    except (httpx2.HTTPError, AuthlibBaseError, IssuerMisfit) as error:
        return _failed(request, error, 503)
    return back


@router.get("/sign-in/organisation/back")
async def come_back(request: Request) -> Response:
    """From the issuer, with a code that works once. Whoever has no lead's role is refused and signed out everywhere."""
    issuer, settings = request.app.state.issuer, settings_of(request)
    if issuer is None:
        return page(request, "signin/no_organisation.html", 404)
    wanted = local_path(str(request.session.get(WANTED, INBOX)))
    try:
        await trust(issuer, settings)
        token = await issuer.authorize_access_token(request)
        opened = await asyncio.to_thread(_open, request, account(token["userinfo"], settings))
    except IdentityRefused as refused:
        return page(request, "signin/organisation_refused.html", 403, why=str(refused))
    except (httpx2.HTTPError, AuthlibBaseError, JoseError, IssuerMisfit, KeyError, ValueError) as error:
        return _failed(request, error, 403)
    request.session.clear()
    response = RedirectResponse(wanted, 303)
    keep_session(response, settings, opened)
    return response


def _open(request: Request, coming: SignedInAccount) -> str:
    areas = areas_of_roles(coming.roles, settings_of(request).oidc_roles)
    with sessions_of(request).begin() as session:
        if areas is not None:
            return open_session(session, admit(session, coming.identity, areas), now(), browser=browser_of(request))
        former = known_lead(session, coming.identity)
        if former is not None:
            end_lead(session, former, ORGANISATION, now())
    raise IdentityRefused(NO_ROLE)


def _failed(request: Request, error: Exception, status: int) -> Response:
    """One page for every failure; which it was goes to the log, without what the issuer or the browser sent."""
    LOG.warning("sign-in with the organisation's account failed: %s", type(error).__name__)
    request.session.clear()
    return page(request, "signin/organisation_failed.html", status)
