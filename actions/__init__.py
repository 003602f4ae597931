"""Rasa's custom actions: thin, one a file; the work is done in bot/."""

from __future__ import annotations

from rasa_sdk import Action

from actions.answer_topic import AnswerTopic
from actions.ask import Ask
from actions.begin import Begin
from actions.change import Change
from actions.draft import Draft
from actions.explain import Explain
from actions.go_back import GoBack
from actions.kit import Kit
from actions.no_words import NoWords
from actions.not_that import NotThat
from actions.other_language import OtherLanguage
from actions.person import Person
from actions.read_back import ReadBack
from actions.repeat import Repeat
from actions.respond import Respond
from actions.result import Result
from actions.resumed import Resumed
from actions.so_far import SoFar
from actions.start_again import ConfirmRestart, StartAgain, UndoRestart
from actions.status import ReferralStatus
from actions.take_area import TakeArea
from actions.take_in import TakeIn
from actions.unsure import Unsure
from actions.validate_check import ValidateCheck
from actions.what_if import WhatIf
from actions.work_out_date import WorkOutDate

ALL = (
    AnswerTopic,
    Begin,
    Change,
    ConfirmRestart,
    Draft,
    Explain,
    GoBack,
    NoWords,
    NotThat,
    OtherLanguage,
    Person,
    ReadBack,
    ReferralStatus,
    Repeat,
    Respond,
    Result,
    Resumed,
    SoFar,
    StartAgain,
    TakeArea,
    TakeIn,
    UndoRestart,
    Unsure,
    ValidateCheck,
    WhatIf,
    WorkOutDate,
)


def all_actions(kit: Kit) -> list[Action]:
    """Every action of the domain, ready to run; one that asks for each fact of every edition, in force or not yet."""
    return [*(action(kit) for action in ALL), *(Ask(kit, fact) for fact in kit.packs.questions())]
