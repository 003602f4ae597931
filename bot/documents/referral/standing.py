"""What a document says that it is."""

from __future__ import annotations

from collections.abc import Sequence

from bot.referrals.record.whole import Decided
from bot.referrals.status import DECIDED, SAID, Decision, Status

TITLE = "Referral for a Local Child Safeguarding Practice Review to be considered"
OTHER_TITLE = "Record of a draft referral for a Local Child Safeguarding Practice Review"
DRAFT_TITLE = "Draft referral for a Local Child Safeguarding Practice Review to be considered"
DRAFT = SAID[Status.DRAFT]
SAYS = {
    Decision.REFER: "Referral: a safeguarding lead has decided to send it",
    Decision.OTHER_ROUTE: "Not a referral to the partners: a safeguarding lead has decided on another route",
    Decision.NOT_REFERRED: "Not a referral: a safeguarding lead has decided not to refer, and gave the reason",
}


def status_line(status: Status, decisions: Sequence[Decided]) -> str:
    """The line at the top: a draft until a lead has decided, then what was decided last."""
    if status not in DECIDED:
        return DRAFT
    return SAYS[Decision(decisions[-1].decision)] if decisions else SAID[status]


def title(status: Status, decisions: Sequence[Decided]) -> str:
    """The document's title: a draft, a referral, or the record of a draft that went another way."""
    if status not in DECIDED:
        return DRAFT_TITLE
    return TITLE if decisions and decisions[-1].decision == Decision.REFER else OTHER_TITLE
