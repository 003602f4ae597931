"""The environment that every page is rendered in."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from fastapi import Request, Response
from fastapi.templating import Jinja2Templates
from jinja2 import ChoiceLoader, Environment, PackageLoader, PrefixLoader

from bot.deadlines.near import how_near, near_again
from bot.deadlines.spoken import long_date
from bot.referrals.moments import moment_words
from bot.referrals.status import SAID
from bot.settings import Settings
from bot.web.chat_look import look_of
from bot.web.english import ENGLISH, TABLE
from bot.web.markdown import markdown
from bot.web.undefined import StrictAboutNames

STATIC = Path(__file__).parent / "static"


def static(path: str) -> str:
    """The address of a static file, with its content's hash: a changed file is never read from a cache.

    A file that is not there gets its plain address: the request for it then says 404.
    """
    file = STATIC / path
    version = f"?v={sha256(file.read_bytes()).hexdigest()[:8]}" if file.is_file() else ""
    return f"/static/{path}{version}"


def make_templates(settings: Settings, areas: Callable[[], Mapping[str, str]]) -> Jinja2Templates:
    """Templates with the filters `markdown`, `long_date`, `near_now`, `how_near`, `moment` and `referral_status`.

    `areas()` maps each area of the day to the name of its partnership, in the order that pages list them in. Every
    page says so when `settings.today` fixes the date.
    """
    environment = Environment(
        loader=ChoiceLoader(
            [
                PackageLoader("bot.web"),
                PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")}),
            ]
        ),
        autoescape=True,
        undefined=StrictAboutNames,
        extensions=["jinja2.ext.do"],
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        markdown=markdown,
        long_date=long_date,
        near_now=lambda deadline: near_again(deadline, {}, settings.date_today()),
        how_near=how_near,
        moment=moment_words,
        referral_status=lambda status: SAID.get(status, status),
    )
    environment.globals.update(
        static=static,
        areas=areas,
        service_name="Should I refer?",
        fixed_today=settings.today,
        conversation_hours=settings.conversation_hours,
        kept_days={
            "conversation": settings.retain_conversation_days,
            "undecided": settings.retain_undecided_days,
            "decided": settings.retain_decided_days,
        },
        leave_to=settings.leave_to,
        look_of=look_of,
        t=ENGLISH,
        script_words=json.dumps(TABLE["script"]),
    )
    return Jinja2Templates(env=environment)


def page(request: Request, template: str, status: int = 200, /, **context: Any) -> Response:
    """The template rendered as a page."""
    templates: Jinja2Templates = request.app.state.templates
    return templates.TemplateResponse(request, template, context, status_code=status)


def areas_of(request: Request) -> Mapping[str, str]:
    """The areas that pages offer today, with their partnerships' names."""
    areas: Callable[[], Mapping[str, str]] = request.app.state.templates.env.globals["areas"]
    return areas()
