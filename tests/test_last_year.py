"""What a book says of the year before it: its parts, and the rules that compare."""

from __future__ import annotations

from pathlib import Path

import pytest

from sopgen.comparison import compare_years
from sopgen.layout import arrange
from sopgen.model.diagnostic import Diagnostic, Severity
from sopgen.model.document import Document, Paragraph, Section, Table
from sopgen.parts import chart_room, compose
from sopgen.parts.bahan import Figures
from sopgen.parts.matriks_perubahan import UNKNOWN
from sopgen.pipeline import Wish, build, check
from sopgen.spec.files import ARSIP, SEGEL
from sopgen.symbols import read_symbols
from sopgen.years import seal
from tests.diff.books import Ganti, book, write_office
from tests.test_years import exported, put_away, put_cell

BUKU, SURAT = "buku.yaml", "sop/surat.yaml"
YEAR: Ganti = (BUKU, "tahun: 2025", "tahun: 2026")
PARTS: Ganti = (
    BUKU,
    "  - penutup\n",
    "  - penutup\n  - matriks_perubahan\n  - riwayat\n",
)
NEW: Ganti = (
    BUKU,
    "  - id: cuti\n",
    "  - id: baru\n    nama: Izin\n  - id: cuti\n",
)
SLOWER: Ganti = (SURAT, "10 menit", "15 menit")
DECREES: tuple[Ganti, ...] = (
    (BUKU, "000.8.3.3/1/406.99/2025", "000.8.3.3/1/406.99/2026"),
    (BUKU, "000.8.3.3/2/406.99/2025", "000.8.3.3/2/406.99/2026"),
    (BUKU, "tanggal: 2025-01-16", "tanggal: 2026-01-12"),
    (BUKU, "tanggal: 2025-01-16", "tanggal: 2026-01-12"),
)


def office(folder: Path, *changes: Ganti, years: tuple[int, ...] = (2025,)) -> Path:
    """Write an office of 2026 with some changes and earlier years."""
    write_office(folder, YEAR, *changes)
    for year in years:
        put_away(folder, year)
    return folder


def own(found: tuple[Diagnostic, ...], *codes: str) -> list[Diagnostic]:
    return [one for one in found if one.code in codes]


def printed(folder: Path) -> Document:
    """Return the book in a folder as it is printed."""
    buku = book(folder)
    room, symbols = chart_room(buku), read_symbols()
    charts = {s.id: arrange(s, room, symbols) for s in buku.sop}
    riwayat = compare_years(folder, buku).riwayat
    return compose(buku, Figures(charts, riwayat=riwayat), symbols).document


def part(document: Document, jenis: str) -> Section:
    return next(s for s in document.sections if s.bagian.jenis == jenis)


def rows(section: Section) -> list[list[str]]:
    """Return the words of every row of the tables in a section."""
    return [
        [
            "\n".join(p.text for p in c.blocks if isinstance(p, Paragraph))
            for c in r.cells
        ]
        for block in section.blocks
        if isinstance(block, Table)
        for r in block.rows
    ]


def test_the_matrix_has_a_row_for_each_sop_and_counts_by_respect(
    tmp_path: Path,
) -> None:
    folder = office(tmp_path / "uji", PARTS, SLOWER, (SURAT, "Ya: 3", "Baik: 3"))
    head, *body = rows(part(printed(folder), "matriks_perubahan"))
    assert [row[1] for row in body] == ["Surat Masuk", "Cuti Pegawai", "Arsip Aktif"]
    assert [row[2] for row in body] == ["berubah", "tetap", "tetap"]
    told = {head[n]: text for n, text in enumerate(body[0]) if n > 2 and text}
    assert told == {"Mutu baku": "~1", "Alur": "~1"}


def test_a_sop_of_which_only_dates_changed_says_so_in_the_matrix(
    tmp_path: Path,
) -> None:
    date: Ganti = (SURAT, "tanggal_efektif: 2025-01-16", "tanggal_efektif: 2026-01-16")
    _, *body = rows(
        part(printed(office(tmp_path / "uji", PARTS, date)), "matriks_perubahan")
    )
    assert body[0][2] == "tanggal saja"


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        (((SURAT, "2025-01-16", "2026-01-16"),), ["tanggal saja", "tetap", "tetap"]),
        ((NEW,), ["tetap", "baru", "tetap", "tetap"]),
        ((), ["tetap", "tetap", "tetap"]),
    ],
    ids=["tanggal", "baru", "tetap"],
)
def test_the_history_says_what_the_matrix_says(
    changes: tuple[Ganti, ...], told: list[str], tmp_path: Path
) -> None:
    made = printed(office(tmp_path / "uji", PARTS, *changes))
    matrix = rows(part(made, "matriks_perubahan"))[1:]
    history = [row for row in rows(part(made, "riwayat")) if row[0] == "2026"]
    assert [row[2] for row in matrix] == told
    assert [row[4] for row in history] == told


def test_no_row_of_a_history_is_left_alone_on_a_page(tmp_path: Path) -> None:
    made = printed(office(tmp_path / "uji", PARTS, years=(2023, 2024, 2025)))
    tables = [b for b in part(made, "riwayat").blocks if isinstance(b, Table)]
    assert [[r.keep_next for r in t.rows[1:]] for t in tables] == [
        [True, False, True, False]
    ] * 3


def test_the_history_goes_back_to_the_first_year_that_is_known(tmp_path: Path) -> None:
    folder = office(tmp_path / "uji", PARTS, SLOWER, years=(2024, 2025))
    place = folder / ARSIP / "2024"
    file = place / SURAT
    file.write_text(file.read_text().replace("2025-01-12", "2024-05-05"))
    (place / SEGEL).write_bytes(seal(place, "uji", 2024))
    section = part(printed(folder), "riwayat")
    surat = [row for row in rows(section) if row[0].isdigit()][:3]
    assert [row[0] for row in surat] == ["2026", "2025", "2024"]
    assert "waktu: 10 menit → 15 menit" in surat[0][4]
    assert [row[2] for row in surat] == [
        "12 Januari 2025", "12 Januari 2025", "5 Mei 2024",
    ]  # fmt: skip
    assert surat[2][4] == "tahun pertama dalam arsip"


def test_a_sop_that_is_new_has_no_history_before(tmp_path: Path) -> None:
    section = part(printed(office(tmp_path / "uji", PARTS, NEW)), "riwayat")
    assert [row[4] for row in rows(section)].count("baru") == 1


@pytest.mark.parametrize("jenis", ["matriks_perubahan", "riwayat"])
def test_a_part_without_an_earlier_year_says_so(jenis: str, tmp_path: Path) -> None:
    folder = office(tmp_path / "uji", PARTS, years=())
    section = part(printed(folder), jenis)
    words = [b.text for b in section.blocks if isinstance(b, Paragraph)]
    assert UNKNOWN in words
    told = own(check(folder), "SOP826")
    assert [one.severity for one in told] == [Severity.WARNING] * 2
    assert jenis in {one.span.excerpt.strip(" -") for one in told}


def test_without_a_part_nothing_is_said_of_an_earlier_year(tmp_path: Path) -> None:
    found = check(office(tmp_path / "uji", years=()))
    assert [one.code for one in found if one.code.startswith("SOP8")] == []


@pytest.mark.slow
def test_both_parts_are_built_in_every_format_that_prints_pages(tmp_path: Path) -> None:
    folder = office(tmp_path / "specs/uji", PARTS, SLOWER)
    wish = Wish(
        folder,
        tmp_path / "output",
        only=frozenset({"matriks_perubahan", "riwayat"}),
        formats=("pdf", "docx"),
    )
    made = build(wish, lambda *_: None)
    assert sorted(file.path.name for file in made.files) == [
        "matriks_perubahan.docx", "matriks_perubahan.pdf", "riwayat.docx",
        "riwayat.pdf",
    ]  # fmt: skip
    assert all(file.pages >= 1 for file in made.files)


def test_a_broken_earlier_year_is_told_once(tmp_path: Path) -> None:
    folder = office(tmp_path / "uji", PARTS)
    place = folder / ARSIP / "2025"
    (place / BUKU).write_text("tahun: [\n")
    (place / SEGEL).write_bytes(seal(place, "uji", 2025))
    (told,) = own(check(folder), "SOP827")
    assert told.severity is Severity.WARNING
    assert told.span.source.path.endswith("arsip/2025")


@pytest.mark.slow
def test_a_changed_archive_is_told_when_its_office_is_checked(tmp_path: Path) -> None:
    folder = office(tmp_path / "uji")
    file = folder / ARSIP / "2025" / SURAT
    file.write_text(file.read_text().replace("10 menit", "11 menit"))
    assert [one.code for one in own(check(folder), "SOP821", "SOP830")] == ["SOP821"]


@pytest.mark.slow
def test_a_changed_sop_needs_a_date_of_revision(tmp_path: Path) -> None:
    (told,) = own(check(office(tmp_path / "uji", SLOWER)), "SOP830")
    assert told.severity is Severity.WARNING
    assert told.span.excerpt == "tanggal_revisi: 2025-01-12"
    assert "SOP 1 berubah sejak buku 2025 (waktu)" in told.message
    revised: Ganti = (SURAT, "tanggal_revisi: 2025-01-12", "tanggal_revisi: 2026-01-09")
    again = office(tmp_path / "lagi" / "uji", SLOWER, revised)
    assert own(check(again), "SOP830") == []


def test_new_dates_alone_are_no_revision(tmp_path: Path) -> None:
    date: Ganti = (SURAT, "tanggal_efektif: 2025-01-16", "tanggal_efektif: 2026-01-16")
    assert own(check(office(tmp_path / "uji", date)), "SOP830") == []


@pytest.mark.slow
def test_officials_of_last_year_under_a_new_decree_are_told(tmp_path: Path) -> None:
    (told,) = own(check(office(tmp_path / "uji", *DECREES)), "SOP831")
    assert told.severity is Severity.INFO
    assert "Camat Uji Drs. SATU, M.Si masih seperti pada buku 2025" in told.message
    changed: Ganti = (BUKU, "    pangkat: Pembina\n", "    pangkat: Pembina Tk. I\n")
    again = office(tmp_path / "lagi" / "uji", *DECREES, changed)
    assert own(check(again), "SOP831") == []


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ((), ["nomor dan tanggal", "nomor dan tanggal"]),
        (DECREES[:2], ["tanggal", "tanggal"]),
        (DECREES[1:], ["nomor"]),
        (DECREES, []),
    ],
)
def test_a_decree_with_last_years_number_or_date_is_told(
    changes: tuple[Ganti, ...], told: list[str], tmp_path: Path
) -> None:
    found = own(check(office(tmp_path / "uji", *changes)), "SOP832")
    assert [one.message.partition(" keputusan ")[0] for one in found] == told


@pytest.mark.slow
def test_a_workbook_is_compared_with_the_one_it_names(tmp_path: Path) -> None:
    (tmp_path / "lama.xlsx").write_bytes(exported(2025))
    file = tmp_path / "baru.xlsx"
    file.write_bytes(exported(2026))
    assert own(check(file), "SOP832") == []
    put_cell(file, "Buku tahun lalu", "lama.xlsx")
    found = own(check(file), "SOP832")
    assert [one.span.place.partition("!")[0] for one in found] == ["Keputusan"] * 2
    put_cell(file, "Buku tahun lalu", "tiada.xlsx")
    assert [one.code for one in own(check(file), "SOP824", "SOP832")] == ["SOP824"]
