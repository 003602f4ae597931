"""Colours and sizes of drawings. Every text colour has a contrast of at least 7 to 1 on white, 4.5 on its stripe."""

from __future__ import annotations

INK = "#0b0c0c"
MUTED = "#484d51"
NATIONAL = "#144e81"
LOCAL = "#4c2c92"
STRIPE = "#f3f4f5"
RULE = "#d8dadc"

TEXT = 13.0
SMALL = 11.5
