"""The two icons, drawn here: a speech bubble with an arrow that leads on.

Each point of a picture is asked how far it is from the shapes' edges; the distance gives its colour.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from math import hypot

Pixel = tuple[int, int, int, int]
BLUE, WHITE = (0x12, 0x43, 0x6D), (0xFF, 0xFF, 0xFF)
STROKE = 0.075
"""Width of a line, in parts of the picture's width."""


def color_icon() -> bytes:
    """192 x 192, full colour, as PNG."""
    return _png(192, _on_blue)


def outline_icon() -> bytes:
    """32 x 32, white on transparent, as PNG."""
    return _png(32, _white_lines)


def _on_blue(x: float, y: float, soft: float) -> Pixel:
    bubble, arrow = _cover(_bubble(x, y), soft), _cover(_arrow(x, y), soft)
    white = bubble * (1 - arrow)
    red, green, blue = (round(b + (w - b) * white) for b, w in zip(BLUE, WHITE, strict=True))
    return red, green, blue, 255


def _white_lines(x: float, y: float, soft: float) -> Pixel:
    line = _cover(abs(_bubble(x, y)) - STROKE / 2, soft)
    return (*WHITE, round(255 * max(line, _cover(_arrow(x, y), soft))))


def _bubble(x: float, y: float) -> float:
    """Distance to the edge of the bubble, less than 0 inside."""
    left, right = abs(x - 0.5) - 0.26, abs(y - 0.43) - 0.16
    box = hypot(max(left, 0), max(right, 0)) + min(max(left, right), 0) - 0.09
    tail = max(y - 0.86, 0.60 - y, 0.28 - x, (x - 0.28) - (0.86 - y) * 0.9)
    return min(box, tail)


def _arrow(x: float, y: float) -> float:
    lines = (((0.33, 0.43), (0.67, 0.43)), ((0.54, 0.31), (0.67, 0.43)), ((0.54, 0.55), (0.67, 0.43)))
    return min(_to_line(x, y, *line) for line in lines) - STROKE / 2


def _to_line(x: float, y: float, start: tuple[float, float], end: tuple[float, float]) -> float:
    dx, dy = end[0] - start[0], end[1] - start[1]
    along = max(0.0, min(1.0, ((x - start[0]) * dx + (y - start[1]) * dy) / (dx * dx + dy * dy)))
    return hypot(x - start[0] - along * dx, y - start[1] - along * dy)


def _cover(distance: float, soft: float) -> float:
    """How much of the point is inside: 1 well inside, 0 well outside, in between at the edge."""
    return max(0.0, min(1.0, 0.5 - distance / soft))


def _png(size: int, draw: Callable[[float, float, float], Pixel]) -> bytes:
    """A square picture as PNG with alpha, 8 bits a channel (PNG specification, third edition)."""
    rows = b"".join(
        b"\0" + b"".join(bytes(draw((x + 0.5) / size, (y + 0.5) / size, 1 / size)) for x in range(size))
        for y in range(size)
    )
    header = struct.pack(">IIBBBBB", size, size, 8, 6, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
