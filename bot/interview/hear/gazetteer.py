"""Place names, from the package's own list: which partnership, nation or country a name belongs to."""

from functools import cache
from importlib.resources import files

import yaml
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.util import filter_spans

from bot.interview.hear.patterns import Hit
from bot.interview.hear.words import read, vocabulary

LOCAL = ("walsall", "wolverhampton", "birmingham", "darlington")


@cache
def _by_region() -> dict[str, tuple[str, ...]]:
    text = files("bot.interview.hear").joinpath("data/places.yaml").read_text(encoding="utf-8")
    return {region: tuple(name.strip() for name in names.split(",")) for region, names in yaml.safe_load(text).items()}


def place_names() -> frozenset[str]:
    """Every listed name, in lower case."""
    return frozenset(name for names in _by_region().values() for name in names)


@cache
def _matcher() -> PhraseMatcher:
    matcher = PhraseMatcher(vocabulary(), attr="LOWER")
    for region, names in _by_region().items():
        for name in names:
            matcher.add(region, [read(form) for form in _forms(name)])
    return matcher


def _forms(name: str) -> tuple[str, ...]:
    """The name, and its possessive as it stands once the apostrophe is gone ("Kent's partnership")."""
    return (name, name + "s") if len(name) > 3 and " " not in name else (name,)


def places(doc: Doc) -> list[Hit]:
    """The place names in the order of the text; the key is the region: one of LOCAL, england, elsewhere_uk, abroad."""
    spans = filter_spans(_matcher()(doc, as_spans=True))
    return [Hit(span.label_, span.start, span.end) for span in spans]
