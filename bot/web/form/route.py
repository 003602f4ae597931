"""Routes of the practitioner's form: what it refuses becomes a page that says what to do."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import Request, Response
from fastapi.routing import APIRoute
from starlette.datastructures import FormData

from bot.guidance.says import say
from bot.web.form.place import NoSuchPage
from bot.web.form.practitioner import FormNotOpen, FormRefused
from bot.web.templating import page

NOT_OPEN = (
    "This form is not open here",
    say("form_link_over"),
)
REFUSED = (
    "This page was out of date",
    (
        "Nothing was saved just now. Perhaps you opened another draft in this browser. Go back, copy what you typed, "
        "and open the link of this draft again."
    ),
)
NO_PAGE = ("There is no such page in the form", "It may have been part of an entry that was taken out.")


async def form_data(request: Request) -> FormData:
    """FastAPI dependency: what was sent."""
    return await request.form()


class FormRoute(APIRoute):
    """A route that answers FormNotOpen, FormRefused and NoSuchPage by itself."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The handler with those answered."""
        handle = super().get_route_handler()

        async def guarded(request: Request) -> Response:
            try:
                return await handle(request)
            except FormNotOpen:
                return _say(request, NOT_OPEN, 404)
            except FormRefused:
                return _say(request, REFUSED, 403)
            except NoSuchPage:
                return _say(request, NO_PAGE, 404)

        return guarded


def _say(request: Request, said: tuple[str, str], status: int) -> Response:
    heading, detail = said
    return page(request, "form/refused.html", status, heading=heading, detail=detail)
