"""Every regular expression of the package reads a text of any shape in proportion to its length."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import bot.rasa.ready

import pytest

import actions
import bot
from tests.growth import superlinear

LENGTH = 1500
FLOOR = 0.0005
"""Seconds: a pattern is quick, so that what is too quick to measure at LENGTH would be felt only beyond any limit."""

NOT_OF_THE_SERVICE = ("bot.web.assets", "bot.storage.migrations")


def modules() -> Iterator[Any]:
    for package in (bot, actions):
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if not found.name.startswith(NOT_OF_THE_SERVICE):
                yield importlib.import_module(found.name)


def held(value: Any, depth: int = 0) -> Iterator[re.Pattern[str]]:
    """The patterns in a value, however they are kept: by themselves, in tuples, in dictionaries, behind a cache."""
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield value
    elif depth < 3 and isinstance(value, dict):
        for each in value.values():
            yield from held(each, depth + 1)
    elif depth < 3 and isinstance(value, list | tuple | set | frozenset):
        for each in value:
            yield from held(each, depth + 1)


def patterns() -> dict[str, re.Pattern[str]]:
    """Each pattern once, by where it is first found."""
    found: dict[tuple[str, int], str] = {}
    for module in modules():
        for name, value in vars(module).items():
            if name in ("_acts", "_cues", "_opening"):
                value = value()
            for pattern in held(value):
                found.setdefault((pattern.pattern, pattern.flags), f"{module.__name__}.{name}")
        for pattern in written_in(Path(module.__file__)):
            found.setdefault((pattern.pattern, pattern.flags), f"{module.__name__}, in a function")
    return {f"{where}: {pattern[:60]}": re.compile(pattern, flags) for (pattern, flags), where in found.items()}


def written_in(file: Path) -> Iterator[re.Pattern[str]]:
    """The patterns that the functions of a file hand to `re` themselves."""
    for call in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if (
            isinstance(call, ast.Call)
            and isinstance(call.func, ast.Attribute)
            and isinstance(call.func.value, ast.Name)
            and call.func.value.id == "re"
            and call.args
            and isinstance(call.args[0], ast.Constant)
            and isinstance(call.args[0].value, str)
            and call.func.attr != "escape"
        ):
            yield re.compile(call.args[0].value)


def test_the_patterns_are_found() -> None:
    found = " ".join(patterns())
    for where in ("hear.last_word._OUTRIGHT", "acts.phrases._acts", "danger_words._PATTERNS", "hear.age, in a func"):
        assert where in found


@pytest.mark.timeout(300)
def test_no_pattern_costs_more_than_three_times_as_much_for_twice_the_text() -> None:
    slow = {}
    for where, pattern in patterns().items():

        def read(text: str, pattern: re.Pattern[str] = pattern) -> None:
            pattern.match(text)
            for _ in pattern.finditer(text):
                pass

        if found := superlinear(read, LENGTH, FLOOR):
            slow[where] = found
    assert sorted(slow) == []
