"""The list: danger first, then what is due, then the newest; searched by any part of a reference."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy.orm import Session

from bot.referrals.decisions import decide
from bot.referrals.lead import Lead
from bot.referrals.listing import Pile, Sought, count_drafts, list_drafts

pytestmark = pytest.mark.both


def as_of(day: int) -> datetime:
    return datetime(2026, 11, day, 9, tzinfo=UTC)


def test_danger_comes_first_then_what_is_due_then_the_newest(
    session: Session, draft: Any, lead: Lead, assessment: dict[str, Any]
) -> None:
    calm = assessment | {"outcomes": assessment["outcomes"][1:]}
    undated = calm | {"deadlines": []}
    sooner = calm | {"deadlines": [{"id": "notify_panel", "due": "2026-11-23"}]}
    older = draft(conversation_id="older", assessment=undated, at=as_of(1))
    newer = draft(conversation_id="newer", assessment=undated, at=as_of(2))
    later = draft(conversation_id="later", assessment=calm, at=as_of(3))
    soon = draft(conversation_id="soon", assessment=sooner, at=as_of(4))
    danger = draft(conversation_id="danger", assessment=assessment | {"deadlines": []}, at=as_of(5))
    assert list_drafts(session, lead) == [danger, soon, later, newer, older]
    assert list_drafts(session, lead, skip=1, most=2) == [soon, later]


def test_danger_now_comes_before_danger_that_is_not_ruled_out(
    session: Session, draft: Any, lead: Lead, assessment: dict[str, Any]
) -> None:
    now = assessment | {"outcomes": [{"outcome": "act_now", "status": "applies"}], "deadlines": []}
    sure, unsure = draft(conversation_id="a", assessment=now), draft(conversation_id="b")
    assert list_drafts(session, lead) == [sure, unsure]


def test_drafts_are_counted_and_listed_by_status(session: Session, draft: Any, lead: Lead) -> None:
    waiting, gone = draft(conversation_id="a"), draft(conversation_id="b", whole=True)
    decide(session, gone, lead, "refer", "The test is met.")
    assert list_drafts(session, lead, Sought(Pile.NEW)) == [waiting]
    assert list_drafts(session, lead, Sought(Pile.SENT)) == [gone]
    assert count_drafts(session, lead) == dict.fromkeys(Pile, 0) | {Pile.NEW: 1, Pile.SENT: 1}


def test_counts_leave_out_what_the_lead_may_not_see(session: Session, draft: Any, lead_elsewhere: Lead) -> None:
    draft()
    assert sum(count_drafts(session, lead_elsewhere).values()) == 0


def test_any_part_of_a_reference_finds_it(session: Session, draft: Any, lead: Lead) -> None:
    made = draft()
    for typed in (
        made.reference,
        made.reference.lower(),
        made.reference[5:9],
        made.reference[7:12].replace("-", " "),
    ):
        assert list_drafts(session, lead, Sought(search=typed)) == [made]


@pytest.mark.parametrize("typed", ["%", "_", "' OR 1=1 --", "AEUY", "CSPR-9999-9999-9999"])
def test_what_is_in_no_reference_finds_nothing(session: Session, draft: Any, lead: Lead, typed: str) -> None:
    draft()
    assert list_drafts(session, lead, Sought(search=typed)) == []


def test_a_search_of_blanks_is_no_search(session: Session, draft: Any, lead: Lead) -> None:
    made = draft()
    assert list_drafts(session, lead, Sought(search="  -  ")) == [made]
