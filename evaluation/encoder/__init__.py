"""Remaking the sentence encoder: needs torch, so it runs in an environment of its own (docs/nlu.md)."""
