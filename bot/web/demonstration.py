"""The demonstration: a lead to sign in as, and the addresses to open."""

from __future__ import annotations

from fastapi import FastAPI

from bot.referrals.access.request_link import request_link
from bot.referrals.lead import make_lead
from bot.settings import Settings
from bot.storage.base import now

DEMO_LEAD = "lead@example.org"


def greet(app: FastAPI, settings: Settings) -> None:
    """Make the demo lead, and print where the chat and the inbox are and a link that signs the lead in."""
    with app.state.sessions.begin() as session:
        make_lead(session, email=DEMO_LEAD, name="Demonstration lead").fallback = True
        token = request_link(session, DEMO_LEAD, now())
    home = settings.public_url
    print(f"\nChat             {home}/chat\nDemonstration    {home}/\nInbox            {home}/inbox")
    link = f"{home}/sign-in/link/{token}" if token else f"ask for a link at {home}/sign-in as {DEMO_LEAD}"
    print(f"Sign in as lead  {link}\n", flush=True)
