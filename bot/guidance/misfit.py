"""Why a raw entry does not fit its model, in the words of a fault."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import ValidationError

from bot.guidance.expression import NotAnExpression
from bot.guidance.fault import Fault
from bot.guidance.gather import Entry, one_of

IN_PLAIN_WORDS = {
    "date_type": "a date written like 2026-11-20",
    "date_parsing": "a date written like 2026-11-20",
    "date_from_datetime_parsing": "a date written like 2026-11-20",
    "tuple_type": "a list",
    "mapping_type": "a mapping",
    "string_type": "text",
    "string_too_short": "text",
}
"""What is expected, by pydantic's name for the problem."""


def misfits(entry: Entry, error: ValidationError, known: Iterable[str] = ()) -> Iterator[Fault]:
    """A fault for each problem that pydantic found in the entry, whose own keys may be the `known` ones."""
    for problem in error.errors():
        below = tuple(problem["loc"])
        yield entry.fault(below, *_found_expected(problem, below, known))


def _found_expected(problem: Any, below: tuple[int | str, ...], known: Iterable[str]) -> tuple[str, str]:
    last = below[-1] if below else None
    if problem["type"] == "extra_forbidden":
        return f"the unknown key '{last}'", one_of(known) if len(below) == 1 else "only known keys"
    if last == "cite" and problem["type"] in ("missing", "too_short"):
        return "no citation", "the id of at least one citation"
    if problem["type"] == "missing":
        return "nothing", f"'{last}'"
    reason = (problem.get("ctx") or {}).get("error")
    if isinstance(reason, NotAnExpression):
        return reason.found, reason.expected
    return repr(problem["input"]), IN_PLAIN_WORDS.get(problem["type"], problem["msg"].removeprefix("Input should be "))
