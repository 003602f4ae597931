"""What was done at once to keep children safe."""

from __future__ import annotations

from typing import Annotated

from bot.guidance.says import say
from bot.referrals.record.asking import Ask, Need, Page, Part
from bot.referrals.record.day import Day
from bot.referrals.record.text import Line, Short


class Action(Part):
    """One thing that was done."""

    TITLE = "Action"
    PAGES = (Page("action", "Something done to keep children safe", ("what", "who", "on", "reference")),)

    what: Annotated[Short | None, Ask("What was done")] = None
    who: Annotated[Line | None, Ask("Who did it", hint="A role or an organisation, not a name")] = None
    on: Annotated[Day | None, Ask("When")] = None
    reference: Annotated[
        Line | None,
        Ask(
            "Reference",
            hint="Of the call to 999 or of the multi-agency safeguarding hub (MASH), if there is one",
            need=Need.OPTIONAL,
            kept=True,
        ),
    ] = None


class Safety(Part):
    """Immediate action."""

    TITLE = "What was done to keep children safe"
    PAGES = (
        Page(
            "actions",
            "What was done to keep children safe",
            ("actions", "none_taken"),
            say("form_can_wait"),
        ),
    )

    actions: Annotated[tuple[Action, ...], Ask("Actions", none="none_taken", entry="action")] = ()
    none_taken: Annotated[bool, Ask("Nothing has been done yet, or I do not know", need=Need.OPTIONAL)] = False
