"""The list of tasks: every group of the record, and how far it has come."""

from __future__ import annotations

from dataclasses import dataclass

from bot.referrals.record.needs import missing_in
from bot.referrals.record.record import Record
from bot.referrals.record.situation import Situation
from bot.web.form.place import first_place

HEADINGS = {
    "Keeping children safe": ("safety",),
    "The child and what happened": ("children", "harm", "incident", "abuse"),
    "Family and organisations": ("family", "agencies", "joint_working"),
    "Why this may need a review": ("criteria", "late"),
    "Who knows, and what else is happening": ("notified", "parallel", "sharing", "advice"),
    "About you": ("referrer",),
}
SECTIONS = tuple(section for sections in HEADINGS.values() for section in sections)
"""What a practitioner fills in."""


@dataclass(frozen=True)
class Task:
    """One group. `to_do` counts the answers that it still needs."""

    title: str
    path: str
    to_do: int
    begun: bool

    @property
    def status(self) -> str:
        """As the task list says it."""
        if not self.to_do:
            return "Completed" if self.begun else "Optional"
        return f"{self.to_do} to do" if self.begun else "Not yet started"


def tasks(record: Record, situation: Situation) -> dict[str, list[Task]]:
    """The tasks under their headings; a group that is not called for in this case is left out."""
    found = {}
    for heading, sections in HEADINGS.items():
        under = [task for section in sections if (task := _task(record, section, situation))]
        if under:
            found[heading] = under
    return found


def _task(record: Record, section: str, situation: Situation) -> Task | None:
    first = first_place(record, section, situation)
    if first is None:
        return None
    part = record.section(section)
    return Task(part.TITLE, first.path, len(missing_in(section, part, situation)), part != type(part)())
