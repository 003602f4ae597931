"""A document of made-up words with every field that a template may name, worked out from the document itself."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import Any, Never, get_args, get_origin, get_type_hints

from bot.referrals.record.fields import Kind, fields_of
from bot.referrals.record.record import Record


class One:
    """A single value, in words."""

    def __init__(self, path: str, words: str) -> None:
        self.path, self.words = path, words

    def __str__(self) -> str:
        return self.words

    def __len__(self) -> int:
        return len(self.words)

    def __iter__(self) -> Never:
        raise TypeError(f"{self.path} is no list")


class Many(list[Any]):
    """A list, to be looped over."""

    path = ""

    def __str__(self) -> str:
        raise TypeError(f"{self.path} is a list: loop over it")


class Having(dict[str, Any]):
    """Something with fields of its own."""

    path = ""

    def __str__(self) -> str:
        raise TypeError(f"{self.path} is a group: name one of its fields, {', '.join(self)}")


def sample(kind: Any, words: str, entries: int, path: str = "") -> Any:
    """A value of this kind with these words for every single value, and so many entries in each list."""
    made: Any
    if get_origin(kind) is tuple:
        made = Many(sample(get_args(kind)[0], words, entries, f"{path}[]") for _ in range(entries))
    elif kind is Record:
        made = Having({name: _part(info.annotation, words, entries, name) for name, info in kind.model_fields.items()})
    elif is_dataclass(kind):
        hints, before = get_type_hints(kind), f"{path}." if path else ""
        made = Having({f.name: sample(hints[f.name], words, entries, before + f.name) for f in fields(kind)})
    else:
        return One(path, words)
    made.path = path
    return made


def _part(part: Any, words: str, entries: int, section: str) -> Having:
    made = Having()
    made.path = f"record.{section}"
    for name, field in fields_of(part).items():
        if field.kind is Kind.ROWS:
            made[name] = Many(_part(field.rows, words, entries, f"{section}.{name}[]") for _ in range(entries))
            made[name].path = f"{made.path}.{name}"
        else:
            made[name] = One(f"{made.path}.{name}", words)
    return made
