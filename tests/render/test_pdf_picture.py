"""A picture of any kind is in a PDF in grey or in the colours of a screen."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2 as pdfium
import pytest
from PIL import Image, ImageChops

from sopgen.fotofile import INKS, fault_of, opened, upright
from sopgen.model.bagian import BagianId
from sopgen.model.geometry import Box
from sopgen.model.page import Page, Pages, Picture
from sopgen.render.pdf import write_pdf
from sopgen.render.pdf_archive import read_profile
from sopgen.symbols import read_symbols
from tests.force.pictures import DRAWINGS, SIZE, pictures
from tests.render.archive_reader import faults

CYAN = (255, 0, 0, 0)
#: What the profile of the tests says that cyan is, as Lab: red.
RED = bytes((138, 209, 198))
WHITE = bytes((255, 128, 128))
#: JPEG whose own bytes are kept, and some that are not.
KEPT = ("jpg", "jpg-abu", "jpg-bertahap", "jpg-profil")


def saved(image: Image.Image, kind: str, **how: object) -> bytes:
    made = BytesIO()
    image.save(made, kind, **how)
    return made.getvalue()


def profile_of_inks() -> bytes:
    """Return a small profile of inks in which cyan, with whatever, is red."""
    same = bytes(range(256))
    grid = b"".join(RED if corner & 8 else WHITE for corner in range(16))
    unit = struct.pack(">9i", *(65536 * (n % 4 == 0) for n in range(9)))
    table = b"mft1" + bytes(4) + bytes((4, 3, 2, 0)) + unit + same * 4 + grid + same * 3
    white = b"XYZ " + bytes(4) + struct.pack(">3i", 63190, 65536, 54061)
    tags = {b"A2B0": table, b"wtpt": white}
    at, places, body = 128 + 4 + 12 * len(tags), b"", b""
    for name, data in tags.items():
        places += name + struct.pack(">2I", at + len(body), len(data))
        body += data
    head = struct.pack(">I4s4s4s4s4s", at + len(body), b"test", b"\2\4\0\0", b"prtr",
                       b"CMYK", b"Lab ")  # fmt: skip
    head += bytes(12) + b"acsp" + bytes(28) + white[8:20] + bytes(48)
    return head + struct.pack(">I", len(tags)) + places + body


@cache
def kinds() -> dict[str, bytes]:
    """Return pictures of every kind that a book may have."""
    made = pictures()
    with Image.open(BytesIO(made["png"])) as rgb:
        rgb.load()
    inks, grey, profile = rgb.convert("CMYK"), rgb.convert("L"), read_profile()
    deep = Image.new("I;16", SIZE, 40_000)
    more = {
        "jpg-cmyk-profil-rusak": saved(inks, "JPEG", icc_profile=b"x" * 300),
        "jpg-cmyk-profil-layar": saved(inks, "JPEG", icc_profile=profile),
        "jpg-profil": saved(rgb, "JPEG", icc_profile=profile),
        "png-profil": saved(rgb, "PNG", icc_profile=profile),
        "abu-tembus": saved(grey, "PNG", transparency=5),
        "satu-bit-tembus": saved(grey.convert("1"), "PNG", transparency=0),
        "enam-belas-tembus": saved(deep, "PNG", transparency=40_000),
        "palet-alfa": saved(rgb.quantize(7), "PNG", transparency=bytes(range(7))),
    }  # fmt: skip
    return {
        name: data
        for name, data in (made | more).items()
        if data.startswith((b"\x89PNG", b"\xff\xd8", b"<svg")) and name != TOO_LARGE
    }


TOO_LARGE = "terlalu-besar"
NAMES = sorted(kinds())


@pytest.fixture(params=NAMES)
def file(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    name = request.param
    return written(tmp_path, name, kinds()[name])


def written(folder: Path, name: str, data: bytes) -> Path:
    file = folder / f"{name}{'.svg' if name in DRAWINGS else '.png'}"
    file.write_bytes(data)
    return file


def printed(file: Path) -> bytes:
    """Return a PDF with a picture on it, a dot of 24 of it 10 pt wide."""
    side = 10 * SIZE[1] * 25.4 / 72
    page = Page(side, side, (Picture(file, Box(0, 0, side, side)),), *ONE)
    return write_pdf(Pages("Judul", "Uji", "Uji", (page,)), read_symbols())


ONE = BagianId("satu"), "arab", 1, "1"


def seen(data: bytes) -> Image.Image:
    with pdfium.PdfDocument(data) as pdf:
        page: Image.Image = pdf[0].render().to_pil()
        return page.convert("RGB")


def colour(file: Path) -> tuple[int, ...]:
    """Return the colour in the middle of a printed picture."""
    return tuple(seen(printed(file)).crop((150, 150, 151, 151)).tobytes())


def images(data: bytes) -> Iterator[pikepdf.Object]:
    with pikepdf.open(BytesIO(data)) as pdf:
        yield from (one for one in pdf.objects if is_image(one))


def is_image(one: pikepdf.Object) -> bool:
    return isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image"


@pytest.mark.slow
def test_it_keeps_no_file_from_being_pdf_a(file: Path) -> None:
    data = printed(file)
    assert faults(data) == []
    spaces = {str(one.ColorSpace) for one in images(data)}
    assert spaces
    assert spaces <= {"/DeviceRGB", "/DeviceGray"}


def on_paper(file: Path) -> Image.Image:
    """Return a picture as it should be printed, its inks plainly mixed."""
    with opened(file) as picture:
        own = upright(picture)
        if own.mode.startswith("I"):  # sixteen bits
            own = own.point(lambda v: v / 256).convert("L")
            own.info.clear()
        layer = (own.convert("RGB") if own.mode == "CMYK" else own).convert("RGBA")
    flat = Image.new("RGBA", layer.size, "white")
    flat.alpha_composite(layer)
    return flat.convert("RGB")


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted({*NAMES} - {*DRAWINGS, "besar", "lebar"}))
def test_it_looks_as_its_file(name: str, tmp_path: Path) -> None:
    file = written(tmp_path, name, kinds()[name])
    assert fault_of(file) == ""
    own, page = on_paper(file), seen(printed(file))
    width, height = (page.width * side // max(own.size) for side in own.size)
    left, top = (page.width - width) // 2, (page.height - height) // 2
    middle = page.crop((left, top, left + width, top + height))
    gap = ImageChops.difference(middle.resize(own.size, Image.Resampling.BOX), own)
    most = 130 if "cmyk" in name else 12
    assert max(gap.tobytes()) <= most


@pytest.mark.parametrize("name", KEPT)
def test_a_jpeg_is_kept_as_it_is(name: str, tmp_path: Path) -> None:
    own = kinds()[name]
    with pikepdf.open(BytesIO(printed(written(tmp_path, name, own)))) as pdf:
        (one,) = filter(is_image, pdf.objects)
        assert one.read_raw_bytes() == own


def test_inks_are_what_their_profile_says(tmp_path: Path) -> None:
    flat = Image.new("CMYK", SIZE, CYAN)
    looks: dict[str, tuple[int, ...]] = {}
    for name, profile in {
        "tanpa": b"",
        "ada": profile_of_inks(),
        "rusak": b"x",
    }.items():
        data = saved(flat, "JPEG", icc_profile=profile)
        looks[name] = colour(written(tmp_path, name, data))
    assert (
        looks["tanpa"]
        == looks["rusak"]
        == pytest.approx([round(255 * part) for part in INKS[1]], abs=2)
    )
    red, green, blue = looks["ada"]
    assert (red > 230, max(green, blue) < 60) == (True, True)


@pytest.mark.parametrize(
    ("inks", "look"),
    [
        ((0, 0, 0, 0), (255, 255, 255)),
        ((0, 0, 0, 255), (0, 0, 0)),
        ((0, 255, 255, 0), (238, 29, 35)),
        ((255, 255, 0, 0), (46, 48, 146)),
        ((0, 0, 0, 128), (127, 127, 127)),
    ],
)
def test_inks_without_a_profile_are_those_of_a_press(
    inks: tuple[int, ...], look: tuple[int, ...], tmp_path: Path
) -> None:
    data = saved(Image.new("CMYK", SIZE, inks), "JPEG", quality=100)
    assert colour(written(tmp_path, "tinta", data)) == pytest.approx(look, abs=3)


def test_a_turned_picture_keeps_its_profile(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    flat = Image.new("CMYK", SIZE, CYAN)
    data = saved(flat, "JPEG", icc_profile=profile_of_inks(), exif=exif)
    red, green, blue = colour(written(tmp_path, "putar", data))
    assert (red > 230, max(green, blue) < 60) == (True, True)
