"""Several lampiran, copies and signers: what is printed of them, and where."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sopgen import pipeline
from sopgen.model.bagian import BagianId
from sopgen.model.document import Block, Row, Section, Table, TocLine, Together
from sopgen.parts import Composed, compose
from sopgen.parts.bahan import Figures
from sopgen.parts.tabel_sendiri import OwnTable
from sopgen.render.xlsx.words import paragraphs
from sopgen.spec import read_buku
from sopgen.symbols import read_symbols
from tests.parts.test_tanda_tangan import GAYA
from tests.spec.kantor import BUKU, write_kantor

BERLAKU = "Keputusan ini mulai berlaku pada tanggal ditetapkan."
DIKTUM = f"""\
    diktum:
      - Menetapkan SOP sebagaimana tercantum dalam Lampiran I Keputusan ini.
      - Membentuk tim sebagaimana tercantum dalam Lampiran II Keputusan ini.
      - {BERLAKU}
    lampiran:
      - judul: DAFTAR PROSEDUR
      - judul: TIM PENYUSUN
        kolom: ["No.", Nama, Tugas]
        baris:
          - ["1.", Wahyu Nugroho, "menyusun, *memeriksa*"]
          - ["2.", Endang Rahmawati, ""]
"""
SEKCAM = """\
  sekcam:
    {jabatan: Sekretaris Camat, nama: GUNTUR, pangkat: Penata, nip: 197001011998011002}
penandatangan: camat
"""
PARTS = """\
  - {bagian: keputusan, keputusan: sk-1}
  - {bagian: lampiran, keputusan: sk-1, judul: Lampiran Keputusan}
  - lembar_pengesahan
"""


def written(folder: Path, buku: str) -> Path:
    """Write the small office with another buku.yaml."""
    write_kantor(folder)
    (folder / "buku.yaml").write_text(buku, encoding="utf-8")
    return folder


def office(folder: Path, more: str = "", head: str = "") -> Path:
    """Write an office with two annexes, and more fields of its decree and book."""
    buku = (
        BUKU.replace("    diktum: [Menetapkan SOP.]\n", DIKTUM + more)
        .replace("penandatangan: camat\n", SEKCAM + head)
        .replace("  - {bagian: keputusan, keputusan: sk-1}\n", PARTS)
    )
    return written(folder, buku)


def composed(folder: Path) -> Composed:
    buku = read_buku(folder).buku
    assert buku is not None
    return compose(buku, Figures({}), read_symbols())


def words(sections: tuple[Section, ...]) -> list[list[str]]:
    """Return the paragraphs of each section that say something."""
    return [[p.text for p in paragraphs(s.blocks) if p.text] for s in sections]


def of(made: Composed, jenis: str) -> tuple[Section, ...]:
    return tuple(s for s in made.document.sections if s.bagian.jenis == jenis)


def test_each_lampiran_has_its_numeral_title_table_and_signature(
    tmp_path: Path,
) -> None:
    first, second = words(of(composed(office(tmp_path)), "lampiran"))
    assert (first[0], second[0]) == ("LAMPIRAN I", "LAMPIRAN II")
    assert "NAMA SOP" in first
    assert "NAMA SOP" not in second
    assert second[5:9] == ["TIM PENYUSUN", "No.", "Nama", "Tugas"]
    assert "menyusun, memeriksa" in second
    assert first[-4:] == second[-4:]
    assert second[-4] == "CAMAT UJI,"


def test_the_daftar_isi_lists_each_lampiran_once(tmp_path: Path) -> None:
    (listing,) = of(composed(office(tmp_path)), "daftar_isi")
    lines = [b.text for b in listing.blocks if isinstance(b, TocLine)]
    assert [t for t in lines if t.startswith("Lampiran")] == [
        "Lampiran I Keputusan",
        "Lampiran II Keputusan",
    ]


def test_the_only_lampiran_has_no_numeral(tmp_path: Path) -> None:
    buku = BUKU.replace(
        "    diktum: [Menetapkan SOP.]\n",
        "    diktum: [Menetapkan SOP dalam Lampiran.]\n    lampiran: {}\n",
    ).replace("  - {bagian: keputusan, keputusan: sk-1}\n", PARTS)
    folder = written(tmp_path, buku)
    (only,) = words(of(composed(folder), "lampiran"))
    assert only[0] == "LAMPIRAN"


def test_a_copy_stands_beside_the_original(tmp_path: Path) -> None:
    plain = composed(office(tmp_path / "asli"))
    made = composed(
        office(tmp_path / "salinan", "    jenis: salinan\n    disalin_oleh: sekcam\n")
    )
    assert made.document == plain.document
    assert plain.salinan.sections == ()
    every = words(made.salinan.sections)
    assert [one[0] for one in every] == ["SALINAN"] * 3
    for one in every:
        assert "ttd." in one
        at = one.index("Salinan sesuai dengan aslinya")
        assert one[at + 1 : at + 3] == ["SEKRETARIS CAMAT,", "GUNTUR"]


def test_a_petikan_has_the_diktum_that_concern_and_their_lampiran(
    tmp_path: Path,
) -> None:
    more = "    jenis: petikan\n    disalin_oleh: sekcam\n    petikan: [KEDUA]\n"
    decree, *annexes = words(composed(office(tmp_path, more)).salinan.sections)
    assert decree[0] == "PETIKAN"
    assert "bahwa perlu;" not in decree
    assert BERLAKU not in decree
    assert decree.count("dst.") == 4
    assert any("Lampiran II" in text for text in decree)
    assert [one[1] for one in annexes] == ["LAMPIRAN II"]


def test_a_copy_that_nobody_certifies_has_dots(tmp_path: Path) -> None:
    (decree, *_) = words(
        composed(office(tmp_path, "    jenis: salinan\n")).salinan.sections
    )
    at = decree.index("Salinan sesuai dengan aslinya")
    assert set(decree[at + 1]) == {".", ","}
    assert set(decree[at + 2]) == {"."}


@pytest.mark.slow
def test_a_build_writes_the_copy_as_a_file_of_its_own(tmp_path: Path) -> None:
    folder = office(tmp_path / "uji", "    jenis: salinan\n    disalin_oleh: sekcam\n")
    wish = pipeline.Wish(folder, tmp_path / "hasil", formats=("pdf",))
    made = {f.path.name: f.bagian for f in pipeline.build(wish, lambda *_: None).files}
    assert made["keputusan-1-salinan.pdf"] == BagianId("salinan", "sk-1")
    only = pipeline.Wish(
        folder, tmp_path / "satu", frozenset({"salinan"}), formats=("pdf",)
    )
    names = [f.path.name for f in pipeline.build(only, lambda *_: None).files]
    assert names == ["keputusan-1-salinan.pdf"]


def signers(count: int) -> str:
    peran = ("Disusun oleh", "Diperiksa oleh", "Disahkan oleh")
    kode = ("sekcam", "kasi", "camat")
    lines = [
        f"  - {{peran: {a}, pejabat: {b}}}\n"
        for a, b in zip(peran[-count:], kode[-count:], strict=True)
    ]
    return "lembar_pengesahan:\n" + "".join(lines)


def tables(blocks: tuple[Block, ...]) -> Iterator[Table]:
    for block in blocks:
        if isinstance(block, Together):
            yield from tables(block.blocks)
        elif isinstance(block, Table):
            yield block


KASI = SEKCAM.replace("sekcam:", "kasi:").replace("Sekretaris Camat", "Kasi Umum")


def test_three_sign_two_side_by_side_and_one_between(tmp_path: Path) -> None:
    head = KASI.replace("penandatangan: camat\n", "") + SEKCAM + signers(3)
    only = "  - {bagian: keputusan, keputusan: sk-1}\n  - lembar_pengesahan\n"
    buku = BUKU.replace("penandatangan: camat\n", head).replace(
        "  - {bagian: keputusan, keputusan: sk-1}\n", only
    )
    (section,) = of(composed(written(tmp_path, buku)), "lembar_pengesahan")
    (table,) = tables(section.blocks)
    said = {text: row for row in table.rows for text in texts_of(row)}
    assert texts_of(table.rows[0]) == ["Disusun oleh", "Diperiksa oleh"]
    assert [c.span for c in said["Disusun oleh"].cells] == [2, 2]
    assert [c.span for c in said["Disahkan oleh"].cells] == [1, 2, 1]
    order = [texts_of(row) for row in table.rows if texts_of(row)]
    at = order.index(["Disahkan oleh"])
    assert order[at - 1] == ["Disahkan di Uji", "Pada tanggal 17 Januari 2025"]
    assert [r.least for r in table.rows if r.least > 20] == [22.0, 22.0]


def test_the_block_of_who_approves_is_dated_wherever_he_stands(tmp_path: Path) -> None:
    head = SEKCAM + (
        "lembar_pengesahan:\n  - {peran: Disahkan oleh, pejabat: camat}\n"
        "  - {peran: Mengetahui, pejabat: sekcam}\n"
    )
    only = "  - {bagian: keputusan, keputusan: sk-1}\n  - lembar_pengesahan\n"
    buku = BUKU.replace("penandatangan: camat\n", head).replace(
        "  - {bagian: keputusan, keputusan: sk-1}\n", only
    )
    (section,) = of(composed(written(tmp_path, buku)), "lembar_pengesahan")
    (table,) = tables(section.blocks)
    left, right = table.rows[0].cells
    assert next(p.text for p in paragraphs(left.blocks)) == "Disahkan di Uji"
    assert not right.blocks


def texts_of(row: Row) -> list[str]:
    """Return what stands in the cells of a row."""
    return [p.text for cell in row.cells for p in paragraphs(cell.blocks) if p.text]


def test_columns_are_as_wide_as_their_words_and_numbers_narrow() -> None:
    long = "melaksanakan penyusunan rancangan prosedur bersama para pelaksana"
    made = OwnTable(["No", "Nama", "Tugas"], [["1", "Ida", long]], (GAYA, GAYA))
    table = made.table(150)
    assert sum(table.columns) == pytest.approx(150)
    assert table.columns[0] < 15 < table.columns[1] < table.columns[2]
    assert table.header == 1


def test_a_short_row_ends_in_blank_cells() -> None:
    made = OwnTable(["A", "B"], [["satu"], ["satu", "dua", "tiga"]], (GAYA, GAYA))
    assert [len(row.cells) for row in made.table(100).rows] == [2, 2, 2]


def test_a_table_that_is_too_wide_lies(tmp_path: Path) -> None:
    folder = office(tmp_path)
    file = folder / "buku.yaml"
    heads = ", ".join(f"Pertanggungjawaban{n}" for n in range(7))
    cells = ", ".join("x" for _ in range(7))
    text = file.read_text(encoding="utf-8")
    start = text.index('        kolom: ["No."')
    end = text.index("sop:\n  - id")
    wide = f"        kolom: [{heads}]\n        baris: [[{cells}]]\n"
    file.write_text(text[:start] + wide + text[end:], encoding="utf-8")
    first, second = of(composed(folder), "lampiran")
    assert first.sheet.width < first.sheet.height
    assert second.sheet.width > second.sheet.height
