"""The organisation's sign-in service (OpenID Connect), by authlib: code flow with PKCE, state and nonce."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from authlib.integrations.starlette_client import OAuth

from bot.referrals.access.identity import Identity, IdentityRefused
from bot.settings import Settings

SIGNED_WITH = ("RS256", "PS256", "ES256")
"""Public-key signatures only: with HS256 or none, whoever knows the public key could write a token."""

DISCOVERY = "/.well-known/openid-configuration"


class IssuerMisfit(Exception):
    """What the issuer says of itself is not what was configured."""


@dataclass(frozen=True, slots=True)
class SignedInAccount:
    """An account that the issuer vouches for, with its roles."""

    identity: Identity
    roles: tuple[str, ...]


def make_issuer(settings: Settings) -> Any | None:
    """authlib's client of the issuer in the settings; None when none is set."""
    if settings.oidc_issuer is None or settings.oidc_client_secret is None:
        return None
    return OAuth().register(
        "organisation",
        client_id=settings.oidc_client_id,
        client_secret=settings.oidc_client_secret.get_secret_value(),
        server_metadata_url=settings.oidc_issuer.rstrip("/") + DISCOVERY,
        client_kwargs={"scope": "openid email profile", "code_challenge_method": "S256", "timeout": 10},
    )


async def trust(issuer: Any, settings: Settings) -> None:
    """Read the issuer's metadata, once, and narrow it to what we accept. Raises IssuerMisfit, or httpx2.HTTPError."""
    metadata = await issuer.load_server_metadata()
    if metadata.get("issuer") != settings.oidc_issuer:
        raise IssuerMisfit("the metadata names another issuer than CSPR_OIDC_ISSUER")
    offered = metadata.get("id_token_signing_alg_values_supported") or ["RS256"]
    accepted = [name for name in offered if name in SIGNED_WITH]
    if not accepted:
        raise IssuerMisfit("the issuer offers no signature that is accepted")
    metadata["id_token_signing_alg_values_supported"] = accepted


def account(claims: Mapping[str, Any], settings: Settings) -> SignedInAccount:
    """The account in an ID token that has been verified. Raises IdentityRefused for another tenant.

    Entra ID proves an address by `xms_edov`, others by `email_verified` (OpenID Connect Core 5.1).
    """
    if settings.oidc_tenant is not None and claims.get("tid") != settings.oidc_tenant:
        raise IdentityRefused("Your account belongs to another organisation")
    proved = claims.get("email_verified") is True or claims.get("xms_edov") in (True, 1, "1", "true")
    held = claims.get(settings.oidc_role_claim) or []
    roles = (held,) if isinstance(held, str) else tuple(role for role in held if isinstance(role, str))
    email, name = (str(claims.get(key) or "") for key in ("email", "name"))
    identity = Identity(str(claims["iss"]), str(claims["sub"]), email, proved, name[:200])
    return SignedInAccount(identity, roles)
