"""Karangan's books: as shipped with all that is left, and in force without any."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from sopgen.model.pergantian import PintaError
from sopgen.pipeline import Wish, build, check
from sopgen.rolling import Hasil
from sopgen.spec.exchange import export_workbook, import_workbook
from sopgen.years import find_year
from tests.berlaku import KARANGAN, write_berlaku
from tests.books import require
from tests.processes import tree
from tests.roll.years import BUKU, LENGKAP, data, rolled

pytestmark = pytest.mark.slow
BARU = replace(LENGKAP, nomor="000.8.3.3/7/406.06/2026")
#: Where the old year may still be read: when a SOP was made, regulations, and the
#: decree that is revoked.
BOLEH = re.compile(
    r"Tanggal Pembuatan\s*: 6 Januari 2025|Nomor 28 Tahun\s+2025"
    r"|Nomor\s+000\.8\.3\.3/1/406\.06/2025\s+tanggal\s+16\s+Januari\s+2025\s+tentang"
    r"|(?:Lembaran|Berita)[^()]*?\s2025\s+Nomor\s+[0-9]+"
)


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Hasil]:
    """Return Karangan's folder as shipped, rolled without a number or a date."""
    place = tmp_path_factory.mktemp("kantor") / "karangan"
    shutil.copytree(KARANGAN, place)
    return place, rolled(place, keputusan="sk-09-1")


def test_what_is_left_of_karangan_as_shipped(shipped: tuple[Path, Hasil]) -> None:
    _, hasil = shipped
    kinds = {
        "drafts": {"SOP711", "SOP802", "SOP803", "SOP131"},
        "doubtful laws": {"SOP602", "SOP603", "SOP604", "SOP830"},
        "passages of another year": {"SOP730", "SOP732", "SOP744"},
        "decrees that do not go on": {"SOP808"},
    }
    found = Counter(one.code for one in hasil.sisa)
    assert set(found) == set().union(*kinds.values())
    assert found["SOP711"] == 19
    (gone,) = [one for one in hasil.sisa if one.code == "SOP808"]
    assert "188.45/ 19 /406.06/2025" in gone.message
    passages = [one for one in hasil.sisa if one.code == "SOP730"]
    assert {Path(one.span.source.path).name for one in passages} == {
        "kata_pengantar.md", "pendahuluan.md",
    }  # fmt: skip
    assert all(".sopgen-" not in one.span.source.path for one in hasil.sisa)


def test_only_one_decree_of_karangan_goes_on(shipped: tuple[Path, Hasil]) -> None:
    place, _ = shipped
    buku = data(place)
    assert [one["id"] for one in buku["keputusan"]] == ["sk-09-1"]
    named = [one["keputusan"] for one in buku["susunan"] if isinstance(one, dict)]
    assert named == ["sk-09-1", "sk-09-1"]


def test_repealed_laws_of_karangan_gave_way(shipped: tuple[Path, Hasil]) -> None:
    place, hasil = shipped
    before = [f.message for f in check(KARANGAN) if f.code == "SOP602"]
    assert before
    left = [f for f in check(place) if f.code == "SOP602"]
    assert len(left) == 2
    assert not any(f.perbaikan for f in left)
    assert {f.message for f in left} <= {f.message for f in hasil.sisa}
    assert any("pastikan di JDIH" in f.saran for f in left)
    changed = [one.ganti for one in hasil.alih if one.ganti.sebab.startswith("dicabut")]
    assert len(changed) == 4
    assert {one.berkas for one in changed} == {BUKU, "sop/iumk.yaml"}


def test_karangan_asks_which_of_its_decrees_goes_on(tmp_path: Path) -> None:
    shutil.copytree(KARANGAN, tmp_path / "karangan")
    with pytest.raises(PintaError, match="2 keputusan bertanggal sama"):
        rolled(tmp_path / "karangan")


def pdf(place: Path, output: Path, *, final: bool = False) -> Path:
    """Build the book of a spec; return it."""
    wish = Wish(place, output, formats=("pdf",), final=final)
    made = build(wish, lambda *_: None)
    wrong = [f.message for f in made.findings if f.severity == "error"]
    assert not wrong
    return next(f.path for f in made.files if f.path.name == "buku.pdf")


def words(file: Path) -> str:
    program = shutil.which("pdftotext")
    require(program is not None, "pdftotext")
    done = subprocess.run(
        [str(program), "-layout", str(file), "-"], check=True, capture_output=True
    )
    return " ".join(done.stdout.decode().split())


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["folder", "workbook"])
def test_a_book_in_force_is_signed_the_next_year(kind: str, tmp_path: Path) -> None:
    place = write_berlaku(tmp_path)
    if kind == "workbook":
        book = place / "karangan-2025.xlsx"
        book.write_bytes(export_workbook(place).workbook)
        place = book
    first = pdf(place, tmp_path / "dulu").read_bytes()
    hasil = rolled(place, BARU)
    assert hasil.tujuan is not None, hasil.findings
    assert {one.code for one in hasil.sisa} <= {"SOP603"}  # laws changed since
    text = words(pdf(hasil.tujuan, tmp_path / "kini", final=True))
    assert "12 Januari 2026" in text
    assert "2025" not in BOLEH.sub("", text)
    old = find_year(hasil.tujuan, 2025)
    assert old.findings == ()
    assert old.place is not None
    assert pdf(old.place, tmp_path / "lagi").read_bytes() == first


@pytest.mark.slow
def test_folder_and_workbook_become_the_same_book(tmp_path: Path) -> None:
    place = write_berlaku(tmp_path)
    book = tmp_path / "karangan.xlsx"
    book.write_bytes(export_workbook(place).workbook)
    shutil.copy(place / "lambang.png", tmp_path)
    hasil = rolled(book, BARU)
    assert hasil.tujuan is not None
    rolled(place, BARU)
    made = import_workbook(hasil.tujuan).files
    again = tmp_path / "balik/karangan"
    for name, content in made.items():
        (again / name).parent.mkdir(parents=True, exist_ok=True)
        (again / name).write_bytes(content)
    assert {n for n in tree(place) if not n.startswith("arsip")} == set(made)
    one, other = (pdf(p, tmp_path / f"pdf{n}") for n, p in enumerate((place, again)))
    assert one.read_bytes() == other.read_bytes()
