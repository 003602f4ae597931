"""Driving the form as a browser does."""

from __future__ import annotations

import re
from typing import Any

from fastapi.testclient import TestClient
from sqlalchemy.orm import Session

from bot.referrals.find import find_draft
from bot.referrals.referral import Referral


def draft_in(session: Session, reference: str) -> Referral:
    found = find_draft(session, reference)
    assert found is not None
    return found


def hidden(page: str) -> dict[str, str]:
    """The hidden fields of the page's form."""
    return dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', page))


def post(client: TestClient, path: str, typed: dict[str, Any]) -> Any:
    """Open the page, fill it in, send it."""
    page = client.get(f"/form/{path}")
    assert page.status_code == 200, path
    return client.post(f"/form/{path}", data=hidden(page.text) | typed)
