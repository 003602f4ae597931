"""Judged on authors it has not read: `python -m evaluation.authors --encoder FOLDER --hold-out AUTHOR,AUTHOR`.

FOLDER: an encoder made without these authors (`evaluation/encoder/remake.py --hold-out`). From these lines come the
temperature, the share from which the guide is sure, and the share from which it takes danger as said (`config.yml`).
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from rich.progress import track
from rich.table import Table
from scipy.optimize import minimize_scalar
from scipy.special import log_softmax, softmax

from bot.dialogue.components.line_classifier import LineClassifier
from bot.sentences.encoder import FOLDER, Encoder
from evaluation.lines import Line, training_lines

Numbers = NDArray[np.float32]
console = Console()


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--encoder", type=Path, default=FOLDER)
    ask.add_argument("--hold-out", required=True)
    ask.add_argument("--strictness", type=float, default=0.3)
    asked = ask.parse_args()
    encoder, held = Encoder(asked.encoder), asked.hold_out.split(",")
    lines = training_lines()
    read = [line for line in lines if line.author not in held]
    unread = [line for line in lines if line.author in held]
    mine, theirs = vectors(encoder, read), vectors(encoder, unread)
    wanted = np.array([line.intent for line in unread])
    table = Table("features", *held, "all", "first three")
    for name, weight in (("words and pieces", 0.0), ("the sentence alone", None), ("both", 1.0)):
        margins, classes = judge(read, unread, mine, theirs, weight, asked.strictness)
        table.add_row(name, *scores(margins, classes, unread, held))
    console.print(table)
    known = np.isin(wanted, classes)
    places = np.searchsorted(classes, wanted[known])
    temperature = best_temperature(margins[known], places)
    shares = softmax(margins / temperature, axis=1)
    console.print(f"temperature {temperature:.3f}")
    console.print(sureness(shares, classes, wanted), danger(shares[:, list(classes).index("danger_now")], wanted))


def vectors(encoder: Encoder, lines: list[Line]) -> Numbers:
    return np.concatenate([encoder.encode([line.text]) for line in track(lines, "Reading", console=console)])


def judge(
    read: list[Line], unread: list[Line], mine: Numbers, theirs: Numbers, weight: float | None, strictness: float
) -> tuple[Numbers, NDArray[np.str_]]:
    """Margins of the unread lines, and the classes. `weight` of the sentence vector; None: nothing but it."""
    texts = [[line.text if weight is not None else "alone" for line in part] for part in (read, unread)]
    scale = 1.0 if weight is None else weight
    model = LineClassifier.fit(texts[0], mine * scale, [line.intent for line in read], strictness=strictness)
    return model.margins(texts[1], theirs * scale), np.array(model.classes)


def scores(margins: Numbers, classes: NDArray[np.str_], lines: list[Line], authors: list[str]) -> list[str]:
    """Share right of each author and of all, and share in the first three."""
    best = classes[np.argsort(-margins, axis=1)[:, :3]]
    wanted, who = (np.array(column) for column in ([line.intent for line in lines], [line.author for line in lines]))
    right = best[:, 0] == wanted
    three = (best == wanted[:, None]).any(axis=1)
    return [
        f"{share:.3f}" for share in (*(right[who == author].mean() for author in authors), right.mean(), three.mean())
    ]


def best_temperature(margins: Numbers, places: NDArray[np.intp]) -> float:
    """Under which the shares told are likeliest to have been right as often as they say."""

    def surprise(temperature: float) -> float:
        return -float(log_softmax(margins / temperature, axis=1)[np.arange(len(places)), places].mean())

    return float(minimize_scalar(surprise, bounds=(0.02, 1.0), method="bounded").x)


def sureness(shares: Numbers, classes: NDArray[np.str_], wanted: NDArray[np.str_]) -> Table:
    """What it would be to answer at once from each share on."""
    table = Table("sure from", "answered at once", "right of those", "sure and wrong, of all")
    top, right = shares.max(axis=1), classes[shares.argmax(axis=1)] == wanted
    for edge in (0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95):
        sure = top >= edge
        table.add_row(f"{edge}", f"{sure.mean():.3f}", f"{right[sure].mean():.3f}", f"{(sure & ~right).mean():.3f}")
    return table


def danger(shares: Numbers, wanted: NDArray[np.str_]) -> Table:
    """What it would be to take danger as said from each share on."""
    table = Table("danger from", "caught", "false alarms among all other lines")
    said = wanted == "danger_now"
    for edge in (0.02, 0.04, 0.06, 0.08, 0.1, 0.15, 0.3, 0.5):
        table.add_row(f"{edge}", f"{(shares[said] >= edge).mean():.3f}", f"{(shares[~said] >= edge).mean():.4f}")
    return table


if __name__ == "__main__":
    main()
