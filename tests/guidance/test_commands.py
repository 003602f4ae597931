"""`cspr guidance` and `cspr assess --as-of`, as they are typed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from typer.testing import CliRunner, Result

from bot.cli import app
from bot.settings import load_settings
from tests.guidance.folders import BAD, GOOD, NEXT_EDITION, REAL, laid_over


@pytest.fixture
def guidance(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The real guidance and the made-up next edition, on 1 December 2026."""
    folder = laid_over(REAL, NEXT_EDITION, tmp_path / "guidance")
    monkeypatch.setenv("CSPR_GUIDANCE_DIR", str(folder))
    monkeypatch.setenv("CSPR_TODAY", "2026-12-01")
    load_settings.cache_clear()
    yield folder
    load_settings.cache_clear()


def cspr(*words: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(app, list(words), input=stdin)


def test_check_says_that_all_is_well() -> None:
    result = cspr("guidance", "check", str(GOOD))
    assert (result.exit_code, result.stdout) == (0, "2 areas, no faults.\n")


def test_check_lists_every_fault_on_stderr_and_exits_with_2(tmp_path: Path) -> None:
    example = BAD / "unknown-key"
    result = cspr("guidance", "check", str(laid_over(GOOD, example, tmp_path / "guidance")))
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (example / "expected.txt").read_text(encoding="utf-8")


@pytest.mark.usefixtures("guidance")
def test_show_prints_the_edition_in_force_today_as_yaml() -> None:
    result = cspr("guidance", "show", "--area", "darlington")
    assert "R11" in yaml.safe_load(result.stdout)["rules"]
    assert re.search(
        r"^# darlington 2026\.2\+\S+, in force from 2026-03-18 until 2027-04-01$", result.stdout, re.MULTILINE
    )


@pytest.mark.usefixtures("guidance")
def test_show_as_of_a_later_day_prints_the_edition_of_that_day() -> None:
    result = cspr("guidance", "show", "--area", "darlington", "--as-of", "2027-04-01", "--json")
    assert "R11" not in json.loads(result.stdout)["rules"]


@pytest.mark.usefixtures("guidance")
def test_show_of_a_topic_nobody_knows_names_the_known_ones() -> None:
    result = cspr("guidance", "show", "--area", "walsall", "--topic", "weather")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("topic: found 'weather', expected one of ")


@pytest.mark.usefixtures("guidance")
@pytest.mark.parametrize("command", ["show", "draw"])
def test_an_area_nobody_knows_is_refused(command: str) -> None:
    result = cspr("guidance", command, "--area", "leeds")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("area: found 'leeds', expected one of walsall, ")


@pytest.mark.usefixtures("guidance")
def test_draw_writes_to_a_file_or_prints(tmp_path: Path) -> None:
    printed = cspr("guidance", "draw", "--area", "walsall").stdout
    assert cspr("guidance", "draw", "--area", "walsall", "--output", str(tmp_path / "w.svg")).stdout == ""
    assert (tmp_path / "w.svg").read_text(encoding="utf-8") == printed
    assert printed.startswith("<svg ")


@pytest.mark.usefixtures("guidance")
def test_pages_writes_a_page_a_drawing_and_a_table_for_each_pack(tmp_path: Path) -> None:
    result = cspr("guidance", "pages", "--folder", str(tmp_path / "pages"))
    assert result.exit_code == 0
    names = {"national", "walsall", "wolverhampton", "birmingham", "darlington", "not_england"}
    written = {path.name for path in (tmp_path / "pages").iterdir()}
    assert written == {
        "README.md",
        *(f"{n}.md" for n in names),
        *(f"{n}.svg" for n in names),
        *(f"{n}-table.pdf" for n in names),
    }


@pytest.mark.usefixtures("guidance")
def test_an_assessment_can_be_made_as_of_a_day() -> None:
    facts = json.dumps({"area": "walsall", "features": ["cross_boundary"]})
    versions = {}
    for day in ("2027-03-31", "2027-04-01"):
        told = json.loads(cspr("assess", "--as-of", day, "--json", stdin=facts).stdout)
        versions[day] = (told["pack"]["version"], "cross_border" in {o["outcome"] for o in told["outcomes"]})
    national = {day: (version.split("+")[0], there) for day, (version, there) in versions.items()}
    assert national == {"2027-03-31": ("2026.2", True), "2027-04-01": ("2027.1", False)}


@pytest.mark.usefixtures("guidance")
def test_an_assessment_as_of_a_day_before_the_first_edition_is_refused() -> None:
    result = cspr("assess", "--as-of", "2020-01-01", stdin="{}")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("date of the guidance: found 2020-01-01, expected 2023-12-15 or later")


@pytest.mark.usefixtures("guidance")
@pytest.mark.parametrize("words", [("assess",), ("guidance", "show", "--area", "walsall")])
def test_a_day_that_does_not_exist_is_refused(words: tuple[str, ...]) -> None:
    result = cspr(*words, "--as-of", "2027-02-30", stdin="{}")
    assert result.exit_code == 2
    assert result.stderr == "as_of: found '2027-02-30', expected a date written like 2026-11-20\n"
