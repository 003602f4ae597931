"""Whom a lead's organisations and deputies let see a draft: both ways, and nobody else."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy.orm import Session

from bot.referrals.lead import Lead, make_lead
from bot.referrals.listing import list_drafts
from bot.referrals.permission import is_own, leads_of, may_see

CASES = [
    ([], "A Trust", True),
    (["A Trust"], "a  trust", True),
    (["A Trust", "B School"], "B School", True),
    (["A Trust"], None, True),
    (["B School"], "A Trust", False),
    (["A"], "A Trust", False),
]


@pytest.mark.parametrize(("organisations", "organisation", "seen"), CASES)
@pytest.mark.parametrize("area", ["walsall", "darlington"])
def test_a_lead_sees_their_organisations_in_their_areas(
    session: Session, draft: Any, organisations: list[str], organisation: str | None, seen: bool, area: str
) -> None:
    reader = make_lead(session, email="r@example.org", name="R", areas=["walsall"], organisations=organisations)
    referral = draft(organisation=organisation, area=area)
    expected = seen and area == "walsall"
    assert may_see(reader, referral) is expected
    assert (referral in list_drafts(session, reader)) is expected
    assert (reader in leads_of(session, referral)) is expected


def test_a_deputy_sees_what_the_lead_sees_while_standing_in_and_not_after(
    session: Session, draft: Any, lead: Lead, lead_elsewhere: Lead
) -> None:
    here, there = draft(), draft(conversation_id="c2", area="darlington")
    lead_elsewhere.deputy_for.append(lead)
    assert set(list_drafts(session, lead_elsewhere)) == {here, there}
    assert not may_see(lead, there)
    assert not is_own(lead_elsewhere, here)
    lead_elsewhere.deputy_for.remove(lead)
    assert list_drafts(session, lead_elsewhere) == [there]
    assert not may_see(lead_elsewhere, here)


def test_cover_ends_with_either_of_the_two(session: Session, draft: Any, lead: Lead, lead_elsewhere: Lead) -> None:
    referral = draft()
    lead_elsewhere.deputy_for.append(lead)
    lead.active = False
    assert not may_see(lead_elsewhere, referral)
    lead.active, lead_elsewhere.active = True, False
    assert not may_see(lead_elsewhere, referral)
    assert list_drafts(session, lead_elsewhere) == []


def test_cover_does_not_pass_on(session: Session, draft: Any, lead: Lead, lead_elsewhere: Lead) -> None:
    third = make_lead(session, email="t@example.org", name="T", areas=["birmingham"])
    lead_elsewhere.deputy_for.append(lead)
    third.deputy_for.append(lead_elsewhere)
    assert not may_see(third, draft())
