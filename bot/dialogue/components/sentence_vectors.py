"""Gives each message its sentence vector, for the classifiers after it."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.featurizers.dense_featurizer.dense_featurizer import DenseFeaturizer
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.dialogue.model_file import ROOT, code_fingerprint
from bot.sentences.encoder import encoder
from bot.sentences.lines import read_lines, say_on_stderr
from bot.settings import load_settings

KEPT = "lines.npz"
"""Beside the model: the vectors of the lines it learnt from."""


@DefaultV1Recipe.register([DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER], is_trainable=False)
class SentenceVectors(DenseFeaturizer, GraphComponent):
    """A Rasa featurizer: one dense sentence feature a message."""

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str:
        """What Rasa does not see when it looks whether it has trained this before."""
        return code_fingerprint(ROOT)

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> SentenceVectors:
        return cls(execution_context.node_name, config)

    @classmethod
    def validate_config(cls, config: dict[str, Any]) -> None:
        """Nothing can be configured."""

    def __init__(self, name: str, config: dict[str, Any]) -> None:
        super().__init__(name, config)
        self.encoder = encoder()

    def process(self, messages: list[Message]) -> list[Message]:
        """Add the vector to each message that has words."""
        for message in messages:
            if text := message.get(TEXT):
                self._add(message, self.encoder.encode([text]))
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Add the vector to each line to learn from; those of lines read before are kept beside the model."""
        lines = [line for line in training_data.training_examples if line.get(TEXT)]
        texts = [line.get(TEXT) for line in lines]
        vectors = read_lines(texts, self.encoder, load_settings().model_dir / KEPT, say_on_stderr)
        for line, vector in zip(lines, vectors, strict=True):
            self._add(line, vector[np.newaxis])
        return training_data

    def _add(self, message: Message, vector: NDArray[np.float32]) -> None:
        message.add_features(Features(vector, FEATURE_TYPE_SENTENCE, TEXT, self._identifier))


def vector_of(message: Message) -> NDArray[np.float32]:
    """The vector that was added, as one row."""
    _, sentence = message.get_dense_features(TEXT, [])
    assert sentence is not None, "bot.dialogue.components.sentence_vectors stands before the classifiers in config.yml"
    vector: NDArray[np.float32] = sentence.features
    return vector
