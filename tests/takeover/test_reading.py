"""Headings, lists, names and symbols, as offices write and draw them."""

from __future__ import annotations

import pytest

from sopgen.model.diagnostic import Source
from sopgen.model.geometry import Box
from sopgen.symbols import read_symbols
from sopgen.takeover.board import Board, Cell, letters
from sopgen.takeover.casing import calmed, slug
from sopgen.takeover.fields import label_of
from sopgen.takeover.headings import find_headings
from sopgen.takeover.identity import find_identity
from sopgen.takeover.kinds import kind_of, kind_of_outline
from sopgen.takeover.listing import items_of
from sopgen.takeover.office import kode_of, pejabat_of
from sopgen.takeover.procedures import read_page, sort_out
from sopgen.takeover.roles import role_of
from sopgen.takeover.rows import read_table


def board(*rows: str, merged: tuple[Cell, ...] = ()) -> Board:
    """Return a board from rows of cells between bars."""
    texts = [[cell.strip() for cell in row.split("|")] for row in rows]
    cells = {
        (r, c): Cell(r, c, text)
        for r, row in enumerate(texts)
        for c, text in enumerate(row)
        if text
    }
    for area in merged:
        cells[area.row, area.column] = area
    wide = max(len(row) for row in texts)
    xs = tuple(float(20 * n) for n in range(wide + 1))
    ys = tuple(float(10 * n) for n in range(len(texts) + 1))
    return Board(Source("uji"), "uji", xs, ys, cells, sheet="Uji")


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("No.", "no"), ("URAIAN PROSEDUR", "kegiatan"), ("Aktivitas", "kegiatan"),
        ("Uraian Kegiatan", "kegiatan"), ("Langkah-langkah", "kegiatan"),
        ("PELAKSANA", "pelaksana"), ("Mutu Baku", "mutu"),
        ("Persyaratan", "kelengkapan"),
        ("Persyaratan/ Kelengkapan", "kelengkapan"), ("Waktu (menit)", "waktu"),
        ("Out put", "output"), ("Ket.", "keterangan"), ("Paraf", ""), ("Camat", ""),
    ],
)  # fmt: skip
def test_headings_have_many_words(text: str, role: str) -> None:
    assert role_of(text) == role


def test_columns_may_stand_in_any_order_under_one_row() -> None:
    (heading,) = find_headings(
        board("Waktu|Kegiatan|Staf|Camat|Output|No|Paraf", "1 jam|Menulis|||Surat|1|")
    )
    assert [lane.nama for lane in heading.lanes] == ["Staf", "Camat"]
    assert heading.role_of(0) == "waktu"
    assert [cell.text for cell in heading.extra] == ["Paraf"]


def test_a_heading_may_have_three_rows_and_a_row_of_numbers() -> None:
    sheet = board(
        "No|Kegiatan|Pelaksana|||Mutu Baku||Ket",
        "||Kecamatan||Desa|Kelengkapan|Waktu|",
        "||Staf|Camat|Kades|||",
        "1|2|3|4|5|6|7|8",
        "1|Menulis||||Bahan|1 jam|",
        merged=(Cell(0, 2, "Pelaksana", 1, 3), Cell(0, 5, "Mutu Baku", 1, 2)),
    )
    (heading,) = find_headings(sheet)
    assert [lane.nama for lane in heading.lanes] == ["Staf", "Camat", "Kades"]
    assert (heading.top, heading.bottom) == (0, 4)


def test_headings_that_are_not_merged_reach_to_the_next() -> None:
    sheet = board(
        "No|Kegiatan|Pelaksana||Mutu Baku|||Ket",
        "||Staf|Camat|Kelengkapan|Waktu|Output|",
        "1|Menulis|||Bahan|1 jam|Surat|",
    )
    (heading,) = find_headings(sheet)
    assert [lane.nama for lane in heading.lanes] == ["Staf", "Camat"]


def test_a_kegiatan_may_fill_several_rows() -> None:
    sheet = board(
        "No|Kegiatan|Pelaksana|Waktu",
        "||Staf|",
        "1.|Menulis surat||1 jam",
        "|kepada bupati||",
        "|||",
        "2|Mengirim||1 hari",
        "|Catatan: selesai|||",
    )
    (heading,) = find_headings(sheet)
    table = read_table(sheet, heading, sheet.rows)
    assert [r.uraian for r in table.rows] == [
        "Menulis surat kepada bupati", "Mengirim Catatan: selesai"
    ]  # fmt: skip
    assert [(r.top, r.bottom) for r in table.rows] == [(2, 5), (5, 7)]


def test_what_is_needed_may_be_called_as_a_field_of_the_identity() -> None:
    sheet = board(
        "Kegiatan|Pelaksana|Kelengkapan|Waktu",
        "|Staf||",
        "Menyiapkan alat||Peralatan|1 jam",
        "Mencatat||Pencatatan dan pelaporan|1 jam",
        "|||",
        "Peringatan||Pencatatan|",
    )
    (heading,) = find_headings(sheet)
    table = read_table(sheet, heading, sheet.rows)
    assert [r.uraian for r in table.rows] == ["Menyiapkan alat", "Mencatat"]


def test_repeated_headings_begin_another_piece() -> None:
    head, names = "No|Kegiatan|Pelaksana|Waktu", "||Staf|"
    sheet = board(head, names, "1|Menulis||1", head, names, "2|Mengirim||2")
    assert [h.top for h in find_headings(sheet)] == [0, 3]


IDENTITY = ("Nomor SOP|1/2020", "Nama SOP|Surat Masuk", "Tanggal Efektif|2020")
CHART = ("No|Kegiatan|Pelaksana|Waktu", "||Staf|")


def found(*boards: Board) -> list[tuple[bool, int]]:
    """Return of each SOP whether it has an identity, and how many kegiatan."""
    made = sort_out([read_page(one) for one in boards])
    return [(p.identity is not None, sum(len(t.rows) for t in p.tables)) for p in made]


def test_identity_and_chart_may_stand_on_different_sheets() -> None:
    assert found(board(*IDENTITY), board(*CHART, "1|Menulis||1")) == [(True, 1)]


def test_a_chart_goes_on_under_a_repeated_heading_or_on_the_next_sheet() -> None:
    rows = (*CHART, "1|Menulis||1", *CHART, "2|Mengirim||1")
    more = board(*CHART, "3|Menyimpan||1")
    assert found(board(*IDENTITY, *rows), more) == [(True, 3)]


@pytest.mark.parametrize("words", ["(lanjutan)", "(lembar {} dari 2)", "(Hal. {}/2)"])
def test_the_title_over_a_sheet_of_a_chart_is_no_kegiatan_and_no_name(
    words: str,
) -> None:
    first, second = (f"PROSEDUR SURAT MASUK {words.format(n)}|||" for n in (1, 2))
    sheet = board(first, *CHART, "1|Menulis||1", second, *CHART, "2|Mengirim||1")
    (made,) = sort_out([read_page(sheet)])
    assert [row.uraian for t in made.tables for row in t.rows] == [
        "Menulis", "Mengirim"
    ]  # fmt: skip
    assert made.title == "PROSEDUR SURAT MASUK"
    assert not any(table.skipped for table in made.tables)


@pytest.mark.parametrize("again", [IDENTITY, IDENTITY[:1], IDENTITY[1:2]])
def test_an_identity_may_be_said_again_on_the_next_sheet(
    again: tuple[str, ...],
) -> None:
    first = board(*IDENTITY, *CHART, "1|Menulis||1")
    assert found(first, board(*again, *CHART, "2|Mengirim||1")) == [(True, 2)]
    other = tuple(line.replace("1/2020", "2/2020") for line in IDENTITY)
    assert found(first, board(*other, *CHART, "2|Mengirim||1")) == [
        (True, 1), (True, 1)
    ]  # fmt: skip


def test_a_sheet_may_hold_several_sop() -> None:
    one = (*IDENTITY, *CHART, "1|Menulis||1")
    assert found(board(*one, *one)) == [(True, 1), (True, 1)]
    assert found(board(*CHART, "1|Menulis||1", *CHART, "1|Lain||1")) == [
        (False, 1), (False, 1)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("NOMOR SOP : 01/2020", ("nomor", "01/2020")),
        ("Tgl. Pembuatan", ("tanggal_pembuatan", "")),
        ("Disahkan Oleh :", ("pengesah", "")),
        ("NAMA SOP", ("judul", "")),
        ("Keterkaitan dengan SOP lain", ("keterkaitan", "")),
        ("Peralatan dan Perlengkapan", ("peralatan", "")),
        ("Dasar Hukum\n1. UU 1", ("dasar_hukum", "1. UU 1")),
        ("Peringatan keras", ("", "")),
    ],
)
def test_labels_of_the_identity(text: str, field: tuple[str, str]) -> None:
    assert label_of(text) == field


def test_values_stand_to_the_right_where_the_label_has_a_colon() -> None:
    sheet = board(
        "Nomor SOP|:|12/2020", "Nama SOP|:|Surat Masuk",
        "Dasar Hukum|:|1. UU 1", "||2. UU 2", "Peringatan|:|-",
    )  # fmt: skip
    identity = find_identity(sheet, range(5))
    assert identity is not None
    assert identity.texts == {"nomor": "12/2020", "judul": "Surat Masuk"}
    assert identity.lists == {"dasar_hukum": ("UU 1", "UU 2"), "peringatan": ()}


def test_a_list_of_sop_is_no_identity() -> None:
    assert find_identity(board("No|Nomor SOP|Nama SOP", "1|01|Surat"), range(2)) is None


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("1. satu\n2. dua\nlagi", ("satu", "dua lagi")),
        ("a. satu\nb. dua", ("satu", "dua")),
        ("- satu\n- dua", ("satu", "dua")),
        ("1. satu 2. dua 3. tiga", ("satu", "dua", "tiga")),
        ("Satu\nDua\nyang panjang", ("Satu", "Dua yang panjang")),
        ("UU Nomor 25 Tahun 2009", ("UU Nomor 25 Tahun 2009",)),
        ("", ()),
    ],
)
def test_lists_are_split_at_their_marks(text: str, items: tuple[str, ...]) -> None:
    assert items_of(text) == items


@pytest.mark.parametrize(
    ("shouted", "name"),
    [
        ("PELAYANAN SKTM DI DESA", "Pelayanan SKTM di Desa"),
        ("REKOMENDASI KARTU KELUARGA (KK)", "Rekomendasi Kartu Keluarga (KK)"),
        ("Surat Masuk", "Surat Masuk"),
    ],
)
def test_capitals_become_a_name(shouted: str, name: str) -> None:
    assert calmed(shouted) == name


def test_an_id_has_small_letters_and_ends_at_a_word() -> None:
    assert (
        slug("Surat Keterangan/Legalisasi (KTP)") == "surat-keterangan-legalisasi-ktp"
    )
    assert len(slug("kata " * 40)) <= 40


def test_numbers_of_sop_follow_a_pattern() -> None:
    kode = kode_of(["065/SOP.01/406.07/2025", "065/SOP.02/406.07/2025", "lain"])
    assert kode.pola == "065/SOP.{nomor:02}/{kode_unit}/{tahun}"
    assert kode.nomor == (1, 2, 3)
    assert (kode.kode_unit, kode.tahun, kode.odd) == ("406.07", "2025", frozenset({2}))


def test_who_signs_is_read_from_the_lines_of_the_signature() -> None:
    remarks: dict[tuple[str | int, ...], str] = {}
    made = pejabat_of("Plh. CAMAT KAMPAK,\nSITI\nPenata Tk. I\nNIP. 1", "X", remarks)
    assert made == {
        "jabatan": "Camat Kampak", "kapasitas": "plh", "nama": "SITI",
        "pangkat": "Penata Tk. I", "nip": "",
    }  # fmt: skip


@pytest.mark.parametrize("nama", sorted(read_symbols().shapes))
def test_every_symbol_is_known_by_its_preset_and_by_its_outline(nama: str) -> None:
    shape = read_symbols().shapes[nama]
    polygon = shape.polygon(Box(3, 4, 17, 9))
    assert kind_of(shape.preset, Box(0, 0, 20, 10), 0) == (nama, "")
    assert shape.strokes or kind_of_outline(polygon) == (nama, "")


@pytest.mark.parametrize(
    ("preset", "box", "rot", "nama"),
    [
        ("rect", Box(0, 0, 20, 10), 0, "proses"),
        ("rect", Box(0, 0, 10, 10), 45, "keputusan"),
        ("diamond", Box(0, 0, 20, 10), 0, "keputusan"),
        ("ellipse", Box(0, 0, 20, 10), 0, "terminator"),
        ("ellipse", Box(0, 0, 6, 6), 0, "penghubung"),
        ("triangle", Box(0, 0, 9, 9), 180, "penyimpanan"),
        ("homePlate", Box(0, 0, 9, 9), 90, "penghubung"),
        ("cloud", Box(0, 0, 9, 9), 0, ""),
    ],
)
def test_generic_shapes_are_read_as_symbols(
    preset: str, box: Box, rot: float, nama: str
) -> None:
    assert kind_of(preset, box, rot)[0] == nama


def test_columns_have_letters() -> None:
    assert [letters(n) for n in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]
