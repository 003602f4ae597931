"""Submitting drafts to a service that is killed at random moments and started again, and looking at what is left."""

from __future__ import annotations

import os
import random
import secrets
import signal
import socket
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
from sqlalchemy import select, update

from bot.outbox.item import Item
from bot.referrals.audit import verify_all
from bot.referrals.history import events_of
from bot.referrals.lead import make_lead
from bot.referrals.record.version import RecordVersion
from bot.referrals.referral import Referral
from bot.referrals.state import State, state_of
from bot.storage.base import now
from bot.storage.database import Sessions, open_database, sessions
from bot.storage.keyring import Keyring, make_key
from tests.outbox.servers import Postbox, mail_server_in_thread

STORY = "A two-year-old in Walsall has died and we think she was neglected."
ASK = "draft the referral now please"
LEADS = ("sam@example.org", "kit@example.org")
AT_ONCE = 4
ROOT = Path(__file__).parent.parent.parent


@dataclass
class Found:
    """What was left: `wrong` is a sentence for each fault; empty when all is as it must be."""

    accepted: int
    kills: int
    repeated_mails: int
    unanswered: int
    wrong: list[str] = field(default_factory=list)


class Service:
    """The service that can be killed and started again on the same port."""

    def __init__(self, nursery: subprocess.Popen[str], port: int) -> None:
        self._nursery, self.port, self.pid = nursery, port, 0
        self.address = f"http://127.0.0.1:{port}"

    def start(self) -> None:
        assert self._nursery.stdin and self._nursery.stdout
        print(self.port, file=self._nursery.stdin, flush=True)
        self.pid = int(self._nursery.stdout.readline())
        while not self._ready():
            time.sleep(0.02)

    def kill(self) -> None:
        """SIGKILL: it can catch nothing, finish nothing, say nothing."""
        os.kill(self.pid, signal.SIGKILL)

    def _ready(self) -> bool:
        try:
            return httpx.get(f"{self.address}/health/ready", timeout=2).status_code == 200
        except httpx.HTTPError:
            return False


class Submitter:
    """Sends scripted submissions, each again and again until it is accepted, as a partner's script must."""

    def __init__(self, address: str, number: int) -> None:
        self.address, self.waiting = address, list(range(number))
        self.accepted: dict[int, str] = {}
        self.unanswered = 0
        self._lock = threading.Lock()

    def work(self) -> None:
        """Take submissions until none is left."""
        with httpx.Client(timeout=10) as client:
            while True:
                with self._lock:
                    if not self.waiting:
                        return
                    number = self.waiting.pop()
                reference = self._submit(client)
                with self._lock:
                    self.accepted[number] = reference

    def _submit(self, client: httpx.Client) -> str:
        begun = self._send(client, {"conversation": None, "text": STORY})
        answer = self._send(client, {"conversation": begun["conversation"], "text": ASK})
        reference: str = next(reply["referral"]["reference"] for reply in answer["replies"] if reply["referral"])
        return reference

    def _send(self, client: httpx.Client, message: dict[str, object]) -> dict[str, Any]:
        key = secrets.token_hex(8)
        while True:
            try:
                answer = client.post(f"{self.address}/api/chat", json=message, headers={"Idempotency-Key": key})
            except httpx.HTTPError:
                with self._lock:
                    self.unanswered += 1
                time.sleep(0.05)
                continue
            if answer.status_code == 200:
                said: dict[str, Any] = answer.json()
                return said
            assert answer.status_code in (429, 503), answer.text
            time.sleep(0.05)


def submit_and_kill(url: str, folder: Path, model: Path, *, submissions: int, kills: int, seed: int) -> Found:
    """Send the submissions while the service is killed so many times at moments drawn from the seed."""
    keyring_key = make_key()
    engine = open_database(url, Keyring([keyring_key]))
    database = sessions(engine)
    with database.begin() as session:
        for address in LEADS:
            make_lead(session, email=address, name=address, areas=["walsall"])
    with mail_server_in_thread(Postbox()) as (postbox, mail_port):
        environment = {
            "CSPR_DATABASE_URL": url,
            "CSPR_DATA_DIR": str(folder),
            "CSPR_ENCRYPTION_KEYS": keyring_key,
            "CSPR_SECRET_KEY": "k" * 40,
            "CSPR_TODAY": "2026-11-23",
            "CSPR_MAIL_HOST": "127.0.0.1",
            "CSPR_MAIL_PORT": str(mail_port),
            "CSPR_MAIL_FROM": "guide@example.org",
            "CSPR_TURNS_A_MINUTE": "100000",
            "CSPR_BEGINNINGS_A_MINUTE": "100000",
        }
        with nursery(environment, model) as service:
            submitter = _submit_through_kills(service, submissions, kills, random.Random(seed))
            _let_it_finish(database, service)
    found = Found(len(submitter.accepted), kills, 0, submitter.unanswered)
    _look(database, submitter, postbox, found)
    engine.dispose()
    return found


@contextmanager
def nursery(environment: dict[str, str], model: Path) -> Iterator[Service]:
    """A service to be started, with this environment and model."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.kill.nursery", str(model)],
        cwd=ROOT, env=os.environ | environment, text=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    assert process.stdout
    service = Service(process, port)
    try:
        while (line := process.stdout.readline()) != "ready\n":
            assert line, "the nursery stopped while loading"
        service.start()
        yield service
    finally:
        if service.pid:
            service.kill()
        process.kill()
        process.communicate()


def _submit_through_kills(service: Service, submissions: int, kills: int, draw: random.Random) -> Submitter:
    submitter = Submitter(service.address, submissions)
    threads = [threading.Thread(target=submitter.work) for _ in range(AT_ONCE)]
    for thread in threads:
        thread.start()
    for due in sorted(draw.sample(range(submissions), kills)):
        while len(submitter.accepted) < due:
            time.sleep(0.002)
        time.sleep(draw.uniform(0, 0.15))
        service.kill()
        service.start()
    for thread in threads:
        thread.join()
    return submitter


def _let_it_finish(database: Sessions, service: Service) -> None:
    """Wait until every notice is sent. The holds of killed workers are over at once: two minutes are not waited for."""
    waiting = select(Item.id).where(Item.due_at.is_not(None))
    service.kill()
    with database.begin() as session:
        session.execute(update(Item).where(Item.due_at.is_not(None)).values(due_at=now()))
    service.start()
    while True:
        with database() as session:
            if session.scalar(waiting.limit(1)) is None:
                return
        time.sleep(0.1)


def _look(database: Sessions, submitter: Submitter, postbox: Postbox, found: Found) -> None:
    with database() as session:
        stored = {referral.reference: referral for referral in session.scalars(select(Referral))}
        accepted = set(submitter.accepted.values())
        found.wrong += [f"{reference} was accepted and is lost" for reference in accepted - stored.keys()]
        found.wrong += [f"{reference} is stored and belongs to no submission" for reference in stored.keys() - accepted]
        if len(accepted) != len(submitter.accepted):
            found.wrong.append("two submissions have one draft")
        for referral in stored.values():
            events = events_of(session, referral)
            kinds = [event.type for event in events]
            if kinds != ["DraftMade", "PutBeforeLead"] or State(referral.status, None) != state_of(events):
                found.wrong.append(f"{referral.reference} is half a record: {kinds}, {referral.status}")
            if not referral.own_words.startswith(STORY[:20]) or not referral.assessment.get("outcomes"):
                found.wrong.append(f"{referral.reference} does not say what was told")
            versions = session.scalars(select(RecordVersion).where(RecordVersion.referral_id == referral.id)).all()
            if len(versions) != 1:
                found.wrong.append(f"{referral.reference} has {len(versions)} versions of its record")
        found.wrong += [f"audit: {broken}" for broken in verify_all(session) if broken]
        _look_at_mails(list(session.scalars(select(Item))), postbox, found)


def _look_at_mails(notices: list[Item], postbox: Postbox, found: Found) -> None:
    due = {f"<{notice.key}@example.org>" for notice in notices}
    if len(due) != len(LEADS) * found.accepted:
        found.wrong.append(f"{len(due)} notices for {found.accepted} drafts and {len(LEADS)} leads")
    came = Counter(mail["Message-ID"] for _, mail in postbox.mails)
    found.repeated_mails = sum(came.values()) - len(came)
    found.wrong += [f"notice {key} was never sent" for key in due - came.keys()]
    found.wrong += [f"mail {key} is about no notice" for key in came.keys() - due]
    said = {(mail["Message-ID"], mail["To"], mail["Subject"], mail.get_content()) for _, mail in postbox.mails}
    if len(said) != len(came):
        found.wrong.append("a mail that came twice did not say the same")
