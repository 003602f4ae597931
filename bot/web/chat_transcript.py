"""The conversation to keep: a page to print, and a text file."""

from __future__ import annotations

from fastapi import APIRouter, Response
from fastapi.responses import PlainTextResponse

from bot.channels.model import Transcript
from bot.web.chat_view import Line, whole
from bot.web.chat_visit import VisitingAll
from bot.web.english import ENGLISH
from bot.web.templating import areas_of

router = APIRouter(include_in_schema=False)


@router.get("/chat/transcript")
async def show_transcript(visit: VisitingAll) -> Response:
    """All that was said, with nothing to press, for printing."""
    return visit.page("transcript.html", lines=whole(visit.transcript), earlier=False, area=visit.transcript.area)


@router.get("/chat/transcript.txt")
async def download_transcript(visit: VisitingAll) -> Response:
    """All that was said, as a text file. Its name tells nothing of the case."""
    name = areas_of(visit.request).get(visit.transcript.area or "", "")
    headers = {"Content-Disposition": 'attachment; filename="conversation.txt"'}
    return PlainTextResponse(as_text(visit.transcript, name), headers=headers)


def as_text(transcript: Transcript, partnership: str) -> str:
    """Who said what, line by line, under a heading that says what this is."""
    parts = [
        ENGLISH.transcript.title,
        partnership,
        ENGLISH.transcript.keep_safe,
        *(_part(line) for line in whole(transcript)),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _part(line: Line) -> str:
    who = ENGLISH.chat.you_said if line.said.who == "user" else ENGLISH.chat.guide_said
    said = [f"{who}:\n{line.said.text}"]
    if line.said.reply:
        said += [f"{place.source}, {place.section}" for place in line.said.reply.sources]
    return "\n".join(said)
