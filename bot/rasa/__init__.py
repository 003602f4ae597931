"""Rasa, and all that we changed in it: docs/rasa.md."""
