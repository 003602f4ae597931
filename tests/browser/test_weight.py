"""What opening the chat costs on the network. (How soon it can be used is in `make bench`.)"""

from __future__ import annotations

from playwright.sync_api import Browser

MOST = 35_000
"""Bytes, headers and all: half a second at 1.6 Mbit/s leaves a second for everything else."""


def test_the_opened_chat_is_at_most_35_kilobytes_over_the_network(chromium: Browser, address: str) -> None:
    context = chromium.new_context()
    page = context.new_page()
    session = context.new_cdp_session(page)
    received: list[int] = []
    session.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    session.send("Network.enable")
    page.goto(f"{address}/chat?area=walsall", wait_until="networkidle")
    assert page.locator("body.js-enabled").count() == 1
    assert len(received) >= 8
    assert sum(received) <= MOST
    context.close()
