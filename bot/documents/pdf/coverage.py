"""Finds out which characters Typst's own fonts draw: `python -m bot.documents.pdf.coverage`, for a new `typst`."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path

import typst

FILE = Path(__file__).with_name("drawable.txt")
HEAD = "# Written by coverage.py: code points that the fonts inside the typst wheel draw. Ranges, ends included."
PLANES = 0x20000
AT_ONCE = 256
SKIPPED = ("Cc", "Cs", "Cn", "Cf", "Co")
PROBE = b"""
#set document(title: "Probe", date: none)
#set text(lang: "en", font: ("Libertinus Serif", "New Computer Modern", "DejaVu Sans Mono"))
#for character in json(bytes(sys.inputs.characters)) { par(character) }
"""
REFUSED = re.compile(r'the text `"((?:[^"\\]|\\.)*)"`')
ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}|\\(.)")


def refused(characters: list[str]) -> set[str]:
    """Those that the compiler refuses to put into a PDF/UA-1."""
    given = {"characters": json.dumps(characters)}
    try:
        typst.compile(PROBE, ignore_system_fonts=True, sys_inputs=given, pdf_standards=["ua-1"])
    except typst.TypstError as error:
        found = REFUSED.findall(str(error.diagnostic))
        return set("".join(ESCAPED.sub(lambda m: chr(int(m[1], 16)) if m[1] else m[2], each) for each in found))
    return set()


def drawable() -> list[int]:
    """Every code point that is drawn, ascending."""
    found: list[int] = []
    for start in range(0, PLANES, AT_ONCE):
        block = (chr(code) for code in range(start, start + AT_ONCE))
        left = [character for character in block if unicodedata.category(character) not in SKIPPED]
        while left and (no := refused(left)):
            left = [character for character in left if character not in no]
        found += map(ord, left)
    return found


def written(codes: list[int]) -> str:
    """As ranges, one a line."""
    runs: list[list[int]] = []
    for code in codes:
        if runs and runs[-1][1] == code - 1:
            runs[-1][1] = code
        else:
            runs.append([code, code])
    return "\n".join([HEAD, *(f"{first:04X}-{last:04X}" for first, last in runs)]) + "\n"


if __name__ == "__main__":
    FILE.write_text(written(drawable()), encoding="ascii")
