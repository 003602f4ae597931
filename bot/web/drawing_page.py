"""The check as a drawing, one an area: what is asked, and what it can lead to. Nothing of any case is in it."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from bot.channels.problems import Problem
from bot.documents.drawing.draw import draw
from bot.guidance.load import Packs, UnknownArea

router = APIRouter(include_in_schema=False)


@router.get("/guidance/{area}.svg")
def show_drawing(request: Request, area: str) -> Response:
    """The drawing of the edition in force today; 404 for an area that there is none of."""
    packs: Packs = request.app.state.packs
    try:
        pack = packs.for_area(None if area == "national" else area, request.app.state.settings.date_today())
    except UnknownArea as unknown:
        raise Problem(404, "There is no drawing for that area", str(unknown)) from None
    return Response(draw(pack), media_type="image/svg+xml")
