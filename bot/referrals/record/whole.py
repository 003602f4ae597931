"""The whole referral in words: what is recorded about it, what was filled in, what was decided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol

from bot.deadlines.spoken import long_date
from bot.referrals.record.day import day_words
from bot.referrals.record.in_words import Group, Row, RowStanding, groups_in_words
from bot.referrals.record.needs import situation_of
from bot.referrals.record.record import Record
from bot.referrals.status import SAID, Decision, Status

NO_ANSWER = Row("Decision", "No lead has decided yet", RowStanding.NOT_GIVEN)
DECIDED_AS = {
    Decision.REFER: "Refer to the safeguarding partners",
    Decision.NOT_REFERRED: "Do not refer",
    Decision.NEEDS_INFORMATION: "More information asked for",
    Decision.OTHER_ROUTE: "Another route",
}


class Words(Protocol):
    """Facts and values of the check in words."""

    def fact_words(self, name: str) -> str:
        """The label of a fact."""
        ...

    def value_words(self, fact: str, value: str) -> str:
        """The label of one value of a fact."""
        ...


@dataclass(frozen=True)
class Decided:
    """A lead's decision, as its event has it; `at` in UTC."""

    decision: str
    reason: str
    by: str
    at: datetime
    route: str = ""


@dataclass(frozen=True)
class Referred:
    """What the referral itself knows: the columns of `bot.referrals.referral.Referral` that are shown."""

    reference: str
    status: Status
    created: datetime
    area: str | None
    pack: str
    facts: Mapping[str, Any]
    assessment: Mapping[str, Any]


def whole_record(
    referred: Referred, record: Record, decisions: Sequence[Decided], words: Words, today: date
) -> tuple[Group, ...]:
    """Every group of the referral in words, in the order in which it is read. Pure; raises nothing.

    The first group is about the record, the last about the decision; between them is what was filled in.
    """
    filled = groups_in_words(record, situation_of(record, referred.area, today))
    last = tuple(group for group in filled if group.id == "sending")
    asked = tuple(_with_test(group, referred) for group in filled if group.id != "sending")
    return (_head(referred, words), *asked, _decision(decisions), *last)


def starting_test(assessment: Mapping[str, Any]) -> str:
    """Whether the starting test is met, as the check computed it."""
    outcomes = {each.get("outcome"): each for each in assessment.get("outcomes", [])}
    found = outcomes.get("refer") or outcomes.get("la_notify_panel")
    if found is None:
        return "Not met on what was told"
    rule = f" (rule {found['rule']})" if found.get("rule") else ""
    return ("Met" if found.get("status") == "applies" else "May be met: not all is known") + rule


def _head(referred: Referred, words: Words) -> Group:
    told = [f"{words.fact_words(n)}: {value_words(words, n, v)}" for n, v in referred.facts.get("told", {}).items()]
    unknown = [words.fact_words(name) for name in referred.facts.get("unknown", [])]
    outcomes = [_outcome(each) for each in referred.assessment.get("outcomes", [])]
    rows = (
        Row("Reference", referred.reference),
        Row("Status", SAID[referred.status]),
        Row("Created", f"{day_words(referred.created.date())}, {referred.created:%H:%M} UTC"),
        Row("Guidance used", referred.pack),
        Row("Rules that fired", "; ".join(outcomes) or "None"),
        Row("Told in the check", "; ".join(told) or "Nothing"),
        Row(
            "Not known in the check",
            "; ".join(unknown) or "Nothing",
            RowStanding.UNKNOWN if unknown else RowStanding.TOLD,
        ),
    )
    return Group("record", "About this record", rows)


def _outcome(each: Mapping[str, Any]) -> str:
    title = each.get("title") or str(each.get("outcome", "")).replace("_", " ").capitalize()
    rule = f" ({each['rule']})" if each.get("rule") else ""
    return f"{'' if each.get('status') == 'applies' else 'Possibly: '}{title}{rule}"


def value_words(words: Words, name: str, value: Any) -> str:
    """The value of a fact in words: a date written out, a set listed."""
    if isinstance(value, list):
        return ", ".join(words.value_words(name, each) for each in value) or "None of these"
    try:
        return long_date(value)
    except (TypeError, ValueError):
        return words.value_words(name, str(value))


def _with_test(group: Group, referred: Referred) -> Group:
    if group.id != "criteria":
        return group
    return Group(
        group.id, group.title, (Row("Starting test, from the check", starting_test(referred.assessment)), *group.rows)
    )


def _decision(decisions: Sequence[Decided]) -> Group:
    rows = [row for each in decisions for row in _decided(each)]
    return Group("decision", "The lead's decision", tuple(rows) or (NO_ANSWER,))


def _decided(each: Decided) -> list[Row]:
    said = DECIDED_AS[Decision(each.decision)] + (f": {each.route}" if each.route else "")
    return [
        Row("Decision", said),
        Row("Reason", each.reason),
        Row("Decided by", f"{each.by}, {day_words(each.at.date())}"),
    ]
