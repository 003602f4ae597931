"""The outcomes and dates of an assessment, with their reasons, ready to be shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.deadlines.spoken import long_date
from bot.referrals.moments import days_left
from bot.referrals.record.whole import Words
from bot.web.inbox.fact_words import value_in_words
from bot.web.inbox.headline import outcome_title


@dataclass(frozen=True)
class SourceView:
    """Where a statement comes from."""

    text: str
    url: str
    to_be_checked: bool


@dataclass(frozen=True)
class OutcomeView:
    """An outcome: what it says, why, what would settle it, which rule found it, where that comes from."""

    title: str
    applies: bool
    text: str
    do_now: str
    because: list[str]
    missing: list[str]
    otherwise: list[str]
    rule: str
    sources: list[SourceView]


@dataclass(frozen=True)
class DeadlineView:
    """A date that somebody owes."""

    title: str
    applies: bool
    text: str
    words: str
    due: str
    left: str
    who: str
    strength: str
    estimate: bool
    sources: list[SourceView]


def outcome_view(outcome: Mapping[str, Any], words: Words) -> OutcomeView:
    """An outcome of `cspr assess`; sentences it does not bring are made from the facts' own words."""
    because = outcome.get("because") or {}
    facts = [f"{words.fact_words(name)}: {value_in_words(words, name, value)}" for name, value in because.items()]
    return OutcomeView(
        title=outcome.get("title") or outcome_title(outcome.get("outcome")),
        applies=outcome.get("status") == "applies",
        text=outcome.get("text") or "",
        do_now=outcome.get("do_now") or "",
        because=_labelled(outcome) or outcome.get("because_words") or facts,
        missing=outcome.get("missing_words") or [words.fact_words(name) for name in outcome.get("missing") or []],
        otherwise=[change["words"] for change in outcome.get("changes_if") or []],
        rule=outcome.get("rule") or "",
        sources=[_source(citation) for citation in outcome.get("citations") or []],
    )


def _labelled(outcome: Mapping[str, Any]) -> list[str]:
    """The facts it rests on, each labelled told or derived (those it waits for are listed apart)."""
    known = [fact for fact in outcome.get("basis") or [] if fact["label"] != "unknown"]
    return [f"{fact['words']} ({fact['label']})" for fact in known]


def deadline_view(deadline: Mapping[str, Any], today: date) -> DeadlineView:
    """A deadline of `cspr assess`, with the days left."""
    due = date.fromisoformat(deadline["due"]) if deadline.get("due") else None
    return DeadlineView(
        title=deadline.get("title") or outcome_title(deadline.get("id")),
        applies=deadline.get("status") != "possible",
        text=deadline.get("text") or "",
        words=deadline.get("words") or _counted(deadline),
        due=long_date(due) if due else "As soon as possible",
        left=days_left(due, today) if due else "",
        who=deadline.get("who") or "",
        strength=deadline.get("strength") or "",
        estimate=bool(deadline.get("estimate")),
        sources=[_source(deadline["citation"])] if deadline.get("citation") else [],
    )


def _counted(deadline: Mapping[str, Any]) -> str:
    """How the date was counted, for a deadline without a sentence (deadlines.md: with every date)."""
    said = []
    if deadline.get("day_zero"):
        said.append(f"{long_date(deadline['day_zero'])} is day 0 and is not counted.")
    if deadline.get("skipped"):
        days = ", ".join(f"{long_date(day['date'])} ({day['name']})" for day in deadline["skipped"])
        said.append(f"Not working days: {days}.")
    if deadline.get("if_first_day_counts"):
        other = long_date(deadline["if_first_day_counts"])
        said.append(f"If your area counts the day itself, the limit is {other}.")
    return " ".join(said)


def _source(citation: Mapping[str, Any]) -> SourceView:
    parts = [str(citation[key]) for key in ("source", "section") if citation.get(key)]
    return SourceView(", ".join(parts), citation.get("url") or "", bool(citation.get("to_be_checked")))
