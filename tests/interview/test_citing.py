"""Sources as they are shown to a reader of one area."""

from __future__ import annotations

import pytest

from bot.guidance.load import Packs
from bot.interview.citing import citations
from tests.criteria.oracle.values import AREAS


def test_a_source_is_shown_with_its_place_and_whether_it_is_to_be_checked(packs: Packs) -> None:
    (law,) = citations(packs.for_area("walsall"), ("children-act-2004/16b",))
    assert set(law) == {"source", "section", "url", "to_be_checked"}
    assert "Children Act 2004" in law["source"]
    assert law["section"]


def test_what_rests_on_memory_says_so(packs: Packs) -> None:
    shown = citations(packs.for_area("walsall"), ("working-together/rapid", "walsall-briefing/who"))
    assert [source["to_be_checked"] for source in shown] == [True, False]


def test_each_place_is_shown_once_in_the_order_cited(packs: Packs) -> None:
    ids = ("regulations-2018/11", "one-minute-guide/criteria", "regulations-2018/11")
    shown = citations(packs.for_area(None), ids)
    assert len(shown) == 2
    assert shown == [*citations(packs.for_area(None), ids[:1]), *citations(packs.for_area(None), ids[1:2])]


@pytest.mark.parametrize("area", ["wolverhampton", "england_other", None])
def test_another_partnerships_page_is_left_out(packs: Packs, area: str | None) -> None:
    shown = citations(packs.for_area(area), ("children-act-2004/16b", "walsall-briefing/cases"))
    assert len(shown) == 1


def test_a_partnerships_own_page_is_shown(packs: Packs) -> None:
    assert len(citations(packs.for_area("walsall"), ("children-act-2004/16b", "walsall-briefing/cases"))) == 2


def test_another_partnerships_page_is_shown_when_there_is_nothing_else(packs: Packs) -> None:
    assert len(citations(packs.for_area("walsall"), ("darlington-page/safety",))) == 1


@pytest.mark.parametrize("area", AREAS, ids=str)
def test_every_rule_and_note_has_a_source_to_show(packs: Packs, area: str | None) -> None:
    pack = packs.for_area(area)
    for cite in [*(rule.cite for rule in pack.rules), *(note.cite for note in pack.notes)]:
        assert citations(pack, cite)
