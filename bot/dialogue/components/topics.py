"""What a message is about: words and pieces of words, weighed by a linear support vector machine.

What was tried is in docs/nlu.md. Trains in seconds, parses in about a millisecond.
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
from scipy.sparse import csr_matrix
from scipy.special import softmax
from sklearn.pipeline import Pipeline, make_pipeline, make_union
from sklearn.svm import LinearSVC

from bot.dialogue.components.topics_model import pieces, read_model, words, write_model


@DefaultV1Recipe.register([DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER], is_trainable=True)
class Topics(GraphComponent):
    """Sets the intent and its ranking; the confidence is a share that holds on unseen authors' lines."""

    def __init__(
        self, config: dict[str, Any], storage: ModelStorage, resource: Resource, model: Pipeline | None
    ) -> None:
        self.config, self.storage, self.resource, self.model = config, storage, resource, model

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """`C`: how closely to follow the lines. `temperature`: turns margins into shares, fitted with each author's
        lines held out in turn. `ranking_length`: how many readings are told. `unknown_words`: what is left of the
        shares when no word was ever seen (another script, an emoji): pieces of words alone say nothing then."""
        return {"C": 0.3, "temperature": 0.1, "ranking_length": 5, "unknown_words": 0.1}

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
            return cls(config, model_storage, resource, read_model(folder))

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from every line that has an intent."""
        lines = [line for line in training_data.intent_examples if line.get(TEXT)]
        self.model = make_pipeline(make_union(words(), pieces()), LinearSVC(C=self.config["C"], random_state=7))
        self.model.fit([line.get(TEXT) for line in lines], [line.get(INTENT) for line in lines])
        with self.storage.write_to(self.resource) as folder:
            write_model(self.model, folder)
        return self.resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Set each message's intent and ranking."""
        for message in messages:
            text = message.get(TEXT)
            if text and self.model is not None:
                features = self.model[:-1].transform([text])
                shares = softmax(self.model[-1].decision_function(features)[0] / self.config["temperature"])
                if not self._knows_a_word(features):
                    shares = shares * self.config["unknown_words"]
                best = np.argsort(-shares)[: self.config["ranking_length"]]
                ranking = [{"name": str(self.model.classes_[i]), "confidence": float(shares[i])} for i in best]
                message.set(INTENT, ranking[0], add_to_output=True)
                message.set("intent_ranking", ranking, add_to_output=True)
        return messages

    def _knows_a_word(self, features: csr_matrix) -> bool:
        """Whether any whole word of the message was in the training lines; those features come first."""
        assert self.model is not None
        words = self.model[0].transformer_list[0][1]
        return bool((features.indices < len(words.vocabulary_)).any())
