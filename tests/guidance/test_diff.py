"""`cspr guidance diff`: what changes between two editions or packs, in words and counts."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from bot.cli import app
from bot.settings import load_settings
from tests.guidance.folders import NEXT_EDITION, REAL, laid_over


@pytest.fixture
def next_year(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The real guidance in use; beside it a folder with the made-up next edition."""
    monkeypatch.setenv("CSPR_GUIDANCE_DIR", str(REAL))
    load_settings.cache_clear()
    yield laid_over(REAL, NEXT_EDITION, tmp_path / "next")
    load_settings.cache_clear()


def diff(*words: str) -> Result:
    return CliRunner().invoke(app, ["guidance", "diff", *words])


def as_json(*words: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(diff(*words, "--json").stdout)["differences"]
    return found


def test_two_editions_are_told_apart_by_case_count_example_and_entry(next_year: Path) -> None:
    (told,) = as_json("walsall", str(next_year))
    assert (told["old"]["version"].split("+")[0], told["new"]["version"].split("+")[0]) == ("2026.2", "2027.1")
    cases = {case["name"]: case for case in told["cases"]}
    assert set(cases) == {"cross_border", "tell_school"}
    assert cases["cross_border"]["says"] == "outcome “More than one area is involved” no longer applies"
    assert (cases["cross_border"]["before"], cases["cross_border"]["after"]) == ("applies", "does not apply")
    assert "abuse or neglect is known" in cases["cross_border"]["example"]
    assert cases["tell_school"]["example"].endswith("the school has not been told")
    assert all(0 < case["count"] < told["sets_of_facts"] for case in cases.values())
    assert told["entries"]["Deadlines"]["changed"] == [
        "Tell the Secretary of State and Ofsted: 5 working days -> 10 working days"
    ]
    assert told["entries"]["Questions"]["added"] == ["Has the child's school been told?"]
    assert any("2027 (made up)" in title for title in told["entries"]["Sources"]["added"])


@pytest.mark.usefixtures("next_year")
def test_the_text_says_of_how_many_cases_with_an_example_of_each_kind() -> None:
    lines = diff("walsall", "darlington").stdout.splitlines()
    assert lines[0].startswith("From walsall 2026.2+")
    changes = [at for at, line in enumerate(lines) if line.startswith("- the answer: ")]
    assert len(changes) == 2
    for at in changes:
        assert " of 206,158,430,208" in lines[at + 1]
        assert lines[at + 2].startswith("  For example: the child was under 18; the child died; ")
        assert "->" in lines[at + 3]


@pytest.mark.usefixtures("next_year")
def test_an_edition_is_named_by_its_day_or_its_version_and_the_words_alone_may_change() -> None:
    by_day = as_json("walsall@2026-03-17", "walsall@2026-03-18")
    by_version = as_json("walsall@2026.1.1", "walsall@2026.2")
    assert by_day == by_version
    assert by_day[0]["cases"] == []
    assert "The new duty to share information" in by_day[0]["entries"]["Answers to questions"]["added"]
    assert "No case changes: answers, outcomes and notes are the same on all 206,158,430,208 sets of facts." in (
        diff("walsall@2026-03-17", "walsall").stdout
    )


def test_two_folders_are_compared_area_by_area(next_year: Path) -> None:
    told = as_json(str(REAL), str(next_year))
    assert [each["new"]["pack"] for each in told] == [
        "national", "walsall", "wolverhampton", "birmingham", "darlington", "england_other", "not_england",
    ]  # fmt: skip


@pytest.mark.usefixtures("next_year")
def test_a_pack_and_itself_differ_in_nothing() -> None:
    text = diff("darlington", "darlington").stdout
    assert "No case changes" in text and "No wording, question, deadline, answer, contact or source changes." in text


@pytest.mark.usefixtures("next_year")
@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("leeds", "walsall"), "OLD: found 'leeds', expected a pack (national, walsall, "),
        (("walsall", "/nowhere"), "NEW: found '/nowhere', expected a pack (national, walsall, "),
        (("walsall@1999.1", "walsall"), "OLD: found '1999.1' after the @, expected a day written like 2026-11-20, or "),
        (("walsall@", "walsall@2027-02-30"), "NEW: found '2027-02-30' after the @, expected a day written like "),
        (("walsall@1999-01-01", "walsall"), "date of the guidance: found 1999-01-01, expected 2023-12-15 or later"),
    ],
)
def test_what_cannot_be_compared_is_refused_in_one_sentence(words: tuple[str, str], says: str) -> None:
    result = diff(*words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(says)
    assert result.stderr.count("\n") == 1
