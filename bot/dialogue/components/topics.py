"""What a message is about: words, pieces of words and the sentence's meaning, weighed by a linear classifier.

What was tried is in docs/nlu.md.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.special import softmax

from bot.dialogue.components.line_classifier import LineClassifier
from bot.dialogue.components.sentence_vectors import vector_of
from bot.dialogue.model_file import ROOT, code_fingerprint


@DefaultV1Recipe.register([DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER], is_trainable=True)
class Topics(GraphComponent):
    """Sets the intent and its ranking; the confidence is a share that holds on unseen authors' lines."""

    def __init__(
        self, config: dict[str, Any], storage: ModelStorage, resource: Resource, model: LineClassifier | None
    ) -> None:
        self.config, self.storage, self.resource, self.model = config, storage, resource, model

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """`C`: how closely to follow the lines. `temperature`: turns margins into shares, fitted with each author's
        lines held out in turn. `ranking_length`: how many readings are told. `unknown_words`: what is left of the
        shares when no word was ever seen (another script, an emoji): pieces of words alone say nothing then."""
        return {"C": 0.3, "temperature": 0.18, "ranking_length": 10, "unknown_words": 0.1}

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
    ) -> Topics:
        return cls(config, model_storage, resource, None)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> Topics:
        """Load what `train` kept."""
        with model_storage.read_from(resource) as folder:
            return cls(config, model_storage, resource, LineClassifier.read(folder))

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from every line that has an intent."""
        lines = [line for line in training_data.intent_examples if line.get(TEXT)]
        self.model = LineClassifier.fit(
            [line.get(TEXT) for line in lines],
            np.concatenate([vector_of(line) for line in lines]),
            [line.get(INTENT) for line in lines],
            strictness=self.config["C"],
        )
        with self.storage.write_to(self.resource) as folder:
            self.model.write(folder)
        return self.resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Set each message's intent and ranking."""
        for message in messages:
            text = message.get(TEXT)
            if text and self.model is not None:
                shares = softmax(self.model.margins([text], vector_of(message))[0] / self.config["temperature"])
                if not self.model.knows_a_word(text):
                    shares = shares * self.config["unknown_words"]
                best = np.argsort(-shares)[: self.config["ranking_length"]]
                ranking = [{"name": self.model.classes[i], "confidence": float(shares[i])} for i in best]
                message.set(INTENT, ranking[0], add_to_output=True)
                message.set("intent_ranking", ranking, add_to_output=True)
        return messages
