"""The check as a drawing can be opened by anybody, for every area, and says nothing of any case."""

from __future__ import annotations

from xml.etree.ElementTree import fromstring

import pytest
from fastapi.testclient import TestClient

AREAS = ["national", "walsall", "wolverhampton", "birmingham", "darlington", "england_other", "not_england"]


@pytest.mark.parametrize("area", AREAS)
def test_every_area_has_a_drawing_with_a_title(client: TestClient, area: str) -> None:
    answer = client.get(f"/guidance/{area}.svg")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "image/svg+xml"
    assert fromstring(answer.text).find("{http://www.w3.org/2000/svg}title") is not None


def test_an_area_that_is_none_has_no_drawing(client: TestClient) -> None:
    assert client.get("/guidance/atlantis.svg").status_code == 404
