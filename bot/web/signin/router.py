"""All routes of sign-in and sign-out."""

from __future__ import annotations

from fastapi import APIRouter

from bot.web.signin import ask_page, link_page, organisation_page, sign_out

router = APIRouter()
for part in (ask_page, link_page, organisation_page, sign_out):
    router.include_router(part.router)
