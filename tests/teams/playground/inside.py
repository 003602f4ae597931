"""Runs inside the namespace: the service, and Microsoft's Agents Playground before it.

`python -m tests.teams.playground.inside FOLDER`. Both can be reached from outside by Unix sockets in the folder, which
no network namespace hides. Ends when its standard input does.
"""

from __future__ import annotations

import asyncio
import os
import socket
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

import uvicorn

from bot.dialogue.turn_context import TurnContext
from bot.rasa.talk import Talk, Utterance
from bot.rasa.train import train_if_changed
from bot.settings import load_settings
from bot.web.app import make_app
from tests.conftest import ROOT
from tests.teams.playground.cast import PERSONAL, write_config
from tests.teams.playground.loopback import raise_loopback

SERVICE, PLAYGROUND = 3978, 56150
SLOW = "What is the purpose of a review? Take your time."
CLI = Path(__file__).parent / "node_modules" / "@microsoft" / "m365agentsplayground" / "cli.js"


class SometimesSlow:
    """The dialogue, which takes two seconds to think about one message."""

    def __init__(self, talk: Talk) -> None:
        self.talk, self.agent = talk, talk.agent

    async def say(self, turn: TurnContext, message: str, *, minted: bool) -> list[Utterance]:
        if message == SLOW:
            await asyncio.sleep(2)
        return await self.talk.say(turn, message, minted=minted)


async def playground(folder: Path) -> asyncio.subprocess.Process:
    """Start it and wait until it answers."""
    write_config(folder / "playground.yml")
    environment = {
        **os.environ,
        "TEAMSAPPTESTER_BROWSER": "none",
        "M365_AGENTS_PLAYGROUND_CONFIG_PATH": str(folder / "playground.yml"),
        "M365_AGENTS_PLAYGROUND_LOGFILE": str(folder / "playground.log"),
    }
    endpoint = f"http://127.0.0.1:{SERVICE}/api/messages"
    arguments = ["start", "-e", endpoint, "-c", "msteams", "-p", str(PLAYGROUND), "--conversation-id", PERSONAL]
    with (folder / "playground.out").open("w") as out:
        process = await asyncio.create_subprocess_exec(
            os.environ["NODE"],
            str(CLI),
            *arguments,
            "--disable-telemetry",
            cwd=folder,
            env=environment,
            stdout=out,
            stderr=out,
        )
    until = time.monotonic() + 60
    while time.monotonic() < until and process.returncode is None:
        try:
            await asyncio.to_thread(urllib.request.urlopen, f"http://127.0.0.1:{PLAYGROUND}/_debug/ping")
            return process
        except (urllib.error.URLError, OSError):
            await asyncio.sleep(0.1)
    sys.exit(f"The Playground did not start: see {folder / 'playground.out'}")


async def relay(path: Path, port: int) -> asyncio.Server:
    """Passes a Unix socket on to a port of the loopback."""

    async def pump(source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
        try:
            while data := await source.read(65536):
                sink.write(data)
                await sink.drain()
        except ConnectionError:
            pass
        finally:
            sink.close()

    async def connect(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        far_reader, far_writer = await asyncio.open_connection("127.0.0.1", port)
        await asyncio.gather(pump(reader, far_writer), pump(far_reader, writer))

    return await asyncio.start_unix_server(connect, path)


async def main(folder: Path) -> None:
    """Serve until the standard input ends."""
    raise_loopback()
    settings = load_settings()
    app = make_app(settings, train_if_changed(ROOT, ROOT / "models"))
    app.state.conversations.talk = SometimesSlow(app.state.conversations.talk)
    server = uvicorn.Server(uvicorn.Config(app, ws="none", log_level="warning", access_log=False))
    doors: list[Any] = [socket.socket(), socket.socket(socket.AF_UNIX)]
    doors[0].bind(("127.0.0.1", SERVICE))
    doors[1].bind(str(folder / "service.sock"))
    serving = asyncio.create_task(server.serve(sockets=doors))
    process = await playground(folder)
    await relay(folder / "playground.sock", PLAYGROUND)
    print("ready", flush=True)
    await asyncio.to_thread(sys.stdin.read)
    process.terminate()
    await process.wait()
    server.should_exit = True
    await serving


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1])))
