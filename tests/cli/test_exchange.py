"""``export``, ``import`` and ``check --annotate``, as staff call them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook

from sopgen.cli import sopgen
from sopgen.spec import read_buku
from tests.spec.kantor import write_kantor
from tests.spec.staff import bare, put
from tests.spec.test_workbook_overlay import BOX, drawn

pytestmark = pytest.mark.slow


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in a folder with one office in specs/; a fault of the program is raised."""
    monkeypatch.setenv("SOPGEN_DEBUG", "1")
    write_kantor(tmp_path / "specs" / "uji")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*args: str) -> Result:
    """Call sopgen."""
    return CliRunner().invoke(sopgen, args)


def test_a_spec_goes_to_excel_and_back(place: Path) -> None:
    assert run("export", "uji", "--xlsx").exit_code == 0
    done = run("import", "uji.xlsx", "--nama", "balik")
    assert done.exit_code == 0, done.output
    assert "specs/balik/sop/surat.yaml" in done.output
    first, second = (read_buku(place / "specs" / n).buku for n in ("uji", "balik"))
    assert first is not None
    assert second is not None
    assert {**bare(first), "id": ""} == {**bare(second), "id": ""}


def test_a_book_is_built_from_a_workbook(place: Path) -> None:
    run("export", "uji", "--xlsx")
    done = run("build", "uji.xlsx", "--format", "pdf", "--quiet")
    assert done.exit_code == 0, done.output
    from_excel = (place / "output/uji/2025/buku.pdf").read_bytes()
    run("build", "uji", "--format", "pdf", "--output", "lain", "--quiet")
    assert (place / "lain/uji/2025/buku.pdf").read_bytes() == from_excel


def test_a_new_office_starts_in_excel(place: Path) -> None:
    assert run("new", "suruh", "--xlsx").exit_code == 0
    assert run("check", "suruh.xlsx").exit_code == 0
    assert run("new", "suruh", "--xlsx").exit_code == 2


def test_every_workbook_opens_again_and_again(place: Path) -> None:
    run("new", "suruh", "--xlsx")
    run("export", "uji", "--xlsx")
    run("check", "uji.xlsx", "--annotate")
    for name in ("suruh", "uji", "uji-temuan"):
        for read_only in (True, False):
            assert load_workbook(f"{name}.xlsx", read_only=read_only).sheetnames
        book = load_workbook(f"{name}.xlsx")
        book.save("lagi.xlsx")
        assert load_workbook("lagi.xlsx").sheetnames == book.sheetnames


def test_no_workbook_is_overwritten_unless_told(place: Path) -> None:
    (place / "uji.xlsx").write_bytes(b"isian staf")
    done = run("export", "uji", "--xlsx")
    assert done.exit_code == 2
    assert "--timpa" in done.output
    assert (place / "uji.xlsx").read_bytes() == b"isian staf"
    assert run("export", "uji", "--xlsx", "--timpa").exit_code == 0
    assert (place / "uji.xlsx").read_bytes() != b"isian staf"


def test_no_spec_is_overwritten(place: Path) -> None:
    run("export", "uji", "--xlsx")
    done = run("import", "uji.xlsx")
    assert done.exit_code == 2
    assert "sudah ada" in done.output


def test_a_spec_with_errors_is_not_exported(place: Path) -> None:
    file = place / "specs/uji/buku.yaml"
    file.write_text(
        file.read_text(encoding="utf-8") + "warna: biru\n", encoding="utf-8"
    )
    done = run("export", "uji", "--xlsx")
    assert done.exit_code == 1
    assert "SOP920" in done.output
    assert not (place / "uji.xlsx").exists()


def test_findings_are_marked_in_a_copy_beside_the_workbook(place: Path) -> None:
    run("export", "uji", "--xlsx")
    book = load_workbook("uji.xlsx")
    put("01 surat", "Pelaksana", 2, "Camatt")(book)
    book.save("uji.xlsx")
    before = (place / "uji.xlsx").read_bytes()
    done = run("check", "uji.xlsx", "--annotate")
    assert done.exit_code == 1
    assert re.search(r"uji.xlsx:01 surat!C\d+: kesalahan\[SOP201\]", done.output)
    assert (place / "uji.xlsx").read_bytes() == before
    marked = load_workbook("uji-temuan.xlsx")
    assert marked.sheetnames[0] == "Temuan"


def test_what_is_overwritten_is_told_before(place: Path) -> None:
    run("export", "uji", "--xlsx")
    drawn((place / "uji.xlsx").read_bytes(), BOX, place / "uji.xlsx")
    done = run("export", "uji", "--xlsx", "--timpa")
    assert done.exit_code == 0, done.output
    assert "1 bentuk (`Catatan`)" in done.output
    assert "SOP932" not in run("export", "uji", "--xlsx", "--timpa").output


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("export", "uji"), "--xlsx"),
        (("export", "uji", "--xlsx", "--output", "uji.pdf"), "bukan berkas .xlsx"),
        (("import", "tiada.xlsx"), "tidak ada"),
        (("import", "uji.xlsx", "--nama", "A B"), "huruf kecil"),
        (("check", "uji", "--annotate"), "hanya untuk buku kerja"),
        (("check", "tiada.xlsx"), "tidak ada"),
    ],
)
def test_wrong_usage_is_told(place: Path, words: tuple[str, ...], told: str) -> None:
    (place / "uji.xlsx").write_bytes(b"x")
    done = run(*words)
    assert done.exit_code == 2
    assert told in done.output


@pytest.mark.parametrize("command", ["build", "check", "draw", "list", "import"])
def test_old_and_locked_files_are_refused_with_advice(
    place: Path, command: str
) -> None:
    (place / "lama.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512)
    more = ("--sop", "1") if command == "draw" else ()
    done = run(command, "lama.xls", *more)
    assert done.exit_code == 1, done.output
    assert "Simpan Sebagai" in done.output
    assert not (place / "specs/lama").exists()


@pytest.mark.parametrize("command", ["check", "build"])
def test_a_workbook_that_is_open_elsewhere_is_read_as_it_was_saved(
    place: Path, command: str
) -> None:
    run("export", "uji", "--xlsx")
    before = run(command, "uji.xlsx")
    (place / "~$uji.xlsx").touch()
    after = run(command, "uji.xlsx")
    assert after.exit_code == before.exit_code
    assert "SOP805" not in before.output
    assert "catatan[SOP805]" in after.output
    assert "yang dibaca simpanan terakhirnya" in after.output
    listed = [file.read_text(encoding="utf-8") for file in place.rglob("manifest.json")]
    assert len(listed) == (command == "build")
    assert not any("SOP805" in text for text in listed)
