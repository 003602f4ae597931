"""Stands in for TensorFlow, which is not installed, and for what Rasa imports of services that the guide does not use.

Rasa imports TensorFlow whether or not a configured component uses it (1.4 GB, ten seconds, 300 MB
of memory). `install` answers those imports with inert stand-ins; once `arm` is called, any use of
one raises TensorFlowIsNotInstalled, so that a component which needs it fails loudly.
"""

from __future__ import annotations

import importlib.abc
import importlib.machinery
import importlib.util
import sys
from collections.abc import Iterator, Sequence
from types import ModuleType
from typing import Any

TENSORFLOW = frozenset({"tensorflow", "tensorflow_addons", "tensorflow_hub", "tensorflow_text", "keras"})
UNUSED = frozenset(
    "aio_pika aiogram aiormq azure.storage boto3 botocore cachecontrol confluent_kafka dns fbmessenger google.auth "
    "google.cloud google.oauth2 matplotlib mattermostwrapper psycopg2 pydot pymongo rocketchat_API sklearn_crfsuite "
    "slack_sdk socketio twilio webexteamssdk".split()
)
"""What Rasa imports for other products' channels, brokers and stores, and to draw plots: not installed either."""
_armed = False


class TensorFlowIsNotInstalled(RuntimeError):
    """A configured component wants TensorFlow or another package that this product does without."""


class _Meta(type):
    def __getattr__(cls, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return _stand_in(f"{cls.__name__}.{name}")

    def __call__(cls, *args: Any, **kwargs: Any) -> Any:
        if cls.__dict__.get("_is_stand_in"):
            return _use(cls.__name__, args)
        return super().__call__(*args, **kwargs)

    def __iter__(cls) -> Iterator[Any]:
        return iter(())

    def __getitem__(cls, _key: object) -> Any:
        return cls

    def __or__(cls, _other: object) -> Any:
        return cls

    __ror__ = __or__


def _use(name: str, args: tuple[Any, ...]) -> Any:
    if _armed:
        raise _missing(name)
    # A decorator at import time (tf.function, register_keras_serializable) gives back what it decorates.
    if len(args) == 1 and callable(args[0]):
        return args[0]
    return _stand_in(name)


def _stand_in(name: str) -> Any:
    return _Meta(name, (), {"_is_stand_in": True, "__init__": _refuse})


def _refuse(self: object, *_args: Any, **_kwargs: Any) -> None:
    if _armed:
        raise _missing(type(self).__name__)


def _missing(name: str) -> TensorFlowIsNotInstalled:
    return TensorFlowIsNotInstalled(f"{name} is not here: choose components in config.yml that do without it")


class _Module(ModuleType):
    __version__ = "0.0.0"

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return _stand_in(f"{self.__name__}.{name}")


def _is_stood_in_for(fullname: str) -> bool:
    return any(fullname == name or fullname.startswith(f"{name}.") for name in TENSORFLOW | UNUSED)


class _Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        if _is_stood_in_for(fullname):
            return importlib.machinery.ModuleSpec(fullname, self, is_package=True)
        return None

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> ModuleType:
        return _Module(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        """Nothing to run."""


def install() -> None:
    """Answer imports of TensorFlow from now on; must come before the first import of rasa."""
    if "tensorflow" in sys.modules or any(isinstance(finder, _Finder) for finder in sys.meta_path):
        return
    sys.meta_path.insert(0, _Finder())


def arm() -> None:
    """From now on any use of a stand-in raises TensorFlowIsNotInstalled; call after importing rasa."""
    global _armed
    _armed = True
