"""Files stay small: none is over 400 lines (docs/architecture.md)."""

from __future__ import annotations

from tests.conftest import ROOT

FILES = [
    path for room in ("bot", "actions") for path in (ROOT / room).rglob("*.py") if "node_modules" not in path.parts
]
LINES = {str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines()) for path in FILES}
CODE = {name: lines for name, lines in LINES.items() if not name.endswith("__init__.py")}


def test_no_file_is_over_four_hundred_lines() -> None:
    assert [name for name, lines in LINES.items() if lines > 400] == []


def test_every_file_says_what_it_is_for() -> None:
    silent = [name for name in CODE if not (ROOT / name).read_text(encoding="utf-8").startswith('"""')]
    assert silent == []
