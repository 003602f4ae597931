"""The merged pack of an area with the place that each of its values comes from."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import yaml

from bot.guidance.gather import Entry, Gathered
from bot.guidance.packs import Edition

Origins = dict[str, Any]
LEFT_OUT = ("pack", "source", "deleted")
WIDTH = 110


def origins(edition: Edition, topic: str | None = None) -> Origins:
    """{section: {id: {key: {"value", "from"}}}}; "from" is a file and line. With a topic: its answer and citations."""
    gathered = edition.gathered
    sections = _of_topic(edition, topic) if topic is not None else gathered.sections
    found: Origins = {name: {key: _values(entry) for key, entry in part.items()} for name, part in sections.items()}
    if topic is None:
        single = {name: entry for name, entry in gathered.single.items() if name not in LEFT_OUT}
        found |= {name: {"value": entry.raw, "from": entry.address()} for name, entry in single.items()}
    return {"pack": _identity(edition), **found}


def _of_topic(edition: Edition, topic: str) -> dict[str, dict[str, Entry]]:
    sections = edition.gathered.sections
    cited = edition.pack.answers[topic].cite
    return {"answers": {topic: sections["answers"][topic]}, "citations": {c: sections["citations"][c] for c in cited}}


def _identity(edition: Edition) -> Origins:
    until = edition.until.isoformat() if edition.until else None
    pack = edition.pack
    return {"id": pack.head.id, "version": pack.version, "since": edition.since.isoformat(), "until": until}


def _values(entry: Entry) -> Origins:
    if not isinstance(entry.raw, dict):
        return {"value": entry.raw, "from": entry.address()}
    return {str(key): {"value": _plain(value), "from": entry.address((key,))} for key, value in entry.raw.items()}


def _plain(value: Any) -> Any:
    """As JSON holds it: a source's dates are the only values that need a change."""
    if isinstance(value, dict):
        return {key: _plain(part) for key, part in value.items()}
    return value.isoformat() if isinstance(value, date) else value


def as_text(edition: Edition, topic: str | None = None) -> str:
    """The same as YAML to read, each entry with its file and line; a key that stands elsewhere says so above it."""
    return "\n".join(_lines(edition, topic))


def _lines(edition: Edition, topic: str | None) -> Iterator[str]:
    identity = _identity(edition)
    until = f" until {identity['until']}" if identity["until"] else ""
    yield f"# {identity['id']} {identity['version']}, in force from {identity['since']}{until}"
    sections = _of_topic(edition, topic) if topic is not None else edition.gathered.sections
    for name, part in sections.items():
        if part:
            yield f"\n{name}:"
        for key, entry in part.items():
            yield from _entry_lines(str(key), entry)
    if topic is None:
        yield from _settings(edition.gathered)


def _settings(gathered: Gathered) -> Iterator[str]:
    for name, entry in gathered.single.items():
        if name not in LEFT_OUT:
            yield f"\n# {entry.address()}\n{_dump({name: entry.raw})}"


def _entry_lines(key: str, entry: Entry) -> Iterator[str]:
    yield f"  {_dump(key)}:  # {entry.address()}"
    if not isinstance(entry.raw, dict):
        yield _indented(_dump(entry.raw), 4)
        return
    for name, value in entry.raw.items():
        if name in entry.kept:
            yield f"    # {entry.address((name,))}"
        yield _indented(_dump({name: value}), 4)


def _dump(value: Any) -> str:
    text = yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=WIDTH)
    return text.removesuffix("\n").removesuffix("\n...")


def _indented(text: str, spaces: int) -> str:
    return "\n".join(" " * spaces + line if line else line for line in text.split("\n"))
