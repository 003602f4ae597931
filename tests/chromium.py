"""Finds a Chromium for the browser tests; installs the distribution's when there is none and that is allowed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from tests.needed import install

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
    # a page of walsall.example, made by a test, may ask the service on this machine
    "--disable-features=LocalNetworkAccessChecks",
)  # fmt: skip


def find() -> str | None:
    """Path of a browser: CHROMIUM if set, else the first known name."""
    return os.environ.get("CHROMIUM") or next((path for name in NAMES if (path := shutil.which(name))), None)


def ensure() -> str:
    """Path of a browser, installed now if need be. Exits with a sentence when none can be had."""
    if found := find():
        return found
    install("Chromium", "chromium", "fonts-liberation")
    if not find():
        subprocess.run([sys.executable, "-m", "playwright", "install", "--with-deps", "chromium"], check=False)
        from playwright.sync_api import sync_playwright

        with sync_playwright() as playwright:
            if os.path.exists(playwright.chromium.executable_path):
                return playwright.chromium.executable_path
    if found := find():
        return found
    sys.exit("The browser tests need Chromium: install it, or set CHROMIUM to its path.")


if __name__ == "__main__":
    ensure()
