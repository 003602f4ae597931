"""Where the lead sent it, once decided."""

from __future__ import annotations

from typing import Annotated

from bot.referrals.record.asking import Ask, Need, Page, Part
from bot.referrals.record.day import Day
from bot.referrals.record.options import YesNo
from bot.referrals.record.text import Line


class Sending(Part):
    """For the lead alone, after the decision."""

    TITLE = "Where it was sent"
    PAGES = (Page("sent", "Where it was sent", ("to", "on", "acknowledged")),)

    to: Annotated[Line | None, Ask("Where it was sent", need=Need.OPTIONAL, kept=True)] = None
    on: Annotated[Day | None, Ask("When it was sent", need=Need.OPTIONAL)] = None
    acknowledged: Annotated[YesNo | None, Ask("Has it been acknowledged?", name="Acknowledged", need=Need.OPTIONAL)] = (
        None
    )
