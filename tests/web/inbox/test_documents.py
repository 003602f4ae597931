"""Downloads from a draft's page: for leads who may see the draft, and nobody else."""

from __future__ import annotations

import json
from typing import Any

import pytest
from fastapi.testclient import TestClient

from bot.documents.export import MEDIA_TYPES, Form
from bot.referrals.audit import verify_all
from tests.documents.opened import pdf_text, word_text

READ = {Form.DOCX: word_text, Form.PDF: pdf_text, Form.JSON: lambda file: json.loads(file)["reference"]}


@pytest.mark.parametrize("form", Form)
def test_a_lead_downloads_the_draft(draft: Any, sam: TestClient, form: Form) -> None:
    reference = draft()
    answer = sam.get(f"/inbox/{reference}/document.{form}")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith(MEDIA_TYPES[form])
    assert answer.headers["content-disposition"] == f'attachment; filename="{reference}.{form}"'
    assert answer.headers["cache-control"] == "no-store"
    assert reference in READ[form](answer.content)


@pytest.mark.parametrize("form", Form)
def test_nobody_else_does(draft: Any, jo: TestClient, stranger: TestClient, form: Form) -> None:
    reference = draft()
    foreign, none = (jo.get(f"/inbox/{each}/document.{form}") for each in (reference, "CSPR-0000-0000"))
    assert foreign.status_code == none.status_code == 404
    assert foreign.text == none.text
    unknown = stranger.get(f"/inbox/{reference}/document.{form}")
    assert unknown.status_code == 303
    assert unknown.headers["location"].startswith("/sign-in?")


def test_another_form_is_not_found(draft: Any, sam: TestClient) -> None:
    assert sam.get(f"/inbox/{draft()}/document.exe").status_code == 404


def test_every_download_is_recorded_before_its_audit_head_is_read(draft: Any, sam: TestClient, database: Any) -> None:
    reference = draft()
    first, second = (sam.get(f"/inbox/{reference}/document.json").json() for _ in range(2))
    assert second["audit"]["events"] == first["audit"]["events"] + 1
    page = sam.get(f"/inbox/{reference}").text
    assert "<strong>Opened</strong>" in page
    assert page.count("<strong>Taken out as a document (json)</strong> by Sam Lee") == 2
    with database() as session:
        assert list(verify_all(session)) == [None]


def test_a_decided_draft_can_still_be_downloaded(draft: Any, sam: TestClient, form: Any) -> None:
    reference = draft(whole=True)
    typed = form(sam, reference, decision="refer", reason="The test is met.", step="record")
    assert sam.post(f"/inbox/{reference}/decision", data=typed).status_code == 303
    made = sam.get(f"/inbox/{reference}/document.json").json()
    assert made["decided"] is True
    assert made["decisions"][0]["by"] == "Sam Lee"
