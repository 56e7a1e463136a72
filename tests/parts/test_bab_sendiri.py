"""Chapters of the office's own: printed, listed, compared, carried by a workbook."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from sopgen.comparison import compare_specs
from sopgen.layout import arrange
from sopgen.model.diagnostic import Severity
from sopgen.model.document import (
    Block,
    Document,
    Figure,
    Paragraph,
    TocLine,
    Together,
    headings,
)
from sopgen.parts import chart_room, compose
from sopgen.parts.bahan import Figures
from sopgen.pipeline import check
from sopgen.spec import read_buku
from sopgen.spec.exchange import export_workbook, import_workbook
from sopgen.symbols import read_symbols
from tests.spec.kantor import BUKU, write_kantor

PROFIL = """\
## A. Wilayah

Wilayahnya meliputi:

1. dusun:
   1. utara;
   2. selatan;

   | Dusun | Warga |
   |-------|------:|
   | Utara | 120   |

2. pasar.

![Peta wilayah](gambar/peta.png)

### 1. Warga

#### a. Rincian
"""
MOTO = "# MOTO PELAYANAN\n\nCepat dan ramah.\n"
PARTS = """\
  - {bagian: naskah, berkas: naskah/profil.md, judul: PROFIL DAERAH}
  - sop
  - {bagian: naskah, berkas: moto}
"""


def office(folder: Path, parts: str = PARTS) -> Path:
    """Write the small office with two chapters of its own."""
    write_kantor(folder)
    (folder / "buku.yaml").write_text(BUKU.replace("  - sop\n", parts, 1))
    (folder / "naskah").mkdir()
    (folder / "naskah" / "profil.md").write_text(PROFIL)
    (folder / "naskah" / "moto.md").write_text(MOTO)
    (folder / "gambar").mkdir()
    Image.new("RGB", (1600, 400), "white").save(folder / "gambar" / "peta.png")
    return folder


def printed(folder: Path) -> Document:
    """Return the book of an office as a document."""
    buku = read_buku(folder).buku
    assert buku is not None
    symbols, room = read_symbols(), chart_room(buku)
    charts = {s.id: arrange(s, room, symbols, keterangan=False) for s in buku.sop}
    return compose(buku, Figures(charts), symbols).document


def flat(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for one in blocks:
        yield from flat(one.blocks) if isinstance(one, Together) else (one,)


def test_chapters_stand_where_susunan_has_them(tmp_path: Path) -> None:
    document = printed(office(tmp_path / "uji"))
    parts = list(dict.fromkeys(str(s.bagian) for s in document.sections))
    assert parts == [
        "sampul", "keputusan:sk-1", "daftar_isi", "naskah:profil", "sop:surat",
        "naskah:moto",
    ]  # fmt: skip


def test_their_headings_are_listed_and_outlined(tmp_path: Path) -> None:
    document = printed(office(tmp_path / "uji"))
    own = [s for s in document.sections if s.bagian.jenis == "naskah"]
    found = [(h.level, h.label, h.text) for s in own for h in headings(s.blocks)]
    assert found == [
        (1, "", "PROFIL DAERAH"),
        (2, "A.", "Wilayah"),
        (3, "1.", "Warga"),
        (4, "a.", "Rincian"),
        (1, "", "MOTO PELAYANAN"),
    ]
    (listing,) = (s for s in document.sections if s.bagian.jenis == "daftar_isi")
    lines = [b.text for b in listing.blocks if isinstance(b, TocLine)]
    assert lines[-3:] == ["Warga", "Surat Masuk", "MOTO PELAYANAN"]
    assert "Rincian" not in lines


def test_a_picture_is_as_wide_as_the_text_and_keeps_its_caption(
    tmp_path: Path,
) -> None:
    document = printed(office(tmp_path / "uji"))
    (section,) = (s for s in document.sections if str(s.bagian) == "naskah:profil")
    (kept,) = (b for b in section.blocks if isinstance(b, Together))
    figure, _, caption = kept.blocks
    assert isinstance(figure, Figure)
    assert figure.width == pytest.approx(section.sheet.column[0])
    assert figure.height == pytest.approx(figure.width / 4)
    assert isinstance(caption, Paragraph)
    assert figure.alt == caption.text == "Peta wilayah"


def test_without_a_title_the_name_of_the_file_is_one(tmp_path: Path) -> None:
    folder = office(
        tmp_path / "uji", "  - {bagian: naskah, berkas: naskah/profil.md}\n  - sop\n"
    )
    (section,) = (s for s in printed(folder).sections if s.bagian.jenis == "naskah")
    assert next(headings(section.blocks)).text == "PROFIL"


def test_a_chapter_may_want_no_line_in_the_daftar_isi(tmp_path: Path) -> None:
    part = '  - {bagian: naskah, berkas: naskah/moto.md, judul: "-"}\n  - sop\n'
    (section,) = (
        s
        for s in printed(office(tmp_path / "uji", part)).sections
        if s.bagian.jenis == "naskah"
    )
    (heading,) = headings(section.blocks)
    assert not heading.listed


WRONG = (
    ("{bagian: naskah, judul: X}", "SOP781", "tanpa berkas"),
    ("{bagian: naskah, berkas: ../rahasia.md}", "SOP781", "di luar folder"),
    ("{bagian: naskah, berkas: bab/satu.md}", "SOP781", "di luar folder"),
    ("{bagian: penutup, berkas: naskah/moto.md}", "SOP781", "hanya untuk"),
    ("{bagian: naskah, berkas: naskah/motto.md}", "SOP901", "tidak ada"),
)


@pytest.mark.parametrize(("part", "code", "words"), WRONG, ids=[w[0] for w in WRONG])
def test_what_is_wrong_with_a_part_is_told(
    part: str, code: str, words: str, tmp_path: Path
) -> None:
    folder = office(tmp_path / "uji", f"{PARTS}  - {part}\n")
    (found,) = (f for f in check(folder) if f.severity is Severity.ERROR)
    assert (found.code, words in found.message) == (code, True)
    assert found.saran
    assert part.split(":")[1].strip(" ,") in found.span.excerpt


def test_a_sound_book_has_no_findings_about_chapters(tmp_path: Path) -> None:
    found = {f.code for f in check(office(tmp_path / "uji"))}
    assert found.isdisjoint({"SOP141", "SOP142", "SOP701", "SOP759", "SOP917"})


def test_the_same_chapter_twice_is_told(tmp_path: Path) -> None:
    folder = office(tmp_path / "uji", PARTS + "  - {bagian: naskah, berkas: moto.md}\n")
    assert "SOP708" in {f.code for f in check(folder)}


def test_a_chapter_that_no_part_prints_is_told(tmp_path: Path) -> None:
    folder = office(tmp_path / "uji")
    (folder / "naskah" / "lain.md").write_text("Lain.")
    (found,) = (f for f in check(folder) if f.code == "SOP917")
    assert found.span.source.path.endswith("lain.md")


@pytest.mark.slow
def test_a_workbook_carries_chapters_and_pictures_both_ways(tmp_path: Path) -> None:
    folder = office(tmp_path / "uji")
    made = export_workbook(folder)
    assert set(made.files) == {"gambar/peta.png"}
    there = tmp_path / "buku"
    (there / "gambar").mkdir(parents=True)
    file = there / "uji.xlsx"
    file.write_bytes(made.workbook)
    for name, data in made.files.items():
        (there / name).write_bytes(data)
    back = import_workbook(file)
    assert back.files["naskah/profil.md"].decode() == PROFIL
    assert back.files["naskah/moto.md"].decode() == MOTO
    assert back.files["gambar/peta.png"] == made.files["gambar/peta.png"]
    compared = compare_specs(folder, file)
    assert compared.perubahan is not None
    assert compared.perubahan.buku == ()
    assert (
        printed(file).sections[3].blocks[1:3] == printed(folder).sections[3].blocks[1:3]
    )


@pytest.mark.slow
def test_what_became_of_a_chapter_and_its_picture_is_told(tmp_path: Path) -> None:
    before, after = office(tmp_path / "lama"), office(tmp_path / "baru")
    (after / "naskah" / "moto.md").write_text(MOTO.replace("ramah", "santun"))
    Image.new("RGB", (1600, 400), "black").save(after / "gambar" / "peta.png")
    compared = compare_specs(before, after)
    assert compared.perubahan is not None
    assert [(u.isian, u.lama, u.baru) for u in compared.perubahan.buku] == [
        ("moto", "Cepat dan ramah.", "Cepat dan santun."),
        ("gambar", "gambar gambar/peta.png", "gambar gambar/peta.png baru"),
    ]
