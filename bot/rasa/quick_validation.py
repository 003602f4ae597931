"""Rasa checks each action's answer against a JSON schema, and checks the schema itself anew each time.

The schema never changes, so it is checked once here: four fifths of a turn were spent on it. A test
proves that a malformed answer is still refused.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from jsonschema.protocols import Validator
from jsonschema.validators import validator_for
from rasa.core.actions.action import RemoteAction


@cache
def _validator() -> Validator:
    schema = RemoteAction.action_response_format_spec()
    kind = validator_for(schema)
    kind.check_schema(schema)
    made: Validator = kind(schema)
    return made


def _validate(_action: RemoteAction, answer: dict[str, Any]) -> bool:
    """As Rasa's: True, or jsonschema's ValidationError."""
    _validator().validate(answer)
    return True


def install() -> None:
    """Use the schema that was checked once, in every custom action of this process."""
    RemoteAction._validate_action_result = _validate
