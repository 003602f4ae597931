"""Another language is told from English, in the scripts and languages that people here write."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from bot.dialogue.acts.other_language import languages, other_language
from tests.conftest import ROOT

LINES = yaml.safe_load((Path(__file__).parent / "foreign_lines.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("name", "line"), [(name, line) for name, lines in LINES.items() for line in lines])
def test_a_line_in_another_language_is_known_for_it(name: str, line: str) -> None:
    found = other_language(line)
    assert found is not None
    assert found.name == name


def test_no_english_training_line_is_taken_for_another_language() -> None:
    english = [
        line.removeprefix("- ").strip()
        for path in (ROOT / "data" / "nlu").rglob("*.yml")
        for item in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]
        for line in item["examples"].splitlines()
    ]
    assert len(english) > 5000
    assert [line for line in english if other_language(line)] == []


@pytest.mark.parametrize(
    "line",
    [
        "ay up duck, our lad's in a reet state",
        "bab was took bad, tara a bit",
        "yow cor refer that can yer",
        "wee bairn's no weel, whit dae I dae",
        "i dinnae ken",
        "he wor non compos like, nowt doing",
        "innit tho, dem man moved mad",
        "mi pickney dead an nobody nah tell mi nutten",
        "wot r u on abt m8",
        "no sé",
        "DSL MASH LADO CDOP s.47 ICPC",
        "Mrs Kowalczyk and Mr Nowak at St Mary's",
        "",
        "7",
    ],
)
def test_dialect_and_jargon_are_english(line: str) -> None:
    assert other_language(line) is None


def test_what_is_said_in_a_language_holds_the_emergency_number() -> None:
    known, _ = languages()
    assert all("999" in language.says for language in known.values() if language.says)
    told = {language.name for language in known.values() if language.says}
    assert told >= {"Polish", "Romanian", "Urdu", "Punjabi", "Arabic", "Bengali", "French", "Spanish", "Portuguese"}
    assert told >= {"Somali", "Welsh", "Ukrainian"}
