"""Parents, siblings and the household, and whether other children are at risk."""

from __future__ import annotations

from typing import Annotated, Any

from bot.guidance.says import say
from bot.referrals.record.asking import Ask, Need, Page, Part
from bot.referrals.record.options import Options, YesNo
from bot.referrals.record.situation import Situation
from bot.referrals.record.text import Line, Text


class MemberAge(Options):
    """Age bands of a relative."""

    UNBORN = "unborn", "Not yet born"
    UNDER_5 = "under_5", "Under 5"
    FROM_5 = "5_to_15", "5 to 15"
    FROM_16 = "16_to_17", "16 or 17"
    FROM_18 = "18_to_24", "18 to 24"
    FROM_25 = "25_or_over", "25 or over"
    UNKNOWN = "unknown", "Not known"


class Plan(Options):
    """A child protection or child in need plan of a relative."""

    PROTECTION = "protection", "Child protection plan"
    IN_NEED = "in_need", "Child in need plan"
    NONE = "none", "No plan"
    UNKNOWN = "unknown", "Not known"


class Member(Part):
    """One person of the family or household."""

    TITLE = "Person"
    PAGES = (
        Page(
            "person",
            "A person in the family or household",
            ("relation", "age", "household", "plan"),
            "Do not give a name, a date of birth or an address.",
        ),
    )

    relation: Annotated[Line | None, Ask("Relationship to the child", hint="For example mother, or half-brother")] = (
        None
    )
    age: Annotated[MemberAge | None, Ask("Age")] = None
    household: Annotated[YesNo | None, Ask("Did they live in the child's household?", name="Household")] = None
    plan: Annotated[Plan | None, Ask("Plan")] = None


def may_be_at_risk(part: Any, _situation: Situation) -> bool | None:
    """Then what was done matters; a risk that nobody has ruled out counts."""
    return part.at_risk in (YesNo.YES, YesNo.UNKNOWN)


class Family(Part):
    """The people around the child."""

    TITLE = "Family and other children"
    PAGES = (
        Page("people", "Parents, siblings and household", ("people", "none_known")),
        Page("at-risk", "", ("at_risk",), say("danger_first")),
        Page("done", "", ("done",)),
    )

    people: Annotated[tuple[Member, ...], Ask("People", none="none_known", entry="person")] = ()
    none_known: Annotated[bool, Ask("I do not know of any family or household", need=Need.OPTIONAL)] = False
    at_risk: Annotated[YesNo | None, Ask("Is any other child at risk now?", name="Other children")] = None
    done: Annotated[
        Text | None,
        Ask(
            "What has been done to keep the other children safe?",
            hint="What was done, by whom and when. If nothing yet, say so.",
            name="What has been done",
            when=may_be_at_risk,
        ),
    ] = None
