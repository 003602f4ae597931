"""Where a conversation stands when a message comes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

Labels = Mapping[str, Mapping[str, str]]
"""For each fact that is asked for, the labels of its options with their values."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What the reader must know of the conversation. Values are encoded (`bot.criteria.answers`)."""

    today: date
    labels: Labels = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)
    """The facts told so far."""
    question: str | None = None
    """The fact that is asked for now: what is to be confirmed first, else the form's question."""
    to_confirm: Mapping[str, str] = field(default_factory=dict)
    """What was read back and waits for a yes."""
    was: Mapping[str, str] = field(default_factory=dict)
    """The answer that is being changed."""
    offered: str | None = None
    """The intent that the last turn offered, so that the next yes means it; None where it offered none or several."""
    alarmed: bool = False
    """Whether the 999 text was said and nothing has settled it since."""
    finished: bool = False
    """Whether the result was given."""

    @property
    def has_case(self) -> bool:
        """Whether anything is known of a case, the area apart."""
        return bool(self.answers.keys() - {"area"})
