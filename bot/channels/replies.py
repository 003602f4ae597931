"""What the dialogue said, as replies of the chat API."""

from __future__ import annotations

from bot.channels.choices import choice_of
from bot.channels.model import Reply, SourceLink
from bot.guidance.says import say
from bot.rasa.talk import Utterance

ALONE = ("topic", "question", "expects", "assessment", "referral")


def replies_from(said: list[Utterance]) -> list[Reply]:
    """One reply a message, in order."""
    return [
        Reply(
            text=part.get("text") or "",
            options=tuple(choice_of(button) for button in part.get("buttons") or ()),
            also=tuple(choice_of(button) for button in part.get("also") or ()),
            sources=tuple(SourceLink(**source) for source in part.get("sources") or ()),
            **{key: part.get(key) for key in ALONE},
        )
        for part in said
    ]


def told_removed(removed: list[str]) -> list[Reply]:
    """Tell the writer what was taken out of the message before it was stored."""
    if not removed:
        return []
    text = (
        f"I took {' and '.join(removed)} out of your message and did not keep it. Please use initials and ages instead."
    )
    return [Reply(text=text, topic="privacy")]


def apology(incident: str, pending: Reply | None) -> list[Reply]:
    """When something failed: an apology with a reference, then the question that was waiting."""
    return [Reply(text=say("failed", incident=incident)), *([pending] if pending else [])]
