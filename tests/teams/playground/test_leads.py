"""A lead is told of a draft in Teams, and claims it there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import select

from bot.channels.teams.lead_accounts import link, unlink
from bot.referrals.lead import make_lead
from bot.referrals.notices import Kind, tell_later
from bot.referrals.referral import Referral
from bot.settings import Settings
from bot.storage.base import now
from bot.storage.database import Sessions
from tests.talking import OPENING, Talker
from tests.teams.playground.cast import OTHER_LEAD, OTHERS, PERSONAL, PRACTITIONER, TENANT
from tests.teams.playground.client import Playground, Shown

MAIL = "robin@example.org"


@pytest.fixture(scope="module")
def leads(playground: Playground, kept: Sessions, place: Settings) -> Iterator[None]:
    """Two leads whose accounts the administrator has linked; one of them has opened a chat with the guide."""
    with kept.begin() as session:
        for person, mail in ((PRACTITIONER, MAIL), (OTHER_LEAD, "dee@example.org")):
            lead = make_lead(session, email=mail, name=person.name, areas=["walsall"])
            link(session, place.key, lead, TENANT, person.object_id)
    playground.uninstall()
    playground.install()
    playground.message(holding="Should I refer?")
    yield
    with kept.begin() as session:
        unlink(session, make_lead(session, email=MAIL, name=""))


@pytest.fixture
def reference(playground: Playground, leads: None) -> str:
    """A draft that somebody has just made on the web."""
    with playground.service() as web:
        talk = Talker(web)
        talk.say(OPENING)
        talk.answer()
        talk.choose("draft_referral")
    return str(next(reply["referral"]["reference"] for reply in talk.replies if reply["referral"]))


@pytest.fixture
def card(playground: Playground, reference: str) -> Shown:
    """What the lead is shown about it."""
    return playground.message(PERSONAL, reference)


def test_a_lead_claims_on_the_card_and_another_is_told_who_has_it(
    playground: Playground, reference: str, card: Shown, kept: Sessions
) -> None:
    after = playground.execute(card, "Claim")
    assert "You hold this draft now" in str(after)
    assert [action["title"] for action in after["actions"]] == ["Open in the inbox"]
    assert f"{PRACTITIONER.name} holds this draft" in str(playground.execute_as(OTHER_LEAD, card, "Claim"))
    assert "You hold this draft now" in str(playground.execute(card, "Claim"))
    with kept() as session:
        referral = session.scalars(select(Referral).where(Referral.reference == reference)).one()
        assert referral.holder is not None and referral.holder.name == PRACTITIONER.name


def test_the_card_says_reference_urgency_age_and_link_and_nothing_of_the_case(
    reference: str, card: Shown, place: Settings
) -> None:
    facts = next(part["facts"] for part in (card.card or {})["body"] if part["type"] == "FactSet")
    assert {fact["title"] for fact in facts} == {"Reference", "Urgent", "Waiting for", "Held by"}
    assert card.buttons["Open in the inbox"]["url"] == f"{place.public_url}/inbox/{reference}"
    told = {word for word in OPENING.lower().rstrip("?").split() if len(word) > 5} | {"walsall", "died"}
    assert not told & set(card.words.lower().split())


def test_whoever_is_no_lead_claims_nothing(playground: Playground, card: Shown) -> None:
    assert "not known as a safeguarding lead" in str(playground.execute_as(OTHERS[0], card, "Claim"))
    assert "You hold this draft now" in str(playground.execute(card, "Claim"))


def test_a_deadline_that_nears_is_told(playground: Playground, reference: str, card: Shown, kept: Sessions) -> None:
    with kept.begin() as session:
        referral = session.scalars(select(Referral).where(Referral.reference == reference)).one()
        lead = make_lead(session, email=MAIL, name="")
        tell_later(session, Kind.DEADLINE_NEAR, referral.id, "the hash of an event", lead.id, now())
    assert reference in playground.message(PERSONAL, "A date in a referral is near").words
