"""Train the sentence encoder on the lines of data/nlu and keep it in eight bits (docs/nlu.md).

`python -m evaluation.encoder.remake bot/sentences` remakes what the guide uses;
`... remake var/without --hold-out AUTHOR,AUTHOR` makes one that has never read those authors, to judge honestly by.
"""

from __future__ import annotations

import argparse
import random
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor
from torch.nn import functional
from torch.optim.lr_scheduler import LambdaLR

from evaluation.encoder.network import Network, weights
from evaluation.lines import Line, training_lines

EPOCHS, BATCH, RATE, HEAD_RATE = 3, 48, 3e-4, 3e-3
SHARPNESS = 16.0
"""Cosines are multiplied by this before the softmax."""
SMOOTHING, FORGET = 0.05, 0.08


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("folder", type=Path)
    ask.add_argument("--hold-out", default="", help="authors (folders of data/nlu) to leave out, commas between")
    asked = ask.parse_args()
    torch.manual_seed(7)
    random.seed(7)
    torch.set_num_threads(1)
    network = Network()
    learn(network, [line for line in training_lines() if line.author not in asked.hold_out.split(",")])
    asked.folder.mkdir(parents=True, exist_ok=True)
    export(network.eval(), asked.folder / "minilm.onnx")
    shutil.copy(weights() / "tokenizer.json", asked.folder)


def learn(network: Network, lines: list[Line]) -> None:
    """Lines of one intent come to lie together: a softmax over cosines with one direction an intent."""
    intents = sorted({line.intent for line in lines})
    wanted = torch.tensor([intents.index(line.intent) for line in lines])
    begun = network.eval().beginnings([line.text for line in lines])
    head = torch.nn.Linear(384, len(intents))
    start_at_the_means(head, network, begun, wanted)
    open_weights = list(network.upper.parameters())
    optimiser = torch.optim.AdamW(
        [
            {"params": [weight for weight in open_weights if weight.ndim > 1], "weight_decay": 0.01},
            {"params": [weight for weight in open_weights if weight.ndim < 2], "weight_decay": 0.0},
            {"params": list(head.parameters()), "weight_decay": 0.0, "lr": HEAD_RATE},
        ],
        lr=RATE,
    )
    steps = EPOCHS * (len(lines) // BATCH + 1)
    slope = LambdaLR(optimiser, lambda step: min(1, (step + 1) / (steps * 0.1)) * max(0.0, 1 - step / steps))
    network.train()
    step = 0
    for _ in range(EPOCHS):
        for places in batches([len(state) for state in begun]):
            vectors = network.finish([begun[place] for place in places], FORGET)
            loss = functional.cross_entropy(SHARPNESS * head(vectors), wanted[places], label_smoothing=SMOOTHING)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(open_weights, 1.0)
            optimiser.step()
            slope.step()
            optimiser.zero_grad()
            step += 1
            if step % 20 == 0:
                print(f"step {step} of about {steps}, loss {loss.item():.2f}", flush=True)


@torch.no_grad()
def start_at_the_means(head: torch.nn.Linear, network: Network, begun: list[Tensor], wanted: Tensor) -> None:
    """Each intent's direction begins at the mean of its lines, less the mean of all."""
    order = sorted(range(len(begun)), key=lambda place: len(begun[place]))
    vectors = torch.empty(len(begun), 384)
    for start in range(0, len(order), 64):
        places = order[start : start + 64]
        vectors[places] = network.finish([begun[place] for place in places])
    means = torch.stack([vectors[wanted == intent].mean(0) for intent in range(head.out_features)])
    head.weight.copy_(functional.normalize(means - vectors.mean(0), dim=1))
    head.bias.zero_()


def batches(lengths: list[int]) -> Iterator[list[int]]:
    """Every place once, in random order, with lines of like length together."""
    places = random.sample(range(len(lengths)), len(lengths))
    found = []
    for start in range(0, len(places), BATCH * 12):
        near = sorted(places[start : start + BATCH * 12], key=lambda place: lengths[place])
        found += [near[at : at + BATCH] for at in range(0, len(near), BATCH)]
    random.shuffle(found)
    yield from found


def export(network: torch.nn.Module, file: Path, output: str = "vector") -> None:
    """To ONNX, weights in eight bits a row; what comes out is called `output`."""
    ids = torch.randint(1000, 2000, (2, 9))
    batch, length = torch.export.Dim("batch", max=512), torch.export.Dim("length", min=2, max=512)
    shapes = {"ids": {0: batch, 1: length}, "mask": {0: batch, 1: length}}
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        torch.onnx.export(
            network,
            (ids, torch.ones_like(ids)),
            whole,
            input_names=["ids", "mask"],
            output_names=[output],
            dynamic_shapes=shapes,
            dynamo=True,
            external_data=False,
        )
        quantize_dynamic(whole, file, weight_type=QuantType.QInt8, per_channel=True)
    strip_notes(file)


def strip_notes(file: Path) -> None:
    """Take out the exporter's notes: each node carries a stack trace with paths of the machine that made it."""
    model = onnx.load(file)
    graph = model.graph
    for part in (model, graph, *graph.node, *graph.value_info, *graph.input, *graph.output):
        del part.metadata_props[:]
        part.doc_string = ""
    onnx.save(model, file)


if __name__ == "__main__":
    main()
