"""The national rules say what the domain page says."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import pytest

from bot.guidance.model import Citation, Clock, DeadlineRule

FIVE = Clock(count=5, unit="working_days")
LA, PARTNERS = "local authority", "safeguarding partners"


@pytest.mark.parametrize(
    ("id_", "clock", "starts_on", "who", "strength", "outcome"),
    [
        ("notify_panel", FIVE, "la_aware_on", LA, "must", "la_notify_panel"),
        ("tell_partners", FIVE, "la_aware_on", LA, "should", "la_notify_panel"),
        ("looked_after_death", FIVE, "la_aware_on", LA, "must", "looked_after_death"),
        ("care_leaver_death", FIVE, "la_aware_on", LA, "should", "care_leaver_death"),
        (
            "rapid_review",
            Clock(count=15, unit="working_days"),
            "notified_on",
            PARTNERS,
            "should",
            "la_notify_panel",
        ),
        ("publish_review", Clock(count=6, unit="months"), "decided_on", PARTNERS, "should", None),
        (
            "copy_before_publication",
            Clock(count=-7, unit="working_days"),
            "publish_on",
            PARTNERS,
            "must",
            None,
        ),
        ("keep_published", Clock(count=1, unit="years"), "published_on", PARTNERS, "must", None),
        ("refer", None, None, "everyone", "should", "refer"),
    ],
)
def test_each_deadline_is_as_the_domain_page_has_it(
    rule: Mapping[str, DeadlineRule],
    id_: str,
    clock: Clock | None,
    starts_on: str | None,
    who: str,
    strength: str,
    outcome: str | None,
) -> None:
    found = rule[id_]
    assert (found.clock, found.starts_on, found.who) == (clock, starts_on, who)
    assert (found.strength, found.outcome) == (strength, outcome)


def test_there_are_nine_deadlines(rules: Sequence[DeadlineRule]) -> None:
    assert len(rules) == 9


def test_only_the_rapid_review_is_estimated(rules: Sequence[DeadlineRule]) -> None:
    assert {rule.id: rule.estimated_from for rule in rules if rule.estimated_from} == {"rapid_review": "notify_panel"}


def test_every_deadline_cites_a_place_that_exists(
    rules: Sequence[DeadlineRule], citations: Mapping[str, Citation]
) -> None:
    assert {cite for rule in rules for cite in rule.cite} <= set(citations)


def test_a_limit_in_no_local_page_says_so(rule: Mapping[str, DeadlineRule]) -> None:
    for id_ in ("publish_review", "copy_before_publication"):
        assert "None of the local pages" in str(rule[id_].strength_note)


def test_the_size_of_a_clock_is_written_once(rules: Sequence[DeadlineRule]) -> None:
    numbers = re.compile(r"\d|\b(five|six|seven|fifteen|one year)\b", re.IGNORECASE)
    for rule in rules:
        assert not numbers.search(f"{rule.title} {rule.text} {rule.strength_note or ''}"), rule.id


def test_a_title_gives_nothing_away_about_a_child(rules: Sequence[DeadlineRule]) -> None:
    for rule in rules:
        assert not re.search(r"child|died|death|care|abuse|neglect", rule.title, re.IGNORECASE), rule.id
