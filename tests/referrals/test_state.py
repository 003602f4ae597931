"""What a referral's row says is what its events add up to, whatever was tried on it."""

from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from sqlalchemy.orm import Session

from bot.referrals.decisions import decide
from bot.referrals.history import events_of
from bot.referrals.holding import claim, note_opening, release
from bot.referrals.lead import Lead
from bot.referrals.problems import ReferralProblem
from bot.referrals.state import State, state_of
from bot.referrals.status import Decision, Status


def test_no_events_are_a_draft_that_nobody_holds() -> None:
    assert state_of([]) == State(Status.DRAFT, None)


@pytest.mark.parametrize("seed", range(12))
def test_the_row_agrees_with_its_events(session: Session, draft: Any, lead: Lead, other_lead: Lead, seed: int) -> None:
    chance = random.Random(seed)
    referral = draft(before_lead=False)

    def decision() -> None:
        decide(
            session,
            referral,
            chance.choice([lead, other_lead]),
            chance.choice(list(Decision)),
            "Because it is so",
            route="LADO",
        )

    tries: list[Callable[[], object]] = [
        lambda: draft(own_words=f"Version {chance.random()}", before_lead=chance.random() < 0.5),
        lambda: claim(session, referral, chance.choice([lead, other_lead])),
        lambda: release(session, referral, chance.choice([lead, other_lead])),
        lambda: note_opening(session, referral, chance.choice([lead, other_lead])),
        decision,
    ]
    for _ in range(40):
        with suppress(ReferralProblem):
            chance.choices(tries, weights=[6, 6, 6, 6, 1])[0]()
        events = events_of(session, referral)
        assert state_of(events) == State(referral.status, referral.claimed_by)
        assert [event.n for event in events] == list(range(1, referral.last_event + 1))
