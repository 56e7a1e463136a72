"""A signed decree stays as it is, byte for byte, whatever is done to its book later."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sopgen.cli import sopgen
from tests.books import ROOT, require
from tests.kantor_utuh import write_utuh
from tests.verify.sealing import sealed, write_akar

pytestmark = pytest.mark.slow
BOOK = Path("output/uji/2025")
DECREE, SOP = BOOK / "keputusan-1.pdf", BOOK / "sop/01-surat.pdf"
BUKU = Path("specs/uji/buku.yaml")
FIELDS = "--kolom-tanda-tangan"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand where one office was built, with fields."""
    monkeypatch.setenv("SOPGEN_DEBUG", "1")
    monkeypatch.chdir(tmp_path)
    write_utuh(tmp_path / "specs/uji")
    assert run("build", "uji", FIELDS).exit_code == 0
    return tmp_path


def run(*args: str) -> Result:
    result = CliRunner().invoke(sopgen, args)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def sign(file: Path, kolom: str) -> bytes:
    """Sign a file where it lies; return what it holds now."""
    file.write_bytes(sealed(file.read_bytes(), kolom))
    return file.read_bytes()


def change(old: str, new: str) -> None:
    """Change what the office has written."""
    text = BUKU.read_text(encoding="utf-8")
    assert old in text
    BUKU.write_text(text.replace(old, new), encoding="utf-8")


def make(target: str) -> int:
    line = ["make", "-f", str(ROOT / "Makefile"), f"PYTHON={sys.executable}", target]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(line, env=env, capture_output=True, check=False).returncode


#: What is done again and again to a book of which two files are signed.
ROUND = (
    ("build", "uji"),
    ("build", "uji", FIELDS),
    ("build", "uji", "--ulang"),
    ("build", "uji", "--only", "keputusan,lampiran"),
    ("build", "uji", "--sop", "1", "--format", "pdf"),
    ("build", "uji", "--format", "pdf", FIELDS),
    ("build", "uji", "--kerja", "2"),
    ("build", "--semua"),
    ("build", "uji", "--final"),
    ("build", "uji", "--quiet"),
)


def reword() -> None:
    """Change what both files print."""
    change("nama: Surat Masuk\n", "nama: Surat Dinas\n")
    change("Keputusan mulai berlaku.", "Keputusan berlaku.")


def rename() -> None:
    """Give the SOP another code, so that its file is no longer made."""
    change("- id: surat\n", "- id: surat-dinas\n")
    change("sebutan: {surat: ", "sebutan: {surat-dinas: ")
    Path("specs/uji/sop/surat.yaml").rename("specs/uji/sop/surat-dinas.yaml")


def test_it_survives_builds_a_roll_and_the_cleaning(place: Path) -> None:
    decree, sop = sign(DECREE, "keputusan-sk-1"), sign(SOP, "sop-surat")
    for changed in (reword, rename):
        for args in ROUND:
            run(*args)
            assert (DECREE.read_bytes(), SOP.read_bytes()) == (decree, sop)
        changed()
    run("build", "uji")
    assert (BOOK / "sop/01-surat-dinas.pdf").is_file()
    for file in (DECREE, SOP):
        drawn = ("draw", "uji", "--sop", "1", "--format", "pdf", "--output", str(file))
        result = run(*drawn)
        assert result.exit_code == 1
        assert "SOP959" in result.output
    rolled = run("roll", "uji", "--keputusan", "sk-1", "--nomor", "9")
    assert rolled.exit_code == 0, rolled.output
    run("build", "uji")
    assert Path("output/uji/2026/buku.pdf").is_file()
    assert run("roll", "uji", "--batal").exit_code == 0
    run("build", "uji", "--tahun", "2025")
    assert (DECREE.read_bytes(), SOP.read_bytes()) == (decree, sop)
    assert not list(BOOK.glob("suntingan/*.pdf"))
    require(shutil.which("make") is not None, "make")
    assert make("clean") == 0
    assert make("clean-output") != 0
    assert (DECREE.read_bytes(), SOP.read_bytes()) == (decree, sop)
    assert run("verify", str(DECREE), "--akar", str(write_akar(place))).exit_code == 0


def test_the_edition_that_was_signed_is_left_in_peace(place: Path) -> None:
    decree = sign(DECREE, "keputusan-sk-1")
    for flags in ((), (FIELDS,), ("--ulang",), (FIELDS, "--ulang")):
        result = run("build", "uji", *flags)
        assert result.exit_code == 0
        assert "SOP959" not in result.output
        assert "edisi lama" not in result.output
        assert sorted(file.name for file in BOOK.glob("keputusan-1*.pdf")) == [
            "keputusan-1-petikan.pdf",
            "keputusan-1.pdf",
        ]
    assert DECREE.read_bytes() == decree
    assert "tidak ada yang berubah sejak dibangun" in run("build", "uji", FIELDS).output
    listed = json.loads((BOOK / "manifest.json").read_text(encoding="utf-8"))
    assert listed["bertanda_tangan"] == ["keputusan-1.pdf"]


def test_the_new_edition_is_named_beside_it(place: Path) -> None:
    decree = sign(DECREE, "keputusan-sk-1")
    change("Keputusan mulai berlaku.", "Keputusan berlaku.")
    result = run("build", "uji")
    assert result.exit_code == 0
    assert result.output.count("SOP959") == 1
    assert "edisi yang baru ada di sampingnya: `keputusan-1-baru.pdf`" in result.output
    assert "1 berkas masih dari edisi lama: keputusan-1.pdf" in result.output
    assert DECREE.read_bytes() == decree
    assert (BOOK / "keputusan-1-baru.pdf").is_file()
    listed = run("list", "uji").output
    told = "bertanda tangan elektronik (tidak pernah diganti):\n  keputusan-1.pdf\n"
    assert listed.endswith(told)


def test_fields_are_a_wish_of_their_own(place: Path) -> None:
    with_fields = DECREE.read_bytes()
    docx = (BOOK / "keputusan-1.docx").read_bytes()
    assert "kolom tanda tangan: " in run("build", "uji", FIELDS, "--ulang").output
    assert DECREE.read_bytes() == with_fields
    run("build", "uji")
    without = DECREE.read_bytes()
    assert with_fields.startswith(without)
    assert len(without) < len(with_fields)
    assert "kolom_tanda_tangan" not in (BOOK / "manifest.json").read_text()
    run("build", "uji", FIELDS)
    assert DECREE.read_bytes() == with_fields
    assert (BOOK / "keputusan-1.docx").read_bytes() == docx
    listed = json.loads((BOOK / "manifest.json").read_text(encoding="utf-8"))
    fields = {one["berkas"]: one.get("kolom_tanda_tangan") for one in listed["berkas"]}
    assert fields["keputusan-1.pdf"] == [
        "keputusan-sk-1", "lampiran-sk-1", "lampiran-sk-1_2",
    ]  # fmt: skip
    assert fields["sop/01-surat.pdf"] == ["sop-surat"]
    assert fields["keputusan-1.docx"] is None


def test_fields_are_for_pdf_only(place: Path) -> None:
    result = run("build", "uji", "--format", "docx", FIELDS)
    assert result.exit_code == 2
    assert "hanya untuk PDF" in result.output


def test_poppler_finds_the_signature_valid(place: Path) -> None:
    require(shutil.which("pdfsig") is not None, "pdfsig")
    sign(DECREE, "keputusan-sk-1")
    line = ["pdfsig", str(DECREE)]
    done = subprocess.run(line, capture_output=True, text=True, check=False)
    assert "Signature is Valid" in done.stdout
    assert "Total document signed" in done.stdout
