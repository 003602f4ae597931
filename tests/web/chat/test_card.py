"""The result as a card, sources in place, and the draft's reference."""

from __future__ import annotations

from datetime import date

import pytest

from bot.channels.model import Reply, SourceLink
from bot.referrals.status import SAID, Status

ASSESSMENT = {
    "headline": {"outcome": "refer", "status": "applies", "title": "Refer this case", "text": "It meets the test."},
    "outcomes": [
        {
            "outcome": "refer", "status": "applies", "rule": "R20",
            "title": "Refer this case", "text": "It meets the test.", "do_now": "Speak to your lead today.",
            "because": {"outcome": "died"}, "because_words": ["the child died"], "missing": [],
            "citations": [{"source": "Walsall briefing", "section": "3", "to_be_checked": False}],
        },
        {
            "outcome": "tell_social_care", "status": "possible", "rule": "R02", "title": "Tell children's services",
            "text": "Check whether they know.", "do_now": "Tell them first.", "missing": ["told_social_care"],
            "missing_words": ["Have children's services been told?"],
            "citations": [{"source": "Working Together", "section": "5", "to_be_checked": True}],
        },
    ],
    "notes": [{"note": "unborn", "text": "Procedures differ on unborn children."}],
    "deadlines": [
        {
            "id": "notify_panel", "title": "Tell the Panel", "due": "2026-12-31", "day_zero": "2026-12-22",
            "clock": "5 working days after the council became aware", "who": "local authority", "strength": "must",
            "skipped": [{"date": "2026-12-25", "name": "Christmas Day"}], "if_first_day_counts": "2026-12-30",
            "estimate": True, "citation": {"source": "Working Together", "section": "5", "to_be_checked": True},
        }
    ],
    "convention": "How we count: day 0 is not counted.",
    "next_question": None,
    "pack": {"id": "walsall", "version": "2026.1"},
}  # fmt: skip


@pytest.fixture
def words_of(browser, guide_of, app_over):
    def words(reply: Reply) -> str:
        fresh = type(browser)(app_over(guide_of(reply)))
        fresh.open()
        return fresh.send(text="A child has died").words

    return words


@pytest.mark.parametrize(
    "words",
    [
        "Refer this case",
        "What to do now Speak to your lead today.",
        "Thursday 31 December 2026 Estimate",
        "Who must do it local authority",
        "Friday 25 December 2026, Christmas Day",
        "If your area counts the day itself, the limit is Wednesday 30 December 2026.",
        "How we count: day 0 is not counted.",
        "Because: the child died.",
        "What may apply Tell children's services Possible",
        "If so: Tell them first.",
        "This would settle it: Have children's services been told?",
        "Procedures differ on unborn children.",
        "What is not known yet Have children's services been told?",
        "Working Together, 5 - check with your lead",
        "Guidance used: walsall, version 2026.1",
    ],
)
def test_the_card_says(words_of, words):
    assert words in words_of(Reply(text="read aloud", assessment=ASSESSMENT))


@pytest.mark.parametrize(
    ("today", "near"),
    [("2026-11-23", "in 26 working days"), ("2026-12-30", "Tomorrow"), ("2027-01-04", "Overdue by 1")],
)
def test_a_date_says_how_near_it_is_on_the_day_the_page_is_read(browser, guide_of, app_over, today, near):
    guide = guide_of(Reply(text="read aloud", assessment=ASSESSMENT))
    fresh = type(browser)(app_over(guide, today=date.fromisoformat(today)))
    fresh.open()
    assert f"Thursday 31 December 2026 Estimate {near}" in fresh.send(text="A child has died").words


def test_the_card_stands_in_for_the_text_that_says_the_same(words_of):
    assert "read aloud" not in words_of(Reply(text="read aloud", assessment=ASSESSMENT))


def test_what_is_only_possible_is_not_among_the_things_to_do_now(words_of):
    words = words_of(Reply(text="", assessment=ASSESSMENT))
    assert "Tell them first." not in words.split("What to do now")[1].split("By when")[0]


@pytest.mark.parametrize("left_out", sorted(ASSESSMENT))
def test_an_assessment_without_a_part_is_still_shown(words_of, left_out):
    part = {key: value for key, value in ASSESSMENT.items() if key != left_out}
    assert "Guide said" in words_of(Reply(text="", assessment=part))


def test_an_assessment_with_bare_outcomes_is_still_shown(words_of):
    bare = {
        "headline": {"outcome": "refer", "status": "possible"},
        "outcomes": [{"outcome": "refer", "status": "possible"}],
    }
    assert "Possible" in words_of(Reply(text="", assessment=bare))


def test_sources_of_a_reply_open_in_place_and_say_what_to_check(words_of):
    sources = (SourceLink(source="Panel guidance", section="FAQ", to_be_checked=True),)
    assert "Where this comes from Panel guidance, FAQ - check with your lead" in words_of(
        Reply(text="Five days.", sources=sources)
    )


def test_a_draft_is_shown_by_its_reference_and_status_in_words(words_of):
    words = words_of(Reply(text="Done.", referral={"reference": "CSPR-7K4M-92QX", "status": "WITH_LEAD", "url": None}))
    assert f"Reference CSPR-7K4M-92QX {SAID[Status.WITH_LEAD]}" in words
    assert "WITH_LEAD" not in words
