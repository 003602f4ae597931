"""Tick boxes copied from a form: "☐ Yes ☒ No" means no."""

import re

_MARK = re.compile(r"[☐☑☒✓✔✗✘]|\[ ?[xX✓✔]? ?\]")
_TICKED = re.compile(r"[☑☒✓✔]|\[ ?[xX✓✔] ?\]")


def ticked(text: str) -> str | None:
    """The words of the boxes that are ticked, with commas between; "" where none is; None where there are no boxes.

    A box stands before its words where the text begins with one, else after them.
    """
    marks = list(_MARK.finditer(text))
    if not marks:
        return None
    before = not text[: marks[0].start()].strip()
    chosen = []
    for number, mark in enumerate(marks):
        if not _TICKED.match(mark.group()):
            continue
        if before:
            end = marks[number + 1].start() if number + 1 < len(marks) else len(text)
            words = text[mark.end() : end]
        else:
            words = text[marks[number - 1].end() if number else 0 : mark.start()]
        chosen.append(words.strip(" \t\n:;,.-"))
    return ", ".join(word for word in chosen if word)
