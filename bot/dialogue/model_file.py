"""Which trained model belongs to the present sources. Knows nothing of Rasa, so asking is quick."""

from __future__ import annotations

import ast
import hashlib
import json
from importlib.metadata import version
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[2]
SOURCES = ("config.yml", "domain.yml", "data/rules", "data/stories")
LINES = "data/nlu"
CODE = (
    "bot/dialogue/components/line_classifier.py",
    "bot/dialogue/components/sentence_vectors.py",
    "bot/dialogue/components/topics.py",
    "bot/sentences/encoder.py",
)
"""What training runs. What only reads messages later (`components/reader.py`) makes no other model."""
NETWORK = ("bot/sentences/minilm.onnx", "bot/sentences/tokenizer.json")
LIBRARIES = ("rasa", "scikit-learn")


def fingerprint(root: Path) -> str:
    """A hash of everything that a trained model depends on; comments and docstrings are no part of it."""
    digest = hashlib.sha256(code_fingerprint(root).encode())
    for name in (*SOURCES, LINES):
        path = root / name
        for file in sorted(path.rglob("*.yml")) if path.is_dir() else [path]:
            told = file.read_bytes()
            if name != LINES:  # a megabyte, which would take half a second to parse at every start
                told = json.dumps(yaml.load(told, Loader=yaml.CSafeLoader), default=str).encode()
            digest.update(f"{file.relative_to(root)}\0".encode() + told)
    return digest.hexdigest()[:16]


def code_fingerprint(root: Path) -> str:
    """The part of it that Rasa does not see: code and network. Rasa keeps what it trained by its inputs, and must be
    told of these."""
    digest = hashlib.sha256()
    for library in LIBRARIES:
        digest.update(f"{library} {version(library)}\0".encode())
    for name in NETWORK:
        digest.update((root / name).read_bytes())
    for name in CODE:
        digest.update(meaning((root / name).read_text(encoding="utf-8")).encode())
    return digest.hexdigest()


def meaning(source: str) -> str:
    """Python code as its syntax tree, without comments, layout and docstrings."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        if isinstance(body, list):
            node.body = [part for part in body if not _is_text(part)]  # type: ignore[attr-defined]  # it has one
    return ast.dump(tree)


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)


def model_path(root: Path, folder: Path) -> Path:
    """Where the model of the present sources stands, trained or not."""
    return folder / f"{fingerprint(root)}.tar.gz"
