"""A slip of the finger in a word that matters is put right."""

from datetime import date

import pytest

from bot.reading.hear import hear

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("question", "text", "value"),
    [
        ("area", "bimringham", "birmingham"),
        ("area", "its for wolverhamtpon", "wolverhampton"),
        ("area", "Darlignton", "darlington"),
        ("place", "in Manchestr", "other_area_england"),
        ("setting", "hopsital", "other_regulated"),
        ("outcome", "he was murderd", "died"),
    ],
)
def test_a_slip_is_put_right(question: str, text: str, value: str) -> None:
    assert hear(question, text, TODAY).value == value
