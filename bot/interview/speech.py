"""What is said of a message that was taken in; how it is worded stands with the actions and in the packs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Alarm:
    """999 before anything else; one line where danger is only possible."""

    plain: bool = True


@dataclass(frozen=True, slots=True)
class DangerNoted:
    """That danger was noted, with the way to take it back."""


@dataclass(frozen=True, slots=True)
class Opening:
    """The check begins, or goes on where it stopped."""

    again: bool


@dataclass(frozen=True, slots=True)
class PlayBack:
    """What was heard in typed words; `thinks` are those of the facts that are only likely."""

    noted: Mapping[str, str]
    thinks: frozenset[str]


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a value cannot be taken."""

    text: str


@dataclass(frozen=True, slots=True)
class LeftAsItWas:
    """Nothing was changed."""


@dataclass(frozen=True, slots=True)
class Confirm:
    """A value is read back outside the check; in it, the next question does so."""

    fact: str
    value: str


@dataclass(frozen=True, slots=True)
class Topic:
    """A question about the guidance, asked beside what was told."""

    topic: str


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """A reply that answers nothing; `gave_up`: the question is left as not known for now."""

    question: str
    gave_up: bool = False


Speech = Alarm | DangerNoted | Opening | PlayBack | Problem | LeftAsItWas | Confirm | Topic | NotUnderstood
