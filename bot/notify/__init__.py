"""Telling leads something by e-mail. No message holds anything about a case."""
