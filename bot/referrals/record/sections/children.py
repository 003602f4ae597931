"""The child or children that the draft is about."""

from __future__ import annotations

from typing import Annotated

from bot.referrals.record.asking import Ask, Need, Page, Part
from bot.referrals.record.sections.child import Child
from bot.referrals.record.text import Short

MOST_CHILDREN = 4


class Children(Part):
    """Up to four by themselves; more in a few words."""

    TITLE = "The child or children"
    PAGES = (
        Page("children", "The child or children", ("children",), "One entry for each child it happened to, up to 4."),
        Page("others", "", ("others",)),
    )

    children: Annotated[tuple[Child, ...], Ask("Children", most=MOST_CHILDREN, entry="child")] = ()
    others: Annotated[
        Short | None,
        Ask("Were there more than 4 children?", hint="Say how many others, and their ages.", need=Need.OPTIONAL),
    ] = None
