"""`cspr settings`: every setting with its meaning, value and source; secrets masked."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from bot.settings import Settings
from tests.commands.conftest import Cspr, assert_refused
from tests.conftest import ROOT


def test_every_setting_is_listed_with_its_source(cspr: Cspr, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "400")
    monkeypatch.setenv("CSPR_PUBLIC_URL", "https://guide.example.org")
    ran = cspr("settings")
    assert ran.exit_code == 0
    rows = {line.split()[1]: line for line in ran.out.splitlines() if "CSPR_" in line}
    assert set(rows) == {f"CSPR_{name.upper()}" for name in Settings.model_fields}
    assert "https://guide.example.org" in rows["CSPR_PUBLIC_URL"] and "environment" in rows["CSPR_PUBLIC_URL"]
    assert "default" in rows["CSPR_MAIL_PORT"] and "25" in rows["CSPR_MAIL_PORT"]


def test_a_secret_is_never_shown(cspr: Cspr, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "400")
    monkeypatch.setenv("CSPR_SECRET_KEY", "do-not-print-me-anywhere-at-all-please-1234")
    ran = cspr("settings")
    assert ran.exit_code == 0
    assert "do-not-print-me" not in ran.out + ran.err
    assert "(secret)" in ran.out


def test_an_unknown_setting_names_the_nearest_known_one(cspr: Cspr, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CSPR_ARAE", "walsall")
    assert_refused(cspr("settings"), "CSPR_ARAE is not a setting; the nearest known one is CSPR_AREA")


def test_a_bad_value_is_named(cspr: Cspr, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CSPR_TURNS_A_MINUTE", "0")
    ran = cspr("assess", "--json", given={})
    assert_refused(ran, "CSPR_TURNS_A_MINUTE: found '0', expected greater than or equal to 1")


def test_the_command_itself_answers_without_loading_rasa_or_spacy() -> None:
    program = (
        "import sys; from bot.cli import app; app(['assess', '--json'], standalone_mode=False);"
        "print([name for name in ('rasa', 'spacy', 'sklearn') if name in sys.modules], file=sys.stderr)"
    )
    environment = {**os.environ, "CSPR_GUIDANCE_DIR": str(ROOT / "guidance")}
    command = [sys.executable, "-c", program]
    ran = subprocess.run(command, input="{}", capture_output=True, text=True, cwd=ROOT, env=environment, check=True)
    assert ran.stdout.startswith('{"answer"')
    assert ran.stderr.strip() == "[]"
