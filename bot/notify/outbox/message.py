"""What a notice says. Nothing about the case: a reference, whether it is urgent, and a link."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


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
    Kind.NEW_DRAFT: "A draft referral is waiting for a safeguarding lead.",
    Kind.MORE_INFORMATION: "More was written in a draft referral after a lead read it.",
    Kind.HANDED_OVER: "A draft referral was handed over to you.",
    Kind.DEADLINE_NEAR: "A date in a referral is near.",
    Kind.NOBODY_CLAIMED: "Nobody has taken on a draft referral yet. Please do, or find somebody who does.",
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
        "This message says nothing about the case. Sign in to read the draft. Do not reply.",
    ]
    return "\n".join(lines) + "\n"
