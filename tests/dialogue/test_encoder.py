"""The sentence encoder stands on its own: no network, no torch, the same answer every time."""

from __future__ import annotations

import importlib.util
import socket
from itertools import combinations

import numpy as np
import pytest

from bot.sentences.encoder import LONGEST, Encoder


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder()


def test_it_reads_without_torch_and_without_a_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object, **_more: object) -> None:
        raise AssertionError("a network was asked for")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    assert importlib.util.find_spec("torch") is None
    assert Encoder().encode(["who can refer?"]).shape == (1, 384)


def test_a_message_is_read_the_same_alone_and_among_others(encoder: Encoder) -> None:
    others = ["who can refer?", "a much longer line that stands beside it and would change its rounding in a batch"]
    assert np.array_equal(encoder.encode(others)[0], encoder.encode(others[:1])[0])


def test_what_means_the_same_lies_closer_than_what_does_not(encoder: Encoder) -> None:
    same = encoder.encode(["how long does a review take", "what's the timescale for finishing one of these"])
    other = encoder.encode(["is there parking at your office"])
    assert same[0] @ same[1] > max(float(row @ other[0]) for row in same)


@pytest.mark.parametrize("text", ["", "\U0001f44d", "\u4f60\u597d", "x" * 5000, "why " * (2 * LONGEST)])
def test_anything_typed_has_a_vector_of_length_one(encoder: Encoder, text: str) -> None:
    assert np.linalg.norm(encoder.encode([text])[0]) == pytest.approx(1, abs=1e-3)


def test_no_two_messages_share_a_vector(encoder: Encoder) -> None:
    vectors = encoder.encode(["who decides?", "who refers?", "is it published?", "he is back tonight"])
    assert all(a @ b < 0.999 for a, b in combinations(vectors, 2))
