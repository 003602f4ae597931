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
from bot.rasa.train import train_if_changed
from bot.settings import Settings
from bot.web.app import make_app
from tests.teams.issuer import Issuer
from tests.teams.service import WALSALL, Connector, Entra, activity, door_of, teams_on

CHATS, EACH = 20, 10
ANYWHERE = OutboundHostValidator(enabled=False)


def figures() -> dict[str, str]:
    """Seconds until the messages are acknowledged, and until all are answered."""
    with tempfile.TemporaryDirectory() as folder:
        waited, answered = asyncio.run(_measure(Path(folder)))
    return {
        "acknowledged, median": f"{median(waited):.1f} s",
        "acknowledged, the last": f"{waited[-1]:.1f} s",
        "all answered": f"{answered:.1f} s",
    }


async def _measure(folder: Path) -> tuple[list[float], float]:
    settings = Settings(data_dir=folder, guidance_dir=ROOT / "guidance", turns_a_minute=10_000)
    app = make_app(settings, train_if_changed(ROOT, ROOT / "models"))
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
    return sorted(waited), answered


if __name__ == "__main__":
    for name, figure in figures().items():
        print(f"{name}: {figure}")
