"""No sentence about law, process or safety stands in the program: packs and conversation.yaml hold them all.

The line: labels, buttons, the form's questions and what is wrong with an entry belong to their page. A sentence that
says what the law or a partnership's process is, who decides, whom to tell or by when does not.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import yaml

from bot.guidance.fault import Fault
from bot.guidance.says import FILE

ROOT = FILE.parents[1]
FOLDERS = ("bot", "actions")
FOR_OPERATORS = ("bot/commands/", "bot/cli.py", "bot/settings", "bot/storage/migrations/")
"""Read by whoever runs the service, on a command line."""

LEAST_WORDS = 5
_SENTENCE_ENDS = re.compile(r"[.!](?:[\"')*”]*)(?:\s|$)")
_SAYS = re.compile(
    r"\b(?:999|police|children's services|council(?:'s)?|Panel|Ofsted|Secretary of State|working days"
    r"|safeguarding (?:lead|partner)s?|(?:your|the|a) lead|partners decide|not a referral)\b",
    re.IGNORECASE,
)


def sentences_in_code(root: Path = ROOT) -> Iterator[Fault]:
    """A fault for each string of the program that says such a sentence; docstrings and comments are for us."""
    for name, tree in _files(root):
        documented = _docstrings(tree)
        for node in ast.walk(tree):
            if not isinstance(node, ast.Constant) or not isinstance(node.value, str) or id(node) in documented:
                continue
            words = node.value
            if len(words.split()) >= LEAST_WORDS and _SAYS.search(words) and _SENTENCE_ENDS.search(words):
                expected = "a key of guidance/conversation.yaml, or words of a pack"
                yield Fault(name, node.lineno, "(string)", f"'{words.strip()[:60]}'", expected)


def strange_keys(root: Path = ROOT, file: Path = FILE) -> Iterator[Fault]:
    """A fault for each key that the program says and conversation.yaml lacks, and for each that nothing says."""
    said = {key: place for name, tree in _files(root) for key, place in _said(name, tree)}
    groups = yaml.safe_load(file.read_text(encoding="utf-8"))
    held = [key for group in groups.values() for key in group]
    for key, (name, line) in said.items():
        if key not in held:
            yield Fault(name, line, f"say({key!r})", "no such key", f"one of guidance/{FILE.name}")
    for key in dict.fromkeys(held):
        if key not in said:
            yield Fault(FILE.name, 1, key, "a text that nothing says", "a key that the program uses")
        if held.count(key) > 1:
            yield Fault(FILE.name, 1, key, "the same key in two groups", "each key once")


def _files(root: Path) -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(path for folder in FOLDERS for path in (root / folder).rglob("*.py")):
        name = path.relative_to(root).as_posix()
        if not name.startswith(FOR_OPERATORS):
            yield name, ast.parse(path.read_text(encoding="utf-8"))


def _docstrings(tree: ast.Module) -> set[int]:
    """Strings that stand alone as statements."""
    return {
        id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }


def _said(name: str, tree: ast.Module) -> Iterator[tuple[str, tuple[str, int]]]:
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id="say"), args=[ast.Constant(value=str(key)), *_]):
                yield key, (name, node.lineno)
