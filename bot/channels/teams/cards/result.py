"""The result of the check as a card: what it comes to, what to do, by when, why, what is open, from where."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from bot.channels.model import Reply, SourceLink
from bot.channels.teams.cards.answer import next_steps
from bot.channels.teams.cards.parts import Card, Part, bullets, card, heading, part_heading, text, where_from
from bot.deadlines.spoken import long_date
from bot.guidance.says import say

Outcome = dict[str, Any]


def result_card(reply: Reply, mark: Part) -> Card:
    """The assessment of the reply, which must have one."""
    found = reply.assessment or {}
    outcomes: list[Outcome] = found.get("outcomes") or []
    applies = [outcome for outcome in outcomes if outcome["status"] == "applies"]
    possible = [outcome for outcome in outcomes if outcome["status"] != "applies"]
    head = found.get("headline") or {}
    title = head.get("title") or "What the check found"
    rests_on = f"{title} (possible)" if head.get("status") == "possible" else title
    body: list[Part] = [heading(found["said"]), part_heading(rests_on)] if "said" in found else [heading(rests_on)]
    body += [text(head["text"])] if head.get("text") else []
    body += _part("What to do now", _once(outcome.get("do_now") for outcome in applies))
    body += _part("By when", [_deadline(due) for due in found.get("deadlines") or [] if due.get("due")])
    body += _part("What applies", [_why(outcome) for outcome in applies])
    body += _part("What may apply", [_open(outcome) for outcome in possible])
    body += _part("Also bear in mind", [note["text"] for note in found.get("notes") or []])
    body += where_from([SourceLink(**place) for outcome in outcomes for place in outcome.get("citations") or []])
    body += [text(_pack(found), isSubtle=True, size="Small", spacing="Medium")]
    more, actions = next_steps((*reply.options, *reply.also), mark)
    return card([*body, *more], actions, fallback=reply.text)


def _part(title: str, sentences: list[str]) -> list[Part]:
    return [part_heading(title), bullets(sentences)] if sentences else []


def _once(sentences: Iterable[str | None]) -> list[str]:
    return list(dict.fromkeys(sentence for sentence in sentences if sentence))


def _why(outcome: Outcome) -> str:
    because = "; ".join(outcome.get("because_words") or [])
    return f"**{outcome.get('title') or outcome['outcome']}**" + (f", because {because}" if because else "")


def _open(outcome: Outcome) -> str:
    missing = " ".join(outcome.get("missing_words") or [])
    title = f"**{outcome.get('title') or outcome['outcome']}**"
    return f"{title}. This would settle it: {missing}" if missing else title


def _deadline(deadline: dict[str, Any]) -> str:
    sure = f", {deadline['how_near']}" if deadline.get("how_near") else ""
    sure += " (estimate)" if deadline.get("estimate") else ""
    if deadline.get("status") == "possible":
        sure += " (if what may apply does apply)"
    who = f" ({deadline['who']})" if deadline.get("who") else ""
    return f"**{long_date(deadline['due'])}**{sure}: {deadline.get('title') or deadline['id']}{who}"


def _pack(found: dict[str, Any]) -> str:
    pack = found.get("pack") or {}
    used = f"Guidance used: {pack['id']}, version {pack['version']}. " if pack else ""
    return used + say("not_i")
