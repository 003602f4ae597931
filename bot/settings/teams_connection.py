"""One registration of the guide in Microsoft Teams: an application id in one tenant, and how it proves itself."""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationInfo, field_validator

GUID = r"^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"


class TeamsConnection(BaseModel):
    """An entry of CSPR_TEAMS_CONNECTIONS.

    `app_id` and `tenant_id` are those of the single-tenant registration. It proves itself by `secret`, by
    `certificate` (a PFX file), or, with neither, by the managed identity of the machine. `tenants` are further
    tenants whose people may write to it. `area` is told to the guide at the start of each conversation.
    `name`, `organisation`, `website`, `privacy` and `terms` are what the app package says.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    app_id: str = Field(pattern=GUID)
    tenant_id: str = Field(pattern=GUID)
    secret: SecretStr | None = None
    certificate: Path | None = None
    tenants: tuple[str, ...] = ()
    area: str | None = None
    name: str = Field("Should I refer?", min_length=1, max_length=30)
    organisation: str = Field("Safeguarding partnership", min_length=1, max_length=32)
    website: str | None = Field(None, pattern=r"^https://", max_length=2048)
    privacy: str | None = Field(None, pattern=r"^https://", max_length=2048)
    terms: str | None = Field(None, pattern=r"^https://", max_length=2048)

    @field_validator("app_id", "tenant_id")
    @classmethod
    def _lower(cls, value: str) -> str:
        return value.lower()

    @field_validator("certificate")
    @classmethod
    def _one_proof(cls, value: Path | None, others: ValidationInfo) -> Path | None:
        if value is not None and others.data.get("secret") is not None:
            raise ValueError("secret or certificate, not both")
        return value

    @property
    def allowed_tenants(self) -> frozenset[str]:
        """The tenants whose people may write to it, in lower case."""
        return frozenset({self.tenant_id, *(tenant.lower() for tenant in self.tenants)})
