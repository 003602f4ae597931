"""How the record's fields say what they ask, when, and whether an answer is needed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, field_validator
from pydantic_core import PydanticCustomError

from bot.referrals.record.options import Options
from bot.referrals.record.situation import Situation

When = Callable[[Any, Situation], bool | None]


class Need(StrEnum):
    """Whether the record can go to the partnership without it."""

    REQUIRED = "required"
    OPTIONAL = "optional"


def always(_part: Any, _situation: Situation) -> bool | None:
    """Asked in every case."""
    return True


@dataclass(frozen=True)
class Ask:
    """What a field asks. `name` begins its error messages; the label does where it is None.

    `when` (the part of the record that the field is in, the situation): True: asked; False: not asked, and
    what it holds does not count; None: nobody knows whether it is called for, so asked but not needed.
    `kept`: not searched for identifiers, because it names the writer, a body or a place on purpose.
    `none` names the sibling that says "there are none" of a list; `most` is how many entries a list takes.
    """

    label: str
    hint: str = ""
    name: str | None = None
    need: Need = Need.REQUIRED
    when: When = always
    none: str = ""
    most: int = 20
    kept: bool = False
    entry: str = ""


@dataclass(frozen=True)
class Page:
    """One page of the form: the fields of one thing. `title` heads it when it has several fields."""

    slug: str
    title: str
    fields: tuple[str, ...]
    hint: str = ""


class Part(BaseModel):
    """Base of the record's groups and of the entries of its lists."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    TITLE: ClassVar[str]
    PAGES: ClassVar[tuple[Page, ...]]

    @field_validator("*")
    @classmethod
    def _some_stand_alone(cls, value: Any) -> Any:
        if isinstance(value, tuple) and len(value) > 1:
            alone = next((each for each in value if isinstance(each, Options) and each.alone), None)
            if alone is not None:
                raise PydanticCustomError("alone", 'cannot be "{words}" and something else', {"words": alone.words})
        return value
