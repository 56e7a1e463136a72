"""How the width of the chart table is shared out, and what its cells hold."""

from dataclasses import replace
from pathlib import Path

import pytest

from sopgen.layout import arrange
from sopgen.layout.columns import HEAD_PT, LANE_MIN, PADDING, TEXT_PT, share_columns
from sopgen.layout.table import head_cells, names_turned, row_lines
from sopgen.model.diagnostic import Source, Span
from sopgen.model.sop import Kegiatan, Pelaksana, Sop
from sopgen.parts import chart_room
from sopgen.spec import read_buku
from sopgen.symbols import read_symbols
from sopgen.typeface import read_face

WIDTH = 300.0
SPAN = Span(Source("uji.yaml"))
KAMPAK = Path(__file__).parent.parent.parent / "specs" / "kampak"


@pytest.fixture(scope="module")
def sop() -> Sop:
    buku = read_buku(KAMPAK).buku
    assert buku is not None
    return buku.sop[2]


def with_pelaksana(sop: Sop, count: int, nama: str = "Pelaksana Nomor") -> Sop:
    return replace(
        sop, pelaksana=tuple(Pelaksana(f"{nama} {n}", SPAN) for n in range(count))
    )


def with_uraian(sop: Sop, text: str) -> Sop:
    first: Kegiatan = replace(sop.kegiatan[0], uraian=text)
    return replace(sop, kegiatan=(first, *sop.kegiatan[1:]))


@pytest.mark.parametrize("count", [2, 3, 6, 10, 15])
def test_the_columns_fill_the_width_whatever_the_number_of_pelaksana(
    sop: Sop, count: int
) -> None:
    columns = share_columns(with_pelaksana(sop, count), WIDTH)
    assert len(columns.lanes) == count
    assert columns.mutu[-1][1].end == pytest.approx(WIDTH)
    assert min(lane.length for lane in columns.lanes) >= LANE_MIN - 1e-6


@pytest.mark.parametrize("count", [2, 6, 15])
def test_no_heading_is_cut_within_a_word(sop: Sop, count: int) -> None:
    columns = share_columns(with_pelaksana(sop, count), WIDTH)
    face = read_face("arial-bold")
    for column, span in columns.texts:
        assert face.longest_word(column.judul, HEAD_PT) <= span.length - PADDING


def test_names_read_upwards_when_a_word_is_wider_than_its_column(sop: Sop) -> None:
    wide = with_pelaksana(sop, 3)
    narrow = with_pelaksana(sop, 12, "Penanggungjawabkegiatan")
    assert not names_turned(wide, share_columns(wide, WIDTH))
    columns = share_columns(narrow, WIDTH)
    assert names_turned(narrow, columns)
    turned = [c for c in head_cells(narrow, columns, 0) if c.text and c.text.turned]
    assert len(turned) == 12


def test_a_word_of_300_letters_is_broken_and_its_row_grows(sop: Sop) -> None:
    long = with_uraian(sop, "x" * 300)
    columns = share_columns(long, WIDTH)
    before = row_lines(sop, share_columns(sop, WIDTH))
    assert row_lines(long, columns)[0] > before[0]


def test_every_line_of_every_cell_fits_its_box(sop: Sop) -> None:
    buku = read_buku(KAMPAK).buku
    assert buku is not None
    long = with_uraian(sop, "Menyampaikan permohonan " * 12 + "y" * 120)
    chart = arrange(long, chart_room(buku), read_symbols())
    for page in chart.pages:
        for cell in page.cells:
            text = cell.text
            if text:
                face = read_face("arial-bold" if text.bold else "arial")
                across = text.box.h if text.turned else text.box.w
                down = text.box.w if text.turned else text.box.h
                assert len(text.lines) * text.leading <= down + 0.01
                for line in text.lines:
                    assert face.width(line, text.size_pt) <= across + 0.01


def test_keterangan_is_a_column_where_the_sop_or_its_book_has_one(sop: Sop) -> None:
    noted = replace(sop.kegiatan[0], keterangan="asli dan salinan")
    with_note = replace(sop, kegiatan=(noted, *sop.kegiatan[1:]))
    names = [
        [c.judul for c, _ in columns.mutu]
        for columns in (
            share_columns(sop, WIDTH),
            share_columns(with_note, WIDTH),
            share_columns(sop, WIDTH, keterangan=True),
        )
    ]
    mutu = ["Kelengkapan", "Waktu", "Output"]
    assert names == [mutu, [*mutu, "Keterangan"], [*mutu, "Keterangan"]]


def test_an_empty_keterangan_takes_little_more_than_its_heading(sop: Sop) -> None:
    columns = share_columns(sop, WIDTH, keterangan=True)
    _, across = columns.mutu[-1]
    heading = read_face("arial-bold").width("Keterangan", HEAD_PT)
    assert heading + 2 * PADDING <= across.length < heading + 2 * PADDING + 2


def test_a_short_chart_is_roomy_and_stays_on_one_page(sop: Sop) -> None:
    buku = read_buku(KAMPAK).buku
    assert buku is not None
    chart = arrange(sop, chart_room(buku), read_symbols())
    (page,) = chart.pages
    assert page.frame.y1 <= chart_room(buku)[1]
    assert min(row.y1 - row.y0 for row in page.rows) > TEXT_PT
