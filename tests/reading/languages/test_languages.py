"""Another language is told from English, and danger in it is heard, in the languages that people here write."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
import yaml

from bot.reading.languages import Language, danger_in, language_of
from bot.reading.languages.danger import PART, parts
from bot.reading.languages.known import READ, languages
from evaluation.languages import HELD_OUT, Line, english, lines

FOREIGN = yaml.safe_load((Path(__file__).parent / "foreign_lines.yaml").read_text(encoding="utf-8"))
KIN = {frozenset({"Urdu", "Punjabi"})}
"""Written in Latin letters a short line of one can be a line of the other."""


@cache
def unread() -> list[Line]:
    return [line for line in lines() if line.voice in HELD_OUT]


def language(line: Line) -> Language:
    return next(item for item in languages().values() if item.name == line.language)


@pytest.mark.parametrize(("name", "line"), [(name, line) for name, told in FOREIGN.items() for line in told])
def test_a_line_in_another_language_is_known_for_it(name: str, line: str) -> None:
    found = language_of(line)
    assert found is not None
    assert found.name == name or frozenset({found.name, name}) in KIN


def test_a_language_is_noticed_and_named_in_voices_that_were_not_read() -> None:
    found = [(line.language, language_of(line.text)) for line in unread()]
    assert len(found) >= 200
    noticed = [item for item in found if item[1]]
    assert len(noticed) >= 0.95 * len(found)
    assert sum(item is not None and item.name == name for name, item in noticed) >= 0.95 * len(noticed)


def test_no_english_line_is_taken_for_another_language() -> None:
    ours = [text for text, _ in english()]
    assert len(ours) > 20_000
    assert [line for line in ours if language_of(line)] == []


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
        "the family came from Bangladesh, she speaks Sylheti and some Urdu",
        "",
        "7",
        "999",
        "\x00",
        "\ud800",
    ],
)
def test_dialect_jargon_and_names_are_english(line: str) -> None:
    assert language_of(line) is None


def test_danger_is_caught_in_voices_that_were_not_read_and_calm_is_left() -> None:
    dangers = [danger_in(line.text, language(line)) for line in unread() if line.danger]
    calm = [danger_in(line.text, language(line)) for line in unread() if not line.danger]
    assert sum(dangers) >= 0.95 * len(dangers)
    assert sum(calm) <= 0.25 * len(calm)


def test_danger_at_the_end_of_a_long_message_is_heard() -> None:
    calm = "Dzień dobry, chciałbym zapytać o procedurę. " * 15
    assert not danger_in(calm, languages()["pl"])
    assert danger_in(calm + "Pomocy, on teraz bije dziecko i ma nóż!", languages()["pl"])


def test_danger_is_heard_in_a_language_whose_words_were_not_learnt() -> None:
    assert danger_in("au secours, mon mari frappe mon enfant maintenant, il a un couteau", languages()["fr"])
    assert not danger_in("bonjour, qui décide si un cas est examiné ?", languages()["fr"])


@pytest.mark.parametrize("text", ["x" * 5_000, "a b " * 5_000, "a. " * 5_000, " \x00\n" * 3_000, "", "ż" * 999])
def test_a_text_of_any_shape_is_read_in_parts_up_to_the_limit(text: str) -> None:
    found = list(parts(text))
    assert all(0 < len(part) <= PART for part in found)
    assert "".join(found) == " ".join(text[:READ].replace("\x00", " ").split())


def test_what_is_said_in_a_language_holds_the_emergency_number() -> None:
    assert all("999" in said for item in languages().values() for said in (item.says, item.alarm) if said)
    ten = {line.language for line in lines()}
    assert len(ten) == 10
    assert {item.name for item in languages().values() if item.alarm and item.alarm != item.says} == ten


def test_every_language_has_its_lines_half_of_them_danger() -> None:
    for name in {line.language for line in lines()}:
        own = [line for line in lines() if line.language == name]
        assert len(own) >= 40
        assert len({line.text for line in own}) == len(own)
        assert 0.45 <= sum(line.danger for line in own) / len(own) <= 0.55
