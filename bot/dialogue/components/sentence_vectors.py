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
from tqdm import tqdm

from bot.sentences.encoder import encoder


@DefaultV1Recipe.register([DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER], is_trainable=False)
class SentenceVectors(DenseFeaturizer, GraphComponent):
    """A Rasa featurizer: one dense sentence feature a message."""

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
                vector = self.encoder.encode([text])
                message.add_features(Features(vector, FEATURE_TYPE_SENTENCE, TEXT, self._identifier))
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Add the vector to each line to learn from."""
        self.process(tqdm(training_data.training_examples, desc="Reading the lines", mininterval=2))
        return training_data


def vector_of(message: Message) -> NDArray[np.float32]:
    """The vector that was added, as one row."""
    _, sentence = message.get_dense_features(TEXT, [])
    assert sentence is not None, "bot.dialogue.components.sentence_vectors stands before the classifiers in config.yml"
    vector: NDArray[np.float32] = sentence.features
    return vector
