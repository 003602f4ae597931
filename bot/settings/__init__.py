"""Configuration, read once from the environment (prefix CSPR_)."""

from __future__ import annotations

import difflib
import os
import secrets
from collections.abc import Iterable
from datetime import date, datetime
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from pydantic import Field, SecretStr, ValidationInfo, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict
from sqlalchemy import make_url

from bot.settings.kept_secret import kept_secret
from bot.settings.origins import read_origins
from bot.settings.teams_connection import TeamsConnection
from bot.storage.keyring import Keyring, make_key

LONDON = ZoneInfo("Europe/London")


class UnknownSetting(ValueError):
    """A CSPR_ name in the environment that no setting has."""


class MissingKey(ValueError):
    """A key that is not set, and must not be made in silence; the message names the setting."""


class Settings(BaseSettings):
    """Every setting; each field's description is what `cspr settings` prints."""

    model_config = SettingsConfigDict(env_prefix="CSPR_", frozen=True)

    data_dir: Path = Field(Path("var"), description="Folder for the embedded database and the secret key.")
    model_dir: Path = Field(
        Path("models"), description="Folder of the trained model, which is built from the sources: nothing to back up."
    )
    database_url: str | None = Field(None, description="SQLAlchemy URL. Unset: SQLite in the data folder.")
    redis_url: str | None = Field(
        None,
        description="Redis, in which several processes count together how often somebody knocks. Unset: one process.",
    )
    secret_key: SecretStr | None = Field(None, description="Signs links. Unset: made and kept (SQLite only).")
    encryption_keys: SecretStr | None = Field(
        None, description="Keys that seal what is stored, newest first, commas between. Unset: as the secret key."
    )
    public_url: str = Field("http://127.0.0.1:8080", description="Address that people reach the service at.")
    area: str | None = Field(None, description="Default area (walsall, ...). Unset: the guide asks.")
    today: date | None = Field(None, description="Fixes today's date, for demonstrations and tests.")
    guidance_dir: Path = Field(Path("guidance"), description="Folder of the guidance packs.")
    demo: bool = Field(False, description="Demonstration: a demo lead is made and sign-in links are printed.")
    mail_host: str | None = Field(
        None, description="SMTP server for sign-in links. Unset: links are printed (demonstration only)."
    )
    mail_port: int = Field(25, description="Port of the SMTP server.")
    mail_from: str = Field("guide@localhost", description="Sender of the mails.")
    mail_starttls: bool = Field(False, description="Whether the SMTP server wants STARTTLS.")
    oidc_issuer: str | None = Field(
        None,
        description="OpenID Connect issuer that leads sign in with (Entra ID: https://login.microsoftonline.com/TENANT/v2.0).",
    )
    oidc_client_id: str | None = Field(None, description="This service's client id at the issuer.")
    oidc_client_secret: SecretStr | None = Field(None, description="This service's client secret at the issuer.")
    oidc_tenant: str | None = Field(None, description="Tenant (claim `tid`) that every sign-in must come from.")
    oidc_role_claim: str = Field(
        "roles", description="Claim that holds the roles or groups (Entra ID: roles or groups)."
    )
    oidc_roles: dict[str, list[str]] = Field(
        {},
        description='JSON: role or group to areas, [] for all: {"Lead.Walsall": ["walsall"]}. Others are refused.',
    )
    sign_in_links: bool = Field(
        True, description="Whether leads may also sign in by a link sent to their e-mail address."
    )
    lead_idle_minutes: int = Field(60, ge=5, description="Minutes without a request after which a lead is signed out.")
    govuk_notify_key: SecretStr | None = Field(None, description="GOV.UK Notify's API key. Set: mails go by Notify.")
    govuk_notify_url: str = Field("https://api.notifications.service.gov.uk", description="Address of Notify's API.")
    govuk_notify_notice_template: str = Field("", description="Notify's template with what, reference, urgent, link.")
    govuk_notify_sign_in_template: str = Field("", description="Notify's template with link, for signing in.")
    outbox_in_service: bool = Field(True, description="Whether the service tells leads (else: cspr outbox run).")
    reminder_days: str = Field("2,0", pattern=r"^\d{1,2}(,\d{1,2})*$", description="Working days before, to remind.")
    escalate_hours: int = Field(24, ge=1, description="Hours that nobody takes a draft on, until the deputy is told.")
    escalate_urgent_hours: int = Field(2, ge=1, description="The same where a child may be in danger.")
    retain_undecided_days: int = Field(180, ge=1, description="Days after the last step that a draft is deleted.")
    retain_decided_days: int = Field(730, ge=1, description="Days after the last step that a decided one is deleted.")
    retain_conversation_days: int = Field(30, ge=1, description="Days after it ended that a conversation is deleted.")
    retain_sign_in_days: int = Field(30, ge=1, description="Days that ended sign-in links and sessions are kept.")
    retain_notice_days: int = Field(60, ge=31, description="Days that what leads were told is kept.")
    conversation_hours: int = Field(24, ge=1, description="Hours after its last message that a conversation expires.")
    test_mode: bool = Field(False, description="Says that this is a test: settings made for tests may be used.")
    teams_connections: tuple[TeamsConnection, ...] = Field(
        (), description="JSON list of registrations in Microsoft Teams (docs/teams.md). Empty: Teams is off."
    )
    teams_playground: bool = Field(
        False, description="For tests: take unsigned messages of Microsoft's Agents Playground on this machine."
    )
    resume_hours: int = Field(72, ge=1, description="Hours that a stopped conversation's code is good for.")
    turns_a_minute: int = Field(60, ge=1, description="Messages a conversation may send in a minute.")
    beginnings_a_minute: int = Field(100, ge=1, description="Conversations that one address may begin in a minute.")
    trusted_proxies: str = Field(
        "",
        description="Addresses or networks of proxies, commas between, whose X-Forwarded-For is believed. Unset: none.",
    )

    frame_origins: Annotated[tuple[str, ...], NoDecode] = Field(
        (), description="Origins of the websites that may show the chat in a frame, with commas between them."
    )
    leave_to: str = Field("https://www.bbc.co.uk/weather", description='Where "Leave this page quickly" leads.')

    _origins = field_validator("frame_origins", mode="before")(
        lambda given: read_origins(given if isinstance(given, str) else ",".join(given))
    )

    @field_validator("teams_playground")
    @classmethod
    def _only_in_a_test(cls, value: bool, others: ValidationInfo) -> bool:
        if value and (not others.data.get("test_mode") or others.data.get("teams_connections")):
            raise ValueError("false, or CSPR_TEST_MODE=true and no CSPR_TEAMS_CONNECTIONS: anybody could write to it")
        return value

    @model_validator(mode="after")
    def _whole_sign_in(self) -> Settings:
        if self.oidc_issuer is not None:
            given = {"CSPR_OIDC_CLIENT_ID": self.oidc_client_id, "CSPR_OIDC_CLIENT_SECRET": self.oidc_client_secret}
            missing = [name for name, value in (given | {"CSPR_OIDC_ROLES": self.oidc_roles}).items() if not value]
            if missing:
                raise ValueError(f"CSPR_OIDC_ISSUER is set: expected {' and '.join(missing)} too")
            place = urlsplit(self.oidc_issuer)
            if place.scheme != "https" and place.hostname not in ("127.0.0.1", "localhost"):
                raise ValueError(f"CSPR_OIDC_ISSUER: found {self.oidc_issuer}, expected an https address")
        return self

    @cached_property
    def database(self) -> str:
        """The database URL in force."""
        return self.database_url or f"sqlite:///{(self.data_dir / 'guide.db').resolve()}"

    @cached_property
    def key(self) -> str:
        """The secret key in force; made and kept, readable by its owner only, when none is set.

        Raises MissingKey where the database is on a server.
        """
        if self.secret_key is not None:
            return self.secret_key.get_secret_value()
        self._may_make("CSPR_SECRET_KEY")
        return kept_secret(self.data_dir / "secret.key", lambda: secrets.token_urlsafe(48))

    @cached_property
    def keyring(self) -> Keyring:
        """The encryption keys in force; one is made and kept, readable by its owner only, when none is set.

        Raises bot.storage.keyring.BadKey, or MissingKey where the database is on a server.
        """
        if self.encryption_keys is not None:
            given = self.encryption_keys.get_secret_value().split(",")
            return Keyring([key.strip() for key in given if key.strip()])
        self._may_make("CSPR_ENCRYPTION_KEYS")
        return Keyring([kept_secret(self.data_dir / "encryption.key", make_key)])

    def need_keys(self) -> None:
        """Find both keys, or make them, before anything else is begun. Raises BadKey or MissingKey."""
        assert self.keyring and self.key

    def _may_make(self, setting: str) -> None:
        if make_url(self.database).get_backend_name() != "sqlite":
            raise MissingKey(
                f"{setting}: found nothing, expected a key, because CSPR_DATABASE_URL names a server: a key made here "
                "and lost with this machine's folder would leave what is stored there unreadable"
            )

    @property
    def reminders(self) -> list[int]:
        """The numbers of working days before a date at which leads are reminded of it."""
        return [int(number) for number in self.reminder_days.split(",")]

    def date_today(self) -> date:
        """Today in England, or the fixed date of a demonstration."""
        return self.today or datetime.now(LONDON).date()


def unknown_names(environment: Iterable[str]) -> list[str]:
    """One sentence for each CSPR_ name that no setting has, with the nearest known one."""
    known = [f"CSPR_{name.upper()}" for name in Settings.model_fields]
    sentences = []
    for name in sorted(environment):
        if name.startswith("CSPR_") and name not in known:
            near = difflib.get_close_matches(name, known, n=1, cutoff=0.0)
            sentences.append(f"{name} is not a setting; the nearest known one is {near[0]}")
    return sentences


@lru_cache(maxsize=1)
def load_settings() -> Settings:
    """The settings of this process. Raises UnknownSetting or pydantic's ValidationError."""
    faults = unknown_names(os.environ)
    if faults:
        raise UnknownSetting("; ".join(faults))
    return Settings()
