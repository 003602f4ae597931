"""What is known of words: which are first or family names somewhere, which are places, which are ordinary English."""

from __future__ import annotations

import gzip
from functools import cache, lru_cache
from pathlib import Path

import yaml

from bot.reading.hear.gazetteer import place_names

DATA = Path(__file__).parent / "data"


@cache
def listed(name: str) -> frozenset[str]:
    """One of the lists that `python -m evaluation.name_lists` makes, in lower case."""
    return frozenset(gzip.decompress((DATA / f"{name}.txt.gz").read_bytes()).decode().split("\n")) - {""}


@cache
def kept(group: str) -> frozenset[str]:
    """A group of words that are nobody's name though they have a capital (`data/kept.yaml`)."""
    groups: dict[str, str] = yaml.safe_load((DATA / "kept.yaml").read_text(encoding="utf-8"))
    return frozenset(groups[group].split())


@lru_cache(maxsize=1)
def phrases() -> frozenset[str]:
    """Agencies and services of several words that hold a word which could be a name ("Early Help")."""
    groups: dict[str, str] = yaml.safe_load((DATA / "kept.yaml").read_text(encoding="utf-8"))
    return frozenset(phrase.strip() for phrase in groups["phrases"].split(","))


def places() -> frozenset[str]:
    """Towns and suburbs of Great Britain, of one word or several."""
    return _with_listed(place_names())


@lru_cache(maxsize=4)
def _with_listed(heard: frozenset[str]) -> frozenset[str]:
    return listed("places") | heard
