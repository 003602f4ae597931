"""The package itself."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

from bot.channels.teams.app_package.manifest import COLOR, OUTLINE, manifest
from bot.settings.teams_connection import TeamsConnection


def write_package(connection: TeamsConnection, public_url: str, version: str, folder: Path) -> Path:
    """Write `guide-<application id>.zip` into the folder; its path. The same settings give the same bytes.

    Raises ManifestFault, and OSError when the folder cannot be written to.
    """
    content = manifest(connection, public_url, version)
    files = {
        "manifest.json": json.dumps(content, indent=2, ensure_ascii=False).encode(),
        **{icon: Path(__file__).with_name(icon).read_bytes() for icon in (COLOR, OUTLINE)},
    }
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"guide-{connection.app_id}.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in files.items():
            package.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return path
