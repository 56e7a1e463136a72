"""Pictures of chapters: sound ones are printed, all others told at their place.

The codes that are told here: SOP782, SOP783, and those of files (SOP901, SOP905,
SOP916, SOP931).
"""

from __future__ import annotations

from base64 import b64encode
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from sopgen.pipeline import check
from sopgen.spec import read_buku
from sopgen.svgfile import fault_of, size_of
from tests.spec.kantor import BUKU, write_kantor

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="{}" height="{}">{}</svg>'
BOX = '<rect width="10" height="10"/>'


def office(folder: Path, text: str) -> Path:
    """Write the small office with a chapter of its own, its pictures sound."""
    write_kantor(folder)
    part = "  - {bagian: naskah, berkas: naskah/profil.md, judul: PROFIL}\n  - sop\n"
    (folder / "buku.yaml").write_text(BUKU.replace("  - sop\n", part))
    (folder / "naskah").mkdir()
    (folder / "naskah" / "profil.md").write_text(text, encoding="utf-8")
    pictures = folder / "gambar"
    pictures.mkdir()
    Image.new("RGB", (960, 480), "white").save(pictures / "peta.png")
    Image.new("RGB", (300, 600), "white").save(pictures / "foto.jpg", dpi=(300, 300))
    (pictures / "bagan.svg").write_text(SVG.format("40mm", "20mm", BOX))
    return folder


def test_a_sound_picture_has_its_natural_size(tmp_path: Path) -> None:
    text = (
        "![Peta](gambar/peta.png)\n\n![Foto](gambar/foto.jpg)\n\n![B](gambar/bagan.svg)"
    )
    buku = read_buku(office(tmp_path / "uji", text)).buku
    assert buku
    sizes = {n: (round(g.lebar), round(g.tinggi)) for n, g in buku.gambar.items()}
    assert sizes == {
        "gambar/peta.png": (254, 127),
        "gambar/foto.jpg": (25, 51),
        "gambar/bagan.svg": (40, 20),
    }


WRONG = (
    ("![Peta](gambar/pta.png)", "SOP901", "gambar/pta.png"),
    ("![Peta](../rahasia.png)", "SOP916", "di luar"),
    ("![Peta](/etc/hostname)", "SOP916", "di luar"),
    ("![Peta](gambar/kosong.png)", "SOP931", "rusak"),
    ("![Peta](gambar/kosong.svg)", "SOP931", "rusak"),
    ("![Peta](gambar/besar.png)", "SOP905", "20 MB"),
    ("![Peta](gambar/skrip.svg)", "SOP931", "skrip"),
    ("![Peta](gambar/klik.svg)", "SOP931", "skrip"),
    ("![Peta](gambar/luar.svg)", "SOP931", "berkas lain"),
    ("![Peta](gambar/entitas.svg)", "SOP931", "entitas"),
    ("![Peta](gambar/bom.svg)", "SOP931", "terlalu banyak"),
    ("![Peta](https:peta.png)", "SOP783", "bukan berkas"),
    ("![Peta]()", "SOP783", "bukan berkas"),
    ("![](gambar/peta.png)", "SOP782", "tanpa keterangan"),
)


def put_wrong_ones(folder: Path) -> None:
    """Put the pictures that are wrong into the office's folder."""
    (folder.parent / "rahasia.png").write_bytes(b"")
    pictures = folder / "gambar"
    (pictures / "kosong.png").write_bytes(b"")
    (pictures / "kosong.svg").write_bytes(b"")
    with (pictures / "besar.png").open("wb") as file:
        file.truncate(20_000_001)
    inner = {
        "skrip": "<script>alert(1)</script>",
        "klik": '<rect width="9" height="9" onclick="x()"/>',
        "luar": '<image href="/etc/hostname" width="9" height="9"/>',
        "bom": bomb(),
    }
    for name, body in inner.items():
        (pictures / f"{name}.svg").write_text(SVG.format(10, 10, body))
    entity = '<!DOCTYPE svg [<!ENTITY a "x">]>' + SVG.format(10, 10, BOX)
    (pictures / "entitas.svg").write_text(entity)


def bomb() -> str:
    """Return shapes each of which repeats the one before ten times."""
    made = ['<g id="g0"><rect width="1" height="1"/></g>']
    for n in range(1, 9):
        made.append(f'<g id="g{n}">' + f'<use href="#g{n - 1}"/>' * 10 + "</g>")
    return "".join(made)


@pytest.mark.parametrize(("text", "code", "words"), WRONG, ids=[w[0] for w in WRONG])
def test_what_is_wrong_with_a_picture_is_told(
    text: str, code: str, words: str, tmp_path: Path
) -> None:
    folder = office(tmp_path / "uji", f"Gambaran wilayah.\n\n{text}\n")
    put_wrong_ones(folder)
    (found,) = (f for f in check(folder) if f.code in {one[1] for one in WRONG})
    assert found.code == code
    assert words in found.message
    assert found.saran
    assert (found.span.source.path.endswith("profil.md"), found.span.line) == (True, 3)


def test_shapes_that_repeat_themselves_are_refused() -> None:
    loop = '<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'
    assert fault_of(SVG.format(10, 10, loop).encode())


@pytest.mark.parametrize(
    ("head", "size"),
    [
        ('width="96" height="48"', (25.4, 12.7)),
        ('width="2cm" height="1cm"', (20, 10)),
        ('viewBox="0 0 192 96"', (50.8, 25.4)),
        ('width="100%" viewBox="0 0 96 96"', (25.4, 25.4)),
        ('width="50mm" viewBox="0 0 10 20"', (50, 100)),
        ("", (100, 100)),
    ],
)
def test_a_drawing_has_the_size_that_it_says(
    head: str, size: tuple[float, float]
) -> None:
    data = f'<svg xmlns="http://www.w3.org/2000/svg" {head}/>'.encode()
    assert size_of(data) == pytest.approx(size)


EFFECT = '<filter id="f"{}>{}</filter><rect width="9" height="9" filter="url(#f)"/>'
BLUR = '<feGaussianBlur stdDeviation="2"/>'
TILE = (
    '<pattern id="p" width="{}" height="4" patternUnits="userSpaceOnUse"{}>'
    '<rect width="1" height="1"/></pattern><rect width="9" height="9" fill="url(#p)"/>'
)
COSTLY = {
    "turbulence": EFFECT.format("", '<feTurbulence numOctaves="99"/>'),
    "room": EFFECT.format(' width="99999%"', BLUR),
    "many": EFFECT.format("", BLUR) + '<rect filter="url(#f)"/>' * 40,
    "used": f'<g id="g">{EFFECT.format("", BLUR)}</g>' + '<use href="#g"/>' * 40,
    "by a rule": EFFECT.format("", BLUR)
    + "<style>.kabur, .lain{stroke:none;filter:url(#f)}</style>"
    + '<rect class="st0 kabur"/>' * 40,
    "by a style": EFFECT.format("", BLUR) + '<rect style="filter: url(#f)"/>' * 40,
    "used tile": TILE.format("4", "").replace("<rect", '<rect transform="scale(9e9)"'),
    "tile": TILE.format("1e6", ""),
    "scaled tile": TILE.format("4", ' patternTransform="scale(1e4)"'),
    "tile of unknown size": TILE.format("4furlong", ""),
}


@pytest.mark.parametrize("what", COSTLY)
def test_a_drawing_that_takes_too_much_is_refused(what: str) -> None:
    assert "terlalu berat" in fault_of(SVG.format(99, 99, COSTLY[what]).encode())


INKSCAPE = "color-interpolation-filters:linearRGB;fill:#d40000"
PLAIN = {
    "an effect and a tile": EFFECT.format(' x="-10%" width="120%"', BLUR)
    + TILE.format("4", ""),
    "styles that speak of filters": f'<path style="{INKSCAPE}" d="M0,0 L1,5 Z"/>' * 60,
    "a rule that speaks of filters": "<style>.st0{fill:#fff}.st1{filter:none}</style>"
    + '<path class="st0" d="M0,0 L1,5 Z"/>' * 60,
    "no effect": '<path filter="none" d="M0,0 L1,5 Z"/>' * 60,
    "an effect beside what is used": EFFECT.format("", BLUR)
    + '<path id="b" d="M0,0 L1,5 Z"/>'
    + '<use href="#b"/>' * 60,
    "a large mask": '<mask id="m"><rect width="1" height="1"/></mask>'
    '<g transform="scale(12)"><rect width="2" height="2" mask="url(#m)"/></g>',
    "an effect in a large group": EFFECT.format("", BLUR).replace(
        "<rect", '<rect transform="scale(35)"'
    ),
}


@pytest.mark.parametrize("what", PLAIN)
def test_ordinary_effects_and_tiles_are_drawn(what: str) -> None:
    assert fault_of(SVG.format(99, 99, PLAIN[what]).encode()) == ""


def test_of_a_photograph_within_a_drawing_only_its_own_size_counts() -> None:
    made, exif = BytesIO(), Image.Exif()
    exif[0x927C] = b"\0\xff\xc2\x11\x22\x33\xff\x10\xff\x20\0\0"
    Image.new("RGB", (40, 30), "red").save(made, "JPEG", exif=exif)
    data = b64encode(made.getvalue()).decode()
    inner = f'<image width="9" height="9" href="data:image/jpeg;base64,{data}"/>'
    assert fault_of(SVG.format(99, 99, inner).encode()) == ""


def test_pictures_within_a_drawing_are_counted() -> None:
    made = BytesIO()
    Image.new("1", (8000, 7000)).save(made, "PNG")
    data = b64encode(made.getvalue()).decode()
    inner = f'<image width="9" height="9" href="data:image/png;base64,{data}"/>'
    assert "50 juta" in fault_of(SVG.format(99, 99, inner).encode())
