"""Copies what the pages need from the npm package into `static/govuk`, without the GOV.UK font and crest.

Run after `npm ci` and `npm run css` in this folder: `python bot/web/assets/build.py`.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

HERE = Path(__file__).parent
PACKAGE = HERE / "node_modules" / "govuk-frontend" / "dist" / "govuk"
CHAT_CSS = HERE / "node_modules" / "chat.css"
BUILT = HERE.parent / "static" / "govuk"

SYSTEM_FONTS = (
    'system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","Noto Sans","Liberation Sans",Arial,sans-serif'
)


def without_government_marks(css: str) -> str:
    """The style sheet without GDS Transport and the royal crest: both are reserved for services on GOV.UK."""
    css = re.sub(r"@font-face\s*\{[^}]*\}", "", css)
    css = re.sub(r'"?GDS Transport"?,\s*arial,\s*sans-serif', SYSTEM_FONTS, css)
    css = re.sub(r"url\(/assets/[^)]*\)", "none", css)
    return without_source_map(css)


def without_source_map(text: str) -> str:
    """The text without its last comment, which names a file that we do not serve."""
    return re.sub(r"(/\*#|//#) sourceMappingURL=[^\n]*", "", text).rstrip() + "\n"


def build(package: Path = PACKAGE, built: Path = BUILT, chat_css: Path = CHAT_CSS) -> list[Path]:
    """Writes the style sheet, the chat's part of it and the checkboxes' script; returns what was written.

    The script makes "None of these" untick the others.

    Raises FileNotFoundError when the npm package is not installed.
    """
    css = (package / "govuk-frontend.min.css").read_text(encoding="utf-8")
    of_chat = chat_css.read_text(encoding="utf-8")
    script = (package / "components" / "checkboxes" / "checkboxes.bundle.mjs").read_text(encoding="utf-8")
    built.mkdir(parents=True, exist_ok=True)
    written = [built / "govuk-frontend.min.css", built / "chat.min.css", built / "checkboxes.js"]
    written[0].write_text(without_government_marks(css), encoding="utf-8")
    written[1].write_text(without_government_marks(of_chat), encoding="utf-8")
    written[2].write_text(without_source_map(script), encoding="utf-8")
    return written


if __name__ == "__main__":
    try:
        build()
    except FileNotFoundError as missing:
        sys.exit(f"{missing.filename} is missing: run `npm ci` and `npm run css` in {HERE.name}/ first")
