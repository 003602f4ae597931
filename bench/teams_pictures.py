"""Takes the pictures of Teams in docs/pictures, in Microsoft's Agents Playground. Look at them before committing."""

from __future__ import annotations

import tempfile
from pathlib import Path

from playwright.sync_api import FloatRect, sync_playwright

from bench.service import ROOT
from bot.channels.teams.lead_accounts import link
from bot.referrals.lead import make_lead
from bot.storage.database import open_database, sessions
from bot.storage.migrate import load_models
from tests.chromium import FLAGS
from tests.talking import ANSWERS, OPENING, Talker
from tests.teams.playground.cast import PERSONAL, PRACTITIONER, TENANT
from tests.teams.playground.checking import DAYS
from tests.teams.playground.page import opened, say
from tests.teams.playground.running import running, settings_in

FOLDER = ROOT / "docs" / "pictures"
CHAT = FloatRect(x=0, y=48, width=770, height=852)
"""The chat alone, without the Playground's own controls."""


def main() -> None:
    """A question, the result, a lead's card."""
    with tempfile.TemporaryDirectory(prefix="guide-") as folder, sync_playwright() as playwright:
        place = settings_in(Path(folder))
        with running(place) as playground:
            browser = playwright.chromium.launch(executable_path=place.data_dir / "chromium", args=list(FLAGS))
            page = opened(browser)
            playground.install()
            playground.message(holding="Should I refer?")
            say(page, OPENING)
            card = playground.question()
            page.wait_for_timeout(1500)
            page.screenshot(path=FOLDER / "teams-question.png", clip=CHAT)
            while card.question:
                fact = card.question
                fields = {"date": DAYS[fact]} if fact in DAYS else {"choice": ANSWERS[fact]}
                playground.press(card, "Answer", **fields)
                card = playground.question()
            page.wait_for_timeout(1500)
            page.screenshot(path=FOLDER / "teams-result.png", clip=CHAT)
            load_models()
            with sessions(open_database(place.database, place.keyring)).begin() as session:
                lead = make_lead(session, email="robin@example.org", name=PRACTITIONER.name, areas=["walsall"])
                link(session, place.key, lead, TENANT, PRACTITIONER.object_id)
            playground.uninstall()
            playground.install()
            playground.message(holding="Should I refer?")
            with playground.service() as web:
                talk = Talker(web)
                talk.say(OPENING)
                talk.answer()
                talk.choose("draft_referral")
            playground.message(PERSONAL, "Waiting for")
            page.wait_for_timeout(1500)
            page.screenshot(path=FOLDER / "teams-lead.png", clip=CHAT)
            browser.close()


if __name__ == "__main__":
    main()
