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
from rasa.shared.nlu.constants import INTENT, INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.special import softmax

from bot.dialogue.components.line_classifier import LineClassifier, Numbers
from bot.dialogue.components.sentence_vectors import vector_of
from bot.dialogue.model_file import ROOT, code_fingerprint
from bot.reading.clauses import questions_in
from bot.sentences.encoder import encoder

ASKED_RANKING = "asked_ranking"
"""The key of a message under which the readings of its questions stand."""


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
        """Set each message's intent and ranking, and the ranking of what it asks beside what it states."""
        for message in messages:
            text = message.get(TEXT)
            if text and self.model is not None:
                ranking = self._ranking(self.model, text, vector_of(message))
                message.set(INTENT, ranking[0], add_to_output=True)
                message.set(INTENT_RANKING_KEY, ranking, add_to_output=True)
                if asked := questions_in(text):
                    message.set(ASKED_RANKING, self._ranking(self.model, asked, encoder().encode([asked])))
        return messages

    def _ranking(self, model: LineClassifier, text: str, vector: Numbers) -> list[dict[str, Any]]:
        shares = softmax(model.margins([text], vector)[0] / self.config["temperature"])
        if not model.knows_a_word(text):
            shares = shares * self.config["unknown_words"]
        best = np.argsort(-shares)[: self.config["ranking_length"]]
        return [{"name": model.classes[i], "confidence": float(shares[i])} for i in best]
