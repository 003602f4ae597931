"""What the inbox calls statuses, decisions and events."""

from __future__ import annotations

from bot.referrals.event import Happened
from bot.referrals.listing import Pile
from bot.referrals.status import Decision

PILES: dict[Pile | None, str] = {
    Pile.NEW: "New",
    Pile.REVIEWING: "Being reviewed",
    Pile.WAITING: "Waiting for information",
    Pile.SENT: "Sent",
    Pile.NOT_REFERRED: "Not referred",
    Pile.WRITING: "Still being written",
    None: "All",
}

DECISIONS = {
    Decision.REFER: "Refer to the safeguarding partners",
    Decision.NOT_REFERRED: "Do not refer",
    Decision.NEEDS_INFORMATION: "Ask the practitioner for more information",
    Decision.OTHER_ROUTE: "Use another route",
}

DECISION_HINTS = {
    Decision.REFER: "This records your decision. It sends nothing: send the referral the way your area asks.",
    Decision.NOT_REFERRED: "Safeguarding duties to this and other children stay as they are.",
    Decision.NEEDS_INFORMATION: "Put the questions in the reason. You decide once they are answered.",
    Decision.OTHER_ROUTE: "For example the LADO or a Safeguarding Adults Review.",
}

EVENTS = {
    Happened.DRAFT_MADE: "Draft made",
    Happened.DRAFT_UPDATED: "Draft changed",
    Happened.RECORD_SAVED: "Record changed",
    Happened.PUT_BEFORE_LEAD: "Put before the safeguarding lead",
    Happened.OPENED: "Opened",
    Happened.CLAIMED: "Taken on",
    Happened.RELEASED: "Given back",
    Happened.HANDED_OVER: "Handed over",
    Happened.DECISION_TAKEN: "Decision recorded",
    Happened.NOTIFICATION_SENT: "Notification sent to the national Panel",
    Happened.RAPID_REVIEW_FINISHED: "Rapid review finished",
    Happened.REVIEW_DECIDED: "Partners decided to hold a review",
    Happened.PUBLICATION_PLANNED: "Publication planned",
    Happened.REVIEW_PUBLISHED: "Review published",
    Happened.REMINDED: "Reminded of a date",
    Happened.ESCALATED: "Nobody had taken it on: deputy told",
    Happened.CONTENT_DELETED: "Content deleted, as it was due",
}

NOT_A_REFERRAL = "Draft: not a referral until a lead sends it"

DONE = {
    "claimed": "You have taken this draft on",
    "released": "You have given this draft back",
    "handed-over": "The draft is handed over",
    "decided": "Your decision is recorded",
    "step": "The step is recorded",
}
