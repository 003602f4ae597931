"""An assessment read aloud."""

from __future__ import annotations

from hypothesis import given

from bot.criteria.facts import Value
from bot.guidance.load import Packs
from bot.interview.assess import assess
from bot.interview.result_text import result_text
from tests.criteria.fact_sets import Facts, areas, fact_sets
from tests.criteria.oracle.values import TODAY
from tests.criteria.test_speak_to_lead import discouraging

NOBODY: frozenset[str] = frozenset()
DEATH: dict[str, Value] = {
    "age_group": "under_18", "outcome": "died", "abuse_neglect": "known", "place": "this_area", "la_aware_on": TODAY,
    "features": frozenset({"good_practice"}),
}  # fmt: skip


@given(area=areas, facts=fact_sets)
def test_whatever_the_case_the_text_sends_the_reader_to_the_lead_and_never_away(
    packs: Packs, area: str | None, facts: Facts
) -> None:
    result = assess(packs.for_area(area), facts, NOBODY, TODAY)
    text = result_text(result)
    assert "safeguarding lead" in text
    assert not discouraging(text)
    danger = next((o for o in result["outcomes"] if o["outcome"] == "act_now" and o["status"] == "applies"), None)
    first, second, *_ = text.split("\n\n")
    assert (second if danger else first) == f"**{result['said']}**"
    assert danger is None or first.startswith(f"**{danger['title']}.**")
    for item in result["outcomes"]:
        assert item["title"] in text


def test_it_goes_from_the_headline_to_what_to_do_and_by_when(packs: Packs) -> None:
    text = result_text(assess(packs.for_area("walsall"), DEATH, NOBODY, TODAY))
    parts = ["Yes. Refer this case", "The council must notify", "What to do now", "What applies", "By when",
             "How we count", "What may apply, when more is known", "Also note",
             "Your safeguarding lead decides"]  # fmt: skip
    places = [text.index(part) for part in parts]
    assert places == sorted(places)


def test_a_step_is_named_once(packs: Packs) -> None:
    result = assess(packs.for_area("walsall"), DEATH, NOBODY, TODAY)
    steps = [item["do_now"] for item in result["outcomes"] if item["do_now"] and item["status"] == "applies"]
    text = result_text({**result, "outcomes": [*result["outcomes"], *result["outcomes"]]})
    assert steps
    assert all(text.count(f"- {step}") == 1 for step in steps)


def test_a_deadline_that_only_may_apply_says_so(packs: Packs) -> None:
    uncertain = {name: value for name, value in DEATH.items() if name != "place"}
    text = result_text(assess(packs.for_area("walsall"), uncertain, NOBODY, TODAY))
    assert "- If it applies: Tell the national Panel (in 5 working days)." in text
    assert "- Refer the case." in text


def test_parts_with_nothing_in_them_are_left_out(packs: Packs) -> None:
    text = result_text(assess(packs.for_area("not_england"), {"immediate_danger": "no"}, NOBODY, TODAY))
    for heading in ("What to do now", "By when", "What may apply", "Also note"):
        assert heading not in text
