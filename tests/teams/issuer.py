"""A stand-in for the Bot Framework's issuer: its keys on a port of this machine, and tokens good and bad."""

from __future__ import annotations

import base64
import hmac
import json
import threading
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import jwt
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from jwt.algorithms import RSAAlgorithm

ISSUER = "https://api.botframework.com"
SERVICE_URL = "https://smba.trafficmanager.net/uk/"


def new_key() -> rsa.RSAPrivateKey:
    """A key of our own."""
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


@dataclass
class Issuer:
    """Signs with `key`; serves its public half. `fetched` counts how often."""

    key: rsa.RSAPrivateKey = field(default_factory=new_key)
    fetched: int = 0

    def __enter__(self) -> Issuer:
        jwk = {**json.loads(RSAAlgorithm.to_jwk(self.key.public_key())), "kid": "one", "use": "sig", "alg": "RS256"}
        issuer = self

        class Keys(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                issuer.fetched += 1
                self.send_response(200)
                self.end_headers()
                self.wfile.write(json.dumps({"keys": [jwk]}).encode())

            def log_message(self, *_: Any) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Keys)
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    @property
    def url(self) -> str:
        """Where its keys are."""
        return f"http://127.0.0.1:{self._server.server_port}/keys"

    def claims(self, app_id: str, **changed: Any) -> dict[str, Any]:
        """What a good token says; `None` takes a claim out."""
        now = int(time.time())
        good = {"iss": ISSUER, "aud": app_id, "nbf": now - 60, "exp": now + 3600, "serviceurl": SERVICE_URL}
        return {name: value for name, value in (good | changed).items() if value is not None}

    def token(
        self, app_id: str, *, key: Any = None, alg: str = "RS256", kid: str | None = "one", **changed: Any
    ) -> str:
        """A token, good unless something is changed."""
        headers = {"kid": kid} if kid else {}
        return jwt.encode(self.claims(app_id, **changed), key or self.key, algorithm=alg, headers=headers)

    def unsigned(self, app_id: str) -> str:
        """A token with the algorithm `none`."""
        return jwt.encode(self.claims(app_id), "", algorithm="none", headers={"kid": "one"})

    def signed_with_the_public_key(self, app_id: str) -> str:
        """A token with HS256, whose secret is our public key: taken by whoever lets the token choose."""
        pem = self.key.public_key().public_bytes(
            serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
        )
        head = _part({"alg": "HS256", "typ": "JWT", "kid": "one"}) + "." + _part(self.claims(app_id))
        return f"{head}.{_base64(hmac.digest(pem, head.encode(), 'sha256'))}"


def _part(value: Any) -> str:
    return _base64(json.dumps(value).encode())


def _base64(value: bytes) -> str:
    return base64.urlsafe_b64encode(value).rstrip(b"=").decode()
