"""Why a raw entry does not fit its model, in the words of a fault."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from bot.guidance.expression import NotAnExpression
from bot.guidance.fault import Fault
from bot.guidance.gather import Entry


def misfits(entry: Entry, error: ValidationError) -> Iterator[Fault]:
    """A fault for each problem that pydantic found in the entry."""
    for problem in error.errors():
        below = tuple(problem["loc"])
        yield entry.fault(below, *_found_expected(problem, below))


def _found_expected(problem: Any, below: tuple[int | str, ...]) -> tuple[str, str]:
    last = below[-1] if below else None
    if problem["type"] == "extra_forbidden":
        return f"the unknown key '{last}'", "only known keys"
    if last == "cite" and problem["type"] in ("missing", "too_short"):
        return "no citation", "the id of at least one citation"
    if problem["type"] == "missing":
        return "nothing", f"'{last}'"
    reason = (problem.get("ctx") or {}).get("error")
    if isinstance(reason, NotAnExpression):
        return reason.found, reason.expected
    return repr(problem["input"]), problem["msg"].removeprefix("Input should be ").removeprefix("Value error, ")
