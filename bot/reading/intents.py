"""What each intent is: whether it asks about the guidance, steers the conversation, or only has a place within one."""

from __future__ import annotations

from collections.abc import Mapping

FALLBACK = "nlu_fallback"
CONVERSATION = frozenset(
    """start_check compute_deadline draft_referral referral_status change_answer explain_why restart pause
    human_contact help privacy bot_challenge greet thanks goodbye affirm deny dont_know danger_now
    out_of_scope""".split()
)
"""Intents that the classifier has learnt and that ask nothing about the guidance. All others that it knows do."""

ASKS_NOTHING = frozenset(
    "affirm deny dont_know danger_now start_check change_answer out_of_scope thanks greet goodbye".split()
)
"""Those of them that a message beside an answer never is."""

TOPIC_OF: Mapping[str, str] = {
    "manipulation": "out_of_scope",
    "insult": "out_of_scope",
    "other_language": "out_of_scope",
    "wait": "pause",
    "resume_help": "pause",
    "may_i_ask": "help",
}
"""Acts of the conversation that are known by their words, and the topic that they come to."""

NOT_TOPICS = frozenset(
    f"""{FALLBACK} answer tell_area no_words repeat_question go_back read_back what_if wrong_child other_child so_far
    never_mind resumed resume_unknown resume_elsewhere not_that confirm_restart undo_restart""".split()
)
"""Intents that are not among the topics, and mean something only within a conversation."""


def is_topic(intent: str) -> bool:
    """Whether an intent of the classifier asks about the guidance."""
    return intent not in CONVERSATION and intent != FALLBACK
