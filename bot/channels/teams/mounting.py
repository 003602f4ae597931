"""Putting Teams into the service; without it in the settings, its address does not exist."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

from bot.channels.teams.admission import Admission
from bot.channels.teams.claiming import Claiming
from bot.channels.teams.door import make_door
from bot.channels.teams.keys import SigningKeys
from bot.channels.teams.service import Teams, host_validator, make_teams
from bot.settings import Settings


def mount_teams(app: FastAPI) -> Teams | None:
    """Adds the door to the application, whose state must be whole. None when Teams is off."""
    settings: Settings = app.state.settings
    teams = make_teams(settings, app.state.sessions, app.state.conversations, app.state.packs)
    if teams is not None:
        connections = settings.teams_connections
        admission = Admission(connections, SigningKeys()) if connections else None
        claiming = Claiming(app.state.sessions, settings)
        app.include_router(make_door(teams, admission, host_validator(settings), claiming))
    return teams


@asynccontextmanager
async def teams_running(app: FastAPI) -> AsyncIterator[None]:
    """For the application's lifespan."""
    teams: Teams | None = app.state.teams
    if teams is None:
        yield
        return
    async with teams.running():
        yield
