"""Driving the chat API as a partner's script would."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import httpx
from fastapi.testclient import TestClient

OPENING = "A two-year-old in Walsall has died and we think she was neglected. Do I need to refer?"

ANSWERS: dict[str, str] = {
    "immediate_danger": "no",
    "area": "walsall",
    "age_group": "under_18",
    "outcome": "died",
    "harm_kinds": "none_of_these",
    "abuse_neglect": "suspected",
    "suspected_suicide": "no",
    "place": "this_area",
    "normally_resident": "yes",
    "looked_after": "no",
    "care_leaver": "no",
    "setting": "none",
    "agencies_together": "yes",
    "features": "none_of_these",
    "other_routes": "none_of_these",
    "told_social_care": "yes",
    "told_lead": "no",
    "works_for_la": "no",
    "incident_on": "17 November 2026",
    "la_aware_on": "20 November 2026",
}
"""A whole check, as choices where there are any and as typed dates."""


@dataclass
class Talker:
    """One conversation over POST /api/chat."""

    client: httpx.Client | TestClient
    token: str | None = None
    replies: list[dict[str, Any]] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def send(self, **message: Any) -> list[dict[str, Any]]:
        """One turn that must be taken; gives its replies."""
        answer = self.client.post("/api/chat", json={"conversation": self.token, **message})
        assert answer.status_code == 200, answer.text
        self.token = answer.json()["conversation"]
        self.replies = answer.json()["replies"]
        if self.question:
            self.asked.append(self.question)
        return self.replies

    def say(self, text: str) -> list[dict[str, Any]]:
        return self.send(text=text)

    def choose(self, value: str | list[str]) -> list[dict[str, Any]]:
        return self.send(choice=value)

    @property
    def question(self) -> str | None:
        """The fact that the last reply asks for."""
        return self.replies[-1]["question"] if self.replies else None

    @property
    def topics(self) -> list[str]:
        return [reply["topic"] for reply in self.replies if reply["topic"]]

    @property
    def assessment(self) -> dict[str, Any] | None:
        return next((reply["assessment"] for reply in reversed(self.replies) if reply["assessment"]), None)

    @property
    def words(self) -> str:
        """All that was said in the last turn."""
        return "\n".join(reply["text"] for reply in self.replies)

    def answer(self, **answers: str) -> None:
        """Answer the pending question, and those after it, from `answers` and else from ANSWERS, to the end."""
        known = {**ANSWERS, **answers}
        while self.question:
            fact = self.question
            if fact.endswith("_on") and known[fact] != "unknown":
                self.say(known[fact])
            else:
                self.choose(known[fact])


def outcomes(assessment: dict[str, Any] | None) -> dict[str, str]:
    """Outcome to status."""
    assert assessment is not None
    return {item["outcome"]: item["status"] for item in assessment["outcomes"]}
