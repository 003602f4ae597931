"""The table that a lawyer reads and signs."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader

from bot.documents.fact_check.decisions import decisions, told
from bot.documents.fact_check.pages import tables
from bot.guidance.load import Packs
from tests.conftest import ROOT

DOCS = ROOT / "docs" / "guidance"
AREAS = [None, "walsall", "wolverhampton", "birmingham", "darlington", "not_england"]


def read(document: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(document)).pages]


def test_the_tables_in_the_docs_are_those_that_the_guidance_makes(packs: Packs) -> None:
    made = tables(packs)
    assert {path.name for path in DOCS.glob("*.pdf")} == set(made)
    stale = [name for name in made if read((DOCS / name).read_bytes()) != read(made[name])]
    assert stale == [], "run `cspr guidance pages`"


@pytest.mark.parametrize("area", AREAS, ids=str)
def test_a_table_is_two_printed_pages_of_a4_at_most(packs: Packs, area: str | None) -> None:
    pages = PdfReader(BytesIO(decisions(packs.edition(area)))).pages
    assert 1 <= len(pages) <= 2
    assert {(round(page.mediabox.width), round(page.mediabox.height)) for page in pages} == {(595, 842)}


@pytest.mark.parametrize("area", AREAS, ids=str)
def test_a_table_has_every_outcome_with_its_sources_and_a_line_to_sign(packs: Packs, area: str | None) -> None:
    pack = packs.for_area(area)
    evaluated = [rule for rule in pack.rules if pack.evaluates is None or rule.outcome in pack.evaluates]
    shown = {rule for each in told(packs.edition(area))["outcomes"] for rule in each["rules"].split(", ")}
    assert shown == {rule.id for rule in evaluated}
    assert all(each["sources"] for each in told(packs.edition(area))["outcomes"])
    text = " ".join(read(decisions(packs.edition(area))))
    assert all(pack.wording[rule.outcome].title in text.replace("’", "'") for rule in evaluated)
    assert text.endswith("page 2 of 2") or area == "not_england"
    assert all(word in text for word in ("Name", "Role", "Date and signature", pack.version))


def test_what_decides_an_outcome_is_told_in_the_words_of_the_questions(packs: Packs) -> None:
    outcomes = {each["rules"]: each for each in told(packs.edition("darlington"))["outcomes"]}
    assert outcomes["R20"]["always"] == ["Age: Not yet born or Under 18", "Abuse or neglect: Suspected or Known"]
    assert outcomes["R20"]["either"] == [
        ["Kinds of harm: any of them"],
        ["What happened: They were seriously harmed or They died"],
    ]
    assert outcomes["R50"]["always"] == ["Age: Under 18", "What happened: They died"]
    assert (outcomes["R90"]["always"], outcomes["R90"]["either"]) == ([], [])


def test_the_answers_stand_in_the_order_in_which_they_are_given(packs: Packs) -> None:
    answers = [each["answer"] for each in told(packs.edition("walsall"))["answers"]]
    assert (answers[0], answers[-1]) == ("Refer", "Check with the lead")
    assert "A death on the area's own list" not in answers
    assert "A death on the area's own list" in [each["answer"] for each in told(packs.edition("darlington"))["answers"]]


def test_the_same_edition_makes_the_same_bytes(packs: Packs) -> None:
    assert decisions(packs.edition("walsall")) == decisions(packs.edition("walsall"))
