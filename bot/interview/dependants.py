"""Answers that were given in view of another: when that one changes, they are asked again."""

from __future__ import annotations

from collections.abc import Mapping

DEPEND_ON: Mapping[str, tuple[str, ...]] = {
    "area": ("place", "normally_resident"),  # both ask about "this area"
    "age_group": ("care_leaver",),
}


def stale(answers: Mapping[str, str | None], changed: Mapping[str, str]) -> list[str]:
    """The answered facts that must be asked again once `changed` holds; those changed with it are not among them."""
    return [
        fact
        for cause, value in changed.items()
        if answers.get(cause) not in (None, value)
        for fact in DEPEND_ON.get(cause, ())
        if answers.get(fact) is not None and fact not in changed
    ]
