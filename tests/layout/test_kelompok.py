"""The heading of groups, the columns that an office has, the row that sums up waktu."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from sopgen.layout import arrange
from sopgen.layout.columns import HEAD_PT, PADDING, share_columns
from sopgen.layout.kelompok import groups_of
from sopgen.layout.legible import find_illegible
from sopgen.layout.order import _orders, propose_order
from sopgen.layout.table import head_cells
from sopgen.model.buku import Buku
from sopgen.model.chart import Cell, Chart
from sopgen.model.geometry import Box
from sopgen.model.sop import Pelaksana, Sop
from sopgen.parts import chart_room
from sopgen.symbols import read_symbols
from sopgen.typeface import read_face
from tests.layout.test_order import TANGLED
from tests.spec.kantor import write_kantor
from tests.tabel import tabel

WIDTH = 300.0


@pytest.fixture(scope="module")
def buku(tmp_path_factory: pytest.TempPathFactory) -> Buku:
    return tabel(tmp_path_factory.mktemp("tabel") / "uji")


def chart_of(buku: Buku, sop: Sop) -> Chart:
    room = chart_room(buku)
    return arrange(sop, room, read_symbols(), keterangan=buku.berketerangan)


def texts(cells: tuple[Cell, ...]) -> dict[str, Box]:
    """Return where the cells with text lie, by their text on one line."""
    return {" ".join(c.text.lines): c.box for c in cells if c.text}


def lengthened(sop: Sop, times: int) -> Sop:
    """Return a SOP whose kegiatan stand several times, without arrows."""
    count = len(sop.kegiatan)
    rows = tuple(
        replace(row, nomor=str(count * n + k + 1))
        for n in range(times)
        for k, row in enumerate(sop.kegiatan)
    )
    return replace(sop, kegiatan=rows)


def test_a_group_stands_over_its_pelaksana_and_one_alone_over_both(buku: Buku) -> None:
    at = texts(chart_of(buku, buku.sop[0]).pages[0].cells)
    pelaksana, group, alone = at["Pelaksana"], at["Kantor Camat"], at["Bendahara"]
    assert (group.x, group.x1) == (at["Penjaga Balai"].x, at["Camat"].x1)
    assert group.y == pelaksana.y1 == alone.y == at["Kelurahan"].y
    assert group.y1 == at["Camat"].y == at["Lurah"].y
    assert alone.y1 == at["Camat"].y1 == at["No"].y1 == at["Waktu"].y1
    assert (pelaksana.x, pelaksana.x1) == (at["Kelurahan"].x, at["Camat"].x1)


@pytest.mark.parametrize("index", [0, 1, 2])
def test_the_cells_of_a_page_tile_its_frame(buku: Buku, index: int) -> None:
    for page in chart_of(buku, buku.sop[index]).pages:
        area = sum(cell.box.w * cell.box.h for cell in page.cells)
        assert area == pytest.approx(page.frame.w * page.frame.h)
        assert max(cell.box.y1 for cell in page.cells) == pytest.approx(page.frame.y1)


def test_groups_stand_on_every_page_and_the_sum_on_the_last(buku: Buku) -> None:
    sop = replace(lengthened(buku.sop[0], 5), alur=())
    pages = [texts(page.cells) for page in chart_of(buku, sop).pages]
    assert len(pages) > 1
    assert all("Kantor Camat" in page for page in pages)
    assert [("Jumlah waktu:" in page) for page in pages] == [
        *[False] * (len(pages) - 1), True,
    ]  # fmt: skip


@pytest.mark.slow
def test_the_sum_keeps_the_chart_on_its_page(buku: Buku) -> None:
    room = chart_room(buku)
    for times in range(1, 8):
        sop = replace(lengthened(buku.sop[0], times), alur=())
        for page in chart_of(buku, sop).pages:
            assert page.frame.y1 <= room[1] + 0.05


def test_the_sum_begins_below_waktu(buku: Buku) -> None:
    at = texts(chart_of(buku, buku.sop[0]).pages[0].cells)
    told = "1–2 hari kerja 2 jam 10 menit (tidak termasuk kegiatan 5)"
    assert at[told].x == at["Waktu"].x
    assert at["Jumlah waktu:"].x1 == at[told].x
    assert at["Jumlah waktu:"].y == at[told].y


def test_a_chart_without_mutu_baku_has_no_empty_column(buku: Buku) -> None:
    at = texts(chart_of(buku, buku.sop[1]).pages[0].cells)
    assert {"Mutu Baku", "Waktu", "Keterangan", "Jumlah waktu:"}.isdisjoint(at)
    assert at["Peserta"].x1 == pytest.approx(chart_room(buku)[0])


def test_own_columns_stand_below_mutu_baku_in_their_order(buku: Buku) -> None:
    at = texts(chart_of(buku, buku.sop[2]).pages[0].cells)
    order = ["Lama", "Kode Kas", "Bahan", "Hasil", "No. Agenda"]
    for one, other in pairwise(order):
        assert at[one].x1 == pytest.approx(at[other].x)
    assert (at["Mutu Baku"].x, at["Mutu Baku"].x1) == (
        at["Lama"].x,
        at["No. Agenda"].x1,
    )


def grouped(sop: Sop, groups: list[str], nama: str = "Juru") -> Sop:
    span = sop.pelaksana[0].span
    lanes = (Pelaksana(f"{nama} {n}", span, g) for n, g in enumerate(groups))
    return replace(sop, pelaksana=tuple(lanes), langkah=())


GROUPS = {
    "a long word over one": ["Pertanggungjawaban", "", "Kecamatan", "Kecamatan"],
    "many": [f"Instansi {n // 2}" for n in range(12)],
    "each of its own": [f"Instansi {n}" for n in range(12)],
}


@pytest.mark.parametrize("name", GROUPS)
def test_no_name_of_a_group_is_cut(name: str, buku: Buku) -> None:
    sop = grouped(buku.sop[0], GROUPS[name])
    columns = share_columns(sop, WIDTH)
    face = read_face("arial-bold")
    for cell in head_cells(sop, columns, 0):
        if cell.text is not None:
            room = cell.box.h if cell.text.turned else cell.box.w
            for line in cell.text.lines:
                assert face.width(line, HEAD_PT) <= room
            across = cell.box.w if cell.text.turned else cell.box.h
            assert len(cell.text.lines) * cell.text.leading <= across
    assert all(not group.clipped for group in groups_of(sop, columns.lanes))


def test_a_group_whose_name_fits_nowhere_is_told(buku: Buku) -> None:
    sop = grouped(buku.sop[0], ["x" * 60, *(f"G{n}" for n in range(11))])
    found = list(find_illegible(sop, share_columns(sop, WIDTH), 1.0))
    assert "SOP513" in {f.code for f in found}
    assert any("nama kelompok" in f.message for f in found)


def test_a_group_widens_the_one_column_below_it(buku: Buku) -> None:
    word = "Kesekretariatan"
    sop = grouped(buku.sop[0], [word, "", ""], "J")
    (group,) = groups_of(sop, share_columns(sop, WIDTH).lanes)
    needed = read_face("arial-bold").longest_word(word, HEAD_PT)
    assert group.across.length >= needed + 2 * PADDING - 0.01
    assert not group.turned


def test_a_better_order_leaves_groups_together(tmp_path: Path) -> None:
    from sopgen.spec import read_buku

    folder = write_kantor(tmp_path)
    listed = "pelaksana: [Pemohon, {kelompok: K, pelaksana: [Camat, Petugas]}, Arsip]"
    text = TANGLED.replace("pelaksana: [Pemohon, Camat, Petugas, Arsip]", listed)
    (folder / "sop" / "surat.yaml").write_text(text)
    made = read_buku(folder).buku
    assert made is not None
    orders = list(_orders(made.sop[0]))
    assert orders
    for order in orders:
        at = [k for k, lane in enumerate(order) if lane in (1, 2)]
        assert at[1] - at[0] == 1
    room, symbols = (300.0, 182.0), read_symbols()
    finding = propose_order(
        made.sop[0], arrange(made.sop[0], room, symbols), room, symbols
    )
    assert finding is None or "urutkan pelaksananya" in finding.saran
