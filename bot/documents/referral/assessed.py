"""What a stored assessment (`cspr assess`) says, as a document shows it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from bot.deadlines.near import how_near, near_again
from bot.deadlines.spoken import long_date
from bot.documents.referral.document import Deadline, Outcome, Source
from bot.referrals.record.whole import Words, value_words

POSSIBLY = "Possibly: "
NO_OUTCOME = "No outcome on what was told"


def headline(assessment: Mapping[str, Any]) -> tuple[str, str]:
    """The heading of the assessment, the answer before it, and its text."""
    head = assessment.get("headline") or {}
    found = head.get("title") or _plain(head.get("outcome")) or NO_OUTCOME
    title = (POSSIBLY if head.get("status") == "possible" else "") + found
    return f"{assessment['said']} {title}" if assessment.get("said") else title, head.get("text") or ""


def outcome(each: Mapping[str, Any], words: Words) -> Outcome:
    """An outcome; what an older assessment does not bring in words is made from its facts."""
    known = [f"{fact['words']} ({fact['label']})" for fact in each.get("basis") or [] if fact["label"] != "unknown"]
    because = (
        known
        or each.get("because_words")
        or [
            f"{words.fact_words(name)}: {value_words(words, name, value)}"
            for name, value in (each.get("because") or {}).items()
        ]
    )
    missing = each.get("missing_words") or [words.fact_words(name) for name in each.get("missing") or []]
    return Outcome(
        title=each.get("title") or _plain(each.get("outcome")),
        status="applies" if each.get("status") == "applies" else "possible",
        rule=each.get("rule") or "",
        text=each.get("text") or "",
        do_now=each.get("do_now") or "",
        because=tuple(because),
        missing=tuple(missing),
        changes_if=tuple(change["words"] for change in each.get("changes_if") or []),
        sources=tuple(source(citation) for citation in each.get("citations") or []),
    )


def deadline(each: Mapping[str, Any], days: Mapping[str, date], today: date) -> Deadline:
    """A deadline, and how near it is on that day; `days` are those on which steps were taken."""
    due = date.fromisoformat(each["due"]) if each.get("due") else None
    found = near_again(each, days, today)
    return Deadline(
        title=each.get("title") or _plain(each.get("id")),
        status="possible" if each.get("status") == "possible" else "applies",
        text=each.get("text") or "",
        due=due,
        due_words=long_date(due) if due else "As soon as possible",
        state=found.state or "",
        days_left=how_near(found),
        counted=each.get("words") or each.get("clock") or "",
        who=each.get("who") or "",
        strength=each.get("strength") or "",
        estimate=bool(each.get("estimate")),
        sources=(source(each["citation"]),) if each.get("citation") else (),
    )


def source(citation: Mapping[str, Any]) -> Source:
    """A citation in one line."""
    parts = [str(citation[key]) for key in ("source", "section") if citation.get(key)]
    return Source(", ".join(parts), citation.get("url") or "", bool(citation.get("to_be_checked")))


def _plain(name: str | None) -> str:
    return (name or "").replace("_", " ").capitalize()
