"""The organisations involved with the child or family."""

from __future__ import annotations

from typing import Annotated

from bot.referrals.record.asking import Ask, Need, Page, Part
from bot.referrals.record.options import YesNo
from bot.referrals.record.text import Line


class Agency(Part):
    """One organisation."""

    TITLE = "Organisation"
    PAGES = (Page("organisation", "An organisation that was involved", ("organisation", "role", "involved")),)

    organisation: Annotated[
        Line | None, Ask("Organisation", hint="For example the school, or the GP practice", kept=True)
    ] = None
    role: Annotated[Line | None, Ask("What it did for the child or family", name="What it did")] = None
    involved: Annotated[YesNo | None, Ask("Is it still involved?", name="Still involved")] = None


class Agencies(Part):
    """Who worked with the family."""

    TITLE = "Organisations involved"
    PAGES = (Page("organisations", "Organisations involved", ("agencies", "none_known")),)

    agencies: Annotated[tuple[Agency, ...], Ask("Organisations", none="none_known", entry="organisation")] = ()
    none_known: Annotated[bool, Ask("I do not know of any organisation", need=Need.OPTIONAL)] = False
