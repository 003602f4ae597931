"""Names of people and conversations in Teams, as they are stored: keyed hashes, which only this service can make."""

from __future__ import annotations

import hmac


def keyed(secret: str, *parts: str) -> str:
    """HMAC-SHA256 of the parts, as 64 hexadecimal digits. `secret` is the service's secret key."""
    return hmac.new(secret.encode(), "\x1f".join(parts).encode(), "sha256").hexdigest()


def chat_key(secret: str, tenant: str, conversation: str, user: str) -> str:
    """The key of one person in one conversation of one tenant."""
    return keyed(secret, "teams-chat", tenant.lower(), conversation, user)


def account_key(secret: str, tenant: str, object_id: str) -> str:
    """The key of an account: its tenant and its object id in Entra."""
    return keyed(secret, "teams-account", tenant.lower(), object_id.lower())


def activity_key(secret: str, chat: str, kind: str, *marks: str) -> str:
    """The key of one thing that happened in a chat: the same thing sent again has the same key."""
    return keyed(secret, "teams-activity", chat, kind, *marks)
