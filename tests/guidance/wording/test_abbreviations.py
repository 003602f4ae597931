"""An abbreviation is explained where it is used."""

from __future__ import annotations

import pytest

from bot.guidance.wording.abbreviations import explained

LISTED = {"MASH": "multi-agency safeguarding hub"}


@pytest.mark.parametrize(
    ("short", "text"),
    [
        ("LADO", "Ask the local authority designated officer (LADO)."),
        ("NSPCC", "See the National Society for the Prevention of Cruelty to Children (NSPCC)."),
        ("MP", "That includes Members of Parliament (MPs)."),
        ("MASH", "Tell the multi-agency safeguarding hub, MASH."),
        ("MASH", "Its Multi-Agency Safeguarding Hub (MASH) will know."),
    ],
)
def test_words_before_the_brackets_explain_it(short: str, text: str) -> None:
    assert explained(short, text, LISTED)


@pytest.mark.parametrize(
    ("short", "text"),
    [
        ("LADO", "Ask the LADO."),
        ("LADO", "Ask the person in charge (LADO)."),
        ("MASH", "Tell children's services (MASH)."),
        ("MASH", "Make a safeguarding hub (MASH)."),
    ],
)
def test_other_words_do_not(short: str, text: str) -> None:
    assert not explained(short, text, LISTED)
