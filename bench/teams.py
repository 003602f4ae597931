"""How fast Teams is acknowledged and answered: 200 messages in 20 conversations at once, against a local connector."""

from __future__ import annotations

import asyncio
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median

import httpx
from microsoft_agents.hosting.core import OutboundHostValidator

from bench.service import ROOT
from bot.dialogue.train import train_if_changed
from bot.settings import Settings
from bot.web.app import make_app
from tests.teams.issuer import Issuer
from tests.teams.service import WALSALL, Connector, Entra, activity, door_of, teams_on

CHATS, EACH = 20, 10
ANYWHERE = OutboundHostValidator(enabled=False)


async def measure(folder: Path) -> list[float]:
    """Seconds until each acknowledgement; prints the table."""
    settings = Settings(data_dir=folder, guidance_dir=ROOT / "guidance", turns_a_minute=10_000)
    app = make_app(settings, train_if_changed(ROOT, ROOT / "var" / "model"))
    teams = teams_on(app, Entra(), hosts=ANYWHERE)
    with Issuer() as issuer:
        door = httpx.ASGITransport(door_of(teams, issuer, ANYWHERE))
        async with (
            Connector().running() as connector,
            teams.running(),
            httpx.AsyncClient(transport=door, base_url="http://guide") as client,
        ):
            token = issuer.token(WALSALL.app_id, serviceurl=connector.url)
            begun, moment = time.perf_counter(), datetime.now(UTC)

            async def say(chat: int, n: int) -> float:
                at = (moment + timedelta(milliseconds=n)).isoformat()
                body = activity(chat=f"chat-{chat}", serviceUrl=connector.url, timestamp=at)
                answer = await client.post("/api/messages", json=body, headers={"Authorization": f"Bearer {token}"})
                assert answer.status_code == 202, answer.text
                return time.perf_counter() - begun

            waited = await asyncio.gather(*(say(chat, n) for n in range(EACH) for chat in range(CHATS)))
            await connector.wait(CHATS * EACH)
            answered = time.perf_counter() - begun
    waited = sorted(waited)
    print(f"{CHATS * EACH} messages in {CHATS} conversations at once, seconds")
    print(
        f"acknowledged: median {median(waited):.2f}, 95 % {waited[int(0.95 * len(waited))]:.2f}, last {waited[-1]:.2f}"
    )
    print(f"all answered: {answered:.1f}")
    return waited


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        asyncio.run(measure(Path(place)))
