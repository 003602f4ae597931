"""The guide's Markdown as HTML: paragraphs, lists, emphasis and links, nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from markupsafe import Markup

NOT_ALLOWED = [
    "heading",
    "lheading",
    "image",
    "code",
    "fence",
    "backticks",
    "blockquote",
    "hr",
    "html_block",
    "html_inline",
]


class GuideRenderer(RendererHTML):
    """Gives elements the GOV.UK classes, and opens links in a new tab that is not told where they were."""

    def _dressed(self, tokens: Sequence[Token], index: int, options: OptionsDict, classes: str) -> str:
        tokens[index].attrSet("class", classes)
        return self.renderToken(tokens, index, options, {})

    def paragraph_open(self, tokens: Sequence[Token], index: int, options: OptionsDict, _env: EnvType) -> str:
        return self._dressed(tokens, index, options, "govuk-body")

    def bullet_list_open(self, tokens: Sequence[Token], index: int, options: OptionsDict, _env: EnvType) -> str:
        return self._dressed(tokens, index, options, "govuk-list govuk-list--bullet")

    def ordered_list_open(self, tokens: Sequence[Token], index: int, options: OptionsDict, _env: EnvType) -> str:
        return self._dressed(tokens, index, options, "govuk-list govuk-list--number")

    def link_open(self, tokens: Sequence[Token], index: int, options: OptionsDict, _env: EnvType) -> str:
        tokens[index].attrSet("rel", "noreferrer noopener")
        tokens[index].attrSet("target", "_blank")
        return self._dressed(tokens, index, options, "govuk-link")

    def link_close(self, *_: Any) -> str:
        return " (opens in new tab)</a>"


PARSER = MarkdownIt("commonmark", {"html": False}, renderer_cls=GuideRenderer).disable(NOT_ALLOWED)


def markdown(text: str) -> Markup:
    """HTML of the text. Tags in it are shown as typed; a heading or an image stays plain text."""
    return Markup(PARSER.render(text))  # noqa: S704 - the parser escapes whatever it does not know as Markdown
