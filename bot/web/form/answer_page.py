"""Answering the lead's question."""

from __future__ import annotations

from fastapi import Request, Response
from fastapi.responses import RedirectResponse
from starlette.datastructures import FormData

from bot.guidance.says import say
from bot.referrals.problems import ReferralProblem
from bot.referrals.questions import answered, hand_in, waiting_question
from bot.referrals.record.fields import fields_of
from bot.referrals.record.sections.answers import Answer
from bot.referrals.record.situation import Situation
from bot.referrals.record.store import current_record, save_record
from bot.referrals.record.text import is_blank
from bot.web.form.desk import Desk
from bot.web.form.inputs import inputs
from bot.web.form.typed import TypedForm, take, typed_in
from bot.web.limits import was_cut
from bot.web.state import judge_of, sessions_of, settings_of
from bot.web.templating import page

FIELD = fields_of(Answer)["answer"]
NOTHING = "Enter your answer, or say that you do not know"
NO_QUESTION = say("form_not_waiting")


def show(
    request: Request, desk: Desk, status: int = 200, *, typed: TypedForm | None = None, whole: str = ""
) -> Response:
    """The question and the answer so far; without a question, back to the tasks."""
    with sessions_of(request)() as session:
        referral = desk.referral(session)
        question = waiting_question(session, referral)
        record = current_record(session, referral).record
        if not question and not whole:
            return RedirectResponse(desk.base, 303)
        part = Answer(question=question or None, answer=record.answers.to(question) or None)
    drawn = inputs([FIELD], part, Situation(), typed)
    context = {
        **desk.context(),
        "base": desk.base,
        "csrf": desk.csrf,
        "question": question,
        "inputs": drawn,
        "faults": [{"text": each.error, "href": f"#{each.at}"} for each in drawn if each.error],
        "whole": whole,
    }
    return page(request, "form/answer.html", status, **context)


def save(request: Request, desk: Desk, form: FormData) -> Response:
    """Keep the answer in the record and tell the lead."""
    typed = typed_in(form)
    try:
        with sessions_of(request).begin() as session:
            referral = desk.referral(session)
            desk.require_pen(session, referral)
            question = waiting_question(session, referral)
            if not question:
                whole = NO_QUESTION
                part = None
            else:
                whole = ""
                part = _answer(request, typed, question)
            if isinstance(part, Answer):
                record = answered(current_record(session, referral).record, question, part.answer or "")
                save_record(session, referral, record, desk.actor, judge=judge_of(request))
                hand_in(session, referral)
    except ReferralProblem as problem:
        return show(request, desk, 409, typed=typed, whole=str(problem))
    if part is None:
        return show(request, desk, 409 if whole else 400, typed=typed, whole=whole)
    return RedirectResponse(f"{desk.base}/done", 303)


def _answer(request: Request, typed: TypedForm, question: str) -> Answer | None:
    if was_cut(request):
        typed.fault("answer", "Your answer is far too long: shorten it and save again")
    elif is_blank(typed.one("answer")):
        typed.fault("answer", NOTHING)
    part = take(typed, [FIELD], Answer(question=question), settings_of(request).date_today())
    return part if isinstance(part, Answer) else None
