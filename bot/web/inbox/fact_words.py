"""Facts and their values in words. The words come from the packs by `app.state.words`."""

from __future__ import annotations

from typing import cast

from fastapi import Request

from bot.referrals.record.whole import Words


def words_of(request: Request) -> Words:
    """The application's words, from the packs of the day."""
    return cast(Words, request.app.state.words)
