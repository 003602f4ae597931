"""The harm that was done."""

from __future__ import annotations

from typing import Annotated, Any

from bot.referrals.record.asking import Ask, Page, Part
from bot.referrals.record.options import Options, YesNo
from bot.referrals.record.situation import Situation, opposite
from bot.referrals.record.text import Text


class What(Options):
    """As the check asks it."""

    DIED = "died", "The child died"
    SERIOUSLY_HARMED = "seriously_harmed", "The child was seriously harmed"
    NEAR_MISS = "near_miss", "A near miss"
    LESS_SERIOUS = "less_serious", "Something less serious"
    UNKNOWN = "unknown", "Not known"


def lives(_part: Any, situation: Situation) -> bool | None:
    """Only where the child has not died."""
    return opposite(situation.died)


class Harm(Part):
    """Serious harm counts even if the child has recovered (Working Together)."""

    TITLE = "The harm"
    PAGES = (
        Page("what", "", ("what",)),
        Page("description", "", ("description",)),
        Page("since", "How the child is since", ("long_term", "recovered")),
    )

    what: Annotated[What | None, Ask("What happened to the child?", name="What happened")] = None
    description: Annotated[
        Text | None,
        Ask("Describe the harm", hint="Injuries, illness, harm to mental health or development. No names."),
    ] = None
    long_term: Annotated[YesNo | None, Ask("Is the harm likely to last?", name="Lasting harm", when=lives)] = None
    recovered: Annotated[YesNo | None, Ask("Has the child recovered?", name="Recovery", when=lives)] = None
