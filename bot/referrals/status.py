"""Where a referral stands, and what a lead may decide (contract, "Referral record")."""

from __future__ import annotations

from enum import StrEnum

from bot.guidance.says import say


class Status(StrEnum):
    """Where a referral stands. Who holds it is not a state."""

    DRAFT = "DRAFT"
    WITH_LEAD = "WITH_LEAD"
    NEEDS_INFORMATION = "NEEDS_INFORMATION"
    SENT = "SENT"
    NOT_REFERRED = "NOT_REFERRED"


class Decision(StrEnum):
    """What a lead may decide; each needs a reason."""

    REFER = "refer"
    NOT_REFERRED = "not_referred"
    NEEDS_INFORMATION = "needs_information"
    OTHER_ROUTE = "other_route"


STATUS_AFTER = {
    Decision.REFER: Status.SENT,
    Decision.NOT_REFERRED: Status.NOT_REFERRED,
    Decision.NEEDS_INFORMATION: Status.NEEDS_INFORMATION,
    Decision.OTHER_ROUTE: Status.SENT,
}

DECIDED = frozenset({Status.SENT, Status.NOT_REFERRED})
"""Statuses after which nothing about the draft changes any more."""

SAID = {
    Status.DRAFT: say("status_draft"),
    Status.WITH_LEAD: say("status_with_lead"),
    Status.NEEDS_INFORMATION: say("status_needs_information"),
    Status.SENT: say("status_sent"),
    Status.NOT_REFERRED: say("status_not_referred"),
}
"""Where a referral stands, as a sentence for the practitioner."""
