"""Lines to learn from are read once: their vectors are kept, so that an edit costs only the lines it changed."""

from __future__ import annotations

import hashlib
import os
import sys
import zipfile
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bot.sentences.encoder import FOLDER, NETWORK, VOCABULARY, Encoder

Vectors = NDArray[np.float32]
Told = Callable[[int, int], None]
"""Is called with how many lines have been read, of how many."""


def read_lines(texts: Sequence[str], encoder: Encoder, file: Path, told: Told) -> Vectors:
    """A row for each line, exactly as `Encoder.encode` gives it. Those in `file` are not read again; afterwards the
    file holds these lines and no others. A file of another encoder, or a damaged one, counts for nothing."""
    names = [hashlib.sha256(text.encode()).hexdigest() for text in texts]
    kept = _kept(file)
    new = {name: text for name, text in zip(names, texts, strict=True) if name not in kept}
    with ThreadPoolExecutor(os.cpu_count()) as threads:  # the network runs without Python's lock
        for done, (name, vector) in enumerate(zip(new, threads.map(encoder.encode_one, new.values()), strict=True), 1):
            kept[name] = vector[0]
            told(done, len(new))
    if new or kept.keys() != set(names):
        _keep(file, {name: kept[name] for name in names})
    return np.stack([kept[name] for name in names])


def say_on_stderr(done: int, of: int) -> None:
    """One line that changes in a terminal, four lines elsewhere."""
    in_terminal = sys.stderr.isatty()
    step = -(-of // (100 if in_terminal else 4))
    if done == of or done % step == 0:
        end = "\n" if done == of or not in_terminal else "\r"
        sys.stderr.write(f"Reading the training lines: {done:,} of {of:,}{end}")
        sys.stderr.flush()


def _encoder_mark() -> str:
    digest = hashlib.sha256()
    for name in (NETWORK, VOCABULARY, "encoder.py"):
        digest.update((FOLDER / name).read_bytes())
    return digest.hexdigest()


def _kept(file: Path) -> dict[str, Vectors]:
    with suppress(OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile), np.load(file) as found:
        if str(found["encoder"]) == _encoder_mark():
            return dict(zip(found["names"].tolist(), found["vectors"], strict=True))
    return {}


def _keep(file: Path, vectors: dict[str, Vectors]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    half = file.with_suffix(f".{os.getpid()}.npz")
    np.savez(half, encoder=_encoder_mark(), names=list(vectors), vectors=np.stack(list(vectors.values())))
    half.replace(file)
