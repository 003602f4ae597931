"""A signed-in session lasts eight hours and can be ended, here or everywhere."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from bot.referrals.access.lead_session import (
    LeadSession,
    end_all_sessions,
    end_session,
    open_session,
    signed_in_lead,
)
from bot.referrals.lead import Lead, find_lead, make_lead

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def test_a_session_lasts_eight_hours(session: Session, lead: Lead) -> None:
    token = open_session(session, lead, NOON)
    all_day = timedelta(hours=9)
    assert signed_in_lead(session, token, NOON + timedelta(hours=8, seconds=-1), idle=all_day) is lead
    assert signed_in_lead(session, token, NOON + timedelta(hours=8), idle=all_day) is None


def test_only_a_hash_of_the_token_is_stored(session: Session, lead: Lead) -> None:
    token = open_session(session, lead, NOON)
    assert token not in str(session.execute(select(LeadSession.__table__)).one())
    assert signed_in_lead(session, "guess", NOON) is None


def test_signing_out_ends_one_session(session: Session, lead: Lead) -> None:
    here, there = open_session(session, lead, NOON), open_session(session, lead, NOON)
    end_session(session, here, NOON)
    assert signed_in_lead(session, here, NOON) is None
    assert signed_in_lead(session, there, NOON) is lead


def test_signing_out_everywhere_ends_all_of_ones_own(session: Session, lead: Lead, other_lead: Lead) -> None:
    mine = [open_session(session, lead, NOON) for _ in range(2)]
    theirs = open_session(session, other_lead, NOON)
    end_all_sessions(session, lead, NOON)
    assert [signed_in_lead(session, token, NOON) for token in mine] == [None, None]
    assert signed_in_lead(session, theirs, NOON) is other_lead


def test_a_lead_made_inactive_is_signed_out(session: Session, lead: Lead) -> None:
    token = open_session(session, lead, NOON)
    lead.active = False
    assert signed_in_lead(session, token, NOON) is None


def test_an_address_has_one_lead(session: Session, lead: Lead) -> None:
    assert make_lead(session, email="SAM.LEE@example.org", name="Again") is lead
    assert find_lead(session, " sam.lee@EXAMPLE.org") is lead
    session.add(Lead(email="Sam.Lee@Example.org", name="Twice", areas=[], active=True))
    with pytest.raises(IntegrityError):
        session.flush()
