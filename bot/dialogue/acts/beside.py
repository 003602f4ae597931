"""What a message says besides its main point: a question too, news of another fact, the area asked about."""

from __future__ import annotations

import re

from bot.dialogue.acts.recognise import Act
from bot.interview.hear.asking import is_question
from bot.interview.hear.gazetteer import local, places
from bot.interview.hear.words import read

CONVERSATION = frozenset(
    {"affirm", "deny", "dont_know", "nlu_fallback", "start_check", "out_of_scope", "change_answer"}
)

JOINT = re.compile(r"(?:[.!;]|,? (?:but|and))\s+")


def beside_reply(passing: Act | None, topic: str | None, text: str) -> dict[str, str]:
    """Entities to go with a reply: facts told in passing; `against`, one that contradicts; `asked`, a question too."""
    found: dict[str, str] = {}
    if passing and passing.intent == "heard_unsurely":
        ((fact, value),) = passing.entities.items()
        found["against"] = f"{fact}={value}"
    elif passing:
        found.update(passing.entities)
    if topic and topic not in CONVERSATION and "?" in text:
        found["asked"] = topic
    return found


def before_question(text: str) -> str:
    """The statement before a question in the same message ("no, all safe. what is a rapid review?"); else the text."""
    whole = text.rstrip()
    joint = JOINT.search(whole, max(2, *(whole.rfind(mark) for mark in ".!;"))) if whole.endswith("?") else None
    if joint is None:
        return text
    told, asked = whole[: joint.start()], whole[joint.end() :]
    return told if is_question(asked) and not is_question(told) else text


def area_asked_about(text: str) -> dict[str, str]:
    """The one area of ours that a question names ("how do I refer in Darlington?")."""
    named = {hit.key for hit in places(read(text))} & local()
    return {"area": named.pop()} if len(named) == 1 else {}
