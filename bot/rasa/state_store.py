"""Rasa's tracker store, keeping where a dialogue stands instead of everything that was said.

Stock Rasa reloads and replays every event at each turn, so turns grow dearer as a conversation
grows, and it keeps every message in clear. Here a tracker is made anew each turn from slots and
active loop: a turn costs the same at the 5th and the 150th, and no text is kept at all.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.constants import ACTION_LISTEN_NAME, ACTION_SESSION_START_NAME
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, ActiveLoop, Event, SessionStarted, SlotSet
from rasa.shared.core.trackers import DialogueStateTracker

from bot.dialogue.tables import DialogueState
from bot.dialogue.turn_context import current_turn
from bot.storage.base import now


class StateStore(TrackerStore):
    """Stores in the session of the current turn, which commits everything of the turn at once."""

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Put the tracker's slots and loop into the turn's session; a turn that failed keeps the state before it."""
        turn = current_turn.get()
        if turn is None or turn.failures:
            return
        row = turn.session.get(DialogueState, tracker.sender_id)
        if row is None:
            row = DialogueState(sender_id=tracker.sender_id)
            turn.session.add(row)
        row.state = state_of(tracker)
        row.updated_at = now()

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """The tracker of this case, or None for a new one."""
        turn = current_turn.get()
        row = turn.session.get(DialogueState, sender_id) if turn else None
        return tracker_from(sender_id, row.state, self.domain) if row else None

    async def keys(self) -> Iterable[str]:
        """None are told: nothing here may list conversations."""
        return ()

    async def delete(self, sender_id: str) -> None:
        """Deleted with the conversation, by retention."""


def state_of(tracker: DialogueStateTracker) -> dict[str, Any]:
    """What must be remembered: every slot that is set, and the active loop."""
    slots = {name: slot.value for name, slot in tracker.slots.items() if slot.value is not None}
    return {"slots": slots, "active_loop": tracker.active_loop_name}


def tracker_from(sender_id: str, state: dict[str, Any], domain: Domain) -> DialogueStateTracker:
    """A tracker that stands where the state says, as if it had just listened."""
    events: list[Event] = [ActionExecuted(ACTION_SESSION_START_NAME), SessionStarted()]
    loop = state["active_loop"]
    if loop:
        events += [ActionExecuted(loop), ActiveLoop(loop)]
    events += [SlotSet(name, value) for name, value in state["slots"].items()]
    events.append(ActionExecuted(ACTION_LISTEN_NAME))
    return DialogueStateTracker.from_events(sender_id, events, domain.slots, domain=domain)
