"""A process with the model loaded that forks the service each time it is told to: a start takes a second, not nine.

Reads a port a line, writes the new service's process id. The service is the real one, make_app and all, in a process
of its own that can be killed; only the model and the packs are those that its parent loaded.
"""

from __future__ import annotations

import ctypes
import logging
import os
import signal
import sys
from pathlib import Path
from typing import Any

import uvicorn

from actions import all_actions
from actions.kit import Kit
from bot.guidance.load import load_packs
from bot.rasa.talk import load_talk
from bot.settings import load_settings
from bot.web import app as service

PR_SET_PDEATHSIG = 1
"""Linux: the signal to get when the parent dies (prctl(2))."""


def main(model: Path) -> None:
    """Load, then fork a service for each port that is read."""
    settings = load_settings()
    packs = load_packs(settings.guidance_dir)
    talk = load_talk(model, all_actions(Kit(packs, settings.date_today)))
    stand_ins: dict[str, Any] = {"load_packs": lambda _: packs, "load_talk": lambda *_: talk}
    vars(service).update(stand_ins)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # a killed child is gone at once, not a zombie
    print("ready", flush=True)
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            serve(int(line))
        print(child, flush=True)


def serve(port: int) -> None:
    """Be the service until killed."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)  # a test that is stopped leaves no service behind
    logging.disable(logging.CRITICAL)
    app = service.make_app(load_settings(), Path())
    uvicorn.run(app, port=port, ws="none", log_level="critical", access_log=False)
    os._exit(0)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
