"""How likely a message is to tell of a child who is in danger now, read on its own and apart from its topic.

The topics' own share of `danger_now` answers "what is this most like?", and among questions about guidance a vivid
answer ("suspected, mum's boyfriend had hit him") is most like danger. This classifier knows answers too: it learns from
every line of `data/nlu` and from the replies composed for hearing, no alarm unless they say that danger is now.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from scipy.special import expit

from bot.dialogue.components.line_classifier import LineClassifier, Numbers
from bot.dialogue.components.sentence_vectors import vector_of
from bot.dialogue.danger import of_now, parts
from bot.dialogue.model_file import ROOT, code_fingerprint
from bot.interview.hear.composed import composed
from bot.sentences.encoder import encoder
from bot.sentences.lines import read_lines, say_on_stderr
from bot.settings import load_settings

DANGER = "danger_now"
QUESTION = "immediate_danger"
CLASSES = ("calm", "danger")  # in the order in which scikit-learn keeps them
KEPT = "replies.npz"
"""Beside the model: the vectors of the replies it learnt from."""
SHARE = "danger_share"
"""The key of a message under which the share stands, from 0 to 1."""


@DefaultV1Recipe.register([DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER], is_trainable=True)
class DangerShare(GraphComponent):
    """Sets `danger_share`; leaves the intent as it is."""

    def __init__(
        self, config: dict[str, Any], storage: ModelStorage, resource: Resource, model: LineClassifier | None
    ) -> None:
        self.config, self.storage, self.resource, self.model = config, storage, resource, model

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """`C`: how closely to follow the lines. `temperature`: turns the margin into a share."""
        return {"C": 0.3, "temperature": 0.25}

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
    ) -> DangerShare:
        return cls(config, model_storage, resource, None)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> DangerShare:
        """Load what `train` kept."""
        with model_storage.read_from(resource) as folder:
            return cls(config, model_storage, resource, LineClassifier.read(folder))

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from every line that has an intent, and from every composed reply that says yes or no to danger."""
        lines = [line for line in training_data.intent_examples if line.get(TEXT)]
        replies = [r for r in composed() if not (r.question == QUESTION and r.meant not in (("yes",), ("no",)))]
        texts = [reply.text for reply in replies]
        vectors = read_lines(texts, encoder(), load_settings().model_dir / KEPT, say_on_stderr)
        self.model = LineClassifier.fit(
            [*(line.get(TEXT) for line in lines), *texts],
            np.concatenate([*(vector_of(line) for line in lines), vectors]),
            [
                *(CLASSES[line.get(INTENT) == DANGER] for line in lines),
                *(CLASSES[r.question == QUESTION and r.meant == ("yes",)] for r in replies),
            ],
            strictness=self.config["C"],
        )
        with self.storage.write_to(self.resource) as folder:
            self.model.write(folder)
        return self.resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Set each message's share; of a long one, the highest of any part that speaks of now."""
        for message in messages:
            text = message.get(TEXT)
            if text and self.model is not None:
                share = self._highest(of_now(text)) if len(parts(text)) > 1 else self._one(text, message)
                message.set(SHARE, share, add_to_output=True)
        return messages

    def _one(self, text: str, message: Message) -> float:
        return self._share([text], vector_of(message))

    def _highest(self, texts: tuple[str, ...]) -> float:
        return self._share(texts, encoder().encode(texts)) if texts else 0.0

    def _share(self, texts: Sequence[str], vectors: Numbers) -> float:
        assert self.model is not None, "trained or loaded"
        margins = self.model.margins(texts, vectors).ravel()  # of two classes: how far on the second's side
        return float(expit(margins.max() / self.config["temperature"]))
