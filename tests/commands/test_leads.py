"""`cspr leads`: who may open drafts is set by the operator, and ends at once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.referrals.access.lead_session import open_session, signed_in_lead
from bot.referrals.cover import NO_FALLBACK
from bot.referrals.drafts import make_draft
from bot.referrals.holding import claim
from bot.referrals.lead import find_lead
from bot.storage.base import now
from bot.storage.database import Sessions, open_database, sessions
from bot.storage.keyring import Keyring, make_key
from tests.commands.conftest import Cspr
from tests.conftest import ROOT

SAM = "sam.lee@example.org"


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Sessions:
    """The database that the commands open."""
    url, key = f"sqlite:///{tmp_path / 'guide.db'}", make_key()
    monkeypatch.setenv("CSPR_DATABASE_URL", url)
    monkeypatch.setenv("CSPR_ENCRYPTION_KEYS", key)
    return sessions(open_database(url, Keyring([key])))


def test_a_lead_is_made_and_listed(cspr: Cspr, database: Sessions) -> None:
    cspr("leads", "add", "Kit.Deputy@example.org", "--name", "Kit", "--area", "walsall")
    cspr(
        "leads",
        "add",
        SAM,
        "--name",
        "Sam Lee",
        "--area",
        "walsall",
        "--area",
        "darlington",
        "--organisation",
        "A school",
    )
    cspr("leads", "change", "kit.deputy@example.org", "--deputy-for", SAM)
    kit, sam = cspr("leads", "list", "--json").json["leads"]
    assert (kit["email"], kit["areas"], kit["deputy_for"]) == ("kit.deputy@example.org", ["walsall"], [SAM])
    assert (sam["areas"], sam["organisations"], sam["active"]) == (["walsall", "darlington"], ["A school"], True)
    assert "Sam Lee" in cspr("leads", "list").out


def test_what_is_not_named_stays_as_it_is(cspr: Cspr, database: Sessions) -> None:
    cspr("leads", "add", SAM, "--name", "Sam", "--area", "walsall", "--organisation", "A school")
    cspr("leads", "change", SAM, "--area", "darlington")
    [sam] = cspr("leads", "list", "--json").json["leads"]
    assert (sam["areas"], sam["organisations"]) == (["darlington"], ["A school"])
    cspr("leads", "change", SAM, "--everywhere")
    [sam] = cspr("leads", "list", "--json").json["leads"]
    assert (sam["areas"], sam["organisations"]) == ([], [])


def test_ending_a_lead_signs_them_out_everywhere(cspr: Cspr, database: Sessions) -> None:
    cspr("leads", "add", SAM, "--name", "Sam", "--everywhere")
    with database.begin() as session:
        lead = find_lead(session, SAM)
        assert lead is not None
        token = open_session(session, lead, now())
    cspr("leads", "end", SAM)
    with database.begin() as session:
        assert signed_in_lead(session, token, now()) is None
    cspr("leads", "add", SAM, "--name", "Sam", "--everywhere")
    with database.begin() as session:
        assert signed_in_lead(session, token, now()) is None
        lead = find_lead(session, SAM)
        assert lead is not None
        assert lead.active


def test_what_was_granted_is_said_in_full(cspr: Cspr, database: Sessions) -> None:
    said = cspr("leads", "add", SAM, "--name", "Sam", "--area", "walsall", "--organisation", "A school").out
    assert said == f"{SAM} is a lead of walsall, for A school.\n"
    said = cspr("leads", "add", "k@x.org", "--name", "K", "--everywhere", "--deputy-for", SAM, "--fallback").out
    assert said == (
        f"k@x.org is a lead of all areas, for all organisations, standing in for {SAM}, and a lead of last resort.\n"
    )


def test_whether_every_draft_has_somebody_is_checked(cspr: Cspr, database: Sessions) -> None:
    cspr("leads", "add", SAM, "--name", "Sam", "--area", "walsall")
    ran = cspr("leads", "check", "--json")
    assert (ran.exit_code, ran.json["gaps"]) == (1, [NO_FALLBACK])
    assert "area darlington" in ran.json["without_lead"]
    assert "area walsall" not in ran.json["without_lead"]
    cspr("leads", "change", SAM, "--fallback")
    ran = cspr("leads", "check")
    assert (ran.exit_code, ran.out.splitlines()[0]) == (0, "Every draft has somebody.")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["add", SAM, "--name", "Sam", "--area", "atlantis"], "area: found 'atlantis', expected one of walsall"),
        (["add", "sam", "--name", "Sam"], "address and name: found 'sam'"),
        (["add", "a@x.org,b@x.org", "--name", "Two"], "address and name: found 'a@x.org,b@x.org'"),
        (["add", SAM, "--name", "Sam"], "--area: found none"),
        (["add", SAM, "--name", "Sam", "--everywhere", "--area", "walsall"], "--everywhere: found an area"),
        (["add", SAM, "--name", " "], "address and name: found"),
        (["change", SAM], f"address: found '{SAM}', expected the address of a lead"),
        (["end", SAM], f"address: found '{SAM}'"),
        (
            ["add", SAM, "--name", "Sam", "--everywhere", "--deputy-for", SAM],
            f"deputy-for: found {SAM}, expected somebody else",
        ),
    ],
)
def test_bad_input_is_named_and_nothing_is_kept(cspr: Cspr, database: Sessions, words: list[str], says: str) -> None:
    ran = cspr("leads", *words)
    assert (ran.exit_code, ran.out) == (2, "")
    assert ran.err.startswith(says)
    assert ran.err.count("\n") == 1
    assert cspr("leads", "list", "--json").json["leads"] == []


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["add", SAM, "--name", "Sam Again", "--everywhere"], f"address: found {SAM}, who is a lead already"),
        (["change", SAM], "found nothing to change"),
        (["change", SAM, "--everywhere", "--area", "walsall"], "--everywhere: found an area"),
        (["change", SAM, "--deputy-for-nobody", "--deputy-for", "k@x.org"], "--deputy-for-nobody: found"),
    ],
)
def test_a_change_that_contradicts_itself_changes_nothing(
    cspr: Cspr, database: Sessions, words: list[str], says: str
) -> None:
    cspr("leads", "add", SAM, "--name", "Sam", "--area", "walsall")
    before = cspr("leads", "list", "--json").json
    ran = cspr("leads", *words)
    assert (ran.exit_code, ran.out) == (2, "")
    assert ran.err.startswith(says)
    assert cspr("leads", "list", "--json").json == before


def test_what_a_lead_held_is_listed_and_handed_on(cspr: Cspr, database: Sessions) -> None:
    for address, area in ((SAM, "walsall"), ("kit@x.org", "walsall"), ("jo@x.org", "darlington")):
        cspr("leads", "add", address, "--name", address[:3], "--area", area)
    with database.begin() as session:
        assessment = json.loads((ROOT / "tests/referrals/assessment.json").read_text(encoding="utf-8"))
        made = make_draft(session, conversation_id="c1", area="walsall", facts={}, assessment=assessment, own_words="")
        sam = find_lead(session, SAM)
        assert sam is not None
        claim(session, made, sam)
        reference = made.reference
    ran = cspr("leads", "end", SAM, "--hand-to", "jo@x.org")
    assert (ran.exit_code, reference in ran.err) == (2, True)
    ran = cspr("leads", "end", SAM, "--hand-to", "kit@x.org")
    assert ran.out.splitlines()[1:] == [f"{reference}: now held by kit@x.org"]
    assert cspr("leads", "end", "kit@x.org").out.splitlines()[1:] == [f"{reference}: given back, nobody holds it"]
