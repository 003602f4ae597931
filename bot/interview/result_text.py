"""An assessment read aloud: short enough to hear, complete enough to act on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bot.guidance.says import say

DANGER = "act_now"
URGENT = (DANGER, "tell_social_care")
"""What comes before everything else in the list of things to do."""


def result_text(assessment: dict[str, Any]) -> str:
    """The assessment as Markdown: the answer, its headline, what to do now, what else applies or may, dates, notes."""
    return "\n\n".join(_paragraphs(assessment))


def _near(deadline: dict[str, Any]) -> str:
    return f" ({deadline['how_near']})" if deadline["how_near"] else ""


def _paragraphs(assessment: dict[str, Any]) -> Iterator[str]:
    head = assessment["headline"]
    applies = [o for o in assessment["outcomes"] if o["status"] == "applies"]
    yield from (f"**{o['title']}.** {o['text']} {o['do_now']}" for o in applies if o["outcome"] == DANGER)
    yield f"**{assessment['said']}**"
    prefix = "Possibly: " if head["status"] == "possible" else ""
    yield f"**{prefix}{head['title']}.** {head['text']}"
    possible = [o for o in assessment["outcomes"] if o["status"] == "possible"]
    first = (*URGENT, head["outcome"])
    by_urgency = sorted(applies, key=lambda o: first.index(o["outcome"]) if o["outcome"] in first else len(first))
    now = list(dict.fromkeys(o["do_now"] for o in by_urgency if o["do_now"]))
    if now:
        yield "**What to do now**\n\n" + "\n".join(f"- {step}" for step in now)
    others = [o for o in applies if o["outcome"] not in (head["outcome"], DANGER)]
    if others:
        yield "**What applies**\n\n" + "\n".join(f"- {o['title']}. {o['text']}" for o in others)
    if assessment["deadlines"]:
        lines = (
            f"- {'' if d['status'] == 'applies' else 'If it applies: '}{d['title']}{_near(d)}. {d['words']}"
            for d in assessment["deadlines"]
        )
        yield "**By when**\n\n" + "\n".join(lines)
        yield assessment["convention"]
    still = [o for o in possible if o["outcome"] != head["outcome"]]
    if still:
        yield "**What may apply, when more is known**\n\n" + "\n".join(
            f"- {o['title']}. Not known yet: {' '.join(o['missing_words'])}" for o in still
        )
    if assessment["notes"]:
        yield "**Also note**\n\n" + "\n".join(f"- {n['text']}" for n in assessment["notes"])
    yield say("lead_decides")
