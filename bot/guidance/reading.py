"""Reading a YAML file so that every value remembers its line."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from bot.guidance.fault import Fault

Path_ = tuple[Hashable, ...]
UNREADABLE = "(file)"
"""The key of a fault that hides everything else in its file."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(slots=True)
class Document:
    """A file's content and the line of each key path; `faults` lists unreadable YAML and doubled keys."""

    file: str
    content: dict[str, Any] = field(default_factory=dict)
    lines: dict[Path_, int] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def line(self, path: Path_) -> int:
        """The line of the path, or of the nearest parent that has one."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def read(path: Path, root: Path) -> Document:
    """Read one file; `file` in the result is relative to `root`."""
    document = Document(path.relative_to(root).as_posix())
    try:
        loader = _LOADER(path.read_text(encoding="utf-8"))
    except (UnicodeDecodeError, yaml.YAMLError):
        document.faults.append(Fault(document.file, 1, UNREADABLE, "characters that are not text", "YAML in UTF-8"))
        return document
    try:
        node = loader.get_single_node()
        if isinstance(node, yaml.MappingNode):
            document.content = _build(node, (), document, loader)
        else:
            document.faults.append(Fault(document.file, 1, UNREADABLE, "no mapping", "a YAML mapping"))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        found = str(getattr(error, "problem", "unreadable YAML"))
        document.faults.append(Fault(document.file, mark.line + 1 if mark else 1, UNREADABLE, found, "valid YAML"))
    finally:
        loader.dispose()
    return document


def _build(node: yaml.Node, path: Path_, document: Document, loader: Any) -> Any:
    document.lines[path] = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        return _build_mapping(node, path, document, loader)
    if isinstance(node, yaml.SequenceNode):
        return [_build(item, (*path, index), document, loader) for index, item in enumerate(node.value)]
    return _scalar(node, loader)


def _build_mapping(node: yaml.MappingNode, path: Path_, document: Document, loader: Any) -> dict[Hashable, Any]:
    result: dict[Hashable, Any] = {}
    for key_node, value_node in node.value:
        line = key_node.start_mark.line + 1
        if not isinstance(key_node, yaml.ScalarNode):
            document.faults.append(Fault(document.file, line, "(key)", "a list or mapping as a key", "a name"))
            continue
        key = _scalar(key_node, loader)
        if key in result:
            document.faults.append(Fault(document.file, line, str(key), "the same key twice", "each key once"))
        result[key] = _build(value_node, (*path, key), document, loader)
        document.lines[(*path, key)] = line
    return result


def _scalar(node: yaml.Node, loader: Any) -> Any:
    """A plain value. A date that does not exist, like 2026-02-30, stays text, and whoever expects a date says so."""
    try:
        return loader.construct_object(node)
    except ValueError:
        return node.value
