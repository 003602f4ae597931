"""The options' own labels and values: what is typed word for word needs no reading back."""

from collections.abc import Mapping
from importlib.resources import files
from typing import Any

import yaml

from bot.reading.hear.words import plain

DATE_FACTS = (
    "incident_on",
    "practitioner_aware_on",
    "la_aware_on",
    "notified_on",
    "decided_on",
    "publish_on",
    "published_on",
)
_DATA: dict[str, Any] = yaml.safe_load(
    files("bot.reading.hear").joinpath("data/labels.yaml").read_text(encoding="utf-8")
)


def _flat(text: str) -> str:
    return " ".join(word for word in plain(text.replace("_", " ")).split() if word.isalnum())


def _forms(values: dict[str, list[str]]) -> dict[str, str]:
    return {_flat(form): value for value, forms in values.items() for form in (value, *forms)}


_YES_NO = _forms({answer: _DATA["every"][answer] for answer in ("yes", "no")})
_SETS: dict[str, dict[str, str]] = {fact: _forms(values) for fact, values in _DATA["sets"].items()}
_ONE_OF: dict[str, dict[str, str]] = {fact: _forms(values) for fact, values in _DATA["choices"].items()} | {
    fact: _YES_NO | _forms(values) for fact, values in _DATA["yes_no"].items()
}
_UNKNOWN = frozenset(_forms({"unknown": _DATA["every"]["unknown"]}))
_NONE = frozenset(_flat(form) for form in _DATA["every"]["none"])


def exact(question: str, text: str, labels: Mapping[str, str]) -> str | frozenset[str] | None:
    """The value whose own label or name is the whole text, or None. `labels` adds the labels of the pack in use.

    A question that takes any number of options takes them with commas, "and" or new lines between.
    """
    words = _flat(text)
    if words in _UNKNOWN:
        return "unknown"
    worded = {_flat(label): value for label, value in labels.items()}
    if question not in _SETS:
        return (_ONE_OF.get(question, {}) | worded).get(words)
    known = _SETS[question] | worded
    if words in _NONE:
        return frozenset()
    if words in known:
        return frozenset((known[words],))
    parts = [known.get(_flat(part)) for part in text.replace(" and ", ",").replace("\n", ",").split(",")]
    values = frozenset(part for part in parts if part is not None)
    return values if values and None not in parts else None


def options(question: str, labels: Mapping[str, str]) -> tuple[str, ...]:
    """The question's values in the order in which they are offered; empty for a date."""
    if labels:
        return tuple(dict.fromkeys(labels.values()))
    return (
        ("yes", "no") if question in _DATA["yes_no"] else tuple({**_DATA["choices"], **_DATA["sets"]}.get(question, ()))
    )
