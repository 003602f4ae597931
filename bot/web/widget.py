"""The launcher: one script that puts the guide on a partnership's page."""

from __future__ import annotations

import gzip
import json
from hashlib import sha256
from pathlib import Path

from fastapi import APIRouter, Request, Response

from bot.web.english import TABLE
from bot.web.templating import STATIC

router = APIRouter(include_in_schema=False)
HERE = Path(__file__).parent / "launcher"
MINUTES = 300
"""Seconds that a browser may keep the launcher: a partnership's page has the new one soon after a release."""


def launcher(leave_to: str) -> str:
    """The script: its words, its style, where leaving leads, and its code, as one function that leaves no names."""
    thrice = _lean(STATIC / "thrice.js").replace("export ", "")
    style = "".join(map(str.strip, (HERE / "widget.css").read_text(encoding="utf-8").splitlines()))
    given = {"words": TABLE["launcher"], "style": style, "to": leave_to}
    constants = "".join(f"const {name}={json.dumps(value)};\n" for name, value in given.items())
    return f'(() => {{\n"use strict";\n{constants}{thrice}{_lean(HERE / "widget.js")}}})();\n'


def _lean(path: Path) -> str:
    """The source without its comment lines and indents."""
    lines = (line.strip() for line in path.read_text(encoding="utf-8").splitlines())
    return "".join(f"{line}\n" for line in lines if line and not line.startswith("//"))


@router.get("/widget.js")
def show_launcher(request: Request) -> Response:
    """The launcher, compressed where the browser takes that."""
    script = launcher(request.app.state.settings.leave_to).encode()
    headers = {
        "Cache-Control": f"public, max-age={MINUTES}",
        "Cross-Origin-Resource-Policy": "cross-origin",
        "ETag": f'"{sha256(script).hexdigest()[:16]}"',
        "Vary": "Accept-Encoding",
    }
    if request.headers.get("If-None-Match") == headers["ETag"]:
        return Response(status_code=304, headers=headers)
    if "gzip" in request.headers.get("Accept-Encoding", ""):
        headers["Content-Encoding"] = "gzip"
        script = gzip.compress(script, mtime=0)
    return Response(script, headers=headers, media_type="text/javascript")
