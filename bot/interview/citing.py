"""Sources as they are shown to a reader of one area."""

from __future__ import annotations

from typing import Any

from bot.guidance.model import Pack


def citations(pack: Pack, ids: tuple[str, ...]) -> list[dict[str, Any]]:
    """The places the ids stand for, in their order, as the contract shows a source.

    Another partnership's page is left out where something else is cited: it would only confuse.
    """
    cited = [pack.citations[cite] for cite in dict.fromkeys(ids)]
    near = [citation for citation in cited if citation.source.area in (None, pack.area)]
    return [
        {
            "source": citation.source.short,
            "section": citation.section,
            "url": citation.url,
            "to_be_checked": citation.to_be_checked,
        }
        for citation in near or cited
    ]
