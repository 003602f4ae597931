"""A real SMTP server, and a stand-in for GOV.UK Notify's API that is a real HTTP server."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from queue import Queue
from typing import Any

from aiosmtpd.smtp import SMTP


class Postbox:
    """An SMTP server's handler that keeps what arrives; while `refusing` is set it takes nothing."""

    def __init__(self) -> None:
        self.mails: list[tuple[list[str], EmailMessage]] = []
        self.refusing = False

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802 - aiosmtpd looks for this name
        if self.refusing:
            return "451 try again later"
        message = message_from_bytes(envelope.content, policy=default)
        assert isinstance(message, EmailMessage)
        self.mails.append((envelope.rcpt_tos, message))
        return "250 OK"


@asynccontextmanager
async def mail_server(postbox: Postbox) -> AsyncIterator[int]:
    """A real SMTP server on a free port, which it yields."""
    serving = asyncio.get_running_loop().create_server(lambda: SMTP(postbox), "127.0.0.1", 0)
    async with await serving as server:
        yield server.sockets[0].getsockname()[1]


@dataclass
class Notify:
    """What the stand-in was asked for: each request's path, token and JSON. `status` is what it answers with."""

    url: str = ""
    status: int = 201
    asked: list[tuple[str, str, dict[str, Any]]] = field(default_factory=list)


@contextmanager
def notify_api() -> Iterator[Notify]:
    """A running stand-in for the API."""
    notify = Notify()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            notify.asked.append((self.path, self.headers["Authorization"], body))
            answer = {"id": "1"} if notify.status == 201 else {"errors": [{"error": "x", "message": "not taken"}]}
            self.send_response(notify.status)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(json.dumps(answer).encode())

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    notify.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield notify
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def mail_server_in_thread(postbox: Postbox) -> Iterator[tuple[Postbox, int]]:
    """The same server in a thread of its own, for tests that block: the postbox and the port."""
    loop = asyncio.new_event_loop()
    listening: Queue[int] = Queue()
    stop = asyncio.Event()

    async def serve() -> None:
        async with mail_server(postbox) as port:
            listening.put(port)
            await stop.wait()

    thread = threading.Thread(target=loop.run_until_complete, args=(serve(),))
    thread.start()
    try:
        yield postbox, listening.get(timeout=30)
    finally:
        loop.call_soon_threadsafe(stop.set)
        thread.join()
        loop.close()
