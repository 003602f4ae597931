"""Why an old case is raised now."""

from __future__ import annotations

from typing import Annotated, Any

from bot.guidance.says import say
from bot.referrals.record.asking import Ask, Page, Part
from bot.referrals.record.situation import Situation, both
from bot.referrals.record.text import Text


def old_in_darlington(_part: Any, situation: Situation) -> bool | None:
    """Darlington does not normally review a case over twelve months old."""
    return both(situation.darlington, situation.old)


class Late(Part):
    """Asked in Darlington, over twelve months after it happened."""

    TITLE = "Why it is raised now"
    PAGES = (Page("why", "", ("why",)),)

    why: Annotated[
        Text | None,
        Ask(
            "What is new, or why was it not raised before?",
            hint=say("form_old_case"),
            name="Why now",
            when=old_in_darlington,
        ),
    ] = None
