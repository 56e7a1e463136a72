"""What the reader promises besides its findings: nothing is lost, text stays text."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from sopgen.model.buku import Buku
from sopgen.model.diagnostic import Source
from sopgen.model.nomor_sop import Nomor, format_nomor
from sopgen.model.sop import Jenis, Status
from sopgen.spec import read_buku
from sopgen.spec.findings import Findings
from sopgen.spec.reader import Content, read_text
from tests.books import OFFICES, ROOT
from tests.spec.kantor import BUKU, FILES, SURAT, write_kantor


def read(text: str) -> Content:
    """Return the content of YAML text that has no mistakes."""
    findings = Findings()
    content = read_text(text, Source("a.yaml", tuple(text.splitlines())), findings)
    assert findings.ordered == ()
    return content


def book(folder: Path) -> Buku:
    """Return the book of a folder."""
    reading = read_buku(folder)
    assert reading.buku is not None
    return reading.buku


def rewrite(folder: Path, name: str, text: str) -> Path:
    (folder / name).write_text(text, encoding="utf-8", newline="")
    return folder


def test_every_scalar_stays_text() -> None:
    content = read("a: no\nb: 12:30\nc: 2025-01-16\nd: 007\ne: ~\nf: null\ng: 1e3\n")
    assert list(content.data.values()) == [
        "no", "12:30", "2025-01-16", "007", "~", "null", "1e3",
    ]  # fmt: skip


def test_an_empty_plain_value_is_absent_and_an_empty_quoted_one_is_not() -> None:
    content = read('a:\nb: ""\n')
    assert content.data == {"b": ""}
    assert content.key("a").line == 1


def test_aliases_within_bounds_are_followed() -> None:
    assert read("a: &x [1, 2]\nb: *x\n").data == {"a": ["1", "2"], "b": ["1", "2"]}


def test_columns_count_letters() -> None:
    span = read("'é😀': [ü, x]\n").span("é😀", 1)
    assert (span.line, span.column, span.width) == (1, 11, 1)


def test_block_text_is_placed_at_its_first_letter() -> None:
    span = read("a: |\n\n   teks\n").span("a")
    assert (span.line, span.column) == (3, 4)


def test_byte_order_mark_and_windows_line_ends_change_nothing(tmp_path: Path) -> None:
    plain = write_kantor(tmp_path / "a" / "uji")
    other = write_kantor(tmp_path / "b" / "uji")
    for name, text in FILES.items():
        data = b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()
        (other / name).write_bytes(data)
    there = read_buku(other)
    assert there.findings == ()
    assert there.buku is not None
    assert there.buku.sop[0].langkah == tuple(
        type(one)(one.id, one.baris, one.lajur, one.simbol, one.teks, two.span)
        for one, two in zip(
            book(plain).sop[0].langkah, there.buku.sop[0].langkah, strict=True
        )
    )


def test_a_mistake_in_one_place_leaves_the_rest_of_the_book(tmp_path: Path) -> None:
    folder = write_kantor(tmp_path)
    rewrite(folder, "buku.yaml", BUKU.replace("tahun: 2025", "tahun: 2025\nwarna: a"))
    buku = book(folder)
    assert buku.tahun == 2025
    assert len(buku.sop[0].kegiatan) == 3


def test_an_unknown_key_in_a_kegiatan_leaves_the_chart(tmp_path: Path) -> None:
    folder = write_kantor(tmp_path)
    rewrite(folder, "sop/surat.yaml", SURAT.replace("    waktu", "    wkatu", 1))
    sop = book(folder).sop[0]
    assert len(sop.kegiatan) == 3
    assert sop.status is Status.DRAF


def test_a_broken_kegiatan_leaves_the_identity_without_chart(tmp_path: Path) -> None:
    folder = write_kantor(tmp_path)
    rewrite(folder, "sop/surat.yaml", SURAT.replace("  - uraian: Memeriksa surat\n    ",
            "  - "))  # fmt: skip
    sop = book(folder).sop[0]
    assert sop.kegiatan == ()
    assert sop.identitas.unit == "Sekretariat"
    assert sop.status is Status.DRAF


def test_a_missing_sop_file_leaves_a_draft_without_kegiatan(tmp_path: Path) -> None:
    folder = write_kantor(tmp_path)
    (folder / "sop/surat.yaml").unlink()
    sop = book(folder).sop[0]
    assert (sop.kegiatan, sop.status, sop.nama) == ((), Status.DRAF, "Surat Masuk")


def test_every_mistake_is_told_in_file_order(tmp_path: Path) -> None:
    folder = write_kantor(tmp_path)
    text = BUKU.replace("tahun: 2025", "warna: a").replace("nama: Uji", "nma: Uji")
    rewrite(folder, "buku.yaml", text)
    rewrite(folder, "sop/surat.yaml", SURAT.replace("unit:", "unti:"))
    rewrite(folder, "koreksi.yaml", "- tertulis: a\n")
    found = read_buku(folder).findings
    assert [(f.span.source.path.rsplit("/", 1)[-1], f.span.line) for f in found] == [
        ("buku.yaml", 1), ("buku.yaml", 1), ("buku.yaml", 4),
        ("koreksi.yaml", 1), ("surat.yaml", 1),
    ]  # fmt: skip


def test_no_word_of_pydantic_reaches_the_author(tmp_path: Path) -> None:
    folder = write_kantor(tmp_path)
    rewrite(folder, "buku.yaml", "tahun: [a]\nsop: x\nkecamatan: y\nsusunan: {a: b}\n"
            "keputusan: [{lampiran: {kepala: [x], sebutan: []}}]\n")  # fmt: skip
    told = " ".join(f.message + f.saran for f in read_buku(folder).findings)
    for word in ("Input", "should", "valid", "Field", "permitted", "string", "list["):
        assert word not in told


def test_words_of_three_hundred_letters_are_read(tmp_path: Path) -> None:
    word = "x" * 300
    folder = write_kantor(tmp_path)
    rewrite(folder, "sop/surat.yaml", SURAT.replace("Menerima surat", word))
    reading = read_buku(folder)
    assert reading.findings == ()
    assert reading.buku is not None
    assert reading.buku.sop[0].kegiatan[0].uraian == word


def test_sixty_kegiatan_of_fifteen_pelaksana_are_read(tmp_path: Path) -> None:
    names = [f"Petugas {n}" for n in range(15)]
    rows = "".join(
        f"  - {{uraian: Kerja {n}, pelaksana: {names[n % 15]}, waktu: 1 jam}}\n"
        for n in range(60)
    )
    folder = write_kantor(tmp_path)
    text = f"pelaksana: [{', '.join(names)}]\nkegiatan:\n{rows}"
    rewrite(folder, "sop/surat.yaml", text)
    reading = read_buku(folder)
    assert reading.findings == ()
    assert reading.buku is not None
    sop = reading.buku.sop[0]
    assert (len(sop.kegiatan), len(sop.pelaksana), len(sop.alur)) == (60, 15, 59)


def test_arrows_go_to_numbers_ids_and_the_next_kegiatan(tmp_path: Path) -> None:
    folder = write_kantor(tmp_path)
    text = SURAT.replace(
        "    simbol: mulai\n",
        "    simbol: mulai\n    tembusan: arsip\n    tambahan:\n"
        "      - {id: arsip, pelaksana: Camat, simbol: dokumen}\n",
    )
    rewrite(folder, "sop/surat.yaml", text)
    alur = book(folder).sop[0].alur
    assert [(a.dari, a.ke, a.label, a.jenis) for a in alur] == [
        ("1", "2", "", Jenis.PROSES),
        ("1", "arsip", "", Jenis.TEMBUSAN),
        ("2", "3", "Ya", Jenis.PROSES),
        ("2", "1", "Tidak", Jenis.PROSES),
    ]


def test_mulai_and_selesai_are_terminators_with_their_text(tmp_path: Path) -> None:
    langkah = book(write_kantor(tmp_path)).sop[0].langkah
    assert [(one.simbol, one.teks) for one in langkah] == [
        ("terminator", "Mulai"), ("keputusan", ""), ("terminator", "Selesai"),
    ]  # fmt: skip


def test_a_book_without_susunan_has_every_part_in_the_usual_order(
    tmp_path: Path,
) -> None:
    folder = write_kantor(tmp_path)
    start, end = BUKU.index("susunan:"), BUKU.index("keputusan:\n")
    rewrite(folder, "buku.yaml", BUKU[:start] + BUKU[end:])
    parts = book(folder).susunan
    assert [(one.jenis, one.angka) for one in parts] == [
        ("sampul", "tanpa"), ("halaman_judul", "romawi"),
        ("lembar_pengesahan", "romawi"), ("kata_pengantar", "romawi"),
        ("keputusan", "romawi"), ("daftar_isi", "romawi"), ("pendahuluan", "arab"),
        ("simbol", "arab"), ("daftar_sop", "arab"), ("sop", "arab"),
        ("penutup", "arab"),
    ]  # fmt: skip


def test_dates_are_read_in_both_spellings(tmp_path: Path) -> None:
    folder = write_kantor(tmp_path)
    text = BUKU.replace("tanggal: 2025-01-16", "tanggal: 16 Januari 2025")
    assert book(rewrite(folder, "buku.yaml", text)).keputusan[0].tanggal == date(
        2025, 1, 16
    )
    assert book(folder).sop[0].identitas.tanggal_pembuatan.cetak == "10 Januari 2025"


def test_an_office_overrides_a_default_text(tmp_path: Path) -> None:
    folder = write_kantor(tmp_path)
    (folder / "naskah").mkdir()
    (folder / "naskah/penutup.md").write_bytes(b"\xef\xbb\xbf# PENUTUP\r\n\r\nIsi\r\n")
    naskah = book(folder).naskah
    assert naskah["penutup"].teks.isi == "# PENUTUP\n\nIsi\n"
    assert naskah["kata_pengantar"].teks.isi


def test_a_number_pattern_evaluates_its_three_fields_only() -> None:
    pola = "065/SOP.{nomor:02}/{kode_unit}/{tahun}"
    assert format_nomor(pola, Nomor(3, 3), "406.07", 2025) == "065/SOP.03/406.07/2025"
    assert (
        format_nomor("{nomor:99999999d}", Nomor(3, 3), "", 2025) == "{nomor:99999999d}"
    )


def test_the_shipped_offices_are_read_without_errors() -> None:
    for name in OFFICES:
        found = read_buku(ROOT / "specs" / name).findings
        assert [f for f in found if f.severity == "error"] == []
