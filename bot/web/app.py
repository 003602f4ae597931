"""The service: one process, one door."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import FastAPI

from actions import all_actions
from actions.answer_topic import contacts_text
from actions.kit import Kit
from bot.channels import chat_api
from bot.channels.conversations import Conversations
from bot.channels.teams.mounting import mount_teams, teams_running
from bot.dialogue.talk import load_talk
from bot.documents.word.forms import load_forms
from bot.guidance.load import load_packs
from bot.guidance.model import Pack
from bot.notify.choose import choose_backends, choose_notifier
from bot.settings import Settings
from bot.storage.database import open_database, sessions
from bot.storage.migrate import upgrade
from bot.web import drawing_page, health, pages
from bot.web.background import background_work
from bot.web.chat_rooms import CHAT
from bot.web.compression import CompressedChat
from bot.web.form.router import router as form
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


def make_app(settings: Settings, model: Path) -> FastAPI:
    """The application, ready to serve: guidance loaded, database migrated, model loaded."""
    packs = load_packs(settings.guidance_dir)
    load_forms(settings.guidance_dir)  # a faulty Word template is found now, not when a lead needs the document
    engine = open_database(settings.database, settings.keyring)
    upgrade(engine)
    national = packs.for_area(None, settings.date_today())
    areas = national.facts["area"].values
    kit = Kit(packs, settings.date_today)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        async with teams_running(app), background_work(app):
            yield
        engine.dispose()

    app = FastAPI(title="Should I refer?", docs_url=None, redoc_url=None, openapi_url=None, lifespan=lifespan)
    app.state.settings = settings
    app.state.packs = packs
    app.state.sessions = sessions(engine)
    app.state.notifier = choose_notifier(settings)
    app.state.backends = choose_backends(settings)
    app.state.issuer = make_issuer(settings)
    app.state.sign_in_pace = sign_in_pace(settings)
    app.state.words = PackWords(national)
    app.state.templates = make_templates(
        settings,
        {area: _name_of(packs.for_area(area, settings.date_today())) for area in areas if area != "not_england"},
    )
    talk = load_talk(model, all_actions(kit))
    app.state.conversations = Conversations(talk, app.state.sessions, settings, areas)
    app.state.contacts = {area: contacts_text(packs.for_area(area, settings.date_today())) for area in (None, *areas)}
    for router in (chat_api.router, *CHAT, pages.router, drawing_page.router, form, inbox, signin, health.router):
        app.include_router(router)
    app.mount("/static", static_files(), name="static")
    app.state.teams = mount_teams(app)
    add_problem_handlers(app)
    app.add_middleware(SignInState, settings=settings)
    app.add_middleware(CompressedChat)
    app.add_middleware(BodyLimit)
    app.add_middleware(SecurityHeaders, frame_origins=settings.frame_origins)
    return app


def _name_of(pack: Pack) -> str:
    """The partnership's name; an area without a pack of its own is another area of England."""
    return "Another area of England" if pack.head.id == pack.national.id else pack.head.partnership
