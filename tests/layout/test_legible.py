"""What of the table must be readable whatever the number of its columns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from sopgen.gambar import draw
from sopgen.jobs import Book
from sopgen.layout import arrange
from sopgen.layout.columns import HEAD_PT, LANE_LEAST, PADDING, TEXT_PT, share_columns
from sopgen.layout.names import TURNED_MAX, clipped, turned_height
from sopgen.layout.table import head_cells
from sopgen.layout.times import kept_whole
from sopgen.model.chart import Chart
from sopgen.model.diagnostic import Diagnostic, Severity, Source, Span
from sopgen.model.geometry import Interval
from sopgen.model.sop import Kegiatan, MutuBaku, Pelaksana, Sop
from sopgen.pipeline import lay_out_book
from sopgen.spec import read_buku
from sopgen.symbols import read_symbols
from sopgen.typeface import read_face
from tests.books import OFFICES
from tests.layout.flows import sop_of
from tests.spec.kantor import write_kantor
from tests.whole_books import charts_of

ROOM = (300.0, 182.0)
SPAN = Span(Source("uji.yaml"), 7, 3)
MUTU = (
    MutuBaku("Berkas permohonan", "10 menit", "Berkas terverifikasi"),
    MutuBaku("Surat pengantar, fotokopi KTP dan KK", "2 hari kerja", "Persetujuan"),
    MutuBaku("Lembar disposisi", "± 30 menit", "Tanda terima"),
)
NAMES = (
    "Pemohon", "Petugas Loket", "Operator SIAK", "Kasi Kesejahteraan Sosial",
    "Kasubag Umum dan Kepegawaian", "Kasubag Perencanaan dan Keuangan",
    "Sekretaris Kecamatan", "Camat", "Kepala Desa/Lurah", "Disdukcapil",
)  # fmt: skip


def crowded(count: int, *, ujung: str = "Selesai") -> Sop:
    """Return a SOP that goes from each of its many pelaksana to the next."""
    ids = [chr(ord("a") + n) for n in range(count)]
    last = f"{ids[-1]}{count - 1}.{count - 1}T"
    steps = [f"{k}{n}.{n}P" for n, k in enumerate(ids[:-1])]
    edges = [f"{a}>{b}" for a, b in pairwise(ids)]
    sop = sop_of(" ".join([*steps, last]), " ".join(edges), lanes=count)
    names = [f"{NAMES[n % len(NAMES)]} {n // len(NAMES) or ''}" for n in range(count)]
    rows = tuple(
        Kegiatan(str(n + 1), "Memverifikasi data kependudukan", MUTU[n % 3], "", SPAN)
        for n in range(count)
    )
    return replace(
        sop,
        pelaksana=tuple(Pelaksana(nama.strip(), SPAN) for nama in names),
        kegiatan=rows,
        langkah=(*sop.langkah[:-1], replace(sop.langkah[-1], teks=ujung)),
    )


def codes(chart: Chart) -> list[str]:
    return [f.code for f in chart.findings]


def cut_words(sop: Sop, keterangan: bool) -> list[str]:
    """Return the words of the table that are wider than their column."""
    columns = share_columns(sop, ROOM[0], keterangan=keterangan)
    face = read_face("arial")
    across = [
        (text, face.longest_word(text, TEXT_PT), column.across)
        for column in columns.texts
        for text in column.text.texts
    ]
    across += [
        (
            column.text.judul,
            column.text.heading,
            column.across,
        )
        for column in columns.texts
        if not column.upwards
    ]
    return [text for text, wide, at in across if wide > at.length - 1.5 * PADDING]


@pytest.mark.parametrize("keterangan", [False, True])
@pytest.mark.parametrize("count", [2, 8, 12, 14, 16, 18, 20, 25])
def test_no_word_of_the_table_is_cut_for_the_sake_of_many_pelaksana(
    count: int, keterangan: bool
) -> None:
    sop = crowded(count)
    assert cut_words(sop, keterangan) == []
    columns = share_columns(sop, ROOM[0], keterangan=keterangan)
    assert columns.mutu[-1][1].end == pytest.approx(ROOM[0])


@pytest.mark.slow
@pytest.mark.parametrize("count", [8, 12, 14, 16, 18, 20, 22])
def test_as_many_pelaksana_as_the_paper_holds_are_drawn_without_a_finding(
    count: int,
) -> None:
    assert codes(arrange(crowded(count), ROOM, read_symbols())) == []


@pytest.mark.slow
@pytest.mark.parametrize("count", [25, 30])
def test_more_pelaksana_than_the_paper_holds_are_drawn_and_an_error(count: int) -> None:
    sop = crowded(count)
    chart = arrange(sop, ROOM, read_symbols())
    found = next(f for f in chart.findings if f.code == "SOP511")
    assert found.severity is Severity.ERROR
    assert found.span == sop.pelaksana[0].span
    assert f"{count} pelaksana" in found.message
    most = int("".join(c for c in found.saran.split(":")[0] if c.isdigit()))
    assert codes(arrange(crowded(most), ROOM, read_symbols())) == []
    drawn = {s.id for page in chart.pages for s in page.symbols if not s.ref}
    assert drawn == {langkah.id for langkah in sop.langkah}


@pytest.mark.slow
def test_so_many_pelaksana_that_no_text_has_room_are_still_drawn() -> None:
    sop = replace(crowded(20), pelaksana=tuple(crowded(20).pelaksana * 4))
    chart = arrange(sop, ROOM, read_symbols())
    assert "SOP511" in codes(chart)
    assert chart.pages[0].frame.w == ROOM[0]


@pytest.mark.slow
@pytest.mark.parametrize("ujung", ["Mulai", "Selesai"])
def test_words_of_terminators_fit_in_the_narrowest_columns(ujung: str) -> None:
    for count in (14, 16, 18, 20, 22):
        chart = arrange(crowded(count, ujung=ujung), ROOM, read_symbols())
        lanes = [b - a for a, b in chart.pages[0].lanes]
        assert min(lanes) >= LANE_LEAST * chart.size - 0.01
        (said,) = (
            s.text
            for p in chart.pages
            for s in p.symbols
            if s.text and s.simbol == "terminator" and s.text.lines == (ujung,)
        )
        assert said.size_pt >= 6 - 1e-6
        assert read_face("arial").width(ujung, said.size_pt) <= said.box.w


@pytest.mark.slow
def test_a_terminator_too_narrow_for_its_word_is_told_what_helps() -> None:
    chart = arrange(crowded(26), ROOM, read_symbols(), keterangan=True)
    (found,) = (f for f in chart.findings if f.code == "SOP504")
    assert "`Selesai`" in found.message
    assert "kurangi pelaksana" in found.saran


def only(sop: Sop, uraian: str = "", nama: str = "") -> tuple[Diagnostic, ...]:
    first = replace(sop.kegiatan[1], uraian=uraian or sop.kegiatan[1].uraian)
    who = replace(sop.pelaksana[1], nama=nama or sop.pelaksana[1].nama)
    changed = replace(
        sop,
        kegiatan=(sop.kegiatan[0], first, *sop.kegiatan[2:]),
        pelaksana=(sop.pelaksana[0], who, *sop.pelaksana[2:]),
    )
    return arrange(changed, ROOM, read_symbols()).findings


def test_a_word_wider_than_any_column_is_told_with_its_kegiatan() -> None:
    (found,) = only(crowded(8), uraian="Membuka laman " + "x" * 90)
    assert (found.code, found.severity) == ("SOP512", Severity.WARNING)
    assert found.span == SPAN
    assert "kolom Kegiatan" in found.message
    assert found.saran


@pytest.mark.slow
@pytest.mark.parametrize("nama", ["Penanggungjawab" * 3, "Kepala Bagian Umum " * 9])
def test_a_name_that_its_heading_cannot_hold_is_told(nama: str) -> None:
    (found,) = only(crowded(14), nama=nama.strip())
    assert found.code == "SOP513"
    assert found.span == SPAN


def test_names_that_read_upwards_are_whole_and_no_higher_than_they_must() -> None:
    for count in (14, 16, 20):
        sop = crowded(count)
        columns = share_columns(sop, ROOM[0])
        cells = [c for c in head_cells(sop, columns, 0) if c.text and c.text.turned]
        cells = cells[:count]
        assert len(cells) == count
        for cell, pelaksana in zip(cells, sop.pelaksana, strict=True):
            assert cell.text is not None
            assert " ".join(cell.text.lines).replace("/ ", "/") == pelaksana.nama
            assert len(cell.text.lines) * cell.text.leading <= cell.box.w
    lanes = [Interval(0, 13), Interval(13, 26)]
    assert turned_height(["Camat", "Staf"], lanes) < 14
    longest = "Kasubag Perencanaan dan Keuangan"
    height = turned_height(["Camat", longest], lanes)
    whole = read_face("arial-bold").width(longest, HEAD_PT)
    assert whole / 2 < height < whole
    assert not clipped(longest, lanes[1], height)
    assert clipped("Penanggungjawab" * 3, lanes[1], TURNED_MAX)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("10 menit", ["10 menit"]),
        ("2 hari kerja", ["2 hari", "kerja"]),
        ("Maks. 10 menit", ["Maks.", "10 menit"]),
        ("± 30 menit", ["±", "30 menit"]),
        ("1 x 24 jam", ["1 x", "24 jam"]),
        ("10-15 menit", ["10-", "15 menit"]),
        ("segera", ["segera"]),
    ],
)
def test_a_number_stays_with_its_unit(text: str, lines: list[str]) -> None:
    face = read_face("arial")
    room = face.width("10 menit", TEXT_PT) + 0.05
    made = face.wrap(kept_whole(text, TEXT_PT, room), TEXT_PT, room)
    assert list(made) == lines


def waktu(chart: Chart) -> Iterator[tuple[str, ...]]:
    """Yield the lines of every cell below the heading Waktu."""
    for page in chart.pages:
        head = next(
            c.box for c in page.cells if c.header and c.text and "Waktu" in c.text.lines
        )
        for cell in page.cells:
            if not cell.header and cell.text and abs(cell.box.x - head.x) < 0.01:
                yield cell.text.lines


@pytest.mark.slow
@pytest.mark.parametrize("nama", OFFICES)
def test_no_time_of_the_books_is_broken(nama: str) -> None:
    units = ("menit", "jam", "hari", "minggu", "bulan", "tahun")
    cells = [one for chart in charts_of(nama).values() for one in waktu(chart)]
    assert len(cells) > 20
    assert not any(line.startswith(units) for lines in cells for line in lines)


KETERANGAN = "    waktu: 5 menit\n    keterangan: Asli\n"
LAIN = "  - id: lain\n    nama: Surat Keluar\n"


@pytest.fixture
def kantor(tmp_path: Path) -> Path:
    """Return an office with two SOP, of which only the first has a keterangan."""
    folder = write_kantor(tmp_path)
    buku, surat = folder / "buku.yaml", folder / "sop" / "surat.yaml"
    buku.write_text(buku.read_text() + LAIN)
    text = surat.read_text()
    (folder / "sop" / "lain.yaml").write_text(text)
    surat.write_text(text.replace("    waktu: 5 menit\n", KETERANGAN, 1))
    return folder


def test_keterangan_is_a_column_of_all_charts_of_a_book_or_of_none(
    kantor: Path,
) -> None:
    made = laid_out(kantor)
    assert all(headings(chart)[-1] == "Keterangan" for chart in made.charts.values())
    assert b"Keterangan" in draw(kantor, 2, "json").data
    surat = kantor / "sop" / "surat.yaml"
    surat.write_text(surat.read_text().replace("    keterangan: Asli\n", ""))
    bare = laid_out(kantor)
    assert all(headings(chart)[-1] == "Output" for chart in bare.charts.values())


def laid_out(folder: Path) -> Book:
    buku = read_buku(folder).buku
    assert buku is not None
    return lay_out_book(buku, lambda *_: None)


def headings(chart: Chart) -> list[str]:
    cells = [c for c in chart.pages[0].cells if c.header and c.text]
    cells.sort(key=lambda c: (c.box.x, c.box.y))
    return [" ".join(c.text.lines) for c in cells if c.text]
