"""A partnership is added by data alone: `cspr guidance new`, its blanks filled, and it is offered, heard and assessed.

Both partnerships are made up; one has a rule that no other area has.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli import app
from bot.commands.guidance_check import check_guidance
from bot.commands.guidance_new import new_pack
from bot.guidance.blanks import blanks
from bot.guidance.load import Packs, UnknownArea, load_packs
from bot.reading.about import facts_named
from bot.reading.hear import hear, hear_all
from bot.reading.hear.gazetteer import hear_areas_of, local, place_names
from bot.reading.read import area_asked_about
from bot.settings import load_settings
from tests.guidance.folders import REAL

BEFORE, AFTER = date(2027, 3, 31), date(2027, 4, 1)
SAID = "Speak to your safeguarding lead today."
OWN_RULE = """
rules:
  MR1:
    outcome: market_list
    when: {all: [child, {outcome: died}, {features: cross_boundary}]}
    cite: [market_rasen-page/refer]
"""
OWN_WORDS = """  market_list:
    title: "A death on the Market Rasen list"
    text: "Market Rasen lists the death of a child that more than one area knew. Tell the partnership today."
    possible: "Market Rasen lists the death of a child that more than one area knew."
    cite: [market_rasen-page/refer]
"""


def cspr(*words: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(app, list(words), input=stdin)


@pytest.fixture
def guidance(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the real guidance, in use the day before the new partnerships' first."""
    folder = tmp_path / "guidance"
    shutil.copytree(REAL, folder)
    monkeypatch.setenv("CSPR_GUIDANCE_DIR", str(folder))
    monkeypatch.setenv("CSPR_TODAY", BEFORE.isoformat())
    load_settings.cache_clear()
    yield folder
    load_settings.cache_clear()


def filled(folder: Path, name: str, *, places: str) -> None:
    """Every blank of the new pack, as a partnership would fill it."""
    for file in (folder / name).iterdir():
        text = file.read_text(encoding="utf-8")
        text = re.sub(r'(?m)^(\s+(?:text|possible|do_now)): ""$', rf'\1: "{SAID}"', text)
        text = re.sub(r'role: "([^"]+)", text: ""', r'role: "\1", text: "made.up@example.org"', text)
        text = text.replace('partnership: ""', f'partnership: "The {name} partnership"')
        text = text.replace("in_force_from:\n", "in_force_from: 2027-04-01\n").replace(
            "approver:\n", 'approver: "A, B"\n'
        )
        text = text.replace("reviewers: []", 'reviewers: ["Made up, tester"]').replace(
            "places: [", f"places: [{places}, "
        )
        text = text.replace("checked_on:\n", "checked_on: 2027-02-01\n").replace(
            'url: ""', 'url: "https://example.org"'
        )
        text = re.sub(r'(title|short|section): ""', rf'\1: "The {name} page"', text).replace('year: ""', 'year: "2027"')
        file.write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real guidance with Sandwell, which has the national rules, and Market Rasen, with one of its own."""
    folder = tmp_path_factory.mktemp("made") / "guidance"
    shutil.copytree(REAL, folder)
    for name, names in (("sandwell", "west bromwich, smethwick"), ("market_rasen", "rasen, middle rasen")):
        new_pack(name, folder)
        filled(folder, name, places=names)
    own = folder / "market_rasen" / "words.yaml"
    pack = folder / "market_rasen" / "pack.yaml"
    own.write_text(own.read_text(encoding="utf-8").replace("wording:\n", "wording:\n" + OWN_WORDS), encoding="utf-8")
    pack.write_text(pack.read_text(encoding="utf-8") + OWN_RULE, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def packs(made: Path) -> Packs:
    """The guidance with both, without a fault."""
    found, faults = check_guidance(made)
    assert [str(fault) for fault in faults] == []
    return found


@pytest.fixture
def two(guidance: Path, made: Path) -> Path:
    """A copy of it, in use."""
    shutil.rmtree(guidance)
    shutil.copytree(made, guidance)
    return guidance


@pytest.fixture
def hearing() -> Iterator[None]:
    """What the test lets this process hear is forgotten after it."""
    yield
    hear_areas_of(load_packs(REAL), lambda: BEFORE)


def test_a_new_pack_is_no_fault_and_not_offered_until_its_day_is_filled_in(guidance: Path) -> None:
    written = cspr("guidance", "new", "sandwell").stdout.split()
    assert [Path(file).name for file in written] == ["pack.yaml", "source.yaml", "words.yaml"]
    result = cspr("guidance", "check")
    assert result.exit_code == 0
    assert result.stdout.startswith("6 areas, no faults.\nStill to fill:\n")
    assert load_packs(guidance).by_area.keys() == load_packs(REAL).by_area.keys()


def test_check_names_every_blank_with_file_line_and_key(guidance: Path) -> None:
    cspr("guidance", "new", "sandwell")
    told = [line for line in cspr("guidance", "check").stdout.splitlines() if line.startswith("sandwell/")]
    keys = {line.rpartition(": ")[2] for line in told}
    assert {"pack.partnership", "pack.in_force_from", "pack.approver", "contacts.0.text", "source.title"} <= keys
    assert {"wording.speak_to_lead.text", "answers.where_form.text", "citations.sandwell-page/refer.section"} <= keys
    for line in told:
        file, number, _ = line.split(":", 2)
        assert (guidance / file).read_text(encoding="utf-8").splitlines()[int(number) - 1].strip()
    local_topics = [a.topic for a in load_packs(guidance).for_area(None).answers.values() if a.depends_on_area]
    assert {f"answers.{topic}.text" for topic in local_topics} <= keys


def test_a_day_without_a_partnership_or_a_source_is_a_fault(guidance: Path) -> None:
    cspr("guidance", "new", "sandwell")
    pack = guidance / "sandwell" / "pack.yaml"
    text = pack.read_text(encoding="utf-8").replace("in_force_from:\n", "in_force_from: 2027-04-01\n")
    pack.write_text(text, encoding="utf-8")
    result = cspr("guidance", "check")
    assert result.exit_code == 2
    assert "sandwell/pack.yaml:9: pack.partnership: found '', expected text" in result.stderr
    assert "sandwell/source.yaml" in result.stderr


def test_what_is_left_blank_says_nothing_and_the_national_words_hold(two: Path) -> None:
    words = two / "sandwell" / "words.yaml"
    text = words.read_text(encoding="utf-8")
    words.write_text(text.replace(f'where_form:\n    text: "{SAID}"', 'where_form:\n    text: ""'), encoding="utf-8")
    pack = two / "sandwell" / "pack.yaml"
    pack.write_text(pack.read_text(encoding="utf-8").replace("made.up@example.org", "", 1), encoding="utf-8")
    found = load_packs(two)
    sandwell, national = found.for_area("sandwell", AFTER), found.for_area(None, AFTER)
    assert sandwell.answers["where_form"] == national.answers["where_form"]
    assert sandwell.answers["how_to_refer"].text == SAID
    assert len(sandwell.contacts) == 8 and all(contact.text for contact in sandwell.contacts)
    told = [str(blank) for blank in blanks(two) if blank.file.startswith("sandwell/")]
    assert len(told) == 2


def test_both_are_offered_from_their_day_by_label_before_the_rest_of_england(packs: Packs) -> None:
    before, after = packs.for_area(None, BEFORE), packs.for_area(None, AFTER)
    assert after.facts["area"].values == (
        "walsall", "wolverhampton", "birmingham", "darlington",
        "market_rasen", "sandwell", "england_other", "not_england",
    )  # fmt: skip
    (question,) = (question for question in after.questions if question.fact == "area")
    assert tuple(question.options) == after.facts["area"].values
    assert (question.options["market_rasen"].label, question.options["sandwell"].short) == (
        "Market Rasen",
        "this is for Sandwell",
    )
    assert before == load_packs(REAL).for_area(None, BEFORE)
    with pytest.raises(UnknownArea, match="expected an area of 2027-03-31"):
        packs.for_area("sandwell", BEFORE)


def test_other_areas_keep_their_versions_and_their_rules(packs: Packs) -> None:
    real = load_packs(REAL)
    for area in ("walsall", "darlington", "not_england"):
        assert packs.for_area(area, AFTER).version == real.for_area(area, AFTER).version
        assert packs.for_area(area, AFTER).rules == real.for_area(area, AFTER).rules


@pytest.mark.usefixtures("two")
def test_each_is_assessed_under_its_own_pack() -> None:
    facts = json.dumps(
        {"age_group": "under_18", "outcome": "died", "abuse_neglect": "no_sign", "features": ["cross_boundary"]}
    )
    told = {
        area: json.loads(cspr("assess", "--area", area, "--as-of", "2027-04-01", "--json", stdin=facts).stdout)
        for area in ("sandwell", "market_rasen", "england_other")
    }
    outcomes = {area: [o["outcome"] for o in result["outcomes"]] for area, result in told.items()}
    assert outcomes["sandwell"] == outcomes["england_other"]
    assert set(outcomes["market_rasen"]) - set(outcomes["sandwell"]) == {"market_list"}
    assert told["sandwell"]["pack"]["version"] == "2026.2+1"
    assert cspr("assess", "--area", "sandwell", "--as-of", "2027-03-31", stdin=facts).exit_code == 2


@pytest.mark.usefixtures("two")
def test_the_difference_from_the_rest_of_england_is_told() -> None:
    (told,) = json.loads(cspr("guidance", "diff", "england_other", "market_rasen", "--json").stdout)["differences"]
    assert [case["name"] for case in told["cases"] if case["of"] == "outcome"] == ["market_list"]
    assert len(told["entries"]["Contacts"]["added"]) == 9


@pytest.mark.usefixtures("hearing")
@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Sandwell", "sandwell"),
        ("it's for Sandwell please", "sandwell"),
        ("West Bromwich", "sandwell"),
        ("smethwik", "sandwell"),
        ("market rasen", "market_rasen"),
        ("that'd be Middle Rasen", "market_rasen"),
        ("Lincoln", "england_other"),
        ("Walsall", "walsall"),
    ],
)
def test_each_is_heard_by_its_names_from_its_day(packs: Packs, text: str, value: str) -> None:
    hear_areas_of(packs, lambda: AFTER)
    assert hear("area", text, AFTER).value == value
    hear_areas_of(packs, lambda: BEFORE)
    assert (hear("area", text, BEFORE).value == value) is (value in ("walsall", "england_other"))


@pytest.mark.usefixtures("hearing")
def test_a_new_area_is_known_wherever_areas_are(packs: Packs) -> None:
    hear_areas_of(packs, lambda: AFTER)
    assert {"sandwell", "market_rasen", "walsall"} <= local()
    assert hear_all("A child in our area of Sandwell died yesterday in Sandwell.", AFTER)["area"].value == "sandwell"
    assert area_asked_about("how do I refer in Middle Rasen?") == {"area": "market_rasen"}
    assert "area" in facts_named("no, it is for Smethwick")
    assert {"middle rasen", "smethwick"} <= place_names()
    hear_areas_of(packs, lambda: BEFORE)
    assert local() == {"walsall", "wolverhampton", "birmingham", "darlington"}


@pytest.mark.usefixtures("two", "hearing")
def test_the_command_line_hears_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CSPR_TODAY", AFTER.isoformat())
    load_settings.cache_clear()
    asked = json.dumps({"question": "area", "text": "it is for Middle Rasen"})
    assert json.loads(cspr("hear", "--stdin-lines", stdin=asked + "\n").stdout) == {
        "value": "market_rasen",
        "sure": True,
    }


def test_an_area_that_its_pack_no_longer_offers_is_gone_from_that_day(two: Path) -> None:
    edition = two / "sandwell" / "editions" / "2"
    edition.mkdir(parents=True)
    head = 'pack:\n  version: "2"\n  in_force_from: 2028-04-01\n  reviewers: ["A, b"]\n  approver: "A, b"\noffered:\n'
    (edition / "pack.yaml").write_text(head, encoding="utf-8")
    found, faults = check_guidance(two)
    assert faults == []
    assert "sandwell" in found.areas(date(2028, 3, 31))
    assert "sandwell" not in found.areas(date(2028, 4, 1))
    assert not [blank for blank in blanks(two) if blank.file.startswith("sandwell/")]


@pytest.mark.usefixtures("guidance")
@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("walsall", "a name that no area or folder of the guidance has yet"),
        ("england_other", "a name that no area or folder of the guidance has yet"),
        ("national", "a name that no area or folder of the guidance has yet"),
        ("abroad", "a name that no area or folder of the guidance has yet"),
        ("Sandwell", "small letters, digits and underscores, as in north_yorkshire"),
        ("../sandwell", "small letters, digits and underscores, as in north_yorkshire"),
        ("north yorkshire", "small letters, digits and underscores, as in north_yorkshire"),
        ("", "small letters, digits and underscores, as in north_yorkshire"),
    ],
)
def test_a_name_that_is_taken_or_cannot_be_one_is_refused(name: str, expected: str) -> None:
    result = cspr("guidance", "new", name)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"name: found {name!r}, expected {expected}\n"
