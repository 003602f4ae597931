"""The list of drafts: tabs by status, search by reference, all by plain links and a GET form."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from fastapi import APIRouter, Request, Response

from bot.referrals.listing import count_drafts, list_drafts
from bot.referrals.status import Status
from bot.web.inbox.row import row_of
from bot.web.inbox.wording import TABS
from bot.web.inbox.words import words_of
from bot.web.signin.guard import AtInbox
from bot.web.signin.house import page, sessions_of, settings_of
from bot.web.signin.lead_route import LeadRoute

ON_A_PAGE = 50
ALL = "all"
LONGEST_SEARCH = 40

router = APIRouter(route_class=LeadRoute)


@dataclass(frozen=True)
class Tab:
    """A tab of the list."""

    title: str
    count: int
    href: str
    current: bool


@router.get("/inbox")
def show(request: Request, who: AtInbox, status: str = "", search: str = "", number: str = "1") -> Response:
    """The drafts that this lead may see. A search without a tab looks in all of them."""
    search = search.strip()[:LONGEST_SEARCH]
    tab = _tab(status, search)
    number_now = _page_number(number)
    with sessions_of(request)() as session:
        counts = count_drafts(session, who.lead, search)
        skip = (number_now - 1) * ON_A_PAGE
        found = list_drafts(session, who.lead, tab, search, skip=skip, most=ON_A_PAGE)
    words, today = words_of(request), settings_of(request).date_today()
    total = counts[tab] if tab else sum(counts.values())
    return page(
        request,
        "inbox/list.html",
        who=who,
        rows=[row_of(referral, words, today) for referral in found],
        tabs=[
            Tab(title, counts[each] if each else sum(counts.values()), _href(each, search), each == tab)
            for each, title in TABS.items()
        ],
        tab_value=tab.value if tab else ALL,
        tab_title=TABS[tab],
        search=search,
        previous=_href(tab, search, number_now - 1) if number_now > 1 else None,
        following=_href(tab, search, number_now + 1) if skip + len(found) < total and found else None,
    )


def _tab(status: str, search: str) -> Status | None:
    if status in list(Status):
        return Status(status)
    return None if status == ALL or search else Status.WITH_LEAD


def _page_number(typed: str) -> int:
    plain = typed.isascii() and typed.isdigit() and len(typed) < 6
    return max(int(typed), 1) if plain else 1


def _href(tab: Status | None, search: str, number: int = 1) -> str:
    asked = {"status": tab.value if tab else ALL}
    asked |= {"search": search} if search else {}
    asked |= {"number": str(number)} if number > 1 else {}
    return "/inbox?" + urlencode(asked)
