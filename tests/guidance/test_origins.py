"""The merged pack says of every value where it stands."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import yaml

from bot.guidance.load import Packs, load_packs
from bot.guidance.origins import as_text, origins
from tests.guidance.folders import GOOD, NEXT_EDITION, REAL, laid_over


def test_reworded_keys_stand_in_the_overlay_and_the_others_in_the_national_pack(packs: Packs) -> None:
    refer = origins(packs.edition("walsall"))["wording"]["refer"]
    assert refer["title"]["value"] == packs.for_area("walsall").wording["refer"].title
    assert refer["title"]["from"].startswith("walsall/pack.yaml:")
    other = origins(packs.edition("walsall"))["wording"]["adult_only"]
    assert other["title"]["from"].startswith("national/wording.yaml:")
    answer = origins(packs.edition("walsall"))["answers"]["how_to_refer"]
    assert answer["text"]["from"].startswith("walsall/answers.yaml:")
    assert answer["title"]["from"].startswith("national/answers/")


def test_the_line_is_the_line_of_the_value(packs: Packs) -> None:
    told = origins(packs.edition("darlington"))
    for section in ("rules", "notes", "wording", "questions", "deadlines"):
        for entry in told[section].values():
            for key, value in entry.items():
                file, line = value["from"].split(":")
                assert f"{key}:" in (REAL / file).read_text(encoding="utf-8").splitlines()[int(line) - 1]


def test_a_topic_comes_with_its_citations_in_full(packs: Packs) -> None:
    told = origins(packs.edition("darlington"), "old_case")
    assert list(told["answers"]) == ["old_case"]
    assert set(told["citations"]) == set(packs.for_area("darlington").answers["old_case"].cite)
    assert told["citations"]["darlington-page/old"]["source"]["value"]["checked_on"] == "2026-11-30"


def test_the_text_is_yaml_of_the_same_values() -> None:
    edition = load_packs(GOOD).edition("north")
    read = yaml.safe_load(as_text(edition))
    assert read["rules"]["N1"] == edition.gathered.sections["rules"]["N1"].raw
    assert [line["applies"] for line in read["answer"]] == [["refer", "lead"]]
    assert "north/pack.yaml:9" in as_text(edition)


def test_a_value_of_a_later_edition_stands_in_its_folder(tmp_path: Path) -> None:
    packs = load_packs(laid_over(REAL, NEXT_EDITION, tmp_path / "guidance"))
    told = origins(packs.edition("walsall", date(2027, 4, 1)))
    version = f"2027.1+{packs.for_area('walsall').head.version}"
    assert told["pack"] == {"id": "walsall", "version": version, "since": "2027-04-01", "until": None}
    assert told["rules"]["R31"]["cite"]["from"] == "national/editions/2027.1/care-leavers.yaml:6"
