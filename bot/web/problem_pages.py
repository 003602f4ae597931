"""Errors: problem documents (RFC 9457) for the API, a plain page for people."""

from __future__ import annotations

import logging
import secrets

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, RedirectResponse, Response
from starlette.exceptions import HTTPException

from bot.channels.problems import OutOfReach, Problem
from bot.guidance.says import say
from bot.storage.database import AWAY

log = logging.getLogger(__name__)


def add_problem_handlers(app: FastAPI) -> None:
    """Answer every failure of the app in the sender's own form; no exception text ever leaves."""
    app.add_exception_handler(Problem, _problem)
    app.add_exception_handler(RequestValidationError, _malformed)
    app.add_exception_handler(HTTPException, _http)
    for away in AWAY:
        app.add_exception_handler(away, _out_of_reach)
    app.add_exception_handler(Exception, _unforeseen)


def answer(request: Request, problem: Problem) -> Response:
    """The problem as JSON under /api, as a page elsewhere."""
    headers = {"Retry-After": str(problem.retry_after)} if problem.retry_after else {}
    if request.url.path.startswith("/api"):
        body = {"type": "about:blank", "title": problem.title, "status": problem.status, "detail": problem.detail}
        return JSONResponse(body, problem.status, headers, media_type="application/problem+json")
    context = {"heading": problem.title, "detail": problem.detail}
    page: Response = request.app.state.templates.TemplateResponse(
        request, "problem.html", context, status_code=problem.status, headers=headers
    )
    return page


def _problem(request: Request, error: Exception) -> Response:
    assert isinstance(error, Problem)
    return answer(request, error)


def _malformed(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0]
    if first["type"] == "extra_forbidden":  # its name is not repeated: it may be about a child
        return answer(request, Problem(400, "Malformed", "body: found a field that is not one of this request's."))
    where = ".".join(str(part) for part in first["loc"] if part != "body") or "body"
    return answer(request, Problem(400, "Malformed", f"{where}: {first['msg']}."))


def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    path = request.url.path
    if error.status_code == 404 and request.method == "GET" and len(path) > 1 and path.endswith("/"):
        return RedirectResponse(f"/{path.strip('/')}", 307)  # of this host, whatever host the request names
    return answer(request, Problem(error.status_code, str(error.detail), "Check the address and try again."))


def _out_of_reach(request: Request, error: Exception) -> Response:
    cause = type(getattr(error, "orig", error)).__name__
    log.error("the database did not answer in %s: %s", request.scope.get("route"), cause)
    return answer(request, OutOfReach())


def _unforeseen(request: Request, error: Exception) -> Response:
    incident = secrets.token_hex(4)
    log.error("incident %s: %s in %s", incident, type(error).__name__, request.scope.get("route"))
    return answer(request, Problem(500, "Sorry, there is a problem", say("problem", incident=incident)))
