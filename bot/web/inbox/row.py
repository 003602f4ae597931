"""One line of the inbox."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.deadlines.near import how_near, near
from bot.deadlines.spoken import long_date
from bot.referrals.listing import pile_of
from bot.referrals.moments import moment_words
from bot.referrals.record.whole import Words, value_words
from bot.referrals.referral import Referral
from bot.web.inbox.headline import danger_words, headline_words
from bot.web.inbox.wording import PILES


@dataclass(frozen=True)
class DraftRow:
    """What the list says of a referral."""

    reference: str
    danger: str
    received: str
    area: str
    organisation: str
    what: str
    headline: str
    due: str
    left: str
    status: str
    holder: str


def row_of(referral: Referral, words: Words, today: date) -> DraftRow:
    """The line for this referral."""
    told = referral.facts.get("told", {})
    known = [value_words(words, fact, told[fact]) for fact in ("age_group", "outcome") if fact in told]
    due = referral.next_due
    return DraftRow(
        reference=referral.reference,
        danger=danger_words(referral.assessment),
        received=moment_words(referral.created_at),
        area=words.value_words("area", referral.area) if referral.area else "Not known",
        organisation=referral.organisation or "Not known",
        what=", ".join(known) or "Not known",
        headline=headline_words(referral.assessment),
        due=long_date(due) if due else "No date yet",
        left=how_near(near("", due, {}, today)),
        status=PILES[pile_of(referral)],
        holder=referral.holder.name if referral.holder else "Nobody",
    )
