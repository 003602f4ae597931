"""Two editions side by side: each case under its own."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.commands.case import read_case
from bot.commands.guidance_check import check_guidance
from bot.guidance.load import NotInForce, Packs, UnknownArea, UnknownEdition, load_packs
from bot.interview.assess import assess
from tests.guidance.folders import NEXT_EDITION, REAL, laid_over

BEFORE, AFTER = date(2027, 3, 31), date(2027, 4, 1)
AREAS = [None, "walsall", "wolverhampton", "birmingham", "darlington", "england_other", "not_england"]
STORED_CASE = {
    "age_group": "under_18",
    "outcome": "died",
    "abuse_neglect": "suspected",
    "place": "this_area",
    "care_leaver": "yes",
    "setting": "residential",
    "features": ["cross_boundary"],
    "la_aware_on": "2027-03-22",
    "today": "2027-03-31",
}


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real guidance with the made-up next edition over it."""
    return laid_over(REAL, NEXT_EDITION, tmp_path_factory.mktemp("editions") / "guidance")


@pytest.fixture(scope="module")
def now(both: Path) -> Packs:
    return load_packs(both)


def assessed(case: dict[str, Any], packs: Packs, area: str | None, on: date | None = None) -> dict[str, Any]:
    return assess(*read_case(case, packs, area, AFTER, on))


def outcomes(result: dict[str, Any]) -> set[str]:
    return {item["outcome"] for item in result["outcomes"]}


def test_the_made_up_edition_passes_the_checker(both: Path) -> None:
    _, faults = check_guidance(both)
    assert [str(fault) for fault in faults] == []


@pytest.mark.parametrize("area", AREAS)
def test_a_stored_case_has_the_same_result_under_its_own_edition(packs: Packs, now: Packs, area: str | None) -> None:
    when_made = assessed(STORED_CASE, packs, area)
    assert assessed(STORED_CASE, now, area, on=BEFORE) == when_made
    stored_version = when_made["pack"]["version"]
    assert now.of_version(area, stored_version) == packs.for_area(area)


@pytest.mark.parametrize("area", AREAS)
def test_an_edition_holds_from_its_first_day(now: Packs, area: str | None) -> None:
    assert now.for_area(area, BEFORE).national.version == "2026.2"
    assert now.for_area(area, AFTER).national.version == "2027.1"


def test_a_new_edition_adds_changes_and_deletes(now: Packs) -> None:
    old = assessed(STORED_CASE, now, "walsall")
    new = assessed(STORED_CASE | {"today": "2027-04-01"}, now, "walsall")
    assert "cross_border" in outcomes(old) - outcomes(new)
    assert "tell_school" in outcomes(new) - outcomes(old)
    due = {item["id"]: item["due"] for item in new["deadlines"]}
    assert (due["notify_panel"], due["care_leaver_death"]) == ("2027-03-31", "2027-04-07")


def test_what_an_edition_does_not_name_stays_as_it_was(now: Packs) -> None:
    old, new = now.for_area(None, BEFORE), now.for_area(None, AFTER)
    changed = {"R31", "R61"}
    assert [r for r in new.rules if r.id not in changed] == [r for r in old.rules if r.id not in {"R31", "R11"}]
    assert new.notes == old.notes
    assert {**new.wording, "tell_school": None} == {**old.wording, "tell_school": None}


def test_a_new_question_is_asked_where_it_says(now: Packs) -> None:
    order = [question.fact for question in now.for_area("walsall", AFTER).questions]
    assert order[order.index("setting") + 1] == "school_told"


def test_who_reviewed_the_edition_before_has_not_reviewed_the_next(now: Packs) -> None:
    assert now.for_area(None, AFTER).head.reviewers == ("A made-up reviewer",)
    assert now.for_area("darlington", date(2027, 9, 1)).head.reviewers == ()


def test_an_overlay_has_editions_of_its_own(now: Packs) -> None:
    first = now.by_area["darlington"][0].pack
    stretches = [(edition.since, edition.pack.version) for edition in now.by_area["darlington"]]
    assert stretches == [
        (date(2023, 12, 15), f"{first.national.version}+{first.head.version}"),
        (date(2026, 3, 18), f"2026.2+{first.head.version}"),
        (date(2027, 4, 1), f"2027.1+{first.head.version}"),
        (date(2027, 9, 1), "2027.1+2027.2"),
    ]
    assert "R34" in {rule.id for rule in now.for_area("darlington", date(2027, 8, 31)).rules}
    assert "R34" not in {rule.id for rule in now.for_area("darlington", date(2027, 9, 1)).rules}


def test_as_of_keeps_only_what_is_in_force_that_day(now: Packs) -> None:
    then = now.as_of(BEFORE)
    assert {area: pack.for_area(area).version for area, pack in ((a, then) for a in AREAS)} == {
        area: now.for_area(area, BEFORE).version for area in AREAS
    }
    assert all(len(editions) == 1 for editions in then.by_area.values())


def test_without_a_day_the_newest_edition_is_given(now: Packs) -> None:
    assert now.for_area("darlington").version == "2027.1+2027.2"


def test_a_day_before_the_first_edition_is_refused(now: Packs) -> None:
    sentence = (
        "date of the guidance: found 2023-12-14, expected 2023-12-15 or later: "
        "no edition of this guidance was in force before"
    )
    for refused in (lambda: now.as_of(date(2023, 12, 14)), lambda: now.for_area("walsall", date(2023, 12, 14))):
        with pytest.raises(NotInForce) as caught:
            refused()
        assert str(caught.value) == sentence


def test_a_version_that_no_edition_has_is_refused(now: Packs) -> None:
    with pytest.raises(UnknownEdition) as caught:
        now.of_version("walsall", "2025.1")
    known = ", ".join(edition.pack.version for edition in now.by_area["walsall"])
    assert str(caught.value) == f"version: found '2025.1', expected one of {known}"


def test_an_area_that_nobody_knows_is_refused(now: Packs) -> None:
    for asked in (lambda: now.for_area("leeds", AFTER), lambda: now.of_version("leeds", "2026.1")):
        with pytest.raises(UnknownArea, match="area: found 'leeds', expected one of walsall, "):
            asked()


@pytest.mark.parametrize("area", AREAS[:-1])
def test_a_case_cites_the_edition_of_working_together_in_force_on_its_day(packs: Packs, area: str | None) -> None:
    case = {"age_group": "under_18", "outcome": "died", "abuse_neglect": "known", "place": "this_area"}
    before = assessed(case | {"today": "2026-03-17"}, packs, area)
    after = assessed(case | {"today": "2026-03-18"}, packs, area)
    told = {item["outcome"]: item["status"] for item in before["outcomes"]}
    assert told == {item["outcome"]: item["status"] for item in after["outcomes"]}
    for result, short in ((before, "Working Together 2023"), (after, "Working Together 2026")):
        cited = [c for item in result["outcomes"] for c in item["citations"] if "Working Together" in c["source"]]
        assert {c["source"] for c in cited} == {short}


def test_what_was_written_from_the_edition_before_says_so_and_is_to_be_checked(packs: Packs) -> None:
    cited = [c for c in packs.for_area(None).citations.values() if c.source.id == "working-together-2026"]
    from_memory = [c for c in cited if c.to_be_checked]
    assert {c.id for c in cited} - {c.id for c in from_memory} == {"working-together/edition"}
    assert all("2023 edition" in c.section or c.id == "working-together/changes" for c in from_memory)
    assert "reviews could not be read" in (cited[0].source.note or "")


@pytest.mark.parametrize("area", AREAS)
def test_a_case_of_a_version_since_corrected_opens_with_the_correction_of_the_same_days(
    packs: Packs, area: str | None
) -> None:
    stored = "2026.1" if area in (None, "england_other") else "2026.1+2026.1"
    opened = packs.of_version(area, stored)
    assert opened == packs.for_area(area, date(2026, 3, 17))
    assert opened.national.version == "2026.1.1"
