"""The static files: compressed, and kept by browsers for as long as their address stays."""

from __future__ import annotations

from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Scope

from bot.web.templating import STATIC

FOR_GOOD = "public, max-age=31536000, immutable"
ASK_AGAIN = "no-cache"


class Kept(StaticFiles):
    """An address with the content's hash is kept for good; a script that another imports by name is asked for again."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """The file, with how long it may be kept."""
        response = await super().get_response(path, scope)
        response.headers["Cache-Control"] = FOR_GOOD if scope["query_string"].startswith(b"v=") else ASK_AGAIN
        return response


def static_files() -> ASGIApp:
    """What is mounted under /static. Pages are not compressed: they hold secrets beside what somebody typed."""
    return GZipMiddleware(Kept(directory=STATIC), minimum_size=500)
