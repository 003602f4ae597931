"""What the application keeps for its pages, with types, and how a page is rendered."""

from __future__ import annotations

from typing import Any, cast

from fastapi import Request, Response
from fastapi.templating import Jinja2Templates

from bot.settings import Settings
from bot.storage.database import Sessions


def settings_of(request: Request) -> Settings:
    """The settings in force."""
    return cast(Settings, request.app.state.settings)


def sessions_of(request: Request) -> Sessions:
    """The factory of database sessions. `with sessions_of(request).begin() as session:` is a unit of work."""
    return cast(Sessions, request.app.state.sessions)


def page(request: Request, template: str, status: int = 200, /, **context: Any) -> Response:
    """The template rendered as a page."""
    templates = cast(Jinja2Templates, request.app.state.templates)
    return templates.TemplateResponse(request, template, context, status_code=status)
