"""Working out the dates that follow from the day the council became aware."""

from __future__ import annotations

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.kit import KitAction
from actions.onward import onward
from actions.replying import reply
from bot.criteria.facts import plain
from bot.deadlines.calendar import BeyondCalendar
from bot.deadlines.check import ImpossibleDate
from bot.deadlines.compute import deadlines
from bot.deadlines.near import how_near
from bot.deadlines.words import CONVENTION, describe
from bot.guidance.says import say
from bot.interview.citing import citations
from bot.reading.dates import read_date


class WorkOutDate(KitAction):
    """`action_compute_deadline`: from a day named in the message, or told in the check. A what-if: not stored."""

    action_name = "action_compute_deadline"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Any) -> list[Any]:
        case = self.kit.case(tracker)
        today = self.kit.today()
        day = read_date(str(tracker.latest_message.get("text") or ""), today) or case.facts.get("la_aware_on")
        offer = onward(tracker, case)
        if day is None:
            reply(dispatcher, say("council_day"), offer, topic="compute_deadline")
            return []
        rules = [rule for rule in case.pack.deadlines if rule.id in ("notify_panel", "tell_partners", "rapid_review")]
        try:
            found = deadlines(rules, {"la_aware_on": day}, today)  # type: ignore[dict-item]  # facts' la_aware_on is a date
        except (ImpossibleDate, BeyondCalendar) as error:
            reply(dispatcher, f"I cannot count from that day. {error}", offer, topic="compute_deadline")
            return []
        lines = "\n".join(f"- {item.title} ({how_near(item.near)}). {describe(item)}" for item in found)
        text = f"If the council became aware on {plain(day)}:\n\n{lines}\n\n{CONVENTION}"
        cite = tuple(dict.fromkeys(cite for item in found for cite in item.cite))
        reply(dispatcher, text, offer, topic="compute_deadline", sources=citations(case.pack, cite))
        return []
