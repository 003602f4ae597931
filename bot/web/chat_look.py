"""Text size and contrast, as the reader wants them on every page."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse

from bot.web.chat_cookies import keep
from bot.web.signin.local_path import local_path

router = APIRouter(include_in_schema=False)
COOKIE = "look"
YEAR = 365 * 24 * 3600
SIZES = ("", "large", "larger", "largest")
CONTRASTS = ("", "high")


@dataclass(frozen=True)
class Look:
    """`size` and `contrast` as the style sheet names them; empty is as designed."""

    size: str = ""
    contrast: str = ""

    @property
    def classes(self) -> str:
        """Classes of the page's root element."""
        return " ".join(f"look-{value}" for value in (self.size, self.contrast) if value)


def look_of(request: Request) -> Look:
    """What the reader chose; what the cookie may not say is left out."""
    size, _, contrast = request.cookies.get(COOKIE, "").partition(".")
    return Look(size if size in SIZES else "", contrast if contrast in CONTRASTS else "")


@router.post("/chat/look")
async def choose_look(request: Request) -> Response:
    """Keeps what was pressed for a year, and shows the page again."""
    form = await request.form()
    look = look_of(request)
    size, contrast = form.get("size", look.size), form.get("contrast", look.contrast)
    look = Look(str(size) if size in SIZES else "", str(contrast) if contrast in CONTRASTS else "")
    response = RedirectResponse(local_path(str(form.get("back", "/"))), status_code=303)
    keep(response, request.app.state.settings, COOKIE, f"{look.size}.{look.contrast}", path="/", age=YEAR)
    return response
