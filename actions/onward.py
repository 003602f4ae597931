"""What can be done next, from where the conversation stands: nobody is left without a way on."""

from __future__ import annotations

from rasa_sdk import Tracker

from actions.kit import Case, in_check
from actions.replying import CARRY_ON, CHANGE, DRAFT, START, Button


def onward(tracker: Tracker, case: Case) -> list[Button]:
    """Nothing in the check, whose question comes again; else the draft and changes, carrying on, or starting."""
    if in_check(tracker):
        return []
    if tracker.get_slot("check_done"):
        return [DRAFT, CHANGE]
    return [CARRY_ON, DRAFT] if case.told.keys() - {"area"} else [START]
