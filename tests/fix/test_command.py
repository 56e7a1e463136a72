"""``sopgen fix`` as staff call it: what is written, what is refused, what is told."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook

from sopgen.cli import sopgen
from sopgen.cli.lanjutan import chosen
from sopgen.spec.exchange import export_workbook
from tests.processes import call, tree
from tests.spec.kantor import write_kantor, write_lambang

pytestmark = pytest.mark.slow
SURAT = "specs/uji/sop/surat.yaml"
BUKU = "specs/uji/buku.yaml"


@pytest.fixture(autouse=True)
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Stand beside an office with a repealed basis and a misspelt word."""
    monkeypatch.setenv("SOPGEN_DEBUG", "1")
    monkeypatch.chdir(tmp_path)
    write_lambang(write_kantor(tmp_path / "specs/uji"))
    change(SURAT, "[Undang-Undang;]", "[{peraturan: pp-72-2005}]  # lihat JDIH")
    change(SURAT, "[Buku agenda]", "[Mesin antrian]")
    return iter([tmp_path])


def run(*args: str) -> Result:
    result = CliRunner().invoke(sopgen, args)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def change(name: str, old: str, new: str) -> None:
    file = Path(name)
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def workbook() -> Path:
    file = Path("uji.xlsx")
    file.write_bytes(export_workbook(Path("specs/uji")).workbook)
    Path("lambang.png").write_bytes(Path("specs/uji/lambang.png").read_bytes())
    return file


def test_what_is_mended_is_told_with_place_and_code() -> None:
    result = run("fix", "uji")
    assert result.exit_code == 0
    assert result.output.splitlines() == [
        f"{SURAT}:19:15: SOP602",
        "  - pp-72-2005",
        "  + pp-43-2014",
        f"{SURAT}:21:13: SOP745",
        "  - Mesin antrian",
        "  + Mesin antrean",
        "perbaikan: 2 pada 1 berkas",
        "temuan yang tersisa: tidak ada temuan",
    ]
    text = Path(SURAT).read_text(encoding="utf-8")
    assert "dasar_hukum: [{peraturan: pp-43-2014}]  # lihat JDIH\n" in text


def test_a_second_time_changes_nothing() -> None:
    run("fix", "uji")
    old = tree(Path("specs"))
    result = run("fix", "uji")
    assert result.exit_code == 0
    assert "tidak ada yang dapat diperbaiki dengan pasti" in result.output
    assert tree(Path("specs")) == old


def test_a_trial_writes_nothing_and_tells_the_same() -> None:
    old = tree(Path())
    told = run("fix", "uji", "--coba").output.splitlines()
    assert tree(Path()) == old
    assert "perbaikan: 2 pada 1 berkas; --coba: tidak ada yang ditulis" in told
    assert told[:6] == run("fix", "uji").output.splitlines()[:6]


def test_only_codes_asked_for_are_mended() -> None:
    result = run("fix", "uji", "--kode", "SOP745")
    assert "SOP602" not in result.output
    assert "pp-72-2005" in Path(SURAT).read_text(encoding="utf-8")
    assert "  - pp-72-2005" in run("fix", "uji", "--kecuali", "SOP745").output


def test_what_is_left_to_decide_is_counted() -> None:
    change(BUKU, "[bahwa perlu;]", "[bahwa pada tahun 2020 perlu;]")
    result = run("fix", "uji", "--kode", "SOP7")
    assert "perlu diputuskan sendiri: SOP730 (1)" in result.output
    assert "temuan yang tersisa: 1 peringatan" in result.output
    assert result.exit_code == 0


def test_errors_that_are_left_make_the_exit_code() -> None:
    change(
        SURAT, "Menerima surat\n    pelaksana: Petugas", "Menerima\n    pelaksana: X"
    )
    result = run("fix", "uji")
    assert result.exit_code == 1
    assert "temuan yang tersisa: " in result.output
    assert f"{SURAT}:6:16: kesalahan[SOP201]: pelaksana `X`" in result.output
    assert result.output.endswith("semuanya: `sopgen check uji`\n")
    assert run("fix", "uji", "--kode", "SOP745").exit_code == 0


def test_data_for_programs_says_all_of_it() -> None:
    data = json.loads(run("fix", "uji", "--json").output)
    assert [one["kode"] for one in data["perbaikan"]] == ["SOP602", "SOP745"]
    ubahan = data["perbaikan"][1]["ubahan"][0]
    assert ubahan["tempat"] == f"{SURAT}:21:13"
    assert (ubahan["lama"], ubahan["baru"]) == ("Mesin antrian", "Mesin antrean")
    assert data["ditolak"] == data["temuan"] == []
    assert data["ditulis"] == [SURAT]


def test_what_is_found_right_is_left_alone() -> None:
    entry = '\nabaikan:\n  - {kode: SOP745, alasan: "nama mesinnya begitu"}\n'
    file = Path(SURAT)
    file.write_text(file.read_text(encoding="utf-8") + entry, encoding="utf-8")
    assert "SOP745" not in run("fix", "uji").output


def test_check_says_how_many_would_be_mended() -> None:
    assert (
        "\n2 dapat diperbaiki dengan `sopgen fix uji`\n" in run("check", "uji").output
    )
    data = json.loads(run("check", "uji", "--format", "json").output)
    assert {one["kode"]: one["perbaikan"] for one in data} == {
        "SOP602": True,
        "SOP745": True,
    }
    with chosen():
        assert "sopgen fix" not in run("check", "uji").output
    run("fix", "uji")
    assert "sopgen fix" not in run("check", "uji").output


def test_a_cure_that_brings_an_error_is_refused() -> None:
    change(SURAT, "[Petugas, Camat]", '["*Petugas*", Petugas, Camat]')
    result = run("fix", "uji")
    assert result.exit_code == 1
    told = "SOP140 tidak diperbaiki: akan menimbulkan kesalahan lain: SOP202"
    assert told in result.output
    text = Path(SURAT).read_text(encoding="utf-8")
    assert 'pelaksana: ["*Petugas*", Petugas, Camat]' in text
    assert "pp-43-2014" in text


def test_an_answer_does_not_take_the_name_of_another() -> None:
    change(SURAT, "ke: {Ya: 3, Tidak: 1}", "ke: {Ijin: 3, Izin: 1}")
    old = Path(SURAT).read_text(encoding="utf-8")
    result = run("fix", "uji")
    assert result.exit_code == 1
    assert "SOP745 tidak diperbaiki: " in result.output
    new = Path(SURAT).read_text(encoding="utf-8")
    assert "ke: {Ijin: 3, Izin: 1}" in new
    assert new == old.replace("antrian", "antrean").replace("72-2005", "43-2014")


def test_a_workbook_is_never_changed_and_its_copy_is_marked() -> None:
    book = workbook()
    old = book.read_bytes()
    result = run("fix", "uji.xlsx")
    assert result.exit_code == 0, result.output
    assert book.read_bytes() == old
    assert "buku kerja yang diperbaiki: uji-perbaikan.xlsx" in result.output
    sheet = load_workbook("uji-perbaikan.xlsx")["01 surat"]
    (cell,) = [
        c for row in sheet for c in row if str(c.value).startswith("PP 43/2014 – ")
    ]
    assert cell.comment is not None
    assert "Semula: pp-72-2005" in cell.comment.text
    assert cell.fill.fgColor.rgb[2:] == "C6E0B4"
    assert "tidak ada temuan" in run("check", "uji-perbaikan.xlsx").output
    again = run("fix", "uji-perbaikan.xlsx")
    assert "tidak ada yang dapat diperbaiki" in again.output
    assert not Path("uji-perbaikan-perbaikan.xlsx").exists()


def test_a_file_that_is_there_is_not_written_over() -> None:
    workbook()
    Path("uji-perbaikan.xlsx").write_bytes(b"milik saya")
    result = run("fix", "uji.xlsx")
    assert result.exit_code == 2
    assert "sudah ada" in result.stderr
    assert Path("uji-perbaikan.xlsx").read_bytes() == b"milik saya"
    assert run("fix", "uji.xlsx", "--timpa").exit_code == 0
    assert Path("uji-perbaikan.xlsx").read_bytes() != b"milik saya"


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("uji", "--output", "x.xlsx"), "--output hanya untuk buku kerja Excel"),
        (("uji", "--timpa"), "--timpa hanya untuk buku kerja Excel"),
        (("uji.xlsx", "--output", "x.docx"), "bukan berkas .xlsx"),
        (("uji.xlsx", "--output", "uji.xlsx", "--timpa"), "asli tidak diubah"),
        (("uji", "--kode", "SOP999"), "kode temuan `SOP999` tidak ada"),
        (("lain",), "kantor `lain` tidak ada"),
        (("specs/uji/arsip/2024",), "arsip tahun yang lalu tidak pernah diubah"),
    ],
)
def test_mistakes_of_usage(args: tuple[str, ...], told: str) -> None:
    workbook()
    write_kantor(Path("specs/uji/arsip/2024"))
    old = tree(Path())
    result = run("fix", *args)
    assert result.exit_code == 2
    assert told in result.stderr
    assert tree(Path()) == old


def test_a_file_that_may_not_be_written_is_told(tmp_path: Path) -> None:
    os.chmod(SURAT, 0o444)
    old = tree(Path("specs"))
    done = call(tmp_path, "fix", "uji")
    assert done.returncode == 1
    assert "SOP957" in done.stderr
    assert tree(Path("specs")) == old


def test_a_file_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    os.chmod(SURAT, 0)
    done = call(tmp_path, "fix", "uji")
    os.chmod(SURAT, 0o644)
    assert done.returncode == 1
    assert "SOP903" in done.stderr
    assert "Traceback" not in done.stderr


def test_what_cannot_be_read_is_data_for_programs_too(tmp_path: Path) -> None:
    os.chmod(SURAT, 0)
    done = call(tmp_path, "fix", "uji", "--json")
    os.chmod(SURAT, 0o644)
    data = json.loads(done.stdout)
    assert (done.returncode, done.stderr) == (1, "")
    assert "SOP903" in [one["kode"] for one in data["temuan"]]
    assert data["perbaikan"] == data["ditolak"] == data["ditulis"] == []


@pytest.mark.parametrize(
    "lock", ["~$uji.xlsx", ".~lock.uji.xlsx#", "~$uji-perbaikan.xlsx"]
)
def test_a_workbook_that_is_open_elsewhere_is_not_mended(lock: str) -> None:
    file = workbook()
    Path(lock).touch()
    for args in ((), ("--coba",), ("--json",)):
        result = run("fix", "uji.xlsx", *args)
        assert result.exit_code == 1
        assert "SOP805" in result.output
        assert f"hapus `{lock}`" in result.output
    assert not file.with_name("uji-perbaikan.xlsx").exists()
    Path(lock).unlink()
    assert run("fix", "uji.xlsx").exit_code == 0
