"""The task pages work: each is followed on a copy of the real guidance, file by file as it says."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path
from textwrap import dedent

import pytest

from bot.commands.guidance_check import check_guidance
from bot.guidance.load import Packs, UnknownArea
from tests.conftest import ROOT
from tests.guidance.folders import REAL

TASKS = ROOT / "docs" / "tasks"
ADDED = re.compile(r"^ *```yaml\n(?P<content> *# guidance/(?P<file>\S+)\n.*?)^ *```$", re.MULTILINE | re.DOTALL)
BEFORE, AFTER = date(2027, 3, 31), date(2027, 4, 1)


def followed(page: str, folder: Path) -> Packs:
    """The real guidance with the files that the page adds; it must pass the checker."""
    shutil.copytree(REAL, folder)
    blocks = list(ADDED.finditer((TASKS / page).read_text(encoding="utf-8")))
    assert blocks
    for block in blocks:
        file = folder / block["file"]
        assert not file.exists(), "the page writes over a file"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(dedent(block["content"]), encoding="utf-8")
    packs, faults = check_guidance(folder)
    assert [str(fault) for fault in faults] == []
    return packs


def test_changing_a_years_guidance(tmp_path: Path) -> None:
    packs = followed("change-a-years-guidance.md", tmp_path / "guidance")
    counts = {
        day: next(d.clock.count for d in packs.for_area("walsall", day).deadlines if d.id == "rapid_review" and d.clock)
        for day in (BEFORE, AFTER)
    }
    assert counts == {BEFORE: 15, AFTER: 20}
    assert "R11" in {rule.id for rule in packs.for_area("walsall", BEFORE).rules}
    assert "R11" not in {rule.id for rule in packs.for_area("walsall", AFTER).rules}


def test_adding_a_question(tmp_path: Path) -> None:
    packs = followed("add-a-question.md", tmp_path / "guidance")
    order = [question.fact for question in packs.for_area("walsall", AFTER).questions]
    assert order[order.index("setting") + 1] == "school_told"
    assert "school_told" not in packs.for_area("walsall", BEFORE).facts


def test_adding_a_partnership(tmp_path: Path) -> None:
    packs = followed("add-a-partnership.md", tmp_path / "guidance")
    sandwell = packs.for_area("sandwell", AFTER)
    assert sandwell.wording["speak_to_lead"].text.startswith("In Sandwell")
    assert sandwell.offered is not None and "sandwell" in packs.areas(AFTER)
    assert sandwell.answers["how_to_refer"] == packs.for_area(None, AFTER).answers["how_to_refer"]
    assert sandwell.contacts == ()
    assert sandwell.rules == packs.for_area(None, AFTER).rules
    assert sandwell.answers["where_form"].title == packs.for_area(None, AFTER).answers["where_form"].title
    with pytest.raises(UnknownArea):
        packs.for_area("sandwell", BEFORE)


def test_retiring_a_partnership(packs: Packs, tmp_path: Path) -> None:
    after = followed("retire-a-partnership.md", tmp_path / "guidance")
    with pytest.raises(UnknownArea, match="expected an area of 2027-04-01, one of wolverhampton, birmingham, "):
        after.for_area("walsall", AFTER)
    assert after.for_area("walsall", BEFORE) == packs.for_area("walsall")
    assert after.of_version("walsall", packs.for_area("walsall").version) == packs.for_area("walsall")


@pytest.mark.parametrize("page", sorted(TASKS.glob("*.md")), ids=lambda page: page.name)
def test_the_files_that_a_page_names_exist(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    named = re.findall(r"`((?:bot|tests|docs|data)/[\w./-]+)`", text)
    assert [name for name in named if not (ROOT / name).exists() and "sandwell" not in name] == []
