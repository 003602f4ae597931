"""What the application keeps for every request, with types."""

from __future__ import annotations

from typing import cast

from fastapi import Request

from bot.guidance.packs import Packs
from bot.referrals.judging import Judge
from bot.settings import Settings
from bot.storage.database import Sessions


def settings_of(request: Request) -> Settings:
    """The settings in force."""
    return cast(Settings, request.app.state.settings)


def packs_of(request: Request) -> Packs:
    """The guidance packs, every edition of them."""
    return cast(Packs, request.app.state.packs)


def sessions_of(request: Request) -> Sessions:
    """The factory of database sessions. `with sessions_of(request).begin() as session:` is a unit of work."""
    return cast(Sessions, request.app.state.sessions)


def judge_of(request: Request) -> Judge:
    """What follows from a record's facts, by this application's guidance today."""
    return Judge(packs_of(request), settings_of(request).date_today())
