"""Secrets that the service makes for itself when none is set: made once, kept in a file, readable by its owner only."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path


def kept_secret(path: Path, make: Callable[[], str]) -> str:
    """The secret in the file; made and written first where there is none. ASCII, mode 600.

    Two processes that start at once keep the same secret: the file appears whole, and only the first wins.
    """
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, made = tempfile.mkstemp(dir=path.parent)  # mkstemp gives mode 600
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(make())
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(made, path)
        except FileExistsError:
            pass  # the other process was first
        finally:
            Path(made).unlink()
    return path.read_text(encoding="ascii").strip()
