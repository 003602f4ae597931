"""What is taken from the npm package, and what is left out of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.web.assets.build import HERE, build, without_government_marks

CSS = (
    '@font-face{font-family:GDS Transport;src:url(/assets/fonts/light.woff2) format("woff2")}'
    ".a{font-family:GDS Transport,arial,sans-serif;background:url(/assets/images/govuk-crest.svg)}"
    "\n/*# sourceMappingURL=govuk-frontend.min.css.map */"
)


def test_font_and_crest_are_left_out():
    css = without_government_marks(CSS)
    for mark in ("GDS Transport", "crest", "/assets/", "font-face", "sourceMappingURL"):
        assert mark not in css
    assert "system-ui" in css


def test_a_package_that_is_not_installed_is_named(tmp_path: Path):
    with pytest.raises(FileNotFoundError, match=r"govuk-frontend\.min\.css"):
        build(tmp_path, tmp_path / "built")


def test_the_package_is_the_one_that_the_macros_were_made_for():
    locked = json.loads((HERE / "package-lock.json").read_text(encoding="utf-8"))
    assert locked["packages"]["node_modules/govuk-frontend"]["version"] == "6.3.0"
    assert "resolved" not in json.dumps(locked)
