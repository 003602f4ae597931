"""The guide's Markdown."""

from __future__ import annotations

import pytest

from bot.web.markdown import markdown


def test_paragraphs_lists_and_emphasis_are_drawn():
    html = markdown("One **two**.\n\n- a\n- b\n\n1. c")
    assert '<p class="govuk-body">One <strong>two</strong>.</p>' in html
    assert '<ul class="govuk-list govuk-list--bullet">' in html and '<ol class="govuk-list' in html


def test_a_link_opens_apart_and_says_so_and_tells_nothing_of_where_it_was():
    html = markdown("[the Act](https://www.legislation.gov.uk/)")
    assert 'target="_blank"' in html and 'rel="noreferrer noopener"' in html
    assert "the Act (opens in new tab)</a>" in html


@pytest.mark.parametrize(
    "text",
    [
        "# Heading", "Heading\n===", "> quoted", "```\ncode\n```", "<h1>tag</h1>", "---",
        "<script>alert(1)</script>", "[x](javascript:alert(1))", "[x](data:text/html,x)", "<img src=x onerror=y>",
    ],
)  # fmt: skip
def test_nothing_else_becomes_an_element(text):
    html = markdown(text)
    for tag in ("<h", "<img", "<script", "<pre", "<code", "<blockquote", "<hr", "href"):
        assert tag not in html


def test_an_image_is_only_a_link_to_it():
    assert "<img" not in markdown("![image](/x.png)")
