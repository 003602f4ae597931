"""Training Rasa's model when its sources have changed, and only then."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

from bot.dialogue.model_file import model_path


def train_if_changed(root: Path, folder: Path) -> Path:
    """The path of the model of these sources, trained now if there is none yet.

    Says on stderr how far it is. Raises RuntimeError when training fails (Rasa's own messages say why).
    """
    path = model_path(root, folder)
    if path.exists():
        return path
    import bot.rasa.ready  # noqa: F401  slow, and needed only to train

    from rasa.model_training import train

    folder.mkdir(parents=True, exist_ok=True)
    with _without_rasas_progress() as said, TemporaryDirectory() as stories:
        _without_words(root / "data/stories", Path(stories))
        result = train(
            domain=str(root / "domain.yml"),
            config=str(root / "config.yml"),
            training_files=[str(root / "data/nlu"), str(root / "data/rules"), stories],
            output=str(folder),
            fixed_model_name=path.name.removesuffix(".tar.gz"),
        )
    if result.model is None:
        sys.stderr.write(said.getvalue())
        raise RuntimeError("the model could not be trained; Rasa's messages above say why")
    for old in folder.glob("*.tar.gz"):
        if old != path:
            old.unlink()
    return path


def _without_words(stories: Path, into: Path) -> None:
    """The stories without what people type in them: Rasa would learn it as lines of the intents, and the stories would
    then test what they taught."""
    for file in stories.glob("*.yml"):
        told = yaml.safe_load(file.read_text(encoding="utf-8"))
        for story in told["stories"]:
            for step in story["steps"]:
                step.pop("user", None)
        (into / file.name).write_text(yaml.safe_dump(told, allow_unicode=True, sort_keys=False), encoding="utf-8")


@contextmanager
def _without_rasas_progress() -> Iterator[io.StringIO]:
    """Rasa draws a bar for each thing it does, hundreds of lines where the output is no terminal: below LOG_LEVEL's
    default it draws none. Gives what Rasa prints."""
    before = os.environ.get("LOG_LEVEL")
    os.environ["LOG_LEVEL"] = "WARNING"
    try:
        with redirect_stdout(io.StringIO()) as said:
            yield said
    finally:
        if before is None:
            del os.environ["LOG_LEVEL"]
        else:
            os.environ["LOG_LEVEL"] = before
