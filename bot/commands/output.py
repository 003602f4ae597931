"""How commands speak: results on stdout, one clear line on stderr for bad input, exit 2."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NoReturn

import typer
from pydantic import ValidationError

from bot.criteria.facts import BadFact
from bot.deadlines.calendar import BeyondCalendar
from bot.deadlines.check import ImpossibleDate
from bot.documents.word.package import TemplateFaults
from bot.guidance.fault import GuidanceFaults
from bot.guidance.load import NotInForce, UnknownArea, UnknownEdition
from bot.settings import MissingKey, UnknownSetting
from bot.storage.keyring import BadKey, SealedByAnotherKey


class BadInput(ValueError):
    """Input that cannot be used; the message names the field, what was found and what was expected."""


EXPECTED = (
    BadInput,
    BadFact,
    BeyondCalendar,
    ImpossibleDate,
    UnknownArea,
    NotInForce,
    UnknownEdition,
    UnknownSetting,
    BadKey,
    MissingKey,
    SealedByAnotherKey,
    ValidationError,
    GuidanceFaults,
    TemplateFaults,
)


@contextmanager
def refusing_bad_input() -> Iterator[None]:
    """Turn what is wrong with the input into a line on stderr and exit code 2."""
    try:
        yield
    except EXPECTED as error:
        fail(sentence(error))


def sentence(error: Exception) -> str:
    """What is wrong, in one line that begins with the name of the field."""
    if isinstance(error, ImpossibleDate):
        return f"{error.fact}: {error}"
    if isinstance(error, ValidationError):
        first = error.errors()[0]
        expected = first["msg"].removeprefix("Input should be ").removeprefix("Value error, ")
        setting, *within = first["loc"] or ("",)
        if within:  # a part of a larger setting, which may hold a secret: what was found is not shown
            return f"CSPR_{str(setting).upper()}, {'.'.join(map(str, within))}: expected {expected}"
        return f"CSPR_{str(setting).upper()}: found {first['input']!r}, expected {expected}"
    return str(error)


def fail(sentence: str) -> NoReturn:
    """Say what is wrong and stop with exit code 2."""
    print(sentence, file=sys.stderr)
    raise typer.Exit(2)


def print_json(value: Any) -> None:
    """One JSON document."""
    print(json.dumps(value, ensure_ascii=False))
