"""What a channel answers when a message cannot be taken: RFC 9457 problems, in words for the sender."""

from __future__ import annotations

from bot.guidance.says import say

CALL_999 = say("danger_call")


class Problem(Exception):
    """`title` and `detail` are plain English; nothing of the case is ever in them. `retry_after` is in seconds."""

    def __init__(self, status: int, title: str, detail: str, retry_after: int | None = None) -> None:
        super().__init__(detail)
        self.status, self.title, self.detail, self.retry_after = status, title, detail, retry_after


class UnknownConversation(Problem):
    """No conversation has this token."""

    def __init__(self) -> None:
        super().__init__(404, "Conversation not found", "This conversation is not known here. Start a new one.")


class ExpiredConversation(Problem):
    """The conversation is over: nobody has written in it for as long as conversations are kept."""

    def __init__(self) -> None:
        super().__init__(401, "Conversation expired", "This conversation has expired. Start a new one.")


class EarlierTurn(Problem):
    """The message answers a question of an earlier turn. `turns` is how many were taken by now."""

    def __init__(self, turns: int) -> None:
        super().__init__(409, "Already answered", "That belongs to an earlier question. Nothing was changed.")
        self.turns = turns


class NotTaken(Problem):
    """The message could not be stored, or not in time."""

    def __init__(self) -> None:
        super().__init__(503, "Not taken", f"I could not store your message. Send it again. {CALL_999}", 5)


class Busy(Problem):
    """Too many messages wait to be answered."""

    def __init__(self, seconds: int) -> None:
        detail = f"Too many people are writing just now, so I did not take your message. Wait {seconds} seconds."
        super().__init__(503, "Busy", f"{detail} {CALL_999}", seconds)


class OutOfReach(Problem):
    """A page cannot be shown, or what it sent cannot be kept, because the database does not answer."""

    def __init__(self) -> None:
        detail = f"This service cannot reach its records just now. Wait a moment and try again. {CALL_999}"
        super().__init__(503, "Try again in a moment", detail, 5)


def with_act_now(problem: Problem, act_now: str) -> Problem:
    """The same refusal of a message that tells of danger: what to do about that comes first."""
    why = problem.detail.removesuffix(CALL_999).strip()
    detail = f"{act_now} I did not store your message. {why}"
    return Problem(problem.status, "A child may be in danger: call 999", detail, problem.retry_after)
