"""The steps that follow a decision to refer, in their order."""

from __future__ import annotations

from dataclasses import dataclass

from bot.referrals.event import Happened


@dataclass(frozen=True)
class Step:
    """A step with its day. `id` stands in addresses; `date` names the day, as clocks of the packs do."""

    id: str
    happened: Happened
    date: str
    title: str
    ask: str


STEPS = (
    Step(
        "council-aware",
        Happened.COUNCIL_AWARE,
        "la_aware_on",
        "The council became aware",
        "When did the council become aware?",
    ),
    Step(
        "notification-sent",
        Happened.NOTIFICATION_SENT,
        "notified_on",
        "Notification sent to the national Panel",
        "When was the notification sent to the Panel?",
    ),
    Step(
        "rapid-review",
        Happened.RAPID_REVIEW_FINISHED,
        "rapid_review_on",
        "Rapid review finished",
        "When was the rapid review finished?",
    ),
    Step(
        "decision-to-review",
        Happened.REVIEW_DECIDED,
        "decided_on",
        "Partners decided to hold a review",
        "When did the partners decide to hold a review?",
    ),
    Step(
        "publication-planned",
        Happened.PUBLICATION_PLANNED,
        "publish_on",
        "Publication planned",
        "When is the review to be published?",
    ),
    Step(
        "published",
        Happened.REVIEW_PUBLISHED,
        "published_on",
        "Review published",
        "When was the review published?",
    ),
)


def step_of(given: str) -> Step | None:
    """The step with this id; None when there is none."""
    return next((step for step in STEPS if step.id == given), None)
