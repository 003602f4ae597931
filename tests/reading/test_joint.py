"""The joint reader is of today's lines, reads its labels, and costs in proportion."""

from __future__ import annotations

import pytest

from bot.criteria.answers import NONE_OF_THESE
from bot.guidance.load import load_packs
from bot.reading.joint.labels import DANGER, LABELS, SETS, UNKNOWN, VALUES
from bot.reading.joint.reader import joint_reader, questions, share
from bot.settings import load_settings
from evaluation.joint.sources import fingerprint


def test_it_was_taught_from_the_lines_of_today() -> None:
    """After a change of data/messages or of the composed replies: `python -m evaluation.joint.learn` (docs/nlu.md)."""
    assert joint_reader().taught_from == fingerprint()


def test_its_values_are_those_of_the_facts() -> None:
    facts = load_packs(load_settings().guidance_dir).for_area(None).facts
    for fact, values in VALUES.items():
        assert set(values) - {NONE_OF_THESE} <= set(facts[fact].values), fact
        assert (facts[fact].kind == "set") is (fact in SETS)
    assert set(questions()) >= VALUES.keys() - {"children", "harmed_by_child", "referrer"}


@pytest.mark.parametrize(
    ("question", "text", "label"),
    [
        (None, "a boy of nine has drowned at the lido", "outcome=died"),
        ("told_lead", "yes", "told_lead=yes"),
        ("works_for_la", "yes", "works_for_la=yes"),
        ("looked_after", "no idea, not my case", UNKNOWN),
        ("place", "he is outside her window with a hammer right now", DANGER),
    ],
)
def test_a_short_reply_means_what_was_asked(question: str | None, text: str, label: str) -> None:
    shares = joint_reader().shares(question, text)
    assert share(shares, label) > 0.5
    assert len(shares) == len(LABELS)
