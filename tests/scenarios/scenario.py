"""Reading the scenario files: one conversation each, strict about their keys."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, model_validator

FOLDER = Path(__file__).parent
KINDS = ("happy", "digression", "correction", "cancellation", "danger", "invalid", "disambiguation")


class Expected(BaseModel):
    """One turn: what is said, chosen or answered to the end, and what must come of it."""

    model_config = ConfigDict(extra="forbid")

    say: str | None = None
    choose: str | list[str] | None = None
    note: str | None = None
    answer: dict[str, str] | None = None
    topic: str | None = None
    question: str | None = None
    options: list[str] = []
    words: list[str] = []
    without: list[str] = []
    outcomes: dict[str, Literal["applies", "possible", "absent"]] = {}
    told: dict[str, str | list[str]] = {}
    record: dict[str, str | list[str]] = {}

    @model_validator(mode="after")
    def _one_move(self) -> Expected:
        if sum(move is not None for move in (self.say, self.choose, self.answer)) != 1:
            raise ValueError("a turn says, chooses or answers: found none or several of them")
        return self

    @property
    def asks(self) -> bool:
        """Whether the file says which question must wait after this turn (null: none)."""
        return "question" in self.model_fields_set


class Scenario(BaseModel):
    """A conversation and why it is here."""

    model_config = ConfigDict(extra="forbid")

    why: str
    area: str | None = None
    turns: list[Expected]


def files() -> list[Path]:
    """Every scenario file, by folder and name."""
    return sorted(FOLDER.glob("*/*.yaml"))


def read(path: Path) -> Scenario:
    """The scenario of a file. Raises pydantic's ValidationError."""
    data: Any = yaml.load(path.read_text(encoding="utf-8"), Loader=Plain)  # a SafeLoader
    return Scenario.model_validate(data)


class Plain(yaml.SafeLoader):
    """YAML whose words are words: `no`, `999` and `2026-11-20` are what was said."""


Plain.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag == "tag:yaml.org,2002:null"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
