"""The decree of a new office is in the form of a decree, however many SOP it has."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sopgen.jobs import Book
from sopgen.model.document import Paragraph
from sopgen.pipeline import lay_out_book
from sopgen.spec import read_buku
from sopgen.spec.contoh import new_office
from sopgen.spec.exchange import export_workbook

SOP = "  - {id: surat-masuk, nama: Pengelolaan Surat Masuk}\n"


def office(folder: Path, count: int, *, workbook: bool) -> Path:
    """Write the office of the example with more SOP, or its workbook."""
    place = folder / "suka-maju"
    files = new_office("suka-maju")
    assert SOP in files["buku.yaml"]
    more = "".join(f"  - {{id: s-{n}, nama: Surat {n}}}\n" for n in range(1, count))
    files["buku.yaml"] = files["buku.yaml"].replace(SOP, SOP + more)
    for n in range(1, count):
        files[f"sop/s-{n}.yaml"] = files["sop/surat-masuk.yaml"]
    for name, text in files.items():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_text(text, encoding="utf-8")
    if not workbook:
        return place
    made = export_workbook(place)
    (folder / "suka-maju.xlsx").write_bytes(made.workbook)
    return folder / "suka-maju.xlsx"


def book(place: Path) -> Book:
    reading = read_buku(place)
    assert reading.buku is not None
    made = lay_out_book(reading.buku, lambda *_: None)
    found = (*reading.findings, *made.findings)
    assert [f for f in found if f.severity == "error"] == []
    return made


def decree(made: Book) -> list[tuple[str, str]]:
    """Return the paragraphs of the decree: mark or heading, and text."""
    sections = made.document.sections
    (own,) = (s for s in sections if s.bagian.jenis == "keputusan")
    return [
        (" ".join(label.text for label in block.labels), text_of(block))
        for block in own.blocks
        if isinstance(block, Paragraph)
    ]


def text_of(paragraph: Paragraph) -> str:
    return "".join(getattr(run, "text", "") for run in paragraph.runs)


@pytest.mark.slow
@pytest.mark.parametrize("workbook", [False, True], ids=["yaml", "xlsx"])
@pytest.mark.parametrize(
    ("count", "ends"), [(1, ["."]), (2, ["; dan", "."]), (4, [";", ";", "; dan", "."])]
)
def test_the_listed_sop_end_as_a_list_of_a_decree_ends(
    tmp_path: Path, count: int, ends: list[str], *, workbook: bool
) -> None:
    made = book(office(tmp_path, count, workbook=workbook))
    items = [text for _, text in decree(made) if text.startswith("SOP ")]
    names = [f"SOP {sop.nama}" for sop in made.buku.sop]
    assert items == [name + end for name, end in zip(names, ends, strict=True)]


def test_each_part_of_the_decree_ends_as_its_form_wants(tmp_path: Path) -> None:
    paragraphs = decree(book(office(tmp_path, 3, workbook=False)))
    text = "\n".join(f"{mark} {text}" for mark, text in paragraphs)
    considered, rest = text.split("Mengingat : 1.")
    cited, decided = rest.split("MEMUTUSKAN :")
    _, considered = considered.split("Menimbang : a.")
    for line in re.split(r"\n[b-z]\. ", considered.strip()):
        assert line.strip().startswith("bahwa ")
        assert line.endswith(";")
    for line in re.split(r"\n[2-9]\. ", cited.strip()):
        assert line.endswith(";")
    for line in re.split(r"\nK[A-Z]+ : ", decided.strip()):
        assert line.split("\nDitetapkan")[0].rstrip().endswith(".")
    assert "Keputusan ini" not in text


def test_the_decree_has_one_title(tmp_path: Path) -> None:
    made = book(office(tmp_path, 1, workbook=False))
    (keputusan,) = made.buku.keputusan
    title = " ".join(keputusan.judul.isi.replace(" | upper", "").split())
    assert keputusan.tentang.isi.casefold() == title.casefold()
    assert f"tentang {keputusan.tentang.isi};" in keputusan.menimbang[-1].isi
