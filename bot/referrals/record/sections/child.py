"""One child."""

from __future__ import annotations

from typing import Annotated, Any

from bot.referrals.record.asking import Ask, Need, Page, Part
from bot.referrals.record.day import Day
from bot.referrals.record.options import YesNo
from bot.referrals.record.sections.child_options import Age, Carer, Ethnicity, Language, Legal, Setting, Sex
from bot.referrals.record.situation import Situation
from bot.referrals.record.text import Code, Line


def died(_part: Any, situation: Situation) -> bool | None:
    """Only where a child has died."""
    return situation.died


def in_care(part: Any, _situation: Situation) -> bool | None:
    """Only for a looked-after child."""
    return Legal.LOOKED_AFTER in part.legal


class Child(Part):
    """No name and no date of birth: initials, and an age."""

    TITLE = "Child"
    PAGES = (
        Page("who", "Who the child is", ("code", "age"), "Do not give a name, a date of birth or an address."),
        Page("died", "", ("died_on",)),
        Page("authority", "Councils", ("home", "place")),
        Page("carer", "", ("carer",)),
        Page("legal", "", ("legal",)),
        Page("looked-after-by", "", ("looked_after_by",)),
        Page("setting", "", ("setting",)),
        Page("more", "More about the child", ("sex", "ethnicity", "disability", "language"), "You can leave these."),
    )

    code: Annotated[
        Code | None,
        Ask(
            "Initials or local reference",
            hint="Up to 5 characters, for example AB",
            name="Initials or reference",
            kept=True,
        ),
    ] = None
    age: Annotated[Age | None, Ask("Age when it happened")] = None
    died_on: Annotated[Day | None, Ask("Date of death", when=died)] = None
    home: Annotated[
        Line | None,
        Ask("Council where the child normally lived", hint="If you do not know, write Not known.", kept=True),
    ] = None
    place: Annotated[
        Line | None, Ask("Council where it happened", hint="If you do not know, write Not known.", kept=True)
    ] = None
    carer: Annotated[Carer | None, Ask("Who was caring for the child when it happened?", name="Carer")] = None
    legal: Annotated[
        tuple[Legal, ...],
        Ask("What was the child's legal status?", hint="Tick all that fit.", name="Legal status"),
    ] = ()
    looked_after_by: Annotated[Line | None, Ask("Which council looked after the child?", when=in_care, kept=True)] = (
        None
    )
    setting: Annotated[
        Setting | None,
        Ask("Was the child living in, held in or using one of these when it happened?", name="Setting"),
    ] = None
    sex: Annotated[Sex | None, Ask("Sex", need=Need.OPTIONAL)] = None
    ethnicity: Annotated[Ethnicity | None, Ask("Ethnic group", need=Need.OPTIONAL)] = None
    disability: Annotated[YesNo | None, Ask("Disability or long-term health condition", need=Need.OPTIONAL)] = None
    language: Annotated[Language | None, Ask("First language", need=Need.OPTIONAL)] = None
