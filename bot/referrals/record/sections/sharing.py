"""What was shared, on what basis, and whether the family knows."""

from __future__ import annotations

from typing import Annotated, Any

from bot.referrals.record.asking import Ask, Page, Part
from bot.referrals.record.options import YesNo
from bot.referrals.record.situation import Situation
from bot.referrals.record.text import Text


def not_told(part: Any, _situation: Situation) -> bool | None:
    """Only then a reason is called for."""
    return part.family_told is YesNo.NO


class Sharing(Part):
    """Consent is not a gate: sharing must be necessary, proportionate and recorded."""

    TITLE = "Sharing information"
    PAGES = (
        Page("family", "", ("family_told",)),
        Page("why-not", "", ("why_not",)),
        Page("basis", "What was shared", ("basis", "shared")),
    )

    family_told: Annotated[
        YesNo | None, Ask("Does the family know about this draft?", name="Whether the family knows")
    ] = None
    why_not: Annotated[
        Text | None,
        Ask(
            "Why has the family not been told?",
            hint="For example because it could put a child at risk.",
            name="Reason",
            when=not_told,
        ),
    ] = None
    basis: Annotated[
        Text | None,
        Ask(
            "Why it was right to share",
            hint="You do not need consent. Say why sharing was necessary to keep children safe, and in proportion.",
        ),
    ] = None
    shared: Annotated[Text | None, Ask("What was shared, and with whom", name="What was shared")] = None
