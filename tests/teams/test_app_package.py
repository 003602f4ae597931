"""The package that an administrator uploads."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from typer.testing import CliRunner

from bot.channels.teams.app_package.archive import write_package
from bot.channels.teams.app_package.manifest import ManifestFault, check, manifest
from bot.cli import app
from bot.settings import load_settings
from bot.settings.teams_connection import TeamsConnection
from tests.teams.service import POLICE, WALSALL

URL = "https://guide.walsall.example"


@pytest.fixture
def package(tmp_path: Path) -> zipfile.ZipFile:
    return zipfile.ZipFile(write_package(WALSALL, URL, "1.0.0", tmp_path))


def test_the_package_holds_a_manifest_and_two_icons_at_its_root(package: zipfile.ZipFile) -> None:
    assert sorted(package.namelist()) == ["color.png", "manifest.json", "outline.png"]
    check(json.loads(package.read("manifest.json")))


def test_the_icons_are_of_the_sizes_and_colours_that_teams_asks_for(package: zipfile.ZipFile) -> None:
    color = Image.open(io.BytesIO(package.read("color.png")))
    outline = Image.open(io.BytesIO(package.read("outline.png")))
    assert (color.size, outline.size) == ((192, 192), (32, 32))
    assert min(color.getchannel("A").getdata()) == 255
    corner = outline.getpixel((0, 0))
    assert isinstance(corner, tuple) and corner[3] == 0
    drawn = [outline.getpixel((x, y)) for x in range(32) for y in range(32)]
    assert {pixel[:3] for pixel in drawn if isinstance(pixel, tuple) and pixel[3]} == {(255, 255, 255)}


def test_each_connection_is_an_app_of_its_own_and_stays_the_same_app() -> None:
    first, second = manifest(WALSALL, URL, "1.0.0"), manifest(POLICE, URL, "1.0.0")
    assert first["id"] != second["id"]
    assert first["id"] == manifest(WALSALL, URL, "2.0.0")["id"]
    assert first["bots"][0]["botId"] == WALSALL.app_id


def test_names_and_addresses_are_the_partnerships_own() -> None:
    own = TeamsConnection(
        app_id=WALSALL.app_id, tenant_id=WALSALL.tenant_id, name="Walsall guide", organisation="Walsall Partnership",
        privacy="https://walsall.example/privacy",
    )  # fmt: skip
    made = manifest(own, URL, "1.0.0")
    assert made["name"]["short"] == "Walsall guide"
    assert made["developer"]["name"] == "Walsall Partnership"
    assert made["developer"]["privacyUrl"] == "https://walsall.example/privacy"
    assert made["validDomains"] == ["guide.walsall.example"]


def test_files_are_not_offered_and_it_is_installed_for_a_person_first() -> None:
    made = manifest(WALSALL, URL, "1.0.0")
    assert made["bots"][0]["supportsFiles"] is False
    assert made["defaultInstallScope"] == "personal"


def test_the_same_settings_give_the_same_bytes(tmp_path: Path) -> None:
    once, again = (write_package(WALSALL, URL, "1.0.0", tmp_path / name) for name in ("a", "b"))
    assert once.read_bytes() == again.read_bytes()


@pytest.mark.parametrize(
    ("place", "value"),
    [("accentColor", "blue"), ("id", "guide"), ("unknown", 1), ("icons", {"color": "color.png"}), ("version", 1)],
)
def test_microsofts_schema_refuses_what_teams_would_refuse(place: str, value: Any) -> None:
    with pytest.raises(ManifestFault):
        check({**manifest(WALSALL, URL, "1.0.0"), place: value})


REFUSED = {
    "CSPR_TEAMS_CONNECTIONS: found nothing": {},
    "CSPR_PUBLIC_URL: found http://": {
        "CSPR_TEAMS_CONNECTIONS": json.dumps([{"app_id": WALSALL.app_id, "tenant_id": WALSALL.tenant_id}])
    },
    "CSPR_TEAMS_CONNECTIONS, 0.app_id": {
        "CSPR_TEAMS_CONNECTIONS": json.dumps([{"app_id": "guide", "tenant_id": WALSALL.tenant_id}])
    },
    "CSPR_TEAMS_CONNECTIONS, 0.client_secret": {
        "CSPR_TEAMS_CONNECTIONS": json.dumps(
            [{"app_id": WALSALL.app_id, "tenant_id": WALSALL.tenant_id, "client_secret": "hush"}]
        )
    },
    "CSPR_TEAMS_PLAYGROUND: found 'true'": {"CSPR_TEAMS_PLAYGROUND": "true"},
    "CSPR_TEAMS_PLAYGROUND: found 'true', expected false": {
        "CSPR_TEAMS_PLAYGROUND": "true",
        "CSPR_TEST_MODE": "true",
        "CSPR_TEAMS_CONNECTIONS": json.dumps([{"app_id": WALSALL.app_id, "tenant_id": WALSALL.tenant_id}]),
    },
}


@pytest.mark.parametrize("sentence", REFUSED)
def test_settings_that_cannot_be_are_refused_in_one_line_without_their_secrets(
    sentence: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in REFUSED[sentence].items():
        monkeypatch.setenv(name, value)
    load_settings.cache_clear()
    result = CliRunner().invoke(app, ["teams", "package", str(tmp_path)])
    assert result.exit_code == 2
    assert result.stderr.startswith(sentence) and "hush" not in result.output
    assert len(result.stderr.splitlines()) == 1
