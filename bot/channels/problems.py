"""What a channel answers when a message cannot be taken: RFC 9457 problems, in words for the sender."""

from __future__ import annotations


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
