"""The service: one process, one door."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

from fastapi import FastAPI
from starlette.types import ASGIApp

from actions import all_actions
from actions.kit import Kit
from bot.channels import chat_api
from bot.channels.conversations import Conversations
from bot.channels.sending import ways_of_telling
from bot.channels.teams.mounting import mount_teams, teams_running
from bot.documents.word.forms import load_forms
from bot.guidance.load import load_packs
from bot.guidance.model import Pack
from bot.outbox.worker import Worker
from bot.rasa.talk import load_talk
from bot.reading.hear.gazetteer import hear_areas_of
from bot.referrals.notices import pass_on
from bot.settings import Settings
from bot.storage.canary import check_keys, leave_canary
from bot.storage.database import SERVING, open_database, sessions
from bot.storage.migrate import upgrade
from bot.web import health, pages
from bot.web.background import background_work
from bot.web.chat_rooms import CHAT
from bot.web.compression import CompressedChat
from bot.web.form.routes import router as form
from bot.web.inbox.router import router as inbox
from bot.web.limits import BodyLimit
from bot.web.pack_words import PackWords
from bot.web.problem_pages import add_problem_handlers
from bot.web.security import SecurityHeaders
from bot.web.signin.issuer import make_issuer
from bot.web.signin.knocking import sign_in_pace
from bot.web.signin.router import router as signin
from bot.web.signin.state_cookie import SignInState
from bot.web.static_files import static_files
from bot.web.templating import make_templates


class Service(FastAPI):
    """The application, with the headers around all of it: what answers an exception stands outside its middleware."""

    def __init__(
        self, settings: Settings, lifespan: Callable[[FastAPI], AbstractAsyncContextManager[None]] | None = None
    ) -> None:
        super().__init__(
            title="Should I refer?",
            docs_url=None,
            redoc_url=None,
            openapi_url=None,
            redirect_slashes=False,  # Starlette leads to the Host that the request named
            lifespan=lifespan,
        )
        self.settings = settings

    def build_middleware_stack(self) -> ASGIApp:
        """Called by Starlette once, before the first request."""
        https = self.settings.public_url.startswith("https:")
        return SecurityHeaders(super().build_middleware_stack(), self.settings.frame_origins, https)


def make_app(settings: Settings, model: Path) -> FastAPI:
    """The application, ready to serve: guidance loaded, database migrated, model loaded."""
    packs = load_packs(settings.guidance_dir)
    hear_areas_of(packs, settings.date_today)
    load_forms(settings.guidance_dir)  # a faulty Word template is found now, not when a lead needs the document
    settings.need_keys()
    patient = open_database(settings.database, settings.keyring)
    check_keys(patient)
    upgrade(patient)
    leave_canary(patient)
    engine = open_database(settings.database, settings.keyring, SERVING)
    kit = Kit(packs, settings.date_today)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        async with background_work(app), teams_running(app):  # Teams stops first: its turns need their thread
            yield
        engine.dispose()
        patient.dispose()

    app = Service(settings, lifespan)
    app.state.settings = settings
    app.state.packs = packs
    app.state.sessions = sessions(engine)
    app.state.patient_sessions = sessions(patient)
    app.state.issuer = make_issuer(settings)
    app.state.sign_in_pace = sign_in_pace(settings)
    app.state.words = words = PackWords(packs, settings.date_today)
    app.state.templates = make_templates(settings, words.areas)
    app.state.contacts = words.contacts
    talk = load_talk(model, all_actions(kit))
    app.state.conversations = Conversations(
        talk,
        app.state.sessions,
        settings,
        lambda: packs.areas(settings.date_today()),
        lambda: _act_now(kit.pack()),
    )
    for router in (chat_api.router, *CHAT, pages.router, form, inbox, signin, health.router):
        app.include_router(router)
    app.mount("/static", static_files(), name="static")
    app.state.teams = teams = mount_teams(app)
    told_by = ways_of_telling(settings, app.state.sessions, teams.delivery if teams else None)
    app.state.outbox = Worker(app.state.sessions, told_by, pass_on)
    add_problem_handlers(app)
    app.add_middleware(SignInState, settings=settings)
    app.add_middleware(CompressedChat)
    app.add_middleware(BodyLimit)
    return app


def _act_now(pack: Pack) -> str:
    """What to do first where a child is in danger."""
    wording = pack.wording["act_now"]
    return wording.do_now or wording.text
