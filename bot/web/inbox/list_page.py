"""The list of drafts: piles by plain links; a filter by a GET form, which needs no script."""

from __future__ import annotations

from dataclasses import dataclass, replace
from urllib.parse import urlencode

from fastapi import APIRouter, Request, Response

from bot.referrals.lead import Lead
from bot.referrals.listing import Pile, Sought, count_drafts, list_drafts
from bot.web.inbox.fact_words import words_of
from bot.web.inbox.row import row_of
from bot.web.inbox.wording import PILES
from bot.web.signin.guard import AtInbox
from bot.web.signin.lead_route import LeadRoute
from bot.web.state import sessions_of, settings_of
from bot.web.templating import areas_of, page

ON_A_PAGE = 50
ALL = "all"
LONGEST_SEARCH = 100

router = APIRouter(route_class=LeadRoute)


@dataclass(frozen=True)
class Tab:
    """A tab of the list."""

    title: str
    count: int
    href: str
    current: bool


@router.get("/inbox")
def show(
    request: Request, who: AtInbox, status: str = "", search: str = "", area: str = "", number: str = "1"
) -> Response:
    """The drafts that this lead may see. A search or an area without a pile looks in all of them."""
    areas = _areas(request, who.lead)
    search = search.replace("\x00", "").strip()
    fault = _search_fault(search)
    sought = _sought(status, "" if fault else search, area if area in areas else "")
    number_now = _page_number(number)
    skip = (number_now - 1) * ON_A_PAGE
    words, today = words_of(request), settings_of(request).date_today()
    with sessions_of(request)() as session:
        counts = count_drafts(session, who.lead, sought)
        found = list_drafts(session, who.lead, sought, skip=skip, most=ON_A_PAGE)
        rows = [row_of(referral, words, today) for referral in found]
    everything = sum(counts.values())
    total = counts[sought.pile] if sought.pile else everything
    return page(
        request,
        "inbox/list.html",
        400 if fault else 200,
        who=who,
        rows=rows,
        tabs=[
            Tab(
                title,
                counts[each] if each else sum(counts.values()),
                _href(replace(sought, pile=each)),
                each == sought.pile,
            )
            for each, title in PILES.items()
        ],
        tab_value=sought.pile.value if sought.pile else ALL,
        tab_title=PILES[sought.pile],
        search=search,
        fault=fault,
        area=sought.area,
        areas_here={each: words.value_words("area", each) for each in areas},
        first=skip + 1,
        last=skip + len(rows),
        total=total,
        previous=_href(sought, number_now - 1) if number_now > 1 else None,
        following=_href(sought, number_now + 1) if skip + len(found) < total and found else None,
    )


def _areas(request: Request, lead: Lead) -> list[str]:
    """The areas that this lead can filter by: their own and those of whom they stand in for."""
    scopes = [lead, *lead.deputy_for]
    if any(not each.areas for each in scopes):
        return list(areas_of(request))
    return sorted({area for each in scopes for area in each.areas})


def _sought(status: str, search: str, area: str) -> Sought:
    if status in list(Pile):
        return Sought(Pile(status), search, area)
    return Sought(None if status == ALL or search or area else Pile.NEW, search, area)


def _search_fault(search: str) -> str:
    found = f"Reference or organisation must be {LONGEST_SEARCH} characters or fewer: found {len(search):,}"
    return found if len(search) > LONGEST_SEARCH else ""


def _page_number(typed: str) -> int:
    plain = typed.isascii() and typed.isdigit() and len(typed) < 6
    return max(int(typed), 1) if plain else 1


def _href(sought: Sought, number: int = 1) -> str:
    asked = {"status": sought.pile.value if sought.pile else ALL}
    asked |= {"search": sought.search} if sought.search else {}
    asked |= {"area": sought.area} if sought.area else {}
    asked |= {"number": str(number)} if number > 1 else {}
    return "/inbox?" + urlencode(asked)
