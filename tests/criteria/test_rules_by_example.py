"""Each rule and note of the decision table by example: tests/criteria/examples, a file for each source or pack."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.criteria.facts import Facts, read_facts
from bot.criteria.outcomes import notes, outcomes
from bot.guidance.load import Packs
from bot.guidance.model import Pack
from tests.criteria.oracle.table import DARLINGTON, NATIONAL, NOT_ENGLAND, NOTES
from tests.criteria.oracle.values import TODAY

EXAMPLES = Path(__file__).parent / "examples"
LOCAL = {"darlington": "darlington", "not_england": "not_england"}
ONLY_EVER_APPLIES = {"R81", "R90"}


def read(name: str) -> dict[str, Any]:
    return yaml.safe_load((EXAMPLES / f"{name}.yaml").read_text(encoding="utf-8"))


def examples(status: str) -> Iterator[Any]:
    """Each example of a status with its pack's area, rule and outcome."""
    for path in sorted(EXAMPLES.glob("*.yaml")):
        if path.stem != "notes":
            for rule, written in read(path.stem).items():
                for number, example in enumerate(written.get(status, [])):
                    area = LOCAL.get(path.stem, "walsall")
                    yield pytest.param(area, rule, written["outcome"], example, id=f"{path.stem}-{rule}-{number}")


def facts_of(pack: Pack, written: dict[str, Any]) -> Facts:
    return read_facts(written, pack)[0]


def found(packs: Packs, area: str, written: dict[str, Any], outcome: str) -> Any:
    """The outcome on these facts, or None where it is absent."""
    pack = packs.for_area(area)
    return next((item for item in outcomes(pack, facts_of(pack, written), TODAY) if item.outcome == outcome), None)


@pytest.mark.parametrize(("area", "rule", "outcome", "facts"), examples("applies"))
def test_it_applies(packs: Packs, area: str, rule: str, outcome: str, facts: dict[str, Any]) -> None:
    item = found(packs, area, facts, outcome)
    assert item is not None and item.status == "applies" and item.rule.id == rule
    assert item.grounds.missing == frozenset()


@pytest.mark.parametrize(("area", "rule", "outcome", "example"), examples("possible"))
def test_it_is_possible_and_says_what_would_settle_it(
    packs: Packs, area: str, rule: str, outcome: str, example: dict[str, Any]
) -> None:
    item = found(packs, area, example["given"], outcome)
    assert item is not None and item.status == "possible" and item.rule.id == rule
    assert item.grounds.missing == frozenset(example["missing"])


@pytest.mark.parametrize(("area", "rule", "outcome", "facts"), examples("absent"))
def test_it_is_absent(packs: Packs, area: str, rule: str, outcome: str, facts: dict[str, Any]) -> None:
    assert found(packs, area, facts, outcome) is None


def test_every_rule_has_an_example_of_each_status() -> None:
    for name, lines in (("darlington", DARLINGTON), ("not_england", NOT_ENGLAND)):
        assert set(read(name)) == {rule for rule, _ in lines}
    national = {rule: written for path in EXAMPLES.glob("*.yaml") if path.stem not in (*LOCAL, "notes")
                for rule, written in read(path.stem).items()}  # fmt: skip
    assert set(national) == {rule for rule, _ in NATIONAL}
    for rule, written in {**national, **read("darlington")}.items():
        wanted = {"applies"} if rule in ONLY_EVER_APPLIES else {"applies", "possible", "absent"}
        assert {status for status in ("applies", "possible", "absent") if written.get(status)} == wanted, rule


@pytest.mark.parametrize("name", NOTES)
def test_a_note_is_attached_when_it_is_true_and_only_then(packs: Packs, name: str) -> None:
    pack = packs.for_area("walsall")
    written = read("notes")[name]
    for facts in written["attached"]:
        assert name in {note.id for note in notes(pack, facts_of(pack, facts), TODAY)}, facts
    for facts in written["not_attached"]:
        assert name not in {note.id for note in notes(pack, facts_of(pack, facts), TODAY)}, facts


def test_not_knowing_the_area_is_noted(packs: Packs) -> None:
    assert "area_unknown" in {note.id for note in notes(packs.for_area(None), {}, TODAY)}
    assert "area_unknown" not in {note.id for note in notes(packs.for_area("england_other"), {}, TODAY)}
