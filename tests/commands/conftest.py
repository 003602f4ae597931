"""The command line as a person meets it: arguments and standard input in; output, errors and exit code out."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import pytest
from typer.testing import CliRunner

from bot.cli import app
from bot.settings import load_settings
from tests.conftest import ROOT, TODAY


class Ran(NamedTuple):
    """What a command left behind."""

    exit_code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one document on standard output."""
        return json.loads(self.out)

    @property
    def lines(self) -> list[Any]:
        """The documents on standard output, one a line."""
        return [json.loads(line) for line in self.out.splitlines()]


Cspr = Callable[..., Ran]


@pytest.fixture
def cspr(monkeypatch: pytest.MonkeyPatch) -> Iterator[Cspr]:
    """Run `cspr` with these arguments on Monday 23 November 2026; `given` is standard input, objects as JSON lines."""
    monkeypatch.setenv("CSPR_GUIDANCE_DIR", str(ROOT / "guidance"))
    monkeypatch.setenv("CSPR_TODAY", TODAY.isoformat())

    def run(*arguments: str, given: Any = None) -> Ran:
        load_settings.cache_clear()
        if isinstance(given, list):
            given = "".join(json.dumps(line) + "\n" for line in given)
        elif given is not None and not isinstance(given, (str, bytes)):
            given = json.dumps(given)
        result = CliRunner().invoke(app, list(arguments), input=given)
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return Ran(result.exit_code, result.stdout, result.stderr)

    yield run
    load_settings.cache_clear()


def assert_refused(ran: Ran, sentence: str) -> None:
    """Exit 2, nothing on standard output, and this one line on standard error."""
    assert (ran.exit_code, ran.out) == (2, "")
    assert ran.err == sentence + "\n"
