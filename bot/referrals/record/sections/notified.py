"""Who has been told, and when."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

from bot.guidance.says import say
from bot.referrals.record.asking import Ask, Page, Part, When
from bot.referrals.record.day import Day
from bot.referrals.record.options import YesNo
from bot.referrals.record.sections.child import died
from bot.referrals.record.situation import Situation, both


def told(name: str, also: When | None = None) -> Callable[[Any, Situation], bool | None]:
    """Only where that body was told."""

    def when(part: Any, situation: Situation) -> bool | None:
        was = getattr(part, name) is YesNo.YES
        return both(was, also(part, situation)) if also else was

    return when


class Notified(Part):
    """Every answer may be "not known"."""

    TITLE = "Who has been told"
    PAGES = (
        Page("council", "", ("authority",)),
        Page("council-date", "", ("authority_on",)),
        Page("panel", "", ("panel",)),
        Page("panel-date", "", ("panel_on",)),
        Page("child-death", "", ("child_death",)),
        Page("child-death-date", "", ("child_death_on",)),
        Page("coroner", "", ("coroner",)),
        Page("coroner-date", "", ("coroner_on",)),
        Page("ofsted", "", ("ofsted",)),
        Page("ofsted-date", "", ("ofsted_on",)),
    )

    authority: Annotated[
        YesNo | None, Ask("Have the council's children's services been told?", name="Children's services")
    ] = None
    authority_on: Annotated[
        Day | None, Ask("When were children's services told?", name="Date", when=told("authority"))
    ] = None
    panel: Annotated[
        YesNo | None,
        Ask("Has the council notified the national Panel?", hint=say("form_only_council"), name="The Panel"),
    ] = None
    panel_on: Annotated[Day | None, Ask("When was the Panel notified?", name="Date", when=told("panel"))] = None
    child_death: Annotated[
        YesNo | None, Ask("Has the child death review been told?", name="Child death review", when=died)
    ] = None
    child_death_on: Annotated[
        Day | None, Ask("When was the child death review told?", name="Date", when=told("child_death", died))
    ] = None
    coroner: Annotated[YesNo | None, Ask("Has the coroner been told?", name="The coroner", when=died)] = None
    coroner_on: Annotated[Day | None, Ask("When was the coroner told?", name="Date", when=told("coroner", died))] = None
    ofsted: Annotated[
        YesNo | None,
        Ask("Have Ofsted and the Secretary of State been told?", name="Ofsted and the Secretary of State"),
    ] = None
    ofsted_on: Annotated[
        Day | None, Ask("When were Ofsted and the Secretary of State told?", name="Date", when=told("ofsted"))
    ] = None
