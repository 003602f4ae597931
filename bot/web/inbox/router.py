"""All routes of the inbox."""

from __future__ import annotations

from fastapi import APIRouter

from bot.web.inbox import (
    after_calendar,
    after_pages,
    decision_forms,
    documents_page,
    hand_over_form,
    holding_forms,
    list_page,
    record_page,
    whole_page,
)

router = APIRouter()
for part in (
    list_page,
    record_page,
    holding_forms,
    hand_over_form,
    decision_forms,
    after_pages,
    after_calendar,
    documents_page,
    whole_page,
):
    router.include_router(part.router)
