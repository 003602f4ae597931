"""The list of drawable characters is that of the fonts in use."""

from __future__ import annotations

from bot.documents.pdf.coverage import refused
from bot.documents.pdf.drawable import drawn, drawn_all, is_drawable, ranges


def test_the_compiler_draws_every_character_on_the_list() -> None:
    listed = [chr(code) for first, last in ranges() for code in range(first, last + 1)]
    assert len(listed) > 5000
    assert refused(listed) == set()


def test_the_compiler_refuses_what_is_not_on_the_list() -> None:
    absent = "我คᄀ😢🏠"
    assert not any(is_drawable(character) for character in absent)
    assert refused(list(absent)) == set(absent)


def test_only_what_cannot_be_drawn_is_replaced() -> None:
    assert drawn("Łukasz – “yes” £5") == "Łukasz – “yes” £5"
    assert drawn("a👨‍👩b") == "a[man][woman]b"
    assert drawn("我") == "[1 character that cannot be printed here]"
    assert drawn("é", only_plain=True) == "[1 character that cannot be printed here]"
    assert drawn_all({"a": ["我", 1, None]}) == {"a": ["[1 character that cannot be printed here]", 1, None]}
