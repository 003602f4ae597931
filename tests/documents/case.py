"""A draft as the chat makes it, its record filled in by hand: a made-up case, for tests, pictures and measuring."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy.orm import Session

from bot.criteria.facts import plain, read_facts
from bot.guidance.load import Packs
from bot.interview.assess import assess
from bot.interview.derive import from_age
from bot.interview.what_would_change import with_basis
from bot.referrals.drafts import make_draft
from bot.referrals.judging import Judge
from bot.referrals.record.record import Record
from bot.referrals.record.store import save_record
from bot.referrals.referral import Referral

TODAY = date(2026, 11, 24)
AT = datetime(2026, 11, 23, 17, 5, tzinfo=UTC)
TOLD = {
    "area": "walsall",
    "immediate_danger": "no",
    "age_group": "under_18",
    "outcome": "died",
    "abuse_neglect": "suspected",
    "suspected_suicide": "no",
    "place": "this_area",
    "normally_resident": "yes",
    "agencies_together": "yes",
    "la_aware_on": "2026-11-20",
    "incident_on": "2026-11-17",
}
UNKNOWN = ("looked_after", "told_social_care")
OWN_WORDS = (
    "A two-year-old has died and we think she was neglected.\n"
    "The nursery had told us twice that she came in hungry. I do not know whether social care was told."
)
FILLED: dict[str, Any] = {
    "children": {
        "children": [
            {
                "code": "AB",
                "age": "1_to_4",
                "died_on": "2026-11-17",
                "home": "Walsall",
                "place": "Walsall",
                "carer": "parent",
                "legal": ["plan_past", "in_need"],
                "setting": "none",
                "sex": "female",
                "language": "english",
            }
        ]
    },
    "harm": {"what": "died", "description": "AB was found unresponsive at home and taken to hospital, where she died."},
    "incident": {
        "known": "exact",
        "on": "2026-11-17",
        "referrer_aware_on": "2026-11-18",
        "authority_aware_on": "2026-11-20",
        "summary": "Seen: AB was underweight at her last review in September (health visitor's own record).\n"
        "Told: nursery staff said that she came in hungry on most Mondays.\n"
        "Record: two missed appointments in October, followed up by letter only.",
        "key_dates": [
            {"on": "2026-09-14", "what": "Last review by the health visitor"},
            {"on": "2026-10-12", "what": "First missed appointment"},
        ],
    },
    "abuse": {
        "known": "suspected",
        "types": ["neglect"],
        "basis": "Weight, hunger and missed appointments, seen together only now.",
        "suicide": "no",
    },
    "family": {
        "people": [
            {"relation": "Mother", "age": "25_or_over", "household": "yes", "plan": "none"},
            {"relation": "Half-brother", "age": "5_to_15", "household": "yes", "plan": "unknown"},
        ],
        "at_risk": "unknown",
    },
    "agencies": {
        "agencies": [
            {"organisation": "Nursery", "role": "Day care on four days a week", "involved": "no"},
            {"organisation": "Walsall Healthcare NHS Trust", "role": "Health visiting", "involved": "yes"},
        ]
    },
    "joint_working": {
        "concern": "yes",
        "concerns": "The nursery's two calls were not passed on to the health visitor.",
    },
    "criteria": {
        "why": "Several organisations each knew a part. Nobody put the parts together.",
        "factors": ["improvements_needed", "repeat_theme"],
        "asked_for": "review",
    },
    "notified": {"authority": "unknown"},
    "referrer": {"role": "Health visitor", "organisation": "Walsall Healthcare NHS Trust", "contact": "01922 000000"},
}


def make_case(session: Session, packs: Packs, *, filled: Any = None, **changes: Any) -> Referral:
    """The draft, before a lead; `filled` is the record (None: FILLED over what the check fills)."""
    pack = packs.for_area("walsall", TODAY)
    told, asked = read_facts(TOLD | dict.fromkeys(UNKNOWN, "unknown"), pack)
    derived = {name: value for name, value in from_age(pack, told).items() if name not in told}
    found = assess(pack, {**derived, **told}, asked, TODAY)
    given: dict[str, Any] = {
        "conversation_id": "c1",
        "area": "walsall",
        "facts": {name: plain(value) for name, value in told.items()} | dict.fromkeys(UNKNOWN),
        "assessment": with_basis(found, pack, {**derived, **told}, frozenset(derived), TODAY),
        "own_words": OWN_WORDS,
        "at": AT,
    }
    referral = make_draft(session, **(given | changes))
    record = Record.model_validate(FILLED) if filled is None else filled
    save_record(session, referral, record, "practitioner", judge=Judge(packs, TODAY), at=AT)
    return referral
