"""What a document says that it is."""

from __future__ import annotations

from collections.abc import Sequence

from bot.guidance.says import say
from bot.referrals.record.whole import Decided
from bot.referrals.status import DECIDED, SAID, Decision, Status

TITLE = "Referral for a Local Child Safeguarding Practice Review to be considered"
OTHER_TITLE = "Record of a draft referral for a Local Child Safeguarding Practice Review"
DRAFT_TITLE = "Draft referral for a Local Child Safeguarding Practice Review to be considered"
DRAFT = SAID[Status.DRAFT]
SAYS = {
    Decision.REFER: say("paper_refer"),
    Decision.OTHER_ROUTE: say("paper_other_route"),
    Decision.NOT_REFERRED: say("paper_not_referred"),
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
