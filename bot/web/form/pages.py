"""Showing a page of the form and taking what was typed into it, whoever sits at the desk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from fastapi import Request, Response
from fastapi.responses import RedirectResponse
from sqlalchemy.orm import Session
from starlette.datastructures import FormData

from bot.referrals.problems import NoSuchReferral, ReferralProblem
from bot.referrals.record.fields import Field
from bot.referrals.record.needs import situation_of
from bot.referrals.record.situation import Situation
from bot.referrals.record.store import Saved, current_record, save_record, versions
from bot.referrals.referral import Referral
from bot.web.form.desk import Desk
from bot.web.form.entries import listed, next_entry
from bot.web.form.inputs import inputs
from bot.web.form.place import FormPage, NoSuchPage, find_place
from bot.web.form.typed import TypedForm, take, typed_in
from bot.web.limits import number, was_cut
from bot.web.state import judge_of, sessions_of, settings_of
from bot.web.templating import page

CHECK = "check"
REMOVE = "remove"
CHANGED = (
    "Somebody changed this part of the draft after you opened it. What you typed is still here. "
    "Look at the record, then save again if it is still right."
)
TOO_LARGE = "is far too long: found more than {most:,} characters. Shorten it and save again"


@dataclass(frozen=True)
class Opened:
    """The page that was asked for, with the draft that it belongs to."""

    referral: Referral
    saved: Saved
    place: FormPage
    situation: Situation


def open_page(request: Request, desk: Desk, session: Session, path: str) -> Opened:
    """The page of this address. Raises NoSuchPage, and what the desk raises."""
    referral = desk.referral(session)
    saved = current_record(session, referral)
    situation = situation_of(saved.record, referral.area, settings_of(request).date_today())
    return Opened(referral, saved, find_place(saved.record, path, desk.sections), situation)


def show(
    request: Request, desk: Desk, path: str, status: int = 200, *, typed: TypedForm | None = None, whole: str = ""
) -> Response:
    """The page, with what was typed and what is wrong with it; `whole` is a fault of no one field."""
    with sessions_of(request)() as session:
        opened = open_page(request, desk, session, path)
        place, record = opened.place, opened.saved.record
        rows = place.list_field()
        fields = _asked(opened)
        drawn = inputs(fields, place.part(record), opened.situation, typed)
        caption = place.model().TITLE + (f" {place.number}" if place.number else "")
        lone = drawn[0].label if len(drawn) == 1 and rows is None else ""
        context: dict[str, Any] = {
            **desk.context(),
            "base": desk.base,
            "csrf": desk.csrf,
            "path": path,
            "version": opened.saved.version,
            "caption": "" if caption == place.page.title else caption,
            "title": place.page.title or lone,
            "lone": bool(lone) and not place.page.title,
            "hint": place.page.hint,
            "inputs": drawn,
            "faults": [{"text": each.error, "href": f"#{each.at}"} for each in drawn if each.error],
            "whole": whole,
            "removed": typed.removed if typed else [],
            "entries": listed(place, rows, record) if rows else [],
            "rows": rows,
            "add": next_entry(place, rows, record) if rows else None,
            "back": _asked_back(request, typed),
        }
    return page(request, "form/page.html", status, **context)


def save(request: Request, desk: Desk, path: str, form: FormData) -> Response:
    """Take the page: saved and on to the next, or shown again with the reasons and nothing stored."""
    typed = typed_in(form)
    try:
        with sessions_of(request).begin() as session:
            opened = open_page(request, desk, session, path)
            desk.require_pen(session, opened.referral)
            fields = _asked(opened)
            if was_cut(request):
                longest = max(fields, key=lambda each: len(typed.one(each.name)))
                most = len(typed.one(longest.name))
                typed.fault(longest.name, f"{longest.begins} {TOO_LARGE.format(most=most)}")
            part = take(typed, fields, opened.place.part(opened.saved.record), settings_of(request).date_today())
            conflict = part is not None and _changed_meanwhile(session, opened, typed)
            if part is not None and not conflict:
                record = opened.place.put(opened.saved.record, part)
                saved = save_record(session, opened.referral, record, desk.actor, judge=judge_of(request))
                situation = situation_of(saved.record, opened.referral.area, settings_of(request).date_today())
                following = opened.place.following(saved.record, situation)
    except NoSuchReferral:
        raise
    except ReferralProblem as problem:
        return show(request, desk, path, 409, typed=typed, whole=str(problem))
    if part is None:
        return show(request, desk, path, 400, typed=typed)
    if conflict:
        return show(request, desk, path, 409, typed=typed, whole=CHANGED)
    if typed.removed:
        return show(request, desk, path, typed=typed)
    return RedirectResponse(_next(desk, typed, following), 303)


def confirm_removal(request: Request, desk: Desk, path: str) -> Response:
    """Ask before an entry is taken out."""
    with sessions_of(request)() as session:
        opened = open_page(request, desk, session, _first(path, desk, session))
        context = {
            **desk.context(),
            "base": desk.base,
            "csrf": desk.csrf,
            "path": path,
            "title": f"{opened.place.model().TITLE} {opened.place.number}",
            "version": opened.saved.version,
            "list_path": opened.place.list_page().path,
        }
    return page(request, "form/remove.html", **context)


def remove(request: Request, desk: Desk, path: str, form: FormData) -> Response:
    """Take an entry out, unless the list has changed since it was shown."""
    with sessions_of(request).begin() as session:
        opened = open_page(request, desk, session, _first(path, desk, session))
        list_path = opened.place.list_page().path
        if _changed_meanwhile(session, opened, typed_in(form)):
            return show(request, desk, list_path, 409, whole="This list was changed meanwhile: look at it again")
        try:
            desk.require_pen(session, opened.referral)
            save_record(
                session,
                opened.referral,
                opened.place.put(opened.saved.record, None),
                desk.actor,
                judge=judge_of(request),
            )
        except NoSuchReferral:
            raise
        except ReferralProblem as problem:
            return show(request, desk, list_path, 409, whole=str(problem))
    return RedirectResponse(f"{desk.base}/{list_path}", 303)


def _asked(opened: Opened) -> list[Field]:
    """The fields that the page asks in this case. Raises NoSuchPage when it asks none."""
    fields = opened.place.fields(opened.saved.record, opened.situation)
    if not fields:
        raise NoSuchPage(opened.place.path)
    return fields


def _first(path: str, desk: Desk, session: Session) -> str:
    """The first page of the entry that `.../remove` speaks of, which must be there."""
    record = current_record(session, desk.referral(session)).record
    entry = path.removesuffix(f"/{REMOVE}")
    section, _, rest = entry.partition("/")
    rows = rest.partition("/")[0]
    known = section in desk.sections and rows in type(record.section(section)).model_fields
    slug = ""
    if known:
        held = getattr(record.section(section), rows)
        if isinstance(held, tuple) and 1 <= (number(rest.partition("/")[2]) or 0) <= len(held):
            slug = type(held[0]).PAGES[0].slug
    return f"{entry}/{slug}"


def _changed_meanwhile(session: Session, opened: Opened, typed: TypedForm) -> bool:
    """Whether this group of the record says something else than when the page was shown."""
    shown = typed.one("version")
    if shown == str(opened.saved.version):
        return False
    before = next((each for each in versions(session, opened.referral) if str(each.version) == shown), None)
    section = opened.place.section
    return before is None or before.record.section(section) != opened.saved.record.section(section)


def _asked_back(request: Request, typed: TypedForm | None) -> str:
    asked = typed.one("from") if typed else request.query_params.get("from", "")
    return CHECK if asked == CHECK else ""


def _next(desk: Desk, typed: TypedForm, following: FormPage | None) -> str:
    if typed.one("then") == "list":
        return desk.base
    if following is None:
        return f"{desk.base}/{CHECK}" if typed.one("from") == CHECK else desk.base
    return f"{desk.base}/{following.path}" + ("?" + urlencode({"from": CHECK}) if typed.one("from") == CHECK else "")
