"""What every action needs: the guidance, today's date, and the case so far."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from rasa_sdk import Action, Tracker

from bot.criteria.answers import facts_in
from bot.criteria.facts import Value
from bot.dialogue.carried import values_of
from bot.guidance.load import Packs
from bot.guidance.model import Pack
from bot.interview.assess import assess
from bot.interview.derive import from_age
from bot.interview.what_would_change import with_basis

CHECK = "check_form"
LISTEN = "action_listen"


@dataclass(frozen=True, slots=True)
class Case:
    """The facts known so far (`derived`: those that follow from others), those answered "I do not know", and the
    pack they are judged by.
    """

    pack: Pack
    facts: dict[str, Value]
    asked: frozenset[str]
    derived: frozenset[str] = frozenset()

    @property
    def told(self) -> dict[str, Value | None]:
        """Every answered fact in the pack's order; None for "I do not know"."""
        every = {**self.facts, **dict.fromkeys(self.asked)}
        return {name: every[name] for name in self.pack.facts if name in every}


@dataclass(frozen=True, slots=True)
class Kit:
    """Shared by all actions of a process."""

    packs: Packs
    today: Callable[[], date]

    def pack(self, area: str | None = None) -> Pack:
        """The area's pack in force today; the national one for an area that is not known, or that is gone."""
        today = self.today()
        return self.packs.for_area(area if area in self.packs.areas(today) else None, today)

    def case(self, tracker: Tracker) -> Case:
        """The case as the tracker holds it."""
        return self.case_of(tracker.slots, tracker.get_slot("under_16"))

    def case_of(self, answers: Mapping[str, Any], under_16: str | None) -> Case:
        """The case of these answers (slots or a state's)."""
        pack = self.pack(answers.get("area"))
        facts, asked = facts_in(answers, pack)
        derived = from_age(pack, facts) if under_16 == "yes" else {}
        return Case(pack, {**derived, **facts}, asked, frozenset(derived) - set(facts))

    def outdated(self, tracker: Tracker) -> list[str]:
        """The facts whose answers the edition in force does not know (it was given before): they are asked anew."""
        known, asked = facts_in(tracker.slots, pack := self.pack(tracker.get_slot("area")))
        return [name for name in pack.facts if tracker.get_slot(name) is not None and name not in {*known, *asked}]

    def assess(self, case: Case) -> dict[str, Any]:
        """The whole assessment of the case today, with what each outcome rests on and what would change it."""
        today = self.today()
        return with_basis(assess(case.pack, case.facts, case.asked, today), case.pack, case.facts, case.derived, today)


class KitAction(Action):
    """An action that works with the kit; `action_name` is its name in domain.yml."""

    action_name: str

    def __init__(self, kit: Kit) -> None:
        self.kit = kit

    def name(self) -> str:
        return self.action_name


def in_check(tracker: Tracker) -> bool:
    """Whether the check is running."""
    return bool((tracker.active_loop or {}).get("name") == CHECK)


def intent_of(tracker: Tracker) -> str:
    """What the message was taken to mean; the tracker's own method would give the classifier's first guess."""
    return str((tracker.latest_message.get("intent") or {}).get("name"))


def pending(tracker: Tracker) -> str | None:
    """The fact asked for: what is to be confirmed first, else the form's question; None when no check runs."""
    asked: str | None = tracker.get_slot("requested_slot")
    return next(iter(tracker.get_slot("to_confirm") or ()), asked) if in_check(tracker) else None


def heard(tracker: Tracker) -> dict[str, Any]:
    """What the message now being answered carries, by entity; facts as encoded strings."""
    return values_of(tracker.latest_message)
