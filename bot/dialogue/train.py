"""Training Rasa's model when its sources have changed, and only then."""

from __future__ import annotations

import hashlib
from importlib.metadata import version
from pathlib import Path

from bot.dialogue import rasa_ready  # noqa: F401  must come before rasa

SOURCES = ("config.yml", "domain.yml", "data/nlu", "data/rules", "data/stories")
CODE = ("bot/dialogue/components", "bot/dialogue/danger.py")


def fingerprint(root: Path) -> str:
    """A hash of everything that a trained model depends on."""
    digest = hashlib.sha256(version("rasa").encode())
    for name in (*SOURCES, *CODE):
        path = root / name
        for file in sorted(path.rglob("*.*")) if path.is_dir() else [path]:
            if file.is_file() and file.suffix in (".yml", ".py"):
                digest.update(str(file.relative_to(root)).encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()[:16]


def model_path(root: Path, folder: Path) -> Path:
    """Where the model of the present sources stands, trained or not."""
    return folder / f"{fingerprint(root)}.tar.gz"


def train_if_changed(root: Path, folder: Path) -> Path:
    """The path of the model of these sources, trained now if there is none yet.

    Raises RuntimeError when training fails (Rasa's own messages say why).
    """
    path = model_path(root, folder)
    if path.exists():
        return path
    from rasa.model_training import train

    folder.mkdir(parents=True, exist_ok=True)
    result = train(
        domain=str(root / "domain.yml"),
        config=str(root / "config.yml"),
        training_files=[str(root / "data/nlu"), str(root / "data/rules"), str(root / "data/stories")],
        output=str(folder),
        fixed_model_name=path.name.removesuffix(".tar.gz"),
    )
    if result.model is None:
        raise RuntimeError("the model could not be trained; Rasa's messages above say why")
    for old in folder.glob("*.tar.gz"):
        if old != path:
            old.unlink()
    return path
