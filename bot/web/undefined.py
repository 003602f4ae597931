"""Which missing values a template may read: absent keys of mappings, but not names and attributes of ours."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jinja2 import ChainableUndefined, StrictUndefined, Undefined, UndefinedError
from jinja2.utils import missing

# The GOV.UK macros test these names without having set them.
READ_UNSET_BY_GOVUK_MACROS = frozenset({"caller", "undefined", "null", "successBanner", "typeClass"})


class StrictAboutNames(Undefined):
    """Stands for a missing value: an error when it is a misspelt name or attribute, empty when it is a key.

    The GOV.UK macros read optional keys of their parameters (`params.hint.text`) and an assessment may leave
    keys out; a variable that nobody passed, or an attribute that a model does not have, is a fault of ours.
    """

    def __new__(  # type: ignore[misc]  # picks one of Jinja's two kinds; Jinja asks for a class, not a function
        cls,
        hint: str | None = None,
        obj: Any = missing,
        name: str | None = None,
        exc: type[UndefinedError] = UndefinedError,
    ) -> Undefined:
        key_of_mapping = isinstance(obj, Mapping | Undefined)
        without_else = obj is missing and (name is None or name in READ_UNSET_BY_GOVUK_MACROS)
        kind = ChainableUndefined if key_of_mapping or without_else else StrictUndefined
        return kind(hint, obj, name, exc)
