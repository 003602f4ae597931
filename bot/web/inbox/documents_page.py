"""Downloading the draft as a document."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from bot.documents.export import MEDIA_TYPES, Form, export
from bot.documents.referral.gather import gather
from bot.documents.word.forms import load_forms
from bot.referrals.history import lead_actor
from bot.referrals.holding import note_export, note_opening
from bot.referrals.permission import draft_for
from bot.referrals.problems import NoSuchReferral
from bot.web.inbox.fact_words import words_of
from bot.web.signin.guard import AtInbox
from bot.web.signin.lead_route import LeadRoute
from bot.web.state import packs_of, sessions_of, settings_of

router = APIRouter(route_class=LeadRoute)


@router.get("/inbox/{reference}/document.{form}")
def download(request: Request, who: AtInbox, reference: str, form: str) -> Response:
    """The document, for a lead who may see the draft; that they took it out is recorded, before its audit head is read.

    The file's name holds the reference only.
    """
    if form not in list(Form):
        raise NoSuchReferral("There is no document of this form")
    settings, wanted = settings_of(request), Form(form)
    today = settings.date_today()
    with sessions_of(request).begin() as session:
        referral = draft_for(session, who.lead, reference)
        note_opening(session, referral, who.lead)
        note_export(session, referral, lead_actor(who.lead), wanted.value)
        document = gather(session, referral, words_of(request), packs_of(request), today)
        template = load_forms(settings.guidance_dir).for_area(referral.area)
    headers = {
        "Content-Disposition": f'attachment; filename="{document.reference}.{wanted}"',
        "Cache-Control": "no-store",
    }
    return Response(export(document, wanted, template), media_type=MEDIA_TYPES[wanted], headers=headers)
