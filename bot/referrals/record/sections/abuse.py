"""Abuse or neglect: known, suspected, or no sign of either."""

from __future__ import annotations

from typing import Annotated, Any

from bot.referrals.record.asking import Ask, Page, Part
from bot.referrals.record.options import Options, YesNo
from bot.referrals.record.sections.child import died
from bot.referrals.record.situation import Situation
from bot.referrals.record.text import Text


class Known(Options):
    """Suspicion is enough."""

    KNOWN = "known", "Known"
    SUSPECTED = "suspected", "Suspected"
    NO_SIGN = "no_sign", "No sign of either"
    UNKNOWN = "unknown", "Not known"


class Type(Options):
    """Kinds of abuse and neglect (Working Together), and where they come from outside the home."""

    PHYSICAL = "physical", "Physical abuse"
    EMOTIONAL = "emotional", "Emotional abuse"
    SEXUAL = "sexual", "Sexual abuse"
    NEGLECT = "neglect", "Neglect"
    EXPLOITATION = "exploitation", "Exploitation, criminal or sexual"
    DOMESTIC = "domestic", "Domestic abuse in the home"
    ONLINE = "online", "Harm online"
    OTHER = "other", "Another kind"
    UNKNOWN = "unknown", "Not known", True


def some_sign(part: Any, _situation: Situation) -> bool | None:
    """Only where it is known or suspected."""
    return part.known in (Known.KNOWN, Known.SUSPECTED)


class Abuse(Part):
    """Half of the starting test."""

    TITLE = "Abuse or neglect"
    PAGES = (
        Page("known", "", ("known",)),
        Page("types", "", ("types",)),
        Page("basis", "", ("basis",)),
        Page("suicide", "", ("suicide",)),
    )

    known: Annotated[
        Known | None,
        Ask("Is abuse or neglect known or suspected?", hint="You do not need proof.", name="Abuse or neglect"),
    ] = None
    types: Annotated[
        tuple[Type, ...],
        Ask("What kind of abuse or neglect?", hint="Tick all that fit.", name="Kind of abuse", when=some_sign),
    ] = ()
    basis: Annotated[
        Text | None,
        Ask(
            "What makes you know or suspect it?",
            hint="Say what you saw, were told or read.",
            name="Basis",
            when=some_sign,
        ),
    ] = None
    suicide: Annotated[YesNo | None, Ask("Is suicide suspected?", name="Suicide", when=died)] = None
