"""A reply that asks nothing: its words, where they come from, and what can be done next."""

from __future__ import annotations

from bot.channels.model import Choice, Reply
from bot.channels.teams.cards.parts import Card, Part, button, card, choices, link, text, where_from

MOST_BUTTONS = 5
"""Teams shows six buttons at most; more options than these are a list to choose from."""


def answer_card(reply: Reply, mark: Part, inbox: str | None = None) -> Card:
    """The reply as a card. `inbox` is the address of the draft's page, for a lead."""
    body: list[Part] = [text(paragraph) for paragraph in reply.text.split("\n\n") if paragraph.strip()]
    body += where_from(reply.sources)
    more, actions = next_steps((*reply.options, *reply.also), mark)
    if inbox:
        actions = [*actions, link("For the safeguarding lead: open in the inbox", inbox)]
    return card([*body, *more], actions, fallback=reply.text)


def next_steps(options: tuple[Choice, ...], mark: Part) -> tuple[list[Part], list[Part]]:
    """What can be done next: buttons, or a list and its button where there are many."""
    data = {"guide": mark}
    if len(options) <= MOST_BUTTONS:
        return [], [button(option.label, {**data, "button": option.value}) for option in options]
    field = {
        "type": "Input.ChoiceSet",
        "id": "choice",
        "label": "Select one",
        "style": "expanded",
        "wrap": True,
        "choices": choices(options),
        "isRequired": True,
        "errorMessage": "Select one.",
    }
    return [field], [button("Go on", data, primary=True, inputs=True)]
