"""What the reducer decided to say, in words."""

from __future__ import annotations

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.answer_topic import say_answer
from actions.confirm import ask_to_confirm
from actions.kit import Case, Kit, in_check
from actions.onward import onward
from actions.playback import play_back
from actions.replying import CARRY_ON, button, reply
from actions.unsure import say_unsure
from actions.urgent import say_urgent
from bot.guidance.says import say
from bot.interview.citing import citations
from bot.interview.speech import (
    Alarm,
    Confirm,
    DangerNoted,
    LeftAsItWas,
    NotUnderstood,
    Opening,
    PlayBack,
    Problem,
    Speech,
    Topic,
)
from bot.interview.take_in import TakenIn

NOT_SO = button("No child is in danger now", "change_answer", immediate_danger="no")


def speak(kit: Kit, dispatcher: CollectingDispatcher, tracker: Tracker, taken: TakenIn) -> None:
    """Say it all, in order."""
    case = kit.case_of(taken.state.answers, tracker.get_slot("under_16"))
    for speech in taken.speech:
        _say(kit, dispatcher, tracker, case, speech)


def _say(kit: Kit, dispatcher: CollectingDispatcher, tracker: Tracker, case: Case, speech: Speech) -> None:
    match speech:
        case Alarm(plain=True):
            new_case = case.told.keys() - {"area"} and not in_check(tracker) and not tracker.get_slot("check_done")
            say_urgent(dispatcher, case, [CARRY_ON] if new_case else onward(tracker, case))
        case Alarm():
            sources = citations(case.pack, ("working-together/protect",))
            reply(dispatcher, say("danger_maybe"), topic="safety_first", sources=sources)
        case DangerNoted():
            reply(dispatcher, say("danger_noted"), [NOT_SO])
        case Opening(again):
            opening = "We carry on where you stopped." if again else say("opening")
            reply(dispatcher, f"{opening} {say('danger_first')}", topic="start_check")
        case PlayBack(noted, thinks):
            play_back(dispatcher, case.pack, noted, thinks)
        case Problem(text):
            reply(dispatcher, text, onward(tracker, case))
        case LeftAsItWas():
            reply(dispatcher, "I have left it as it was.", onward(tracker, case), topic="change_answer")
        case Confirm(fact, value):
            ask_to_confirm(dispatcher, case, {fact: value}, in_check=False)
        case Topic(topic):
            if topic in case.pack.answers:
                say_answer(dispatcher, case.pack, topic, offers=False)
        case NotUnderstood(question, gave_up):
            say_unsure(dispatcher, tracker, case.pack, question, gave_up=gave_up)
