"""`cspr referrals` and `cspr documents`: lists, copies, and one clear line for what cannot be."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.guidance.load import Packs
from bot.storage.database import open_database, sessions
from bot.storage.keyring import Keyring, make_key
from bot.storage.migrate import upgrade
from tests.commands.conftest import Cspr, assert_refused
from tests.conftest import ROOT
from tests.documents.case import make_case
from tests.documents.opened import pdf_text, word_text

EVENTS = 3
"""That a record has as it is made here."""
WHY = ("--reason", "asked for by the coroner")


@pytest.fixture
def reference(tmp_path: Path, packs: Packs, monkeypatch: pytest.MonkeyPatch) -> str:
    """Of the one record of a database that the commands then open."""
    url, key = f"sqlite:///{tmp_path / 'guide.db'}", make_key()
    monkeypatch.setenv("CSPR_DATABASE_URL", url)
    monkeypatch.setenv("CSPR_ENCRYPTION_KEYS", key)
    engine = open_database(url, Keyring([key]))
    upgrade(engine)
    with sessions(engine).begin() as session:
        made = make_case(session, packs).reference
    engine.dispose()
    return made


def test_the_list_names_records_and_tells_nothing_of_them(cspr: Cspr, reference: str) -> None:
    ran = cspr("referrals", "list")
    assert ran.out.split() == [reference, "WITH_LEAD", "walsall", "2026-11-23", "2026-11-27"]
    assert cspr("referrals", "list", "--json").json == [
        {
            "reference": reference,
            "status": "WITH_LEAD",
            "area": "walsall",
            "created": "2026-11-23",
            "next_due": "2026-11-27",
        }
    ]


@pytest.mark.parametrize(
    ("form", "read"),
    [("docx", word_text), ("pdf", pdf_text), ("json", lambda file: json.dumps(json.loads(file)))],
)
def test_a_record_is_exported_in_each_form(
    cspr: Cspr, reference: str, tmp_path: Path, form: str, read: Callable[[bytes], str]
) -> None:
    out = tmp_path / "copy"
    ran = cspr("referrals", "export", *WHY, reference.lower(), "--format", form, "--out", str(out))
    assert (ran.exit_code, ran.out, ran.err) == (0, "", "")
    assert reference in read(out.read_bytes())
    assert out.stat().st_mode & 0o777 == 0o600
    assert cspr("referrals", "export", *WHY, reference, "--format", "json").json["audit"]["events"] == EVENTS + 2


def test_json_goes_to_standard_output_where_no_file_is_named(cspr: Cspr, reference: str) -> None:
    assert cspr("referrals", "export", *WHY, reference, "--format", "json").json["reference"] == reference


@pytest.mark.parametrize("reason", ["", ".", "because"])
def test_whoever_takes_a_record_out_says_why(cspr: Cspr, reference: str, tmp_path: Path, reason: str) -> None:
    out = tmp_path / "copy"
    ran = cspr("referrals", "export", reference, "--format", "json", "--out", str(out), "--reason", reason)
    assert_refused(ran, f"--reason: found {reason!r}, expected why it is taken out, in a few words")
    assert not out.exists()


def test_bad_input_is_one_line(cspr: Cspr, reference: str, tmp_path: Path) -> None:
    assert_refused(
        cspr("referrals", "export", *WHY, reference, "--format", "odt"),
        "--format: found 'odt', expected one of docx, pdf, json",
    )
    assert_refused(
        cspr("referrals", "export", *WHY, "CSPR-0000-0000", "--format", "pdf"),
        "REF: found 'CSPR-0000-0000', expected the reference of a record (cspr referrals list has them)",
    )
    folder = str(tmp_path)
    assert_refused(
        cspr("referrals", "export", *WHY, reference, "--format", "pdf", "--out", folder),
        f"--out: found {folder}, which cannot be written (Is a directory), expected a file",
    )


def test_a_database_that_the_service_never_opened_is_one_line(
    cspr: Cspr, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CSPR_DATABASE_URL", f"sqlite:///{tmp_path / 'new.db'}")
    monkeypatch.setenv("CSPR_ENCRYPTION_KEYS", make_key())
    assert_refused(
        cspr("referrals", "list"),
        "CSPR_DATABASE_URL: found a database that cannot be read, "
        "expected one that answers and that the service has opened before",
    )


def test_a_template_is_checked(cspr: Cspr, tmp_path: Path) -> None:
    ours = str(ROOT / "bot" / "documents" / "word" / "referral.docx")
    assert cspr("documents", "check", ours).out == f"{ours}: no faults.\n"
    bad = tmp_path / "bad.docx"
    bad.write_bytes(b"no")
    sentence = f"{bad}: file: found something else than a Word document, expected a .docx file"
    assert_refused(cspr("documents", "check", str(bad)), sentence)
    missing = tmp_path / "missing.docx"
    assert_refused(
        cspr("documents", "check", str(missing)), f"FILE: found no readable file {missing}, expected a Word template"
    )


def test_the_schema_is_printed(cspr: Cspr) -> None:
    kept = json.loads((ROOT / "docs" / "referral.schema.json").read_text(encoding="utf-8"))
    assert cspr("documents", "schema").json == kept
