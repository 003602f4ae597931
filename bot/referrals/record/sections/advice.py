"""Whether a safeguarding lead was consulted, and a manager."""

from __future__ import annotations

from typing import Annotated, Any

from bot.referrals.record.asking import Ask, Page, Part
from bot.referrals.record.day import Day
from bot.referrals.record.options import Options, YesNo
from bot.referrals.record.situation import Situation
from bot.referrals.record.text import Line, Text


class Spoken(Options):
    """Who was spoken to (Darlington's page asks for one of them)."""

    LINE_MANAGER = "line_manager", "My line manager"
    TEAM_MANAGER = "team_manager", "The children's services team manager"
    BOTH = "both", "Both"
    NEITHER = "neither", "Neither yet"
    UNKNOWN = "unknown", "Not known"


def was_consulted(part: Any, _situation: Situation) -> bool | None:
    """Only then there is somebody to name."""
    return part.consulted is YesNo.YES


def in_darlington(_part: Any, situation: Situation) -> bool | None:
    """Only Darlington asks for it."""
    return situation.darlington


class Advice(Part):
    """The lead's advice before the draft."""

    TITLE = "Advice from your safeguarding lead"
    PAGES = (
        Page("consulted", "", ("consulted",)),
        Page("who", "Who you spoke to", ("who", "on", "view")),
        Page("manager", "", ("manager",)),
    )

    consulted: Annotated[YesNo | None, Ask("Have you spoken to a safeguarding lead about this?")] = None
    who: Annotated[
        Line | None, Ask("Their role", hint="For example named nurse. A name is not needed.", when=was_consulted)
    ] = None
    on: Annotated[Day | None, Ask("When you spoke", when=was_consulted)] = None
    view: Annotated[Text | None, Ask("What they thought", when=was_consulted)] = None
    manager: Annotated[
        Spoken | None,
        Ask("Have you spoken to your line manager or the children's services team manager?", when=in_darlington),
    ] = None
