"""What a notice says. Nothing about the case: a reference, whether it is urgent, and a link."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from bot.guidance.says import say


class Kind(StrEnum):
    """What a notice is about."""

    NEW_DRAFT = "new_draft"
    MORE_INFORMATION = "more_information"
    HANDED_OVER = "handed_over"
    DEADLINE_NEAR = "deadline_near"
    NOBODY_CLAIMED = "nobody_claimed"


@dataclass(frozen=True)
class Message:
    """One message to one lead.

    `key` is the idempotency key, a UUID: a repeat of the same notice has the same. `url` opens the draft, for
    whoever may. `lead_id` and `email` say whom it is for.
    """

    key: str
    kind: Kind
    reference: str
    urgent: bool
    url: str
    lead_id: int
    email: str


SAID = {
    Kind.NEW_DRAFT: say("notice_new_draft"),
    Kind.MORE_INFORMATION: say("notice_more"),
    Kind.HANDED_OVER: say("notice_handed_over"),
    Kind.DEADLINE_NEAR: say("notice_date_near"),
    Kind.NOBODY_CLAIMED: say("notice_nobody"),
}


def subject(message: Message) -> str:
    """One line: "Urgent: draft referral CSPR-7K4M-92QX"."""
    return f"{'Urgent: draft' if message.urgent else 'Draft'} referral {message.reference}"


def text(message: Message) -> str:
    """The whole message as plain text, lines ending with a line feed."""
    lines = [
        SAID[message.kind],
        "",
        f"Reference: {message.reference}",
        f"Urgent: {'yes, read it now' if message.urgent else 'no'}",
        f"Open it: {message.url}",
        "",
        say("notice_end"),
    ]
    return "\n".join(lines) + "\n"
