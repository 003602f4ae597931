"""The flips that hurt: a "no" in front, a "not" inside, a "think" around, an "as far as I know" behind."""

from datetime import date

import pytest

from bot.reading.hear import hear

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("question", "text", "value"),
    [
        ("told_social_care", "no I don't believe anybody has let them know", "no"),
        ("told_social_care", "no-one has been told", "no"),
        ("told_social_care", "not to my knowledge", "unknown"),
        ("told_social_care", "I would think so", "unknown"),
        ("told_social_care", "I think my colleague did", "unknown"),
        ("told_social_care", "they should know by now", "unknown"),
        ("told_social_care", "yes, I told them myself", "yes"),
        ("immediate_danger", "I think so", "yes"),
        ("immediate_danger", "they aren't safe", "yes"),
        ("immediate_danger", "no, none of them are safe", "yes"),
        ("immediate_danger", "no they're safe", "no"),
        ("immediate_danger", "there's no danger now", "no"),
        ("abuse_neglect", "I think so", "suspected"),
        ("abuse_neglect", "yes", "suspected"),
        ("abuse_neglect", "not proven yet", "suspected"),
        ("abuse_neglect", "nothing to suggest it", "no_sign"),
        ("looked_after", "he wasn't in foster care", "no"),
        ("looked_after", "he was in foster care", "yes"),
        ("looked_after", "no, he was in foster care", "yes"),
        ("looked_after", "never been fostered", "no"),
        ("looked_after", "not just in care, on a full order", "yes"),
        ("suspected_suicide", "yes", "yes"),
        ("suspected_suicide", "no note, but he'd said he would take his own life", "yes"),
        ("suspected_suicide", "it isn't thought to be suicide", "no"),
        ("age_group", "18", "18_to_24"),
        ("age_group", "17", "under_18"),
        ("age_group", "25", "25_or_over"),
        ("age_group", "24", "18_to_24"),
        ("age_group", "39 weeks pregnant", "unborn"),
        ("age_group", "39 weeks old", "under_18"),
        ("age_group", "born at 39 weeks", "under_18"),
        ("outcome", "he didn't die", None),
        ("outcome", "nobody died, she broke her leg", "seriously_harmed"),
        ("agencies_together", "no concerns", "no"),
        ("agencies_together", "no, there were concerns", "yes"),
        ("works_for_la", "not the council, a school", "no"),
    ],
)
def test_the_meaning_wins_over_the_first_word(question: str, text: str, value: str | None) -> None:
    heard = hear(question, text, TODAY)
    assert heard.value == value or (not heard.sure and value is None)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("looked_after", "no, he was in foster care"),
        ("immediate_danger", "no, none of them are safe"),
        ("agencies_together", "no, there were concerns"),
        ("abuse_neglect", "yes"),
        ("area", "Birmingham I think"),
        ("outcome", "she may have died"),
        ("outcome", "her brother died last year"),
        ("looked_after", "mum was in care as a child"),
        ("immediate_danger", "she was safe until her dad came back"),
        ("immediate_danger", "he was in prison but he's out"),
        ("immediate_danger", "she should be safe"),
    ],
)
def test_what_pulls_both_ways_is_read_back(question: str, text: str) -> None:
    assert not hear(question, text, TODAY).sure
