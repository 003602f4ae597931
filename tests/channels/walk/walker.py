"""A seeded person who may say anything, choose anything, leave and come back."""

from __future__ import annotations

import random
import re
from pathlib import Path
from typing import Any

import yaml
from fastapi.testclient import TestClient

from bot.dialogue.resume_codes import LETTERS
from tests.talking import Talker

SAID = yaml.safe_load((Path(__file__).parent / "said.yaml").read_text(encoding="utf-8"))
LONG = ("no " * 900, "A" * 3999, "the social worker visited and " * 120)
CODE = re.compile(rf"\b[{LETTERS}]{{4}}-[{LETTERS}]{{4}}\b")


class Walker:
    """One walk of this seed."""

    def __init__(self, client: TestClient, seed: int) -> None:
        self.client, self.seed = client, seed
        self.chance = random.Random(seed)
        self.talk = Talker(client)
        self.trail: list[str] = []
        self.codes: list[str] = []

    def step(self) -> list[dict[str, Any]]:
        """One turn of any kind; gives its replies."""
        kind = self._kind()
        if kind == "choice" and self.choices:
            self._take("choice", self.chance.choice(self.choices))
        elif kind == "resume" and self.codes:
            self.talk = Talker(self.client)  # another browser
            self._take("text", f"resume {self.codes.pop()}")
        else:
            said = SAID["said"].get(kind, SAID["said"]["typed"])
            self._take("text", self.chance.choice((*said, *LONG) if kind == "junk" else said))
        self.codes += CODE.findall(self.talk.words)[:1]
        return self.talk.replies

    @property
    def choices(self) -> list[str]:
        """What can be chosen now."""
        return [o["value"] for reply in self.talk.replies for o in (*reply["options"], *reply["also"])]

    def _kind(self) -> str:
        likely = SAID["likely"]
        return self.chance.choices(list(likely), list(likely.values()))[0] if self.talk.token else "typed"

    def _take(self, how: str, what: str) -> None:
        self.trail.append(what[:60])
        self.talk.send(**{how: what})

    def told(self, fault: str) -> str:
        """What went wrong, after which moves, with the last replies."""
        said = [(reply["topic"], reply["question"], reply["text"][:90]) for reply in self.talk.replies]
        return f"{fault} in walk {self.seed} after {self.trail[-8:]}: {said}"
