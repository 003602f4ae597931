from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date

import pytest

from bot.deadlines.as_json import as_json
from bot.deadlines.compute import deadlines
from bot.guidance.model import Citation, DeadlineRule

AWARE = date(2026, 12, 22)
TODAY = date(2026, 12, 31)


def test_a_deadline_has_the_contracts_shape(rules: Sequence[DeadlineRule], citations: Mapping[str, Citation]) -> None:
    notify = deadlines(rules, {"la_aware_on": AWARE}, TODAY)[0]
    assert as_json(notify, citations) == {
        "id": "notify_panel",
        "due": "2026-12-31",
        "state": "today",
        "days_left": 0,
        "how_near": "Today",
        "day_zero": "2026-12-22",
        "clock": "5 working days after the local authority became aware",
        "who": "local authority",
        "strength": "must",
        "skipped": [
            {"date": "2026-12-25", "name": "Christmas Day"},
            {"date": "2026-12-28", "name": "Boxing Day (substitute day)"},
        ],
        "if_first_day_counts": "2026-12-30",
        "estimate": False,
        "citation": {
            "source": "Working Together 2026",
            "section": "Chapter on reviews, notifying serious incidents (written from the 2023 edition)",
            "to_be_checked": True,
        },
    }


def test_what_has_no_day_has_nulls(rules: Sequence[DeadlineRule], citations: Mapping[str, Citation]) -> None:
    refer = as_json(deadlines(rules, {}, TODAY)[0], citations)
    assert (refer["due"], refer["day_zero"], refer["if_first_day_counts"]) == (None, None, None)
    assert (refer["state"], refer["days_left"], refer["how_near"]) == (None, None, "")


def test_every_deadline_can_be_written_as_json(
    rules: Sequence[DeadlineRule], citations: Mapping[str, Citation]
) -> None:
    dates = dict.fromkeys(["la_aware_on", "decided_on", "publish_on", "published_on"], AWARE)
    for found in deadlines(rules, dates, TODAY):
        assert json.loads(json.dumps(as_json(found, citations)))["id"] == found.id


@pytest.mark.parametrize(("on_citation", "on_source"), [(True, False), (False, True)])
def test_a_place_or_a_source_that_is_to_be_checked_is_marked(
    rules: Sequence[DeadlineRule], citations: Mapping[str, Citation], on_citation: bool, on_source: bool
) -> None:
    refer = deadlines(rules, {}, TODAY)[0]
    cited = citations[refer.cite[0]]
    source = cited.source.model_copy(update={"to_be_checked": on_source})
    marked = cited.model_copy(update={"to_be_checked": on_citation, "source": source})
    assert as_json(refer, {marked.id: marked})["citation"]["to_be_checked"] is True


def test_a_citation_that_the_pack_lacks_is_an_error(rules: Sequence[DeadlineRule]) -> None:
    with pytest.raises(KeyError):
        as_json(deadlines(rules, {}, TODAY)[0], {})
