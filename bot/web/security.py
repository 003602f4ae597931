"""The headers that keep our pages from being framed, sniffed, cached or made to run somebody else's code."""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HEADERS = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
}
HTTPS_ONLY = "max-age=31536000"
"""A year, and only this host: what stands beside it is not ours to decide (RFC 6797)."""

STATIC = "/static/"
CHAT = "/chat"


def content_security_policy(framed_by: tuple[str, ...] = ()) -> str:
    """The policy of a page that may be framed by ourselves and by these origins."""
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self'",
            "font-src 'self'",
            "connect-src 'self'",
            "frame-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            " ".join(("frame-ancestors 'self'", *framed_by)),
        )
    )


class SecurityHeaders:
    """ASGI, around everything: adds the headers to every response; a route that set one itself keeps its own.

    `https`: browsers are told to come by https alone. `frame_origins` may frame the chat and nothing else. Everything
    but the static files is also `no-store`: a page may show what was said about a child, and Back on a shared computer
    must not bring it up again. HEAD is answered as GET is, without the body (RFC 9110, 9.3.2).
    """

    def __init__(self, app: ASGIApp, frame_origins: tuple[str, ...] = (), https: bool = False) -> None:
        self.app = app
        self.headers = {**HEADERS, **({"Strict-Transport-Security": HTTPS_ONLY} if https else {})}
        self.policy, self.chat_policy = content_security_policy(), content_security_policy(frame_origins)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        head = scope["method"] == "HEAD"
        if head:
            scope = {**scope, "method": "GET"}
        of_chat = scope["path"] == CHAT or scope["path"].startswith(f"{CHAT}/")

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.setdefault("Content-Security-Policy", self.chat_policy if of_chat else self.policy)
                for name, value in self.headers.items():
                    headers.setdefault(name, value)
                if not scope["path"].startswith(STATIC):
                    headers.setdefault("Cache-Control", "no-store")
            elif head:
                message = {**message, "body": b""}
            await send(message)

        await self.app(scope, receive, send_with_headers)
