"""Whom a lead's organisations and deputies let see a draft: both ways, and nobody else."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy.orm import Session

from bot.referrals.cover import NO_FALLBACK, gaps, unseen, without_lead
from bot.referrals.holding import claim, note_opening, release
from bot.referrals.lead import Lead, make_lead
from bot.referrals.listing import list_drafts
from bot.referrals.permission import is_own, leads_of, may_see
from bot.referrals.referral import Referral

pytestmark = pytest.mark.both

CASES = [
    ([], "A Trust", True),
    (["A Trust"], "a  trust", True),
    (["A Trust", "B School"], "B School", True),
    (["A Trust"], None, False),
    (["B School"], "A Trust", False),
    (["A"], "A Trust", False),
    (["A Trust"], "A Trsut", False),
]


@pytest.mark.parametrize(("organisations", "organisation", "seen"), CASES)
@pytest.mark.parametrize("area", ["walsall", "darlington"])
def test_a_lead_sees_their_organisations_in_their_areas(
    session: Session, draft: Any, organisations: list[str], organisation: str | None, seen: bool, area: str
) -> None:
    reader = make_lead(session, email="r@example.org", name="R", areas=["walsall"], organisations=organisations)
    make_lead(session, email="w@example.org", name="Whole area", areas=["walsall"])
    referral = draft(organisation=organisation, area=area)
    assert_sees(session, reader, referral, seen and area == "walsall")


def assert_sees(session: Session, reader: Lead, referral: Referral, expected: bool) -> None:
    """By every way of asking."""
    assert may_see(reader, referral) is expected
    assert (referral in list_drafts(session, reader)) is expected
    assert (reader in leads_of(session, referral)) is expected


@pytest.mark.parametrize(("organisation", "seen_by"), [(None, "ab"), ("City Schol", "ab"), ("A Trust", "a")])
def test_an_organisation_that_no_lead_of_the_area_has_goes_to_all_of_its_leads(
    session: Session, draft: Any, organisation: str | None, seen_by: str
) -> None:
    here = {name: [f"{name} Trust"] for name in "ab"}
    leads = {
        name: make_lead(session, email=f"{name}@example.org", name=name, areas=["walsall"], organisations=each)
        for name, each in here.items()
    }
    far = make_lead(session, email="f@example.org", name="F", areas=["darlington"], organisations=["City Schol"])
    referral = draft(organisation=organisation)
    for name, reader in leads.items():
        assert_sees(session, reader, referral, name in seen_by)
    assert_sees(session, far, referral, False)


def test_whoever_holds_a_draft_sees_it_whatever_is_written_in_it(session: Session, draft: Any) -> None:
    holder = make_lead(session, email="h@example.org", name="H", areas=["walsall"], organisations=["City School"])
    other = make_lead(session, email="o@example.org", name="O", areas=["walsall"])
    deputy = make_lead(session, email="d@example.org", name="D", areas=["darlington"])
    deputy.deputy_for.append(holder)
    referral = draft(organisation="City School")
    claim(session, referral, holder)
    draft(organisation="City Schol", area="birmingham")
    assert referral.holder is holder
    for reader, expected in ((holder, True), (deputy, True), (other, False)):
        assert_sees(session, reader, referral, expected)
    note_opening(session, referral, holder)
    release(session, referral, holder)
    assert_sees(session, holder, referral, False)


@pytest.mark.parametrize("area", ["england_other", "birmingham"])
def test_what_no_lead_has_goes_to_the_lead_of_last_resort_and_to_nobody_else(
    session: Session, draft: Any, lead: Lead, area: str
) -> None:
    last = make_lead(session, email="l@example.org", name="L", areas=["darlington"])
    last.fallback = True
    here, nowhere = draft(), draft(conversation_id="c2", area=area)
    for reader, referral, expected in ((last, nowhere, True), (lead, nowhere, False), (last, here, False)):
        assert_sees(session, reader, referral, expected)
    assert unseen(session) == []
    last.active = False
    assert leads_of(session, nowhere) == []
    assert unseen(session) == [nowhere.reference]


def test_what_an_operator_must_put_right_is_named(session: Session, draft: Any, lead: Lead) -> None:
    referral, nowhere = draft(), draft(conversation_id="c2", area="england_other")
    lead.organisations = ["City School"]
    claim(session, referral, lead)
    assert gaps(session) == [f"{nowhere.reference}: no lead may open it", NO_FALLBACK]
    assert without_lead(session, ["walsall", "birmingham"]) == ["area birmingham"]
    lead.active = False
    last = make_lead(session, email="l@example.org", name="L", areas=["darlington"])
    last.fallback = True
    assert gaps(session) == [f"{referral.reference}: its holder is no longer a lead"]
    assert without_lead(session, ["walsall", "darlington"]) == ["area walsall", "organisation City School"]


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
