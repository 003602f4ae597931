"""A sign-in link works once, for 15 minutes, and only the newest does; asking tells nobody anything."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.referrals.access.claim_link import LinkRefused, claim_link
from bot.referrals.access.request_link import SignInLink, request_link
from bot.referrals.lead import Lead
from bot.storage.database import Sessions

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def asked(session: Session, at: datetime = NOON, email: str = "sam.lee@example.org") -> str:
    token = request_link(session, email, at)
    assert token is not None
    return token


def test_a_link_signs_its_lead_in_however_the_address_was_typed(session: Session, lead: Lead) -> None:
    assert claim_link(session, asked(session, email="  SAM.Lee@Example.ORG "), NOON + MINUTE) is lead


def test_a_link_works_once(session: Session, lead: Lead) -> None:
    token = asked(session)
    claim_link(session, token, NOON)
    with pytest.raises(LinkRefused, match="used already"):
        claim_link(session, token, NOON)


def test_a_link_works_for_fifteen_minutes(session: Session, lead: Lead) -> None:
    assert claim_link(session, asked(session), NOON + 15 * MINUTE - timedelta(seconds=1)) is lead
    with pytest.raises(LinkRefused, match="15 minutes"):
        claim_link(session, asked(session), NOON + 15 * MINUTE)


def test_a_newer_link_ends_the_older(session: Session, lead: Lead) -> None:
    older, newer = asked(session), asked(session)
    with pytest.raises(LinkRefused, match="newer"):
        claim_link(session, older, NOON)
    assert claim_link(session, newer, NOON) is lead


def test_one_leads_link_leaves_anothers_alone(session: Session, lead: Lead, other_lead: Lead) -> None:
    token = asked(session)
    asked(session, email="kit@example.org")
    assert claim_link(session, token, NOON) is lead


def test_a_made_up_link_is_refused(session: Session, lead: Lead) -> None:
    with pytest.raises(LinkRefused, match="not one that we sent"):
        claim_link(session, "guess", NOON)


def test_unknown_and_inactive_addresses_get_no_link_but_leave_the_same_trace(
    session: Session, lead: Lead, other_lead: Lead
) -> None:
    other_lead.active = False
    assert request_link(session, "nobody@example.org", NOON) is None
    assert request_link(session, "kit@example.org", NOON) is None
    asked(session)
    rows = session.scalars(select(SignInLink)).all()
    assert [row.lead_id for row in rows] == [None, None, lead.id]
    assert all(len(row.token_hash) == 64 and len(row.email_hash) == 64 for row in rows)


def test_a_lead_made_inactive_cannot_use_a_link_sent_before(session: Session, lead: Lead) -> None:
    token = asked(session)
    lead.active = False
    with pytest.raises(LinkRefused):
        claim_link(session, token, NOON)


def test_neither_token_nor_address_is_stored_readable(session: Session, lead: Lead) -> None:
    token = asked(session)
    stored = " ".join(str(value) for value in session.execute(select(SignInLink.__table__)).one())
    assert token not in stored
    assert "example.org" not in stored


@pytest.mark.parametrize("email", ["sam.lee@example.org", "nobody@example.org"])
def test_the_sixth_request_in_an_hour_is_silently_dropped(session: Session, lead: Lead, email: str) -> None:
    known = email.startswith("sam")
    tokens = [request_link(session, email, NOON + n * MINUTE) for n in range(6)]
    assert [token is not None for token in tokens] == [known] * 5 + [False]
    assert len(session.scalars(select(SignInLink)).all()) == 5
    assert (request_link(session, email, NOON + timedelta(hours=1)) is not None) is known
    if known:
        assert request_link(session, "SAM.LEE@example.org ", NOON + timedelta(hours=1)) is None


@pytest.mark.both
def test_of_many_who_use_a_link_at_once_one_is_signed_in(database: Sessions, session: Session, lead: Lead) -> None:
    token = asked(session)
    session.commit()

    def use(_: int) -> bool:
        try:
            with database.begin() as own:
                claim_link(own, token, NOON)
        except LinkRefused:
            return False
        return True

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(use, range(8))) == [False] * 7 + [True]
