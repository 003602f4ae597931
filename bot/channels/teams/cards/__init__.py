"""Adaptive Cards, version 1.5 (adaptivecards.io): the newest that Teams shows on every client."""
