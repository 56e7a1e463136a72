"""``sopgen diff`` and ``--tahun`` as staff call them."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sopgen.cli import sopgen
from tests.diff.books import write_office
from tests.test_years import exported, put_away, put_cell, with_archive


@pytest.fixture(autouse=True)
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Stand beside an office of 2026 with two earlier years."""
    monkeypatch.setenv("SOPGEN_DEBUG", "1")
    monkeypatch.chdir(tmp_path)
    with_archive(tmp_path / "specs/uji", 2024, 2025)
    return iter([tmp_path])


def run(*args: str) -> Result:
    result = CliRunner().invoke(sopgen, args)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def change(old: str, new: str, name: str = "sop/surat.yaml") -> None:
    file = Path("specs/uji") / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_the_year_in_work_is_compared_with_last_year() -> None:
    change("10 menit", "15 menit")
    result = run("diff", "uji")
    assert result.exit_code == 0
    assert result.output.splitlines()[0] == "Kecamatan Uji: 2025 → 2026"
    assert "    ~ waktu: 10 menit → 15 menit" in result.output.splitlines()
    assert "SOP: 1 berubah, 2 tetap" in result.output


def test_a_year_may_be_named() -> None:
    assert "2024 → 2026" in run("diff", "uji", "--tahun", "2024").output


def test_two_books_are_compared_from_the_first_to_the_second() -> None:
    result = run("diff", "specs/uji", "specs/uji/arsip/2024")
    assert "2026 → 2024" in result.output
    assert "~ tahun: 2026 → 2024" in result.output


def report(*args: str) -> str:
    """Return the words of the report as a Word file."""
    run("diff", *args, "--format", "docx", "--output", "laporan.docx")
    with zipfile.ZipFile("laporan.docx") as made:
        xml = made.read("word/document.xml").decode()
    return " ".join(re.sub("<[^>]+>", " ", xml).split())


def test_a_new_text_stands_whole_in_the_report() -> None:
    clause = f"Keputusan ini mencabut {'keputusan yang lama ' * 8}seluruhnya."
    change("Keputusan mulai berlaku.]", f"Mulai berlaku., {clause}]", "buku.yaml")
    assert clause not in run("diff", "uji").output
    assert clause in report("uji")


def test_books_of_two_offices_are_told_to_be_so() -> None:
    file = write_office(Path("specs/lain")) / "buku.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("nama: Uji", "nama: Lain", 1), encoding="utf-8")
    first = run("diff", "lain", "uji").output.splitlines()[0]
    assert first.startswith("Kecamatan Lain 20")
    assert first.endswith("→ Kecamatan Uji 2026 (dua kantor)")
    assert "KECAMATAN LAIN 2025 → KECAMATAN UJI 2026" in report("lain", "uji")


@pytest.mark.slow
def test_the_same_book_in_a_workbook_is_no_change() -> None:
    Path("buku.xlsx").write_bytes(exported(2026))
    result = run("diff", "uji", "buku.xlsx")
    assert result.output.splitlines() == [
        "Kecamatan Uji: 2026 → 2026", "tidak ada perubahan",
    ]  # fmt: skip
    assert run("diff", "buku.xlsx", "--lama", "specs/uji").exit_code == 0


@pytest.mark.slow
def test_what_is_wrong_with_last_years_workbook_is_told_in_its_words() -> None:
    Path("buku.xlsx").write_bytes(exported(2026))
    result = run("diff", "buku.xlsx")
    assert result.exit_code == 2
    assert "isi `Buku tahun lalu` di lembar Buku, atau sebut --lama" in result.output
    put_cell(Path("buku.xlsx"), "Buku tahun lalu", "tiada.xlsx")
    result = run("diff", "buku.xlsx")
    assert result.exit_code == 1
    assert "kesalahan[SOP824]: buku tahun lalu `tiada.xlsx` tidak ada" in result.output


def test_json_lists_every_sop_and_every_change_whole() -> None:
    change("10 menit", "15 menit")
    data = json.loads(run("diff", "uji", "--json").output)
    assert data["lama"] == {"kantor": "uji", "tahun": 2025}
    assert not data["sama"]
    assert [(one["id"], one["keadaan"]) for one in data["sop"]] == [
        ("surat", "berubah"), ("cuti", "tetap"), ("arsip-aktif", "tetap"),
    ]  # fmt: skip
    assert data["sop"][0]["ubah"] == [
        {
            "isian": "waktu",
            "macam": "diubah",
            "pada": "kegiatan 3 “Mencatat surat dalam buku agenda”",
            "lama": "10 menit",
            "baru": "15 menit",
        }
    ]


def test_a_change_that_many_sop_have_in_common_is_told_once() -> None:
    for name in ("surat", "cuti", "arsip-aktif"):
        change("tanggal_pembuatan: 2025-01-10", "tanggal_pembuatan: 2026-01-05",
               f"sop/{name}.yaml")  # fmt: skip
    lines = run("diff", "uji").output.splitlines()
    told = [line for line in lines if "tanggal pembuatan" in line]
    assert told == [
        "  ~ tanggal pembuatan: 10 Januari 2025 → 5 Januari 2026 (3 SOP: 1–3)"
    ]


@pytest.mark.slow
@pytest.mark.parametrize("suffix", ["pdf", "docx"])
def test_a_report_is_written_with_charts_before_and_after(suffix: str) -> None:
    change("10 menit", "15 menit")
    result = run("diff", "uji", "--format", suffix)
    assert result.exit_code == 0, result.output
    file = Path(f"perubahan-uji-2025-2026.{suffix}")
    assert result.output.strip() == str(file)
    first = file.read_bytes()
    assert first.startswith({"pdf": b"%PDF", "docx": b"PK"}[suffix])
    assert run("diff", "uji", "--format", suffix, "--output", "lagi").exit_code == 0
    assert Path("lagi").read_bytes() == first
    file.write_bytes(b"coretan staf")
    again = run("diff", "uji", "--format", suffix)
    assert (again.exit_code, "tambahkan --timpa" in again.output) == (2, True)
    assert file.read_bytes() == b"coretan staf"
    assert run("diff", "uji", "--format", suffix, "--timpa").exit_code == 0
    assert file.read_bytes() == first


def test_a_spec_that_cannot_be_read_is_an_error() -> None:
    Path("specs/uji/buku.yaml").write_text("tahun: [\n")
    result = run("diff", "uji", "--lama", "specs/uji/arsip/2025")
    assert result.exit_code == 1
    assert "kesalahan[" in result.output
    assert run("diff", "uji", "--lama", "specs/uji/arsip/2025",
               "--format", "pdf").exit_code == 1  # fmt: skip


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("diff", "uji", "--tahun", "2019"), "tahun yang ada: 2024, 2025, 2026"),
        (("diff", "uji", "--tahun", "lalu"), "tahun empat angka, bukan `lalu`"),
        (("diff", "uji", "specs/uji", "--tahun", "2025"), "lebih dari sekali"),
        (("diff", "uji", "--format", "xlsx"), "pilihannya: `pdf`, `docx`"),
        (
            ("diff", "uji", "--format", "pdf", "--output", "x.docx"),
            "tulis --format docx",
        ),
        (("diff", "uji", "--format", "pdf", "--output", "x.xlsx"), "tulis .pdf"),
        (("diff", "uji", "--format", "pdf", "--json"), "tidak dapat bersama --format"),
        (("diff", "uji", "--output", "x.pdf"), "--output memerlukan --format"),
        (("diff", "specs/uji/arsip/2024"), "buku tahun lalu tidak diketahui"),
        (("build", "uji", "--tahun", "2019"), "buku tahun 2019 tidak ada"),
        (("list", "--tahun", "2025"), "--tahun memerlukan NAMA"),
    ],
)
def test_a_mistake_of_usage_is_told(args: tuple[str, ...], told: str) -> None:
    result = run(*args)
    assert result.exit_code == 2
    assert told in result.output


def test_an_archived_year_is_built_into_its_own_folder() -> None:
    result = run(
        "build", "uji", "--tahun", "2025", "--only", "sampul", "--format", "pdf"
    )
    assert "1 berkas; 1 halaman di output/uji/2025" in result.output
    assert Path("output/uji/2025/sampul.pdf").exists()


def test_an_archived_year_is_checked_listed_and_drawn() -> None:
    assert "tahun 2024" in run("list", "uji", "--tahun", "2024").output
    assert "arsip (untuk --tahun): 2024, 2025" in run("list", "uji").output
    assert "arsip/2025/" in run("check", "uji", "--tahun", "2025").output
    drawn = run("draw", "uji", "--sop", "1", "--tahun", "2025", "--output", "x.svg")
    assert drawn.exit_code == 0, drawn.output


def test_an_archive_that_was_changed_is_not_built() -> None:
    write_office(Path("specs/uji/arsip/2025"), ("sop/surat.yaml", "10 menit", "1 jam"))
    result = run("build", "uji", "--tahun", "2025")
    assert result.exit_code == 1
    assert "kesalahan[SOP821]" in result.output
    assert not Path("output").exists()


def test_the_help_of_diff_says_how_it_ends() -> None:
    assert "Kode keluar 0 juga bila ada perubahan" in " ".join(
        run("diff", "--help").output.split()
    )


def test_a_year_put_away_again_is_the_same(tmp_path: Path) -> None:
    before = (tmp_path / "specs/uji/arsip/2025/arsip.json").read_bytes()
    put_away(tmp_path / "specs/uji", 2025)
    assert (tmp_path / "specs/uji/arsip/2025/arsip.json").read_bytes() == before
