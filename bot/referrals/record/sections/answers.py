"""What the lead asked and the practitioner answered."""

from __future__ import annotations

from typing import Annotated

from bot.referrals.record.asking import Ask, Need, Page, Part
from bot.referrals.record.text import Text


class Answer(Part):
    """One question of the lead with its answer."""

    TITLE = "Answer"
    PAGES = (Page("answer", "", ("answer",)),)

    question: Annotated[Text | None, Ask("The lead asked", need=Need.OPTIONAL)] = None
    answer: Annotated[
        Text | None,
        Ask("Your answer", hint="Use initials, not names.", need=Need.OPTIONAL),
    ] = None


class Answers(Part):
    """In the order in which the lead asked."""

    TITLE = "What the lead asked"
    PAGES = (Page("answers", "What the lead asked", ("answers",)),)

    answers: Annotated[tuple[Answer, ...], Ask("Answers", need=Need.OPTIONAL, entry="answer")] = ()

    def to(self, question: str) -> str:
        """What was answered to this question; empty while nothing was."""
        return next((each.answer or "" for each in self.answers if each.question == question), "")
