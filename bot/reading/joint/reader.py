"""Reads a message and the question that waits together: a share, from 0 to 1, for each of `labels.LABELS`.

The network is all-MiniLM-L6-v2 (Apache 2.0), its upper layers taught by `evaluation/joint` and kept in eight bits. It
reads `question [SEP] message`. Each label has a look of its own at the pieces of the text.
"""

from __future__ import annotations

import json
from functools import cache, lru_cache
from pathlib import Path

import numpy as np
import yaml
from numpy.typing import NDArray
from onnxruntime import InferenceSession, SessionOptions
from scipy.special import expit
from tokenizers import Tokenizer

from bot.reading.joint.labels import LABELS, PLACES
from bot.reading.pieces import pieces
from bot.sentences.encoder import FOLDER as VOCABULARY_FOLDER
from bot.sentences.encoder import VOCABULARY

FOLDER = Path(__file__).parent
NETWORK, FITTED, QUESTIONS = "joint.onnx", "joint.json", FOLDER / "questions.yaml"
LONGEST = 160
"""Word pieces of question and message that are read at once."""
AT_ONCE = 500
"""Characters of a message that are read at once; a longer one is read in pieces, and the highest share of each label
stands."""
Shares = NDArray[np.float32]


@cache
def questions() -> dict[str, str]:
    """The words under which the network learnt each question, by fact."""
    found: dict[str, str] = yaml.safe_load(QUESTIONS.read_text(encoding="utf-8"))
    return found


class JointReader:
    """Needs no torch. One thread: a service answers several people at once."""

    def __init__(self, folder: Path = FOLDER) -> None:
        options = SessionOptions()
        options.intra_op_num_threads = 1
        options.enable_cpu_mem_arena = False  # the arena keeps the memory of the longest message for ever
        self.session = InferenceSession(folder / NETWORK, options, providers=["CPUExecutionProvider"])
        self.tokenizer = Tokenizer.from_file(str(VOCABULARY_FOLDER / VOCABULARY))
        self.tokenizer.no_padding()
        self.tokenizer.enable_truncation(LONGEST)
        fitted = json.loads((folder / FITTED).read_text(encoding="utf-8"))
        self.slopes = np.array([fitted["slopes"].get(label, 1.0) for label in LABELS], np.float32)
        self.offsets = np.array([fitted["offsets"].get(label, 0.0) for label in LABELS], np.float32)
        self.taught_from: str = fitted["taught_from"]
        self._piece = lru_cache(maxsize=64)(self._read_piece)

    def shares(self, question: str | None, text: str) -> Shares:
        """A share for each of LABELS, in their order. `question`: the fact that is asked now, None when none is."""
        asked = questions().get(question or "", "")
        found: Shares = np.max([self._piece(asked, piece) for piece in pieces(text, AT_ONCE) or ("",)], axis=0)
        return found

    def _read_piece(self, asked: str, text: str) -> Shares:
        ids = np.array([self.tokenizer.encode(asked, text).ids], np.int64)
        scores = self.session.run(None, {"ids": ids, "mask": np.ones_like(ids)})[0][0]
        found: Shares = expit(scores * self.slopes + self.offsets)
        return found


def share(shares: Shares, label: str) -> float:
    """One label's share."""
    return float(shares[PLACES[label]])


@cache
def joint_reader() -> JointReader:
    """The one that everybody in this process shares."""
    return JointReader()
