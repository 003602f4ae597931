"""How organisations worked together."""

from __future__ import annotations

from typing import Annotated, Any

from bot.referrals.record.asking import Ask, Page, Part
from bot.referrals.record.options import YesNo
from bot.referrals.record.situation import Situation
from bot.referrals.record.text import Text


def some_concern(part: Any, _situation: Situation) -> bool | None:
    """Only where there is one."""
    return part.concern is YesNo.YES


def some_good(part: Any, _situation: Situation) -> bool | None:
    """Only where there was some."""
    return part.good is YesNo.YES


class JointWorking(Part):
    """Concerns and good practice. Neither is a condition for referring."""

    TITLE = "How organisations worked together"
    PAGES = (
        Page("concern", "", ("concern",)),
        Page("concerns", "", ("concerns",)),
        Page("good", "", ("good",)),
        Page("good-practice", "", ("good_practice",)),
    )

    concern: Annotated[
        YesNo | None,
        Ask("Is there any concern about how organisations worked together?", name="Concern about joint working"),
    ] = None
    concerns: Annotated[Text | None, Ask("What are the concerns?", name="Concerns", when=some_concern)] = None
    good: Annotated[YesNo | None, Ask("Did you see good practice?", name="Good practice")] = None
    good_practice: Annotated[Text | None, Ask("What was done well?", name="What was done well", when=some_good)] = None
