"""The fact-checker's pages hold all that the packs hold, and are those that the packs make today."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.documents.fact_check.conditions import in_words
from bot.documents.fact_check.pages import pages
from bot.documents.fact_check.table import table
from bot.guidance.expression import parse
from bot.guidance.load import Packs, load_packs
from tests.conftest import ROOT
from tests.guidance.folders import NEXT_EDITION, REAL, laid_over

DOCS = ROOT / "docs" / "guidance"


def test_the_pages_in_the_docs_are_those_that_the_guidance_makes(packs: Packs) -> None:
    kept = {path.name: path.read_text(encoding="utf-8") for path in DOCS.iterdir() if path.suffix != ".pdf"}
    made = pages(packs)
    assert set(kept) == set(made)
    stale = [name for name in made if made[name] != kept[name]]
    assert stale == [], "run `cspr guidance pages`"


@pytest.mark.parametrize("area", ["walsall", "wolverhampton", "birmingham", "darlington"])
def test_a_page_has_every_rule_note_question_deadline_answer_and_source(packs: Packs, area: str) -> None:
    page = pages(packs)[f"{area}.md"]
    pack = packs.for_area(area)
    first_cells = {line.split(" | ")[0].removeprefix("| ") for line in page.splitlines() if line.startswith("| ")}
    ids = [*(r.id for r in pack.rules), *(n.id for n in pack.notes), *(d.id for d in pack.deadlines)]
    assert {*ids, *pack.answers, *pack.citations, *pack.definitions} <= first_cells
    assert all(question.ask in page for question in pack.questions)


def test_a_page_says_what_is_local_and_what_is_to_be_checked(packs: Packs) -> None:
    lines = pages(packs)["darlington.md"].splitlines()
    assert any(line.startswith("| R34 ") and "| local |" in line for line in lines)
    assert any(line.startswith("| R20 ") and "| national |" in line for line in lines)
    assert any(line.startswith("| old_case ") and "national, local words" in line for line in lines)
    (panel,) = (line for line in lines if line.startswith("| working-together/rapid "))
    assert "2026" in panel and "2026-11-30" in panel and "to be checked" in panel


def test_a_later_edition_can_be_checked_before_it_is_in_force(tmp_path: Path) -> None:
    coming = load_packs(laid_over(REAL, NEXT_EDITION, tmp_path / "guidance"))
    page = pages(coming)["walsall.md"]
    assert "| 2027.1+" in page and " | 2027-04-01 | open |" in page
    assert "Has the child's school been told?" in page


def test_a_condition_is_told_in_the_words_of_the_questions(packs: Packs) -> None:
    told = in_words(
        parse({"all": ["child", {"not": "harmed"}, {"any": [{"told_lead": "no"}, "factor"]}]}), packs.for_area(None)
    )
    assert told == "*child*; and not (*harmed*); and (Safeguarding lead spoken to: “Not yet”; or *factor*)"


def test_a_cell_stays_on_one_line() -> None:
    assert list(table(("A",), [["one | two\n\nthree"]])) == ["| A |", "|---|", "| one \\| two<br><br>three |"]


def test_an_empty_table_says_so() -> None:
    assert list(table(("A",), [])) == ["None."]
