"""Rasa, made ready to import: no telemetry, no TensorFlow, no user text in logs.

Import this module before anything of rasa's. Rasa's structlog prints what users typed at debug
level, so everything of Rasa's below warnings is dropped.
"""

from __future__ import annotations

import logging
import os
import warnings

from bot.rasa import no_tensorflow

os.environ["RASA_TELEMETRY_ENABLED"] = "false"
os.environ.setdefault("SQLALCHEMY_SILENCE_UBER_WARNING", "1")
no_tensorflow.install()

with warnings.catch_warnings():
    # Deprecations in Rasa's own imports, which also undo filters: nothing we can act on.
    warnings.showwarning = lambda *_arguments, **_more: None
    import rasa.core.agent
    import rasa.engine.recipes.default_components
    import rasa.model_training
    import structlog

no_tensorflow.arm()
structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING))
logging.getLogger("rasa").setLevel(logging.WARNING)
logging.getLogger("rasa_sdk").setLevel(logging.WARNING)
warnings.filterwarnings("ignore", message="Slot auto-fill")  # each of our slots has its own mapping
warnings.filterwarnings("ignore", message=r"the load_module\(\)")  # pykwalify, with which Rasa checks YAML
