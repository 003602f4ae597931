"""Routes of leads' pages: what the guards and the records refuse becomes a page that says so."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any
from urllib.parse import urlencode

from fastapi import Request, Response
from fastapi.responses import RedirectResponse
from fastapi.routing import APIRoute

from bot.referrals.problems import NoSuchReferral
from bot.web.signin.guard import FormRefused, NotSignedIn
from bot.web.signin.local_path import INBOX
from bot.web.templating import page


class LeadRoute(APIRoute):
    """A route that answers NotSignedIn, FormRefused and NoSuchReferral by itself."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The handler with those three answered."""
        handle = super().get_route_handler()

        async def guarded(request: Request) -> Response:
            try:
                return await handle(request)
            except NotSignedIn:
                return RedirectResponse("/sign-in?" + urlencode({"next": _return_to(request)}), 303)
            except FormRefused:
                return page(request, "signin/refused.html", 403)
            except NoSuchReferral:
                return page(request, "inbox/no_such.html", 404)

        return guarded


def _return_to(request: Request) -> str:
    if request.method == "GET":
        return request.url.path + (f"?{request.url.query}" if request.url.query else "")
    reference = request.path_params.get("reference")
    return f"{INBOX}/{reference}" if reference else INBOX
