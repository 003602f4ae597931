"""Where the chat page stands: by itself, or in a frame on a partnership's website."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import urlencode

from fastapi import Request

from bot.settings import Settings

COLOUR = re.compile(r"[0-9a-f]{6}")


class Framing(NamedTuple):
    """`host` is the origin of the page around the frame, if it is one that may frame us; `colour` is hexadecimal."""

    framed: bool = False
    host: str = ""
    colour: str = ""

    def address(self, path: str = "/chat", **more: str) -> str:
        """The path, so that the answer stands in the same place."""
        query = {"frame": "1" if self.framed else "", "host": self.host, "colour": self.colour, **more}
        said = urlencode({name: value for name, value in query.items() if value})
        return f"{path}?{said}" if said else path


def place_of(request: Request, settings: Settings) -> Framing:
    """The place that the address tells of; what it may not say is left out."""
    asked = request.query_params
    if asked.get("frame") != "1":
        return Framing()
    ours = f"{request.url.scheme}://{request.url.netloc}"
    host, colour = asked.get("host", ""), asked.get("colour", "").lower()
    return Framing(
        framed=True,
        host=host if host in (*settings.frame_origins, settings.public_url.rstrip("/"), ours) else "",
        colour=colour if COLOUR.fullmatch(colour) else "",
    )
