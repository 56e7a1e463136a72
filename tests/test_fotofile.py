"""Pictures of an office: sound, upright, no larger than paper, known to Word."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from sopgen.fotofile import (
    BROKEN,
    PRINTED,
    TURNED,
    UPRIGHT,
    fault_of,
    opened,
    turned,
    upright,
)
from sopgen.render.docx.imagefile import known, size_of
from sopgen.render.xlsx.over import read_picture as excel_picture
from tests.force.pictures import SPOKEN, pictures

pytestmark = pytest.mark.slow


def saved(name: str, folder: Path) -> Path:
    file = folder / f"{name}.jpg"
    file.write_bytes(pictures()[name])
    return file


@pytest.mark.parametrize("said", SPOKEN)
def test_what_a_camera_says_never_hinders(said: str, tmp_path: Path) -> None:
    file = saved(f"kata-{said}", tmp_path)
    assert fault_of(file) == ""
    with opened(file) as picture:
        assert turned(picture) in (UPRIGHT, 6)
        assert set(upright(picture).size) == {24, 30}
    assert set(size_of(known(file))) == {24, 30}


def turned_lambang(folder: Path) -> Path:
    """Write a picture, blue above and red below, as a camera held on its side does."""
    seen = Image.new("RGB", (30, 60), "red")
    seen.paste("blue", (0, 0, 30, 30))
    exif = Image.Exif()
    exif[TURNED] = 6
    file = folder / "lambang.jpg"
    seen.transpose(Image.Transpose.ROTATE_90).save(file, exif=exif, quality=95)
    return file


def test_word_and_excel_have_a_turned_lambang_upright(tmp_path: Path) -> None:
    file = turned_lambang(tmp_path)
    word, (excel, dots) = known(file), excel_picture(file)
    assert size_of(word) == dots == (30, 60)
    for source in (word, BytesIO(excel.data)):
        with opened(source) as picture:
            assert turned(picture) == UPRIGHT
            red, _, blue = picture.convert("RGB").resize((1, 2)).tobytes()[:3]
            assert blue > red + 200


def test_a_png_without_dots_is_broken(tmp_path: Path) -> None:
    file = tmp_path / "uji.png"
    file.write_bytes(pictures()["png"].replace(b"IDAT", b"iDAT"))
    assert fault_of(file) == BROKEN


def test_a_huge_picture_is_printed_as_paper_shows_it() -> None:
    picture = Image.new("L", (5000, 200))
    assert upright(picture).size == (PRINTED[0], 140)
    small = Image.new("L", (500, 200))
    assert upright(small) is small


@pytest.mark.slow
@pytest.mark.parametrize("mode", ["1", "P", "L"])
def test_thin_lines_of_a_scanned_page_are_still_there(mode: str) -> None:
    page = Image.new("L", (2 * PRINTED[0], 40), 255)
    for x in range(3, page.width, 101):
        page.paste(0, (x, 0, x + 1, 40))
    printed = upright(page.convert(mode)).convert("L").tobytes()[: PRINTED[0]]
    assert sum(value < 250 for value in printed) >= page.width // 101


def test_a_jpeg_that_word_files_know_not_becomes_a_png(tmp_path: Path) -> None:
    data = pictures()["jpg"]
    length = int.from_bytes(data[4:6], "big")
    file = tmp_path / "uji.jpg"
    file.write_bytes(data[:2] + data[4 + length :])
    made = known(file)
    assert isinstance(made, BytesIO)
    with Image.open(made) as picture:
        assert (picture.format, picture.size) == ("PNG", (24, 30))
    assert known(saved("jpg", tmp_path)) == str(tmp_path / "jpg.jpg")
