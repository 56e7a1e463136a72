"""What staff fill in, in a decree in Word, is a control, found again by its tag."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree

from sopgen.model.bagian import BagianId
from sopgen.model.tanda_isian import LONGEST, read_tanda, tanda
from sopgen.render.docx import write_docx
from sopgen.symbols import read_symbols
from sopgen.typeset import typeset
from tests.spec.kantor import BUKU, write_kantor
from tests.test_cetak import laid_out

pytestmark = pytest.mark.slow

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
#: The order in which Word wants what is told of a control.
ORDER = [
    "rPr", "alias", "tag", "id", "lock", "placeholder", "showingPlcHdr", "date", "text",
]  # fmt: skip
FIELDS = ("nomor", "tanggal", "penandatangan")
ANNEX = """\
    lampiran:
      - {judul: DAFTAR, kepala: [nomor, tanggal, tentang]}
"""


def office(folder: Path, text: str = BUKU) -> Path:
    """Write an office whose decree has an annex."""
    write_kantor(folder)
    text = text.replace("    diktum:", f"{ANNEX}    diktum:")
    text = text.replace("  - daftar_isi", "  - {bagian: lampiran, keputusan: sk-1}")
    (folder / "buku.yaml").write_text(text, encoding="utf-8")
    return folder


def decree(folder: Path) -> bytes:
    """Return the decree of an office, with its annex, as a Word file."""
    book = laid_out(folder)
    parts = BagianId("keputusan", "sk-1"), BagianId("lampiran", "sk-1")
    own = book.sections.excerpt(*parts, judul="Keputusan")
    return write_docx(own, typeset(own), read_symbols())


def body(data: bytes) -> etree._Element:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


def controls(data: bytes) -> dict[str, etree._Element]:
    """Return the controls of a file by their tags."""
    every = list(body(data).iter(f"{W}sdt"))
    made = {_val(one, "tag"): one for one in every}
    assert len(made) == len(every)
    return made


def _val(control: etree._Element, name: str) -> str:
    node = control.find(f"{W}sdtPr/{W}{name}")
    assert node is not None
    return str(node.get(f"{W}val"))


def words(node: etree._Element) -> str:
    return "".join(str(one.text) for one in node.iter(f"{W}t"))


@pytest.fixture
def data(tmp_path: Path) -> bytes:
    return decree(office(tmp_path / "uji"))


def test_number_day_and_signer_are_controls(data: bytes) -> None:
    made = controls(data)
    texts = ["000.8.3.3/1/406.99/2025", "16 Januari 2025", "SITI AMINAH"]
    for where in ("", "lampiran-1"):
        tags = [tanda(one, "sk-1", where) for one in FIELDS]
        assert [words(made[tag]) for tag in tags] == texts
    assert len(made) == 6


def test_what_is_told_of_a_control_stands_in_the_order_of_word(data: bytes) -> None:
    for control in controls(data).values():
        (facts, content) = control
        names = [etree.QName(one).localname for one in facts]
        assert names == sorted(names, key=ORDER.index)
        assert etree.QName(content).localname == "sdtContent"
        assert _val(control, "lock") == "sdtLocked"


def test_ids_are_fixed_and_each_is_there_once(data: bytes, tmp_path: Path) -> None:
    numbers = [int(_val(one, "id")) for one in controls(data).values()]
    assert len({*numbers}) == len(numbers)
    assert all(0 < one < 2**31 for one in numbers)
    again = controls(decree(office(tmp_path / "lain")))
    assert [int(_val(one, "id")) for one in again.values()] == numbers


def test_a_decree_that_is_printed_twice_has_other_ids(tmp_path: Path) -> None:
    book = laid_out(office(tmp_path / "uji"))
    own = book.sections.excerpt(BagianId("keputusan", "sk-1"), judul="Keputusan")
    twice = replace(own, sections=own.sections * 2)
    every = [*body(write_docx(twice, typeset(twice), read_symbols())).iter(f"{W}sdt")]
    assert len(every) == 6
    assert len({_val(one, "id") for one in every}) == 6


def test_a_date_is_chosen_from_a_calendar(data: bytes) -> None:
    (date,) = controls(data)[tanda("tanggal", "sk-1")].iter(f"{W}date")
    assert date.get(f"{W}fullDate") == "2025-01-16T00:00:00Z"
    said = {etree.QName(one).localname: one.get(f"{W}val") for one in date}
    assert said["dateFormat"] == "d MMMM yyyy"
    assert said["lid"] == "id-ID"


def test_what_is_blank_shows_its_dots_until_it_is_filled_in(tmp_path: Path) -> None:
    text = BUKU.replace("    nama: SITI AMINAH\n", "")
    made = controls(decree(office(tmp_path / "uji", text)))
    signer = made[tanda("penandatangan", "sk-1")]
    assert re.fullmatch(r"\.+", words(signer))
    assert signer.find(f"{W}sdtPr/{W}showingPlcHdr") is not None
    number = made[tanda("nomor", "sk-1")]
    assert number.find(f"{W}sdtPr/{W}showingPlcHdr") is None


def test_the_text_around_a_control_is_as_it_was(data: bytes) -> None:
    lines = [words(one) for one in body(data).iter(f"{W}p")]
    assert "NOMOR : 000.8.3.3/1/406.99/2025" in lines
    assert any(re.search("Pada tanggal:16 Januari 2025$", one) for one in lines)


def test_a_copy_has_no_controls(tmp_path: Path) -> None:
    text = BUKU.replace("    judul: PEN", "    jenis: salinan\n    judul: PEN")
    copy = laid_out(office(tmp_path / "uji", text)).salinan
    assert copy.sections
    assert list(controls(write_docx(copy, typeset(copy), read_symbols()))) == []


def test_a_tag_says_what_it_is_of() -> None:
    said = tanda("nomor", "sk-1", "lampiran-2")
    read = read_tanda(said)
    assert read is not None
    assert (read.isian, read.keputusan, read.tempat) == ("nomor", "sk-1", "lampiran-2")
    assert tanda("nomor", "x" * LONGEST) == ""
    for other in ("", "sopgen:keputusan", "sopgen:keputusan:nomor", "lain:nomor:a"):
        assert read_tanda(other) is None
