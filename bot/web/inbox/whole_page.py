"""The whole record as a lead reads it, beside the practitioner's own words, and the pages to change it on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from starlette.datastructures import FormData

from bot.referrals.actors import actor_names
from bot.referrals.history import events_of
from bot.referrals.moments import moment_words
from bot.referrals.permission import draft_for
from bot.referrals.problems import NoSuchReferral
from bot.referrals.record.changes import edits
from bot.referrals.record.needs import missing, situation_of
from bot.referrals.record.reading import read_whole
from bot.referrals.record.store import current_record, versions
from bot.referrals.status import DECIDED
from bot.web.form.pages import REMOVE, confirm_removal, remove, save, show
from bot.web.form.place import NoSuchPage
from bot.web.form.route import form_data
from bot.web.inbox.fact_words import words_of
from bot.web.inbox.lead_desk import LeadDesk
from bot.web.inbox.timeline import timeline
from bot.web.signin.guard import AtForm, AtInbox
from bot.web.signin.lead_route import LeadRoute
from bot.web.state import sessions_of, settings_of
from bot.web.templating import page

router = APIRouter(route_class=LeadRoute)


@router.get("/inbox/{reference}/record")
def whole(request: Request, who: AtInbox, reference: str) -> Response:
    """Every group in words, with what is still needed; links to change it for the lead who holds the draft."""
    today = settings_of(request).date_today()
    with sessions_of(request)() as session:
        referral = draft_for(session, who.lead, reference)
        record = current_record(session, referral).record
        mine = referral.claimed_by == who.lead.id
        context = {
            "who": who,
            "reference": referral.reference,
            "groups": read_whole(session, referral, words_of(request), today),
            "missing": missing(record, situation_of(record, referral.area, today)),
            "own_words": referral.own_words,
            "decided": referral.status in DECIDED,
            "mine": mine,
            "free": referral.claimed_by is None,
            "holder": referral.holder.name if referral.holder else "",
        }
    return page(request, "inbox/whole.html", **context)


@router.get("/inbox/{reference}/history")
def history(request: Request, who: AtInbox, reference: str) -> Response:
    """Every step, and what each save of the record changed: old and new, by whom, when."""
    with sessions_of(request)() as session:
        referral = draft_for(session, who.lead, reference)
        events = events_of(session, referral)
        names = actor_names(session, events)
        found = edits(versions(session, referral))
        context = {
            "who": who,
            "reference": referral.reference,
            "timeline": timeline(events, names),
            "edits": [
                (names.get(edit.actor, edit.actor), moment_words(edit.at) if edit.at else "", edit.changes)
                for edit in reversed(found)
            ],
        }
    return page(request, "inbox/history.html", **context)


@router.get("/inbox/{reference}/record/{path:path}")
def one_page(request: Request, who: AtInbox, reference: str, path: str) -> Response:
    """A page of the record's form."""
    shown = confirm_removal if path.endswith(f"/{REMOVE}") else show
    return _found(lambda: shown(request, LeadDesk(who, reference), path))


@router.post("/inbox/{reference}/record/{path:path}")
def take(
    request: Request, who: AtForm, reference: str, path: str, sent: Annotated[FormData, Depends(form_data)]
) -> Response:
    """What was typed into it."""
    taking = remove if path.endswith(f"/{REMOVE}") else save
    return _found(lambda: taking(request, LeadDesk(who, reference), path, sent))


def _found(answer: Callable[[], Response]) -> Response:
    try:
        return answer()
    except NoSuchPage as none:
        raise NoSuchReferral("There is no such page") from none
