"""The pages around the chat: demonstration partnership pages, accessibility statement, privacy notice."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from bot.web.templating import areas_of, render

router = APIRouter(include_in_schema=False)


@router.get("/")
def show_home(request: Request, area: str | None = None) -> Response:
    """The areas to choose from, or the demonstration page of one; 404 for an area without a page."""
    areas = areas_of(request)
    if area is not None and area not in areas:
        detail = f"The areas are {', '.join(areas)}: found {area[:40]}."
        return render(request, "problem.html", {"heading": "There is no page for that area", "detail": detail}, 404)
    return render(request, "home.html", {"area": area})


@router.get("/accessibility")
def show_accessibility(request: Request) -> Response:
    """The accessibility statement, in the form public sector bodies have to use."""
    return render(request, "accessibility.html", {})


@router.get("/privacy")
def show_privacy(request: Request) -> Response:
    """What is stored, why, how long and who sees it."""
    return render(request, "privacy.html", {})
