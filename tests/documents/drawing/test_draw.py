"""The drawing says what the pack says, and can be read by everyone."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from bot.documents.drawing import svg
from bot.documents.drawing.chart import ChartRow, Mark, chart
from bot.documents.drawing.draw import draw
from bot.guidance.load import Packs

AREAS = [None, "walsall", "wolverhampton", "birmingham", "darlington", "england_other", "not_england"]
SVG = "{http://www.w3.org/2000/svg}"


def row(packs: Packs, area: str | None, fact: str) -> ChartRow:
    pack = packs.for_area(area)
    ask = next(question.ask for question in pack.questions if question.fact == fact)
    return next(row for row in chart(pack).rows if row.ask == ask)


def contrast(one: str, other: str) -> float:
    """Of two colours, as the Web Content Accessibility Guidelines 2.2 reckon it."""

    def luminance(colour: str) -> float:
        parts = [int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5)]
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("area", AREAS)
def test_every_question_and_every_outcome_is_there_as_text(packs: Packs, area: str | None) -> None:
    shown = chart(packs.for_area(area))
    drawing = ElementTree.fromstring(draw(packs.for_area(area)))
    text = " ".join(element.text or "" for element in drawing.iter(f"{SVG}text"))
    assert all(row.ask in text for row in shown.rows)
    assert all(column.rule in text and column.title in text for column in shown.columns)


@pytest.mark.parametrize("area", AREAS)
def test_it_has_a_title_a_description_and_a_spoken_form_of_each_row(packs: Packs, area: str | None) -> None:
    drawing = ElementTree.fromstring(draw(packs.for_area(area)))
    names = drawing.attrib["aria-labelledby"].split()
    assert [drawing.find(f"{SVG}*[@id='{name}']") is not None for name in names] == [True, True]
    spoken = [title.text or "" for title in drawing.iter(f"{SVG}title")]
    assert sum(text.startswith("Question ") for text in spoken) == len(chart(packs.for_area(area)).rows)


@pytest.mark.parametrize("area", AREAS)
def test_everything_stands_on_the_page(packs: Packs, area: str | None) -> None:
    drawing = ElementTree.fromstring(draw(packs.for_area(area)))
    _, _, width, height = map(float, drawing.attrib["viewBox"].split())
    for element in drawing.iter(f"{SVG}text"):
        assert 0 < float(element.attrib["x"]) < width
        assert 0 < float(element.attrib["y"]) < height


def test_a_full_check_has_the_shape_of_a_landscape_page(packs: Packs) -> None:
    for area in ("walsall", "wolverhampton", "birmingham", "darlington"):
        _, _, width, height = map(float, ElementTree.fromstring(draw(packs.for_area(area))).attrib["viewBox"].split())
        assert 1.3 < width / height < 1.6


def test_the_questions_stand_in_the_order_they_are_asked(packs: Packs) -> None:
    pack = packs.for_area("darlington")
    asked = [question.ask for question in pack.questions]
    shown = [row.ask for row in chart(pack).rows]
    assert shown == [ask for ask in asked if ask in shown]


def test_a_mark_says_whether_the_outcome_needs_the_answer(packs: Packs) -> None:
    assert row(packs, "walsall", "abuse_neglect").marks["R20"] is Mark.NEEDED
    assert row(packs, "walsall", "outcome").marks["R20"] is Mark.MATTERS
    assert "R20" not in row(packs, "walsall", "agencies_together").marks


def test_an_answer_that_only_changes_what_is_said_says_so(packs: Packs) -> None:
    told = row(packs, "walsall", "told_lead")
    assert (dict(told.marks), set(told.purposes)) == ({}, {"wording"})


def test_only_an_overlays_own_rules_are_local(packs: Packs) -> None:
    local = {area: [c.rule for c in chart(packs.for_area(area)).columns if c.local] for area in AREAS}
    assert local == {**{area: [] for area in AREAS}, "darlington": ["R34"], "not_england": ["R81"]}


def test_outside_england_only_three_outcomes_and_two_questions_are_drawn(packs: Packs) -> None:
    shown = chart(packs.for_area("not_england"))
    assert {column.rule for column in shown.columns} == {"R01", "R81", "R90"}
    assert len(shown.rows) == 2


def test_the_colours_can_be_told_from_what_they_stand_on() -> None:
    for colour in (svg.INK, svg.MUTED):
        assert min(contrast(colour, "#ffffff"), contrast(colour, svg.STRIPE)) >= 7
    for colour in (svg.NATIONAL, svg.LOCAL):
        assert min(contrast(colour, "#ffffff"), contrast(colour, svg.STRIPE)) >= 4.5


def test_the_same_pack_gives_the_same_drawing(packs: Packs) -> None:
    assert draw(packs.for_area("walsall")) == draw(packs.for_area("walsall"))
