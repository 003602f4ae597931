"""No exception's words and no traceback in any log: either may quote what somebody typed.

Libraries log exceptions with all that they say (uvicorn: whatever a route raised; asyncio: what nobody awaited). Of
each its type and where it was raised are left: enough to find the fault, and nothing of a case.
"""

from __future__ import annotations

import logging
from typing import Any


def where(error: BaseException) -> str:
    """Type of the exception, file and line of the innermost frame."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f"{trace.tb_frame.f_code.co_filename.rpartition('/')[2]}:{trace.tb_lineno}" if trace else "?"
    return f"{type(error).__name__} at {place}"


def quieten_logs() -> None:
    """From now on no record of any logger of this process holds an exception, a traceback or what it says."""
    logging.setLogRecordFactory(_record)


def _record(
    name: str, level: int, pathname: str, line: int, message: object, args: Any, exc_info: Any, *more: Any, **named: Any
) -> logging.LogRecord:
    if isinstance(args, tuple):
        args = tuple(_wordless(each) for each in args)
    record = logging.LogRecord(name, level, pathname, line, _wordless(message), args, None, *more, **named)
    record.stack_info = None
    error = exc_info[1] if exc_info else None
    if error is not None:
        # asyncio's message shows the task, and with it the exception
        said = "nobody awaited an exception" if name == "asyncio" else record.getMessage().strip()
        record.msg, record.args = f"{said} ({where(error)})", ()
    return record


def _wordless(value: object) -> object:
    return where(value) if isinstance(value, BaseException) else value
