"""All routes of the practitioner's form."""

from __future__ import annotations

from fastapi import APIRouter

from bot.web.form import link, routes

router = APIRouter()
for part in (link, routes):
    router.include_router(part.router)
