"""Starting again: this case is put aside and a new one begins with nothing carried over; it can be undone."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import ActiveLoop, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.kit import KitAction
from actions.onward import onward
from actions.replying import START, button, reply
from bot.guidance.says import say

SURELY = "confirm_restart"
"""The intent of a yes to "Shall I put this case aside?"."""
UNDO = button("Go back to the case before", "undo_restart")


class StartAgain(KitAction):
    """`action_restart`: asks first where there is a case. The check stops, so that the next yes means the restart."""

    action_name = "action_restart"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Any) -> list[Any]:
        case = self.kit.case(tracker)
        if not case.told:
            reply(dispatcher, say("nothing_to_clear"), [START], topic="restart")
            return [SlotSet("offered", "start_check")]
        stopped = [ActiveLoop(None), SlotSet("requested_slot", None)]
        tracker.active_loop = {}
        offers = [button("Yes, start a new case", SURELY), *onward(tracker, case)]
        reply(dispatcher, say("restart_asked"), offers, topic="restart")
        return [*stopped, SlotSet("offered", SURELY)]


class ConfirmRestart(KitAction):
    """`action_confirm_restart`: `new_case` tells the turn to open a new case; this one keeps its answers."""

    action_name = "action_confirm_restart"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Any) -> list[Any]:
        reply(dispatcher, say("cleared"), [START, UNDO], topic="restart", new_case=True)
        return [ActiveLoop(None), SlotSet("requested_slot", None), SlotSet("offered", None)]


class UndoRestart(KitAction):
    """`action_undo_restart`: `previous_case` tells the turn to go back to the case before this one."""

    action_name = "action_undo_restart"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Any) -> list[Any]:
        reply(dispatcher, say("undone"), onward(tracker, self.kit.case(tracker)), topic="restart", previous_case=True)
        return []
