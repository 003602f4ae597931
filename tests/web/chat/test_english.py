"""The table of English strings: every one is used, and every one that is used is there."""

from __future__ import annotations

import re
from pathlib import Path

import bot.web
from bot.web.english import TABLE

WEB = Path(bot.web.__file__).parent
TEMPLATES = "".join(path.read_text(encoding="utf-8") for path in (WEB / "templates").glob("*.html"))
PYTHON = "".join(path.read_text(encoding="utf-8") for path in WEB.glob("*.py"))
SCRIPTS = {
    "script": "".join(path.read_text(encoding="utf-8") for path in (WEB / "static").glob("*.js")),
    "launcher": (WEB / "launcher" / "widget.js").read_text(encoding="utf-8"),
}


def used(group: str) -> set[str]:
    if group in SCRIPTS:
        return set(re.findall(r"\b(?:say|words)\.(\w+)", SCRIPTS[group]))
    short = r"|REFUSED" if group == "refused" else ""
    return set(re.findall(rf"\b(?:t\.{group}|ENGLISH\.{group}{short})\.(\w+)", TEMPLATES + PYTHON))


def test_every_string_of_the_table_is_used_and_no_other():
    for group, strings in TABLE.items():
        assert used(group) == set(strings), group


def test_no_string_is_empty():
    assert [name for strings in TABLE.values() for name, said in strings.items() if not said] == []
