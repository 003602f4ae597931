"""TensorFlow is not installed, is never imported, and a component that needs it fails loudly."""

from __future__ import annotations

import importlib.metadata
import subprocess
import sys
from pathlib import Path

import bot.rasa.ready  # noqa: F401  comes before anything of rasa's

import pytest

from bot.rasa.no_tensorflow import TENSORFLOW, UNUSED, TensorFlowIsNotInstalled, _Module
from tests.conftest import ROOT


def test_what_answers_for_tensorflow_is_our_stand_in() -> None:
    import tensorflow

    assert isinstance(tensorflow, _Module)


def test_a_component_that_needs_it_fails_loudly() -> None:
    import tensorflow

    with pytest.raises(TensorFlowIsNotInstalled, match=r"config\.yml"):
        tensorflow.keras.layers.Dense(4)
    with pytest.raises(TensorFlowIsNotInstalled):
        tensorflow.constant([1, 2])


def test_training_a_classifier_of_rasa_that_needs_it_stops_with_the_reason(tmp_path: Path) -> None:
    (tmp_path / "config.yml").write_text(
        "recipe: default.v1\nlanguage: en\nassistant_id: x\npipeline:\n- name: WhitespaceTokenizer\n"
        "- name: CountVectorsFeaturizer\n- name: DIETClassifier\n  epochs: 1\npolicies:\n- name: RulePolicy\n"
    )
    (tmp_path / "domain.yml").write_text('version: "3.1"\nintents: [a, b]\n')
    (tmp_path / "nlu.yml").write_text(
        'version: "3.1"\nnlu:\n- intent: a\n  examples: |\n    - one\n    - two\n'
        "- intent: b\n  examples: |\n    - three\n    - four\n"
    )
    script = (
        "from bot.rasa import ready\nfrom rasa.model_training import train_nlu\n"
        "train_nlu('config.yml', 'nlu.yml', 'out', domain='domain.yml')"
    )
    environment = {"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin", "HOME": str(tmp_path)}
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, env=environment, check=False)
    assert done.returncode != 0
    assert "TensorFlowIsNotInstalled" in done.stderr


def test_what_a_stand_in_answers_for_is_not_installed() -> None:
    modules = {name for name in TENSORFLOW | UNUSED if "." not in name}
    assert not modules & importlib.metadata.packages_distributions().keys()
    inside_others = {"google-auth", "google-cloud-storage", "azure-storage-blob"}
    assert inside_others.isdisjoint(dist.name for dist in importlib.metadata.distributions())
