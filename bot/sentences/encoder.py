"""A message as 384 numbers that lie close together for messages that mean the same.

The network is all-MiniLM-L6-v2 (Apache 2.0), trained further on our own lines and kept in eight bits;
`evaluation/encoder/` remakes it, docs/nlu.md tells how and what it is worth.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from onnxruntime import InferenceSession, SessionOptions
from tokenizers import Tokenizer

FOLDER = Path(__file__).parent
NETWORK, VOCABULARY = "minilm.onnx", "tokenizer.json"
LONGEST = 128
"""Pieces of words that are read; longer texts are given in parts."""


class Encoder:
    """Needs no network and no torch. One thread: a service answers several people at once."""

    def __init__(self, folder: Path = FOLDER) -> None:
        options = SessionOptions()
        options.intra_op_num_threads = 1
        options.enable_cpu_mem_arena = False  # the arena keeps the memory of the longest message for ever
        self.session = InferenceSession(folder / NETWORK, options, providers=["CPUExecutionProvider"])
        self.tokenizer = Tokenizer.from_file(str(folder / VOCABULARY))
        self.tokenizer.no_padding()
        self.tokenizer.enable_truncation(LONGEST)
        # A message is read once for what it is about and once as a reply; a few are kept, for people writing at once.
        self._read = lru_cache(maxsize=8)(self.encode_one)

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row of length one for each text. Each is read alone: the network's eight-bit rounding depends on what
        else is in a batch, and lines to learn from must be rounded as messages to answer are."""
        return np.concatenate([self._read(text) for text in texts])

    def encode_one(self, text: str) -> NDArray[np.float32]:
        """One row of length one, read anew."""
        ids = np.array([self.tokenizer.encode(text).ids])
        vector: NDArray[np.float32] = self.session.run(None, {"ids": ids, "mask": np.ones_like(ids)})[0]
        return vector


@cache
def encoder() -> Encoder:
    """The one that everybody in this process shares: it takes 60 MB."""
    return Encoder()
