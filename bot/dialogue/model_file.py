"""Which trained model belongs to the present sources. Knows nothing of Rasa, so asking is quick."""

from __future__ import annotations

import hashlib
from importlib.metadata import version
from pathlib import Path

SOURCES = ("config.yml", "domain.yml", "data/nlu", "data/rules", "data/stories")
CODE = ("bot/dialogue/components", "bot/sentences")


def fingerprint(root: Path) -> str:
    """A hash of everything that a trained model depends on."""
    digest = hashlib.sha256(version("rasa").encode())
    for name in (*SOURCES, *CODE):
        path = root / name
        for file in sorted(path.rglob("*.*")) if path.is_dir() else [path]:
            if file.suffix in (".yml", ".py", ".onnx", ".json"):
                digest.update(str(file.relative_to(root)).encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()[:16]


def model_path(root: Path, folder: Path) -> Path:
    """Where the model of the present sources stands, trained or not."""
    return folder / f"{fingerprint(root)}.tar.gz"
