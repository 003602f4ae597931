"""All routes of the inbox."""

from __future__ import annotations

from fastapi import APIRouter

from bot.web.inbox import (
    after_calendar,
    after_pages,
    decision_forms,
    documents_page,
    holding_forms,
    list_page,
    record_page,
)

router = APIRouter()
for part in (list_page, record_page, holding_forms, decision_forms, after_pages, after_calendar, documents_page):
    router.include_router(part.router)
