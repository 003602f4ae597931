"""An OpenID Connect issuer on this machine, with keys of its own, that can be told to lie."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import parse_qs, urlencode

import uvicorn
from joserfc import jwt
from joserfc.jwk import ECKey, RSAKey
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

CLIENT, SECRET, TENANT = "the-guide", "a secret for tests", "tenant-of-the-council"


class StubIssuer:
    """`claims` replaces claims of the next token (None takes one out); `signed_with`, `algorithm`: how to sign."""

    def __init__(self) -> None:
        self.url = ""
        self.key = RSAKey.generate_key(2048, {"kid": "one"})
        self._asked: dict[str, dict[str, str]] = {}
        self.be_honest()
        self.app = Starlette(
            routes=[
                Route("/.well-known/openid-configuration", self.configuration),
                Route("/authorize", self.authorize),
                Route("/token", self.token, methods=["POST"]),
                Route("/keys", self.keys),
            ]
        )

    def be_honest(self) -> None:
        """Answer, and tell the truth."""
        self.claims: dict[str, Any] = {}
        self.signed_with: Any = self.key
        self.algorithm = "RS256"
        self.metadata: dict[str, Any] = {}
        self.answering = True

    async def configuration(self, _request: Request) -> Response:
        if not self.answering:
            return Response(status_code=503)
        return JSONResponse(
            {
                "issuer": self.url,
                "authorization_endpoint": f"{self.url}/authorize",
                "token_endpoint": f"{self.url}/token",
                "jwks_uri": f"{self.url}/keys",
                "id_token_signing_alg_values_supported": ["none", "HS256", "RS256"],
                "token_endpoint_auth_methods_supported": ["client_secret_basic"],
            }
            | self.metadata
        )

    async def keys(self, _request: Request) -> Response:
        return JSONResponse({"keys": [self.key.as_dict(private=False)]})

    async def authorize(self, request: Request) -> Response:
        """Sign the user in at once, and send them back with a code."""
        asked = dict(request.query_params)
        assert asked["response_type"] == "code"
        assert asked["code_challenge_method"] == "S256"
        assert "openid" in asked["scope"].split()
        code = secrets.token_urlsafe(16)
        self._asked[code] = asked
        return RedirectResponse(asked["redirect_uri"] + "?" + urlencode({"code": code, "state": asked["state"]}), 302)

    async def token(self, request: Request) -> Response:
        """The code for a token: once, with the client's secret and the verifier of the challenge (RFC 7636)."""
        sent = {name: values[0] for name, values in parse_qs((await request.body()).decode()).items()}
        basic = base64.b64encode(f"{CLIENT}:{SECRET}".replace(" ", "%20").encode()).decode()
        plain = base64.b64encode(f"{CLIENT}:{SECRET}".encode()).decode()
        asked = self._asked.pop(sent.get("code", ""), None)
        if asked is None or request.headers.get("authorization") not in (f"Basic {basic}", f"Basic {plain}"):
            return JSONResponse({"error": "invalid_grant"}, 400)
        challenge = hashlib.sha256(sent["code_verifier"].encode()).digest()
        if base64.urlsafe_b64encode(challenge).rstrip(b"=").decode() != asked["code_challenge"]:
            return JSONResponse({"error": "invalid_grant"}, 400)
        return JSONResponse({"access_token": "x", "token_type": "Bearer", "id_token": self._id_token(asked["nonce"])})

    def _id_token(self, nonce: str) -> str:
        moment = int(time.time())
        claims = {
            "iss": self.url, "aud": CLIENT, "sub": "subject-1", "tid": TENANT, "nonce": nonce, "iat": moment,
            "exp": moment + 300, "email": "Ada.Lead@example.org", "email_verified": True, "name": "Ada Lead",
            "roles": ["Lead.Walsall"],
        }  # fmt: skip
        said = {name: value for name, value in (claims | self.claims).items() if value is not None}
        header = {"alg": self.algorithm, "kid": "one"}
        if isinstance(self.signed_with, bytes):
            signed = ".".join(_base64(json.dumps(part).encode()) for part in (header, said))
            mac = hmac.digest(self.signed_with, signed.encode(), "sha256") if self.algorithm == "HS256" else b""
            return f"{signed}.{_base64(mac)}"
        return jwt.encode(header, said, self.signed_with, algorithms=[self.algorithm])


def _base64(part: bytes) -> str:
    return base64.urlsafe_b64encode(part).rstrip(b"=").decode()


def another_key() -> RSAKey:
    """A key that the issuer does not publish, under the name of one that it does."""
    return RSAKey.generate_key(2048, {"kid": "one"})


def public_key_as_secret(issuer: StubIssuer) -> bytes:
    """The published key misused as a shared secret (the HS256 confusion)."""
    return issuer.key.as_pem(private=False)


def curve_key() -> ECKey:
    """A key of another kind."""
    return ECKey.generate_key("P-256", {"kid": "one"})


@contextmanager
def running_issuer() -> Iterator[StubIssuer]:
    """The issuer on a free port of this machine."""
    issuer = StubIssuer()
    server = uvicorn.Server(uvicorn.Config(issuer.app, host="127.0.0.1", port=0, ws="none", log_level="error"))
    started = threading.Event()
    startup = server.startup

    async def tell(*args: Any, **kwargs: Any) -> None:
        await startup(*args, **kwargs)
        started.set()

    vars(server)["startup"] = tell
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    assert started.wait(20)
    issuer.url = f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    yield issuer
    server.should_exit = True
    thread.join(20)
