"""How heavy the opened chat is and how soon it can be typed in, beside other chat widgets in the same run.

The others are measured where `make bench-setup` has fetched them: a page with nothing but the widget, compressed.
"""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from statistics import median

from fastapi import FastAPI
from playwright.sync_api import Browser, CDPSession
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import HTMLResponse
from starlette.staticfiles import StaticFiles

from bench.service import ROOT, running
from bot.settings import Settings
from bot.web.widget import launcher
from tests.browsing import chromium_running, serving

PEERS = ROOT / "bench" / "peers" / "node_modules"
COLUMNS = ("kB over the network", "usable, s", "blocked, ms", "slow: usable, s", "slow: blocked, ms")
RUNS = 3
LONG_TASKS = """
window.blocked = 0;
new PerformanceObserver((list) => {
  for (const task of list.getEntries()) window.blocked += Math.max(0, task.duration - 50);
}).observe({ type: "longtask", buffered: true });
"""
HEAD = '<!DOCTYPE html><html lang="en-GB"><meta charset="utf-8"><title>Peer</title>'
PAGES = {
    "deep-chat": (
        '<deep-chat demo="true"></deep-chat><script type="module" src="/deep-chat/dist/deepChat.bundle.js"></script>'
    ),
    "botframework-webchat, minimal": (
        '<div id="chat"></div><script src="/botframework-webchat/dist/webchat-minimal.js"></script>'
        "<script>WebChat.renderWebChat({directLine: {activity$: {subscribe: () => ({unsubscribe() {}})},"
        "connectionStatus$: {subscribe: (o) => { (o.next || o)(2); return {unsubscribe() {}}; }},"
        "postActivity: () => ({subscribe() {}}), end() {}}}, document.getElementById('chat'));</script>"
    ),
}
INPUTS = {"deep-chat": "#text-input", "botframework-webchat, minimal": "input[type=text], textarea"}


@dataclass(frozen=True)
class Seen:
    """One opening: bytes over the network, seconds to a usable input, milliseconds of long tasks over 50 each."""

    bytes: int
    usable: float
    blocked: float


def peers() -> FastAPI:
    """The other widgets, each on a page of its own."""
    app = FastAPI()
    for at, html in enumerate(PAGES.values()):
        app.add_api_route(f"/{at}", lambda html=html: HTMLResponse(HEAD + html))
    app.mount("/", StaticFiles(directory=PEERS))
    app.add_middleware(GZipMiddleware)
    return app


def opened(browser: Browser, address: str, field: str, slow: bool) -> Seen:
    """Open the page in a fresh context; `slow` is a processor 6 times slower, 1.6 Mbit/s and 150 ms."""
    context = browser.new_context(viewport={"width": 412, "height": 800})
    context.add_init_script(LONG_TASKS)
    page = context.new_page()
    session = context.new_cdp_session(page)
    received: list[int] = []
    session.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    session.send("Network.enable")
    if slow:
        _slow_down(session)
    page.goto(address, wait_until="commit")
    page.locator(field).last.wait_for(state="visible", timeout=60_000)
    usable = page.evaluate("performance.now()") / 1000
    page.wait_for_load_state("networkidle")
    seen = Seen(sum(received), usable, page.evaluate("window.blocked"))
    context.close()
    return seen


def _slow_down(session: CDPSession) -> None:
    speed = 1.6e6 / 8
    session.send("Emulation.setCPUThrottlingRate", {"rate": 6})
    session.send(
        "Network.emulateNetworkConditions",
        {"offline": False, "latency": 150, "downloadThroughput": speed, "uploadThroughput": speed},
    )


def _row(browser: Browser, address: str, field: str) -> tuple[str, ...]:
    fast, slow = ([opened(browser, address, field, slow) for _ in range(RUNS)] for slow in (False, True))
    return (
        f"{fast[0].bytes / 1000:.1f}",
        *(f(runs) for runs in (fast, slow) for f in (_usable, _blocked)),
    )


def _usable(runs: list[Seen]) -> str:
    return f"{median(seen.usable for seen in runs):.2f}"


def _blocked(runs: list[Seen]) -> str:
    return f"{median(seen.blocked for seen in runs):.0f}"


def figures() -> dict[str, tuple[str, ...]]:
    """A row for the chat, one for each peer that is there, and the launcher's size. Medians of RUNS openings."""
    rows: dict[str, tuple[str, ...]] = {}
    with chromium_running() as browser:
        with running() as service:
            rows["this chat"] = _row(browser, f"{service.address}/chat?area=walsall", "#text")
        if PEERS.is_dir():
            with serving(peers()) as address:
                for at, name in enumerate(PAGES):
                    rows[name] = _row(browser, f"{address}/{at}", INPUTS[name])
    script = gzip.compress(launcher(Settings.model_fields["leave_to"].default).encode(), mtime=0)
    rows["the launcher on a partnership's page"] = (f"{len(script) / 1000:.1f}", *[""] * 4)
    return rows


if __name__ == "__main__":
    for name, row in figures().items():
        print(f"{name}: {', '.join(f'{column} {figure}' for column, figure in zip(COLUMNS, row, strict=True))}")
