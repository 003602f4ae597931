"""Identifiers and names out of text. Pure, and linear in the text's length whatever its shape."""

from bot.redaction.removal import redact, to_understand

__all__ = ["redact", "to_understand"]
