"""Killed at random moments, the service loses no accepted draft, doubles none, leaves no half, and tells its leads."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.kill.killed import submit_and_kill

SUBMISSIONS, KILLS = 12, 2
WHOLE_SUBMISSIONS, WHOLE_KILLS = 100, 8
"""In the whole run, for each database: two hundred submissions in all."""
SEED = 20261123


@pytest.mark.timeout(900)  # a minute where nothing else runs; a busy machine may take several
def test_no_accepted_draft_is_lost_doubled_or_half_and_every_lead_is_told(
    database_url: str, tmp_path: Path, whole: bool
) -> None:
    from bot.rasa.train import train_if_changed

    model = train_if_changed(ROOT, ROOT / "models")
    submissions, kills = (WHOLE_SUBMISSIONS, WHOLE_KILLS) if whole else (SUBMISSIONS, KILLS)
    found = submit_and_kill(database_url, tmp_path, model, submissions=submissions, kills=kills, seed=SEED)
    print(f"seed {SEED}: {found}")
    assert found.wrong == []
    assert found.accepted == submissions
    assert found.unanswered > 0, "no kill met a request: nothing was tested"
