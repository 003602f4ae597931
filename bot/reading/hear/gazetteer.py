"""Place names, from the package's own list: which partnership, nation or country a name belongs to."""

from collections.abc import Callable
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files

import yaml
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.util import filter_spans

from bot.guidance.packs import Packs
from bot.reading.hear.patterns import Hit
from bot.reading.hear.words import read, vocabulary

Named = tuple[tuple[str, tuple[str, ...]], ...]
"""Areas, each with the names it is heard by."""

ELSEWHERE = ("england", "elsewhere_uk", "abroad")
_brought: Callable[[], Named] = tuple


def hear_areas_of(packs: Packs, today: Callable[[], date]) -> None:
    """From now on this process hears the areas that packs bring, each from its day on, under the names they give.

    A name of the list that such an area claims is that area's alone.
    """
    global _brought
    of_day = lru_cache(maxsize=2)(packs.place_names)
    _brought = lambda: of_day(today())  # noqa: E731  the process's one source, replaced as a whole


def brought() -> frozenset[str]:
    """The areas that packs bring today."""
    return frozenset(area for area, _ in _brought())


def local() -> frozenset[str]:
    """Every area that has a partnership's pack."""
    return brought() | _by_region().keys() - set(ELSEWHERE)


@cache
def _by_region() -> dict[str, tuple[str, ...]]:
    text = files("bot.reading.hear").joinpath("data/places.yaml").read_text(encoding="utf-8")
    return {region: tuple(name.strip() for name in names.split(",")) for region, names in yaml.safe_load(text).items()}


def place_names() -> frozenset[str]:
    """Every name that is heard, in lower case."""
    return _place_names(_brought())


@lru_cache(maxsize=4)
def _place_names(brought: Named) -> frozenset[str]:
    return frozenset(name for _, names in (*_by_region().items(), *brought) for name in names)


@lru_cache(maxsize=4)
def _matcher(brought: Named) -> PhraseMatcher:
    matcher = PhraseMatcher(vocabulary(), attr="LOWER")
    claimed = {name for _, names in brought for name in names}
    for region, names in (*_by_region().items(), *brought):
        for name in names:
            if name not in claimed or (region, names) in brought:
                matcher.add(region, [read(form) for form in _forms(name)])
    return matcher


def _forms(name: str) -> tuple[str, ...]:
    """The name, and its possessive as it stands once the apostrophe is gone ("Kent's partnership")."""
    return (name, name + "s") if len(name) > 3 and " " not in name else (name,)


def places(doc: Doc) -> list[Hit]:
    """The place names in the order of the text; the key is an area, or one of ELSEWHERE."""
    spans = filter_spans(_matcher(_brought())(doc, as_spans=True))
    return [Hit(span.label_, span.start, span.end) for span in spans]
