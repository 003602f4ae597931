"""The pages around the chat: demonstration partnership pages, accessibility, privacy, the check as a drawing."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from bot.channels.problems import Problem
from bot.documents.drawing.draw import draw
from bot.guidance.load import Packs, UnknownArea
from bot.web.templating import areas_of, page

router = APIRouter(include_in_schema=False)


@router.get("/")
def show_home(request: Request, area: str | None = None) -> Response:
    """The areas to choose from, or the demonstration page of one; 404 for an area without a page."""
    areas = areas_of(request)
    if area is not None and area not in areas:
        detail = f"The areas are {', '.join(areas)}: found {area[:40]}."
        return page(request, "problem.html", 404, heading="There is no page for that area", detail=detail)
    return page(request, "home.html", area=area)


@router.get("/accessibility")
def show_accessibility(request: Request) -> Response:
    """The accessibility statement, in the form public sector bodies have to use."""
    return page(request, "accessibility.html")


@router.get("/privacy")
def show_privacy(request: Request) -> Response:
    """What is stored, why, how long and who sees it."""
    return page(request, "privacy.html")


@router.get("/guidance/{area}.svg")
def show_drawing(request: Request, area: str) -> Response:
    """The drawing of the edition in force today; 404 for an area that there is none of."""
    packs: Packs = request.app.state.packs
    try:
        pack = packs.for_area(None if area == "national" else area, request.app.state.settings.date_today())
    except UnknownArea as unknown:
        raise Problem(404, "There is no drawing for that area", str(unknown)) from None
    return Response(draw(pack), media_type="image/svg+xml")
