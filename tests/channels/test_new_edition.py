"""A new edition of the guidance comes into force while the service runs: from midnight on it asks and says that."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from fastapi import FastAPI
from fastapi.testclient import TestClient
from rasa.shared.core.domain import Domain
from sqlalchemy import select

from bot.dialogue.option_labels import labels_by_fact
from bot.dialogue.tables import DialogueState
from bot.guidance.load import load_packs
from bot.reading.hear.gazetteer import hear_areas_of
from bot.settings import Settings, load_settings
from tests.conftest import ROOT, keep_date
from tests.guidance.folders import NEXT_EDITION, REAL, laid_over
from tests.talking import ANSWERS, Talker

BEFORE, FROM = date(2027, 3, 31), date(2027, 4, 1)
WALSALL: dict[str, Any] = {
    "pack": {"version": "2027.1", "in_force_from": FROM, "reviewers": [], "approver": None},
    "contacts": [{"role": "The front door", "text": "A made-up number"}],
}
SANDWELL = {
    "pack": WALSALL["pack"]
    | {"id": "sandwell", "version": "1", "name": "Sandwell", "partnership": "A made-up one", "extends": "national"},
    "offered": {"label": "Sandwell", "short": "this is for Sandwell", "places": ["sandwell", "smethwick"]},
    "contacts": [{"role": "The front door", "text": "Another made-up number"}],
}
"""A partnership that is new on that day."""
HARM = "Hurt so badly that life may never be the same"


def guidance(folder: Path) -> Path:
    """The real guidance, with a national edition and Walsall's own from April 2027."""
    made = laid_over(REAL, NEXT_EDITION, folder)
    outcome = yaml.safe_load((REAL / "national/questions.yaml").read_text(encoding="utf-8"))["questions"]["outcome"]
    outcome["options"]["seriously_harmed"]["label"] = HARM
    reworded = made / "national/editions/2027.1/reworded.yaml"
    reworded.write_text(yaml.safe_dump({"questions": {"outcome": outcome}}), encoding="utf-8")
    walsall = made / "walsall/editions/2027.1"
    walsall.mkdir(parents=True)
    (walsall / "pack.yaml").write_text(yaml.safe_dump(WALSALL), encoding="utf-8")
    (made / "sandwell").mkdir()
    (made / "sandwell/pack.yaml").write_text(yaml.safe_dump(SANDWELL), encoding="utf-8")
    return made


def with_the_new_fact(app: FastAPI) -> None:
    """The domain as docs/tasks/add-a-question.md has it, without training anew: a fact, its slot, its action."""
    agent = app.state.conversations.talk.agent
    domain: dict[str, Any] = agent.domain.as_dict()
    domain["slots"]["school_told"] = domain["slots"]["told_lead"] | {
        "mappings": [domain["slots"]["told_lead"]["mappings"][0] | {"entity": "school_told"}]
    }
    domain["entities"].append("school_told")
    domain["actions"].append("action_ask_school_told")
    domain["forms"]["check_form"]["required_slots"].append("school_told")
    extended = Domain.from_dict(domain)
    agent.domain = agent.processor.domain = agent.tracker_store.domain = extended
    for node in agent.processor.graph_runner._instantiated_nodes.values():
        if hasattr(node._component, "_domain"):
            node._component._domain = extended


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """The settings of the process and of the service, one and the same, on the last day of March."""
    folder = tmp_path_factory.mktemp("edition")
    before = load_settings() if load_settings.cache_info().currsize else None
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CSPR_TODAY", BEFORE.isoformat())
        patch.setenv("CSPR_DATA_DIR", str(folder))
        patch.setenv("CSPR_GUIDANCE_DIR", str(guidance(folder / "guidance")))
        load_settings.cache_clear()
        yield load_settings()
    load_settings.cache_clear()
    if before is not None and before.today is not None:
        keep_date(before.today)


@pytest.fixture(scope="module")
def service(settings: Settings) -> Iterator[TestClient]:
    from bot.rasa.train import train_if_changed
    from bot.web.app import make_app

    app = make_app(settings, train_if_changed(ROOT, ROOT / "models"))
    with_the_new_fact(app)
    with TestClient(app) as client:
        yield client
    hear_areas_of(load_packs(REAL), lambda: BEFORE)


@pytest.fixture
def midnight(settings: Settings) -> Iterator[Any]:
    """Call it, and it is 1 April."""
    today = settings.__dict__  # settings are frozen for everybody else
    today["today"] = BEFORE
    yield lambda: today.update(today=FROM)
    today["today"] = BEFORE


def to(question: str, client: TestClient) -> Talker:
    """A check in Walsall that stands at this question."""
    talk = Talker(client)
    talk.send(text="start the check", area="walsall")
    while talk.question != question:
        talk.choose(ANSWERS[str(talk.question)])
    return talk


def test_what_the_new_edition_asks_is_asked_and_answered(service: TestClient, midnight: Any) -> None:
    midnight()
    talk = to("outcome", service)
    talk.answer(school_told="no")
    assert "school_told" in talk.asked
    assert talk.assessment
    assert "tell_school" in {outcome["outcome"] for outcome in talk.assessment["outcomes"]}
    assert talk.assessment["pack"]["version"].startswith("2027.1")


def test_before_that_day_nobody_is_asked(service: TestClient, midnight: Any) -> None:
    talk = to("outcome", service)
    talk.answer()
    assert "school_told" not in talk.asked


def test_a_conversation_begun_before_midnight_goes_on(service: TestClient, midnight: Any) -> None:
    talk = to("setting", service)
    midnight()
    talk.answer(school_told="yes")
    assert "school_told" in talk.asked
    assert talk.assessment
    assert talk.assessment["pack"]["version"].startswith("2027.1")


def test_its_labels_are_shown_and_heard_from_that_day(service: TestClient, midnight: Any) -> None:
    assert HARM not in labels_by_fact()["outcome"]
    midnight()
    assert labels_by_fact()["outcome"][HARM] == "seriously_harmed"
    talk = to("outcome", service)
    assert HARM in {option["label"] for option in talk.replies[-1]["options"]}
    assert service.app.state.words.value_words("outcome", "seriously_harmed") == HARM  # type: ignore[attr-defined]  # Starlette's type, our app


def test_contacts_and_areas_on_pages_are_those_of_the_day(service: TestClient, midnight: Any) -> None:
    assert "A made-up number" not in service.get("/chat?area=walsall").text
    midnight()
    assert "A made-up number" in service.get("/chat?area=walsall").text


def asked_for_the_area(client: TestClient) -> Talker:
    """A check that stands at the question which area it is for."""
    talk = Talker(client)
    talk.send(text="start the check")
    while talk.question != "area":
        talk.choose(ANSWERS[str(talk.question)])
    return talk


def test_a_new_partnership_is_offered_heard_and_used_from_its_day(service: TestClient, midnight: Any) -> None:
    talk = asked_for_the_area(service)
    assert "Sandwell" not in {option["label"] for option in talk.replies[-1]["options"]}
    talk.send(text="it's for Smethwick")
    talk.answer()
    assert talk.assessment
    assert talk.assessment["pack"]["version"] == "2026.2"

    midnight()
    talk = asked_for_the_area(service)
    assert "Sandwell" in {option["label"] for option in talk.replies[-1]["options"]}
    talk.send(text="it's for Smethwick")
    talk.answer(school_told="no")
    assert talk.assessment
    assert talk.assessment["pack"]["version"] == "2027.1+1"
    assert "Another made-up number" in service.get("/chat?area=sandwell").text


def test_an_answer_that_the_new_edition_no_longer_knows_is_asked_for_again(service: TestClient, midnight: Any) -> None:
    talk = to("setting", service)
    with service.app.state.sessions.begin() as session:  # type: ignore[attr-defined]  # Starlette's type, our app
        row = session.scalars(select(DialogueState).order_by(DialogueState.updated_at.desc())).first()
        slots = {**row.state["slots"], "abuse_neglect": "a value of last year"}
        row.state = {**row.state, "slots": slots}
    midnight()
    talk.asked.clear()
    talk.answer(school_told="yes")
    assert "abuse_neglect" in talk.asked
    assert talk.assessment
