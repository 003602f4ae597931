"""What the inbox calls statuses, decisions and events."""

from __future__ import annotations

from bot.guidance.says import say
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
    Decision.REFER: say("decision_refer"),
    Decision.NOT_REFERRED: say("decision_not_referred"),
    Decision.NEEDS_INFORMATION: say("decision_needs_information"),
    Decision.OTHER_ROUTE: say("decision_other_route"),
}

EVENTS = {
    Happened.DRAFT_MADE: "Draft made",
    Happened.DRAFT_UPDATED: "Draft changed",
    Happened.RECORD_SAVED: "Record changed",
    Happened.PUT_BEFORE_LEAD: "Put before the safeguarding lead",
    Happened.OPENED: "Opened",
    Happened.EXPORTED: "Taken out as a document",
    Happened.CLAIMED: "Taken on",
    Happened.RELEASED: "Given back",
    Happened.HANDED_OVER: "Handed over",
    Happened.DECISION_TAKEN: "Decision recorded",
    Happened.REOPENED: "Reopened",
    Happened.PRACTITIONER_TOLD: "The practitioner was told",
    Happened.COUNCIL_AWARE: "The council became aware",
    Happened.NOTIFICATION_SENT: "Notification sent to the national Panel",
    Happened.RAPID_REVIEW_FINISHED: "Rapid review finished",
    Happened.REVIEW_DECIDED: "Partners decided to hold a review",
    Happened.PUBLICATION_PLANNED: "Publication planned",
    Happened.REVIEW_PUBLISHED: "Review published",
    Happened.REMINDED: "Reminded of a date",
    Happened.ESCALATED: "It waited for a lead: others told",
    Happened.CONTENT_DELETED: "Content deleted, as it was due",
}

NOT_A_REFERRAL = say("status_draft")

DONE = {
    "claimed": "You have taken this draft on",
    "released": "You have given this draft back",
    "handed-over": "The draft has changed hands",
    "decided": "Your decision is recorded",
    "reopened": "The draft is open again",
    "told": "It is recorded that you told the practitioner",
    "step": "The step is recorded",
}
