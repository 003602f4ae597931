"""`cspr teams`: for the administrator of Microsoft Teams."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated

import typer
from sqlalchemy.orm import Session

from bot.channels.teams.app_package.archive import write_package
from bot.channels.teams.app_package.manifest import ManifestFault
from bot.channels.teams.lead_accounts import link, unlink
from bot.commands.output import BadInput, refusing_bad_input
from bot.referrals.lead import Lead, find_lead
from bot.settings import load_settings
from bot.settings.teams_connection import GUID, TeamsConnection
from bot.storage.database import Sessions, open_database, sessions
from bot.storage.migrate import load_models

app = typer.Typer(help="Microsoft Teams (docs/teams.md).", no_args_is_help=True)

Email = Annotated[str, typer.Argument(help="the lead's e-mail address, as the inbox knows it")]


@app.command("package")
def package_command(
    folder: Annotated[Path, typer.Argument(help="folder to write to")] = Path(),
    version: Annotated[str, typer.Option(help="the package's version: raise it for each roll-out")] = "1.0.0",
) -> None:
    """Write the app package of each connection, ready to be uploaded in the Teams admin centre."""
    with refusing_bad_input():
        if not re.fullmatch(r"[1-9]\d{0,8}(?:\.\d{1,9}){2}", version):
            raise BadInput(f"version: found {version!r}, expected three numbers such as 1.0.0, the first at least 1")
        settings = load_settings()
        if not settings.teams_connections:
            raise BadInput("CSPR_TEAMS_CONNECTIONS: found nothing, expected at least one connection (docs/teams.md)")
        for connection in settings.teams_connections:
            print(_write(connection, settings.public_url, version, folder))


def _write(connection: TeamsConnection, public_url: str, version: str, folder: Path) -> Path:
    try:
        return write_package(connection, public_url, version, folder)
    except ManifestFault as fault:
        raise BadInput(str(fault)) from fault
    except OSError as error:
        raise BadInput(f"folder: found {folder}, expected one that can be written to ({error.strerror})") from error


@app.command("link")
def link_command(
    email: Email,
    tenant: Annotated[str, typer.Option(help="id of the tenant that the account is in")],
    object_id: Annotated[str, typer.Option(help="object id of the user in Entra")],
) -> None:
    """Say that an account in Teams is this lead's: cards go there, and it may claim."""
    with refusing_bad_input():
        for name, value in (("tenant", tenant), ("object-id", object_id)):
            if not re.fullmatch(GUID, value):
                raise BadInput(f"{name}: found {value!r}, expected an id such as 00000000-0000-0000-0000-000000000000")
        settings = load_settings()
        with _sessions().begin() as session:
            link(session, settings.key, _lead(session, email), tenant, object_id)
    print("Linked. Cards are sent once the lead has opened a chat with the guide in Teams.")


@app.command("unlink")
def unlink_command(email: Email) -> None:
    """Say that no account in Teams is this lead's any more."""
    with refusing_bad_input(), _sessions().begin() as session:
        number = unlink(session, _lead(session, email))
    print(f"{number} account{'' if number == 1 else 's'} unlinked.")


def _sessions() -> Sessions:
    settings = load_settings()
    load_models()  # tables name each other
    return sessions(open_database(settings.database, settings.keyring))


def _lead(session: Session, email: str) -> Lead:
    lead = find_lead(session, email)
    if lead is None:
        raise BadInput(f"email: found {email!r}, expected the address of a safeguarding lead")
    return lead
