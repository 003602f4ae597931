"""What Rasa refused of an action's answer is still refused, and Rasa still has what we replace."""

from __future__ import annotations

import inspect

import bot.rasa.ready  # noqa: F401  comes before anything of rasa's

import pytest
from jsonschema import ValidationError
from rasa.core.actions.action import RemoteAction

from bot.rasa import quick_validation


@pytest.mark.parametrize(
    "answer", [{"events": "none"}, {"responses": {}}, {"events": [{"event": 1}]}, {"responses": ["hello"]}]
)
def test_a_malformed_answer_is_refused(answer: dict[str, object]) -> None:
    quick_validation.install()
    with pytest.raises(ValidationError):
        RemoteAction("action_x", None)._validate_action_result(answer)


def test_a_well_formed_answer_passes() -> None:
    quick_validation.install()
    answer = {"events": [{"event": "slot", "name": "area", "value": "walsall"}], "responses": [{"text": "hello"}]}
    assert RemoteAction("action_x", None)._validate_action_result(answer)


def test_rasa_still_asks_that_method() -> None:
    assert "self._validate_action_result(response)" in inspect.getsource(RemoteAction.run)
