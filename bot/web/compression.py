"""The chat page, compressed: it is opened on telephones, on slow lines."""

from __future__ import annotations

from starlette.middleware.gzip import GZipMiddleware
from starlette.types import ASGIApp, Receive, Scope, Send


class CompressedChat:
    """ASGI middleware. Of all pages only the chat is compressed.

    Nothing that another site sends comes back in it, so the length of the answer tells nobody what is in it
    (BREACH).
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app, self.compressed = app, GZipMiddleware(app, minimum_size=500)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        of_chat = scope["type"] == "http" and scope["path"] == "/chat"
        await (self.compressed if of_chat else self.app)(scope, receive, send)
