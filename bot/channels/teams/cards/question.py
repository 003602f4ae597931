"""A question as a card: its choices or a date, and the buttons beside it. Any of it may be typed instead."""

from __future__ import annotations

from bot.channels.model import Reply
from bot.channels.teams.cards.parts import Card, Part, button, card, choices, text, where_from


def question_card(reply: Reply, mark: Part) -> Card:
    """The pending question. `mark` says which turn of which conversation the card belongs to."""
    data = {"guide": {**mark, "question": reply.question}}
    question, more = split(reply.text)
    fields = _fields(reply, question)
    body: list[Part] = [] if fields else [text(question, weight="Bolder", size="Medium", style="heading")]
    body += [text(paragraph, isSubtle=True) for paragraph in more]
    body += [*fields, *where_from(reply.sources)]
    actions = [button("Answer", data, primary=True, inputs=True)] if fields else []
    if reply.expects == "date" or not fields:
        actions += [button(option.label, {**data, "button": option.value}) for option in reply.options]
    actions += [button(option.label, {**data, "button": option.value}) for option in reply.also]
    return card(body, actions, fallback=f"{reply.text}\n\nType your answer.")


def split(words: str) -> tuple[str, list[str]]:
    """The question, which is the first paragraph ending in a question mark or else the first, and the others."""
    paragraphs = [part.strip() for part in words.split("\n\n") if part.strip()] or [words]
    at = next((n for n, part in enumerate(paragraphs) if part.endswith("?")), 0)
    return paragraphs[at], paragraphs[:at] + paragraphs[at + 1 :]


def _fields(reply: Reply, question: str) -> list[Part]:
    """The fields. The question is their label, so that a screen reader says it with them."""
    if reply.expects == "date":
        return [_needed({"type": "Input.Date", "id": "date", "label": question}, "Choose the date, or press a button.")]
    if reply.expects is None or not reply.options:
        return []
    many = reply.expects == "set"
    field = {
        "type": "Input.ChoiceSet",
        "id": "choice",
        "label": f"{question} Select all that apply." if many else question,
        "style": "expanded",
        "wrap": True,
        "isMultiSelect": many,
        "choices": choices(reply.options),
    }
    return [_needed(field, "Select what fits." if many else "Select an answer.")]


def _needed(field: Part, error: str) -> Part:
    return {**field, "isRequired": True, "errorMessage": error}
