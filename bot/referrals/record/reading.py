"""Reading a whole referral from the database for `whole_record`."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from bot.referrals.actors import actor_names
from bot.referrals.event import Happened
from bot.referrals.history import events_of
from bot.referrals.record.in_words import Group
from bot.referrals.record.store import current_record
from bot.referrals.record.whole import Decided, Referred, Words, whole_record
from bot.referrals.referral import Referral


def read_whole(session: Session, referral: Referral, words: Words, today: date) -> tuple[Group, ...]:
    """The whole referral in words as it stands. The caller checks who may see it."""
    record = current_record(session, referral).record
    return whole_record(referred(referral), record, decisions_of(session, referral), words, today)


def decisions_of(session: Session, referral: Referral) -> list[Decided]:
    """Every decision on the referral, oldest first."""
    taken = [event for event in events_of(session, referral) if event.type == Happened.DECISION_TAKEN]
    names = actor_names(session, taken)
    return [
        Decided(
            each.data["decision"],
            each.data.get("reason", ""),
            names.get(each.actor, "a lead no longer known"),
            each.at,
            each.data.get("route", ""),
        )
        for each in taken
    ]


def referred(referral: Referral) -> Referred:
    """What the referral's own row brings to the whole."""
    return Referred(
        reference=referral.reference,
        status=referral.status,
        created=referral.created_at,
        area=referral.area,
        pack=f"{referral.pack_id}, version {referral.pack_version}",
        facts=referral.facts,
        assessment=referral.assessment,
    )
