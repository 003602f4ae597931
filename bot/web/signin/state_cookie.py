"""Where authlib keeps state, nonce and code verifier while the browser is away at the issuer: a signed cookie."""

from __future__ import annotations

from starlette.middleware.sessions import SessionMiddleware
from starlette.types import ASGIApp

from bot.settings import Settings
from bot.web.signin.cookies import VISIT_PATH

AWAY = 10 * 60
"""Seconds to sign in at the issuer."""


class SignInState(SessionMiddleware):
    """Starlette's session cookie, for the sign-in pages only, for ten minutes. Lax, because the way back is a link."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        super().__init__(
            app,
            secret_key=f"sign-in state:{settings.key}",
            session_cookie="sign_in_state",
            path=VISIT_PATH,
            max_age=AWAY,
            same_site="lax",
            https_only=settings.public_url.startswith("https:"),
        )
