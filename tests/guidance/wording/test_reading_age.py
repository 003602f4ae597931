"""Reading age: fair to what has to be said, strict with the rest."""

from __future__ import annotations

from bot.guidance.wording.reading_age import OLDEST, easy_terms, reading_age

PLAIN = "Tell your lead today. You do not need proof. It is enough to be worried."
HARD = (
    "Practitioners should immediately communicate considerations concerning potential applicability "
    "to their designated representative notwithstanding organisational uncertainty."
)


def test_short_words_in_short_sentences_are_easy() -> None:
    assert reading_age(PLAIN) < 8


def test_long_words_in_a_long_sentence_are_hard() -> None:
    assert reading_age(HARD) > OLDEST + 5


def test_a_known_text_has_the_grade_that_the_formula_gives() -> None:
    # 6 words, 1 sentence, 6 syllables: 0.39 * 6 + 11.8 - 15.59 = -1.45, and five years more
    assert round(reading_age("The cat sat on the mat."), 2) == 3.55


def test_a_term_of_the_vocabulary_counts_as_one_easy_word() -> None:
    text = (
        "Tell the Child Safeguarding Practice Review Panel. The child safeguarding practice review panel's page says."
    )
    easy = easy_terms(["Child Safeguarding Practice Review Panel", "Review"])
    assert reading_age(text, easy) == reading_age("Tell the term. The term page says.")


def test_the_items_of_a_list_are_sentences() -> None:
    assert reading_age("It counts:\n\n- at home\n- at school") == reading_age("It counts. At home. At school.")


def test_the_address_of_a_link_is_not_read() -> None:
    assert reading_age("Read [the Act](https://example.org/institutional/notification).") == reading_age(
        "Read the Act."
    )


def test_numbers_are_read_at_a_glance() -> None:
    assert reading_age("It has 15 days.") == reading_age("It has two days.")


def test_no_words_have_no_age() -> None:
    assert reading_age("") == 0.0
