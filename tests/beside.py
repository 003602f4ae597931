"""Runs checks beside the tests, so that neither waits for the other.

`python -m tests.beside lint types -- pytest -n 2`: make's targets one after the other in the background, the command in
front. What a check says is shown as soon as it has failed; of one that is good, one line is. Ends with 1 if anything
failed, and names it last; when all is well, pytest's closing line is the last.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from threading import Event, Thread

MAKE = [os.environ.get("MAKE", "make"), "--no-print-directory"]


class Checks(Thread):
    """Runs make's targets one after the other. `failed` names those that failed."""

    def __init__(self, targets: list[str]) -> None:
        super().__init__(daemon=True)
        self.targets, self.stopped = targets, Event()
        self.failed: list[str] = []
        self.running: subprocess.Popen[str] | None = None

    def run(self) -> None:
        """Until the last target, or until told to stop."""
        for target in self.targets:
            if self.stopped.is_set():
                return
            begun = time.monotonic()
            self.running = subprocess.Popen(
                [*MAKE, target], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
            )
            said, _ = self.running.communicate()
            good = self.running.returncode == 0
            if not good:
                self.failed.append(target)
            print(f"\n{target}: {'good' if good else 'FAILED'} ({time.monotonic() - begun:.0f} s)", flush=True)
            print("" if good else said, end="", flush=True)

    def stop(self) -> None:
        """End the one that runs, and begin no other."""
        self.stopped.set()
        if self.running:
            self.running.terminate()


def main(arguments: list[str]) -> int:
    """The arguments are the targets, `--`, and the command."""
    at = arguments.index("--")
    checks = Checks(arguments[:at])
    checks.start()
    try:
        tests = subprocess.run(arguments[at + 1 :], check=False).returncode
        checks.join()
    except KeyboardInterrupt:
        checks.stop()
        return 130
    failed = checks.failed + (["tests"] if tests else [])
    if failed:
        print(f"FAILED: {', '.join(failed)}", flush=True)
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
