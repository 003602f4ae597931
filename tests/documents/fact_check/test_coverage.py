"""Every sentence of the documents that the guide serves has a home in it."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bot.documents.fact_check.coverage import FILE, coverage_page
from bot.guidance.fault import GuidanceFaults
from bot.guidance.load import Packs
from tests.conftest import ROOT
from tests.guidance.folders import REAL


def with_homes(folder: Path, homes: list[str]) -> Path:
    """A folder whose coverage is one sentence of Darlington's page with these homes."""
    lines = {"darlington-page": [{"says": "A sentence.", "in": homes}]}
    (folder / FILE).write_text(yaml.safe_dump(lines), encoding="utf-8")
    return folder


def test_no_sentence_is_without_a_home_and_the_page_is_of_today(packs: Packs) -> None:
    kept = (ROOT / "docs" / "coverage.md").read_text(encoding="utf-8")
    assert kept == coverage_page(REAL, packs), "run `cspr guidance coverage`"


def test_all_five_documents_are_covered() -> None:
    listed = yaml.safe_load((REAL / FILE).read_text(encoding="utf-8"))
    assert {name: len(sentences) for name, sentences in listed.items()} == {
        "walsall-briefing": 13,
        "wolverhampton-briefing": 13,
        "one-minute-guide": 38,
        "birmingham-learning": 21,
        "darlington-page": 25,
    }


@pytest.mark.parametrize(
    "home",
    ["answer nothing_like_it", "rule R999", "note none", "wording none", "question none", "deadline none",
     "field late.none", "field none.why", "page none.html", "guess old_case"],
)  # fmt: skip
def test_a_home_that_does_not_exist_is_refused(packs: Packs, tmp_path: Path, home: str) -> None:
    with pytest.raises(GuidanceFaults, match=rf"coverage.yaml:3: darlington-page.1: found '{home}', expected one of "):
        coverage_page(with_homes(tmp_path, [home]), packs)


def test_a_sentence_without_a_home_is_refused(packs: Packs, tmp_path: Path) -> None:
    with pytest.raises(GuidanceFaults, match=r"darlington-page.1: found no home"):
        coverage_page(with_homes(tmp_path, []), packs)


def test_what_one_area_says_is_no_home_for_anothers_sentence(packs: Packs, tmp_path: Path) -> None:
    """R34 is Darlington's own rule: Walsall's briefing cannot rest on it."""
    assert "R34" in coverage_page(with_homes(tmp_path, ["rule R34"]), packs)
    (tmp_path / FILE).write_text("walsall-briefing:\n- says: x\n  in: [rule R34]\n", encoding="utf-8")
    with pytest.raises(GuidanceFaults, match="found 'rule R34'"):
        coverage_page(tmp_path, packs)
