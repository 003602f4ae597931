"""The pieces that cards are made of, and the card around them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from bot.channels.model import Choice, SourceLink

Part = dict[str, Any]
Card = dict[str, Any]
SOURCES = "sources"


def card(body: Iterable[Part], actions: Sequence[Part] = (), *, fallback: str) -> Card:
    """A card; `fallback` is read where cards cannot be shown."""
    return {
        "type": "AdaptiveCard",
        "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
        "version": "1.5",
        "fallbackText": fallback,
        "body": list(body),
        **({"actions": list(actions)} if actions else {}),
    }


def text(words: str, **style: Any) -> Part:
    """A paragraph; Markdown as far as Teams shows it (bold, lists, links)."""
    return {"type": "TextBlock", "text": words, "wrap": True, **style}


def heading(words: str) -> Part:
    """A heading, which screen readers announce as one."""
    return text(words, weight="Bolder", size="Medium", style="heading", spacing="Medium")


def part_heading(words: str) -> Part:
    """The heading of a part of a card."""
    return text(f"**{words}**", spacing="Medium")


def bullets(sentences: Iterable[str]) -> Part:
    """A list."""
    return text("\n".join(f"- {sentence}" for sentence in sentences), spacing="Small")


def button(title: str, data: Part, *, primary: bool = False, inputs: bool = False) -> Part:
    """A button that sends `data`; the card's fields go with it, and are checked first, only with `inputs`."""
    return {
        "type": "Action.Submit",
        "title": title,
        "data": data,
        "associatedInputs": "auto" if inputs else "none",
        **({"style": "positive"} if primary else {}),
    }


def choices(options: Iterable[Choice]) -> list[Part]:
    """Options as the choices of a field; a hint follows its label."""
    return [{"title": f"{o.label} ({o.hint})" if o.hint else o.label, "value": o.value} for o in options]


def link(title: str, url: str) -> Part:
    """A button that opens an address."""
    return {"type": "Action.OpenUrl", "title": title, "url": url}


def where_from(sources: Sequence[SourceLink]) -> list[Part]:
    """Where something comes from: opened in place by a button. Nothing without sources."""
    if not sources:
        return []
    return [
        {
            "type": "ActionSet",
            "spacing": "Small",
            "actions": [
                {"type": "Action.ToggleVisibility", "title": "Where this comes from", "targetElements": [SOURCES]}
            ],
        },
        {
            "type": "Container",
            "id": SOURCES,
            "isVisible": False,
            "items": [bullets(dict.fromkeys(source_line(place) for place in sources))],
        },
    ]


def source_line(place: SourceLink) -> str:
    """A place in a source, as a link where there is an address."""
    name = f"{place.source}, {place.section}"
    line = f"[{name}]({place.url})" if place.url else name
    return f"{line} - check with your lead" if place.to_be_checked else line
