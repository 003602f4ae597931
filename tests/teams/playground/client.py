"""Drives the Playground by its HTTP and WebSocket doors, as its own page does."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
from websockets.legacy.client import unix_connect

from tests.teams.playground.cast import BOT, PERSONAL, PRACTITIONER, TENANT, Person

PATIENCE = 20
Event = dict[str, Any]


@dataclass
class Shown:
    """A message of the bot as the Playground shows it."""

    event: Event

    @property
    def id(self) -> str:
        return str(self.event["message"]["messageId"])

    @property
    def card(self) -> dict[str, Any] | None:
        for attachment in self.event["message"].get("attachments") or []:
            content = attachment.get("content")
            return json.loads(content) if isinstance(content, str) else content
        return None

    @property
    def words(self) -> str:
        """All that can be read in it."""
        return " ".join([self.event["message"].get("text") or "", *read(self.card)])

    @property
    def buttons(self) -> dict[str, Any]:
        """Title to action."""
        return {action["title"]: action for action in (self.card or {}).get("actions") or []}

    @property
    def question(self) -> str | None:
        """The fact that the card asks for."""
        return next((a["data"]["guide"].get("question") for a in self.buttons.values() if "data" in a), None)


def read(part: Any) -> list[str]:
    """The words of a card."""
    if isinstance(part, dict):
        own = [part[key] for key in ("text", "title", "label") if isinstance(part.get(key), str)]
        return own + [word for key, value in part.items() if key != "data" for word in read(value)]
    return [word for item in part for word in read(item)] if isinstance(part, list) else []


@dataclass
class Playground:
    """One running Playground. `events` is all that the bot did, in order."""

    folder: Path
    events: list[Event] = field(default_factory=list)
    seen: int = 0

    def __post_init__(self) -> None:
        self._news = threading.Condition()
        self._http = httpx.Client(
            transport=httpx.HTTPTransport(uds=str(self.folder / "playground.sock")),
            base_url="http://localhost",
            timeout=PATIENCE,
        )
        self._loop = asyncio.new_event_loop()
        self._listener = threading.Thread(target=self._loop.run_until_complete, args=[self._listen()])
        self._stream: Any = None
        self._listener.start()

    async def _listen(self) -> None:
        where = "ws://localhost/_ws_conversation/v1/conversations/stream"
        async with unix_connect(str(self.folder / "playground.sock"), where) as self._stream:
            async for event in self._stream:
                with self._news:
                    self.events.append(json.loads(event))
                    self._news.notify_all()

    def close(self) -> None:
        """Hang up."""
        asyncio.run_coroutine_threadsafe(self._stream.close(), self._loop)
        self._listener.join()
        self._http.close()

    def post(self, path: str, body: Any) -> httpx.Response:
        """A call that must be taken."""
        answer = self._http.post(path, json=body)
        assert answer.is_success, f"{path}: {answer.status_code} {answer.text}"
        return answer

    def wait(self, wanted: Callable[[Event], bool]) -> Event:
        """The next event, after those waited for before, of which this is true."""
        with self._news:
            found: list[int] = []

            def arrived() -> bool:
                found[:] = [n for n in range(self.seen, len(self.events)) if wanted(self.events[n])][:1]
                return bool(found)

            assert self._news.wait_for(arrived, PATIENCE), f"waited in vain after {self.events[self.seen :]}"
            self.seen = found[0] + 1
            return self.events[found[0]]

    def message(self, chat: str = PERSONAL, holding: str = "") -> Shown:
        """The bot's next message in this chat that holds these words."""
        return Shown(
            self.wait(
                lambda event: (
                    event["action"] == "createMessage"
                    and event["actionConversationId"].startswith(chat)
                    and holding in Shown(event).words
                )
            )
        )

    def install(self, chat: str = PERSONAL) -> None:
        self.post(f"/_debug/conversation/{chat}/installation", {})

    def say(self, text: str, chat: str = PERSONAL, person: Person = PRACTITIONER) -> None:
        self.post(
            f"/_conversation/v1/conversations/{chat}/messages",
            {"from": {"id": person.id}, "text": text, "textFormat": "plain"},
        )

    def mention(self, text: str, chat: str, person: Person = PRACTITIONER) -> None:
        mention = {"mentioned": {"id": BOT, "name": "Guide"}, "text": "<at>Guide</at>"}
        self.post(
            f"/_conversation/v1/conversations/{chat}/messages",
            {"from": {"id": person.id}, "text": f"<at>Guide</at> {text}", "textFormat": "xml", "mentions": [mention]},
        )

    def press(self, shown: Shown, title: str, chat: str = PERSONAL, **fields: str) -> None:
        """Action.Submit: the button's data, and the fields of the card where the button takes them."""
        action = shown.buttons[title]
        taken = fields if action["associatedInputs"] == "auto" else {}
        self.post(
            "/_conversation/v1/submit",
            {
                "conversation": {"id": chat},
                "from": {"id": PRACTITIONER.id},
                "replyToId": shown.id,
                "value": {**action["data"], **taken},
            },
        )

    def activity(self, **activity: Any) -> None:
        """Any activity from the practitioner's personal chat, except for what is given."""
        self.post("/_internal/v1/customActivities", whole(activity))

    def service(self) -> httpx.Client:
        """The service's own web, past the Playground."""
        door = httpx.HTTPTransport(uds=str(self.folder / "service.sock"))
        return httpx.Client(transport=door, base_url="http://localhost", timeout=PATIENCE)

    def uninstall(self) -> None:
        """The app is removed from the personal chat. Straight to the service, which has forgotten it on return."""
        with self.service() as service:
            answer = service.post("/api/messages", json=whole({"type": "installationUpdate", "action": "remove"}))
        assert answer.status_code == 202, answer.text
        self.seen = len(self.events)

    def execute(self, shown: Shown, title: str) -> Any:
        """Action.Execute; what the card becomes, or the words that are shown."""
        body = {
            "name": "adaptiveCard/action", "conversation": {"id": PERSONAL}, "from": {"id": PRACTITIONER.id},
            "replyToId": shown.id, "value": executed(shown, title),
        }  # fmt: skip
        return self.post("/_conversation/v1/invoke", body).json()["value"]

    def execute_as(self, person: Person, shown: Shown, title: str) -> Any:
        """The same by somebody whose chats the Playground does not show: straight to the service."""
        sender = {"id": person.id, "aadObjectId": person.object_id}
        invoke = {"type": "invoke", "name": "adaptiveCard/action", "from": sender, "value": executed(shown, title)}
        with self.service() as service:
            answer = service.post("/api/messages", json=whole(invoke))
        assert answer.status_code == 200, answer.text
        return answer.json()["value"]

    def ask(self, text: str) -> Shown:
        """Say it in the personal chat; the question that is asked next."""
        self.say(text)
        return self.question()

    def question(self) -> Shown:
        """The next question card, or the result that ends the questions."""
        return Shown(self.wait(lambda event: event["action"] == "createMessage" and is_a_step(Shown(event))))


def is_a_step(shown: Shown) -> bool:
    """Whether it asks a question of the check, or ends it."""
    return shown.question is not None or "I do not decide" in shown.words


def executed(shown: Shown, title: str) -> dict[str, Any]:
    """The value of an Action.Execute."""
    action = shown.buttons[title]
    return {"action": {name: action[name] for name in ("type", "verb", "data")}, "trigger": "manual"}


def whole(activity: dict[str, Any]) -> dict[str, Any]:
    """The activity with what Teams would add to it."""
    return {
        "type": "message", "id": uuid4().hex, "channelId": "msteams", "timestamp": datetime.now(UTC).isoformat(),
        "serviceUrl": "http://localhost:56150/_connector", "recipient": {"id": BOT, "name": "Guide"},
        "from": {"id": PRACTITIONER.id, "aadObjectId": PRACTITIONER.object_id},
        "conversation": {"id": PERSONAL, "conversationType": "personal", "tenantId": TENANT},
        "channelData": {"tenant": {"id": TENANT}},
    } | activity  # fmt: skip
