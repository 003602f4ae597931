"""Teach the joint reader and keep it in eight bits (docs/nlu.md).

`python -m evaluation.joint.learn bot/reading/joint` teaches the one in use from all but every fourteenth message, and
fits by those how scores become shares. `--hold-out community` leaves out a whole voice instead, to judge by.
"""

from __future__ import annotations

import argparse
import json
import random
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from torch import Tensor, nn
from torch.nn import functional
from torch.optim.lr_scheduler import LambdaLR

from bot.reading.joint.labels import LABELS
from bot.reading.joint.reader import FITTED, LONGEST, NETWORK
from evaluation.encoder.network import Network, mask_of, through
from evaluation.encoder.remake import batches, export
from evaluation.joint.sources import Example, examples, fingerprint, words_of_questions

EPOCHS, RATE, HEAD_RATE = 4, 3e-4, 3e-3
SMOOTHING, FORGET = 0.02, 0.08
HELD_OUT = 14
"""One message of so many is left out, to fit by."""
FEWEST = 12
"""Lines on each side without which a label's fit is that of all labels together."""


class Joint(nn.Module):
    """Ids of word pieces to a score for each label. Each label looks at the pieces by itself: one injury, one age and
    one denial stand in different places of a sentence, and their mean says little of any."""

    def __init__(self) -> None:
        super().__init__()
        self.network = Network()
        self.looks = nn.Parameter(torch.randn(len(LABELS), 384) * 0.02)
        self.weights = nn.Parameter(torch.randn(len(LABELS), 384) * 0.02)
        self.offsets = nn.Parameter(torch.full((len(LABELS),), -3.0))

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        return self.scores(self.network.bert(input_ids=ids, attention_mask=mask).last_hidden_state, mask.float())

    def scores(self, states: Tensor, mask: Tensor) -> Tensor:
        looks = states @ self.looks.T + (1 - mask)[:, :, None] * -1e9
        seen = functional.softmax(looks, dim=1).transpose(1, 2) @ states
        return (seen * self.weights).sum(-1) + self.offsets

    def finish(self, begun: list[Tensor], forget: float = 0.0) -> Tensor:
        mask = mask_of([len(state) for state in begun])
        rows = nn.utils.rnn.pad_sequence([state.float() for state in begun], batch_first=True)
        if forget:
            kept = torch.rand(mask.shape) > forget
            kept[:, 0] = True
            mask = mask * kept
        with torch.autocast("cpu", torch.bfloat16):
            rows = through(self.network.upper, rows, mask)
        return self.scores(rows.float(), mask)

    @torch.no_grad()
    def beginnings(self, lines: list[Example]) -> list[Tensor]:
        """What the frozen layers make of each line under its question."""
        asked = words_of_questions()
        read = self.network.tokenizer(
            [asked.get(line.question, "") for line in lines],
            [line.text for line in lines],
            truncation=True,
            max_length=LONGEST,
        )["input_ids"]
        found: list[Tensor] = [torch.empty(0)] * len(read)
        order = sorted(range(len(read)), key=lambda place: len(read[place]))
        for start in range(0, len(order), 64):
            places = order[start : start + 64]
            rows = nn.utils.rnn.pad_sequence([torch.tensor(read[place]) for place in places], batch_first=True)
            mask = mask_of([len(read[place]) for place in places])
            with torch.autocast("cpu", torch.bfloat16):
                states = through(self.network.lower, self.network.bert.embeddings(input_ids=rows), mask)
            for row, place in enumerate(places):
                found[place] = states[row, : len(read[place])].to(torch.bfloat16)
        return found


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("folder", type=Path)
    ask.add_argument("--hold-out", default="", help="a voice (file of data/messages) to leave out")
    asked = ask.parse_args()
    torch.manual_seed(7)
    random.seed(7)
    lines, held = parted(examples(), asked.hold_out)
    joint = Joint()
    learn(joint, lines)
    asked.folder.mkdir(parents=True, exist_ok=True)
    export(joint.eval(), asked.folder / NETWORK, output="scores")
    told = {**fit(joint, held), "taught_from": fingerprint()}
    (asked.folder / FITTED).write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


def parted(lines: list[Example], voice: str) -> tuple[list[Example], list[Example]]:
    """What to learn from, and what to fit by: a voice, or every few of the labelled messages with all that repeat
    them."""
    texts = list(dict.fromkeys(line.text for line in lines if line.voice not in ("replies", "nlu")))
    held = set(texts[::HELD_OUT])
    is_held = [line.voice == voice if voice else line.text in held for line in lines]
    taught = [line for line, out in zip(lines, is_held, strict=True) if not out]
    return taught, [line for line, out in zip(lines, is_held, strict=True) if out]


def learn(joint: Joint, lines: list[Example]) -> None:
    """Each label by itself, where a line says whether it holds."""
    print(f"{len(lines)} lines", flush=True)
    begun = joint.eval().beginnings(lines)
    wanted = torch.tensor(np.stack([line.wanted for line in lines]))
    said = ~torch.isnan(wanted)
    wanted = torch.nan_to_num(wanted)
    body = list(joint.network.upper.parameters())
    optimiser = torch.optim.AdamW(
        [
            {"params": [weight for weight in body if weight.ndim > 1], "weight_decay": 0.01},
            {"params": [weight for weight in body if weight.ndim < 2], "weight_decay": 0.0},
            {"params": [joint.looks, joint.weights, joint.offsets], "weight_decay": 0.0, "lr": HEAD_RATE},
        ],
        lr=RATE,
    )
    steps = EPOCHS * (len(lines) // 48 + 1)
    slope = LambdaLR(optimiser, lambda step: min(1, (step + 1) / (steps * 0.1)) * max(0.0, 1 - step / steps))
    joint.train()
    step = 0
    for _ in range(EPOCHS):
        for places in batches([len(state) for state in begun]):
            scores = joint.finish([begun[place] for place in places], FORGET)
            smooth = wanted[places] * (1 - SMOOTHING) + SMOOTHING / 4
            losses = functional.binary_cross_entropy_with_logits(scores, smooth, reduction="none")
            loss = (losses * said[places]).sum() / len(places)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(body, 1.0)
            optimiser.step()
            slope.step()
            optimiser.zero_grad()
            step += 1
            if step % 20 == 0:
                print(f"step {step} of about {steps}, loss {loss.item():.2f}", flush=True)


@torch.no_grad()
def scores_of(joint: Joint, lines: list[Example]) -> NDArray[np.float32]:
    """A row a line."""
    begun = joint.eval().beginnings(lines)
    order = sorted(range(len(begun)), key=lambda place: len(begun[place]))
    found = np.zeros((len(lines), len(LABELS)), np.float32)
    for start in range(0, len(order), 64):
        places = order[start : start + 64]
        found[places] = joint.finish([begun[place] for place in places]).numpy()
    return found


def fit(joint: Joint, held: list[Example]) -> dict[str, dict[str, float]]:
    """How scores become shares that hold on a voice not read: a slope and an offset for each label."""
    scores, wanted = scores_of(joint, held), np.stack([line.wanted for line in held])
    said = ~np.isnan(wanted)
    whole = LogisticRegression(C=1.0).fit(scores[said][:, None], wanted[said] > 0)
    slopes, offsets = {}, {}
    for place, label in enumerate(LABELS):
        rows = said[:, place]
        yes = wanted[rows, place] > 0
        one = whole
        if min(yes.sum(), (~yes).sum()) >= FEWEST:
            one = LogisticRegression(C=1.0).fit(scores[rows, place][:, None], yes)
        slopes[label], offsets[label] = round(float(one.coef_[0, 0]), 3), round(float(one.intercept_[0]), 3)
    return {"slopes": slopes, "offsets": offsets}


if __name__ == "__main__":
    main()
