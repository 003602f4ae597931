"""Failures of what is done unasked: logged, counted, and kept from what comes next."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from prometheus_client import Counter

log = logging.getLogger(__name__)
FAILURES = Counter("cspr_housekeeping_failures", "Reminders, escalations and deletions that failed", ["task"])


@contextmanager
def counted(task: str) -> Iterator[None]:
    """What fails inside is logged by its kind alone, which holds no word of a case, and counted; nothing is raised."""
    try:
        yield
    except Exception as error:
        log.error("%s failed: %s", task, type(error).__name__)
        FAILURES.labels(task).inc()
