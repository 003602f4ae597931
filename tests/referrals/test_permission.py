"""A lead sees the drafts of their areas, and those whose area nobody knows."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy.orm import Session

from bot.referrals.decisions import decide
from bot.referrals.holding import claim, note_opening, release
from bot.referrals.lead import Lead, make_lead
from bot.referrals.listing import list_drafts
from bot.referrals.permission import draft_for, may_see
from bot.referrals.problems import NoSuchReferral

CASES = [
    (["walsall"], "walsall", True),
    (["walsall", "birmingham"], "birmingham", True),
    ([], "darlington", True),
    (["darlington"], None, True),
    (["darlington"], "walsall", False),
    (["walsall"], "walsall_north", False),
]


@pytest.mark.parametrize(("areas", "area", "seen"), CASES)
def test_a_lead_sees_their_areas_and_no_others(
    session: Session, draft: Any, areas: list[str], area: str | None, seen: bool
) -> None:
    reader = make_lead(session, email="r@example.org", name="R", areas=areas)
    referral = draft(area=area)
    assert may_see(reader, referral) is seen
    assert (referral in list_drafts(session, reader)) is seen
    if seen:
        assert draft_for(session, reader, referral.reference) is referral
    else:
        with pytest.raises(NoSuchReferral):
            draft_for(session, reader, referral.reference)


def test_a_lead_of_another_area_can_do_nothing_to_the_draft(session: Session, draft: Any, lead_elsewhere: Lead) -> None:
    referral = draft()
    before = referral.last_event
    for act in (claim, release, note_opening):
        with pytest.raises(NoSuchReferral):
            act(session, referral, lead_elsewhere)
    with pytest.raises(NoSuchReferral):
        decide(session, referral, lead_elsewhere, "refer", "Because")
    assert referral.last_event == before


def test_an_inactive_lead_sees_nothing(session: Session, draft: Any, lead: Lead) -> None:
    referral = draft()
    lead.active = False
    assert list_drafts(session, lead) == []
    with pytest.raises(NoSuchReferral):
        draft_for(session, lead, referral.reference)


def test_a_foreign_draft_and_none_at_all_are_refused_alike(session: Session, draft: Any, lead_elsewhere: Lead) -> None:
    for reference in (draft().reference, "CSPR-0000-0000"):
        with pytest.raises(NoSuchReferral):
            draft_for(session, lead_elsewhere, reference)
