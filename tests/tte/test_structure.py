"""The box of an electronic signature, and the note at the foot, are read aloud."""

from __future__ import annotations

from pathlib import Path

import pytest

from sopgen.kotak_tte import OLEH
from sopgen.model.tte import KAKI
from tests.render.archive_reader import faults
from tests.render.tagged import Tagged, sound
from tests.tte.kantor import SK, SOP, built, write_tte

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder: Path = tmp_path_factory.mktemp("tte") / "uji"
    return built(write_tte(folder), "pdf")


@pytest.mark.parametrize("name", [SK, SOP])
def test_words_of_box_and_note_are_paragraphs(
    files: dict[str, bytes], name: str
) -> None:
    tagged = Tagged(files[f"{name}.pdf"])
    sound(tagged)
    read = [tagged.text(one).strip() for one in tagged.of("P")]
    assert OLEH in read
    assert KAKI in read
    assert read.count("#") == 1
    assert read.index(KAKI) > read.index("#")


@pytest.mark.parametrize("name", [SK, SOP])
def test_the_qr_is_a_figure_that_says_where_it_leads(
    files: dict[str, bytes], name: str
) -> None:
    tagged = Tagged(files[f"{name}.pdf"])
    told = [one.alt for one in tagged.of("Figure")]
    assert any(alt.startswith("Kode QR: https://tte.uji.go.id/") for alt in told)


@pytest.mark.parametrize("name", [SK, SOP, "buku"])
def test_it_is_a_file_for_archives(files: dict[str, bytes], name: str) -> None:
    assert not faults(files[f"{name}.pdf"])
