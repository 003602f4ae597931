"""What one message says: everything at once, nothing shutting anything else out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class How(StrEnum):
    """How a value was told."""

    ASKED = "asked"
    """In reply to the question."""
    VOLUNTEERED = "volunteered"
    CORRECTED = "corrected"
    """In words that take an earlier answer back, or with a button that does."""


class Danger(StrEnum):
    """Whether a child is in danger now by these words."""

    NONE = "none"
    POSSIBLE = "possible"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Told:
    """The value of one fact, encoded (`bot.criteria.answers`); `sure` where it may be relied on as it stands."""

    value: str
    how: How = How.ASKED
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Reading:
    """`lead` is the intent under which Rasa takes the message: the act, the topic asked, or that facts were told."""

    lead: str
    confidence: float = 1.0
    told: Mapping[str, Told] = field(default_factory=dict)
    danger: Danger = Danger.NONE
    denies: bool = False
    """An alarm is taken back."""
    asks: str | None = None
    """The guidance topic that is asked beside the lead."""
    says: str = ""
    """One sentence to answer with where what was typed cannot be: "There is no 31 June. Which day was it?"."""
    more: Mapping[str, str] = field(default_factory=dict)
    """What the act needs to know: which answer to change, the area a question names."""
