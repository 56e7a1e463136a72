"""Italics and bold are printed in every text of a SOP, in every format."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from lxml import etree
from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText

from sopgen.gambar import draw
from sopgen.model.bagian import BagianId
from sopgen.pipeline import Wish, build
from sopgen.spec.exchange import export_workbook, import_workbook
from tests.spec.kantor import BUKU, SURAT, write_kantor
from tests.takeover.own import taken

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
SVG = "{http://www.w3.org/2000/svg}"
#: Field by field: what is written in its stead; italic words are called miring.
MARKED = {
    "Menerima surat": "Menerima *miring1*, **tebal1** dan ***campur1***",
    "    simbol: mulai\n": "    simbol: mulai\n    teks: 'Mulai *miring2*'\n"
    "    kelengkapan: '*miring3* 5 * 3'\n    output: '**tebal3**'\n"
    "    keterangan: 'lihat *miring4\n\n      miring5* itu'\n",
    "waktu: 5 menit\n  - uraian: Memeriksa": "waktu: 5 *miring6*\n"
    "  - uraian: Memeriksa",
    "{Ya: 3, Tidak: 1}": "{'*miring7*': 3, Tidak: 1}",
    "[Undang-Undang;]": "['Undang-Undang *miring8*;', '*miring9*']",
    "[Mampu mengagendakan surat]": "['Mampu **tebal8**']",
    "[Buku agenda]": "['*miring10* dan *miring11*', '*) buku']",
    "[Apabila terlambat, maka surat tidak tertangani.]": "['*miring12*, maka']",
    "[Buku agenda surat masuk]": "['agenda *miring13*']",
}
ITALIC = {f"miring{n}" for n in range(1, 14)} | {"campur1"}
BOLD = {"tebal1", "tebal3", "tebal8", "campur1"}
WORD = re.compile(r"(?:miring|tebal|campur)\d+")


def marked(folder: Path) -> Path:
    """Write the small office with marks in the texts of its SOP."""
    write_kantor(folder)
    text = SURAT
    for old, new in MARKED.items():
        assert old in text
        text = text.replace(old, new, 1)
    (folder / "sop" / "surat.yaml").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return the files of the SOP by their formats."""
    folder = marked(tmp_path_factory.mktemp("tanda") / "uji")
    made = build(Wish(folder, folder.parent / "out"), lambda *_: None)
    own = (one.path for one in made.files if one.bagian == BagianId("sop", "surat"))
    return {path.suffix[1:]: path for path in own}


def parts(file: Path, prefix: str) -> Iterator[etree._Element]:
    with zipfile.ZipFile(file) as archive:
        for name in archive.namelist():
            if name.startswith(prefix) and name.endswith(".xml"):
                yield etree.fromstring(archive.read(name))


def looks(file: Path) -> dict[str, set[str]]:
    """Return the looks of each marked word in an Office file."""
    found: dict[str, set[str]] = {}
    for root in (*parts(file, "word/document"), *parts(file, "xl/drawings/")):
        for tag, names in ((W, ("b", "i")), (A, ("b", "i"))):
            for run in root.iter(f"{tag}r"):
                pr = run.find(f"{tag}rPr")
                for word in WORD.findall("".join(run.itertext())):
                    on = {n for n in names if pr is not None and _on(pr, tag, n)}
                    found.setdefault(word, set()).update(on)
    return found


def _on(pr: etree._Element, tag: str, name: str) -> bool:
    if tag == A:
        return bool(pr.get(name) == "1")
    node = pr.find(f"{W}{name}")
    return node is not None and node.get(f"{W}val") != "0"


def test_word_has_italic_and_bold_runs(files: dict[str, Path]) -> None:
    found = looks(files["docx"])
    assert {word for word, look in found.items() if "i" in look} == ITALIC
    assert {word for word, look in found.items() if "b" in look} >= BOLD


def test_excel_has_them_in_its_cells_and_shapes(files: dict[str, Path]) -> None:
    book = load_workbook(files["xlsx"], rich_text=True)
    italic, bold = set(), set()
    for cell in (c for sheet in book for row in sheet.iter_rows() for c in row):
        pieces = cell.value if isinstance(cell.value, CellRichText) else [cell.value]
        for piece in pieces:
            font = getattr(piece, "font", cell.font)
            words = WORD.findall(str(piece))
            italic |= set(words) if font.i else set()
            bold |= set(words) if font.b else set()
    shapes = looks(files["xlsx"])
    italic |= {word for word, look in shapes.items() if "i" in look}
    assert italic == ITALIC
    assert bold >= BOLD
    plain = load_workbook(files["xlsx"])
    texts = [str(c.value) for s in plain for row in s.iter_rows() for c in row]
    assert "Menerima miring1, tebal1 dan campur1" in texts


def test_paper_has_them_in_faces_of_their_own(files: dict[str, Path]) -> None:
    faces: dict[str, str] = {}
    with pdfium.PdfDocument(files["pdf"]) as pdf:
        for page in pdf:
            for item in page.get_objects(textpage=page.get_textpage()):
                if isinstance(item, pdfium.PdfTextObj):
                    for word in WORD.findall(item.extract()):
                        faces[word] = item.get_font().get_base_name()
    assert {word for word, face in faces.items() if "Italic" in face} == ITALIC
    assert {word for word, face in faces.items() if "Bold" in face} == BOLD


def test_the_picture_has_them(files: dict[str, Path]) -> None:
    root = etree.fromstring(files["svg"].read_bytes())
    spans = list(root.iter(f"{SVG}tspan"))
    italic = [s for s in spans if s.get("font-style") == "italic"]
    bold = [s for s in spans if s.get("font-weight") == "bold"]
    chart = {f"miring{n}" for n in range(1, 8)} | {"campur1"}
    assert set(WORD.findall(" ".join(s.text or "" for s in italic))) == chart
    assert {s.text for s in bold} == {"tebal1", "tebal3", "campur1"}


def test_no_format_prints_a_mark(files: dict[str, Path]) -> None:
    with pdfium.PdfDocument(files["pdf"]) as pdf:
        text = " ".join(str(p.get_textpage().get_text_bounded()) for p in pdf)
    svg = files["svg"].read_text(encoding="utf-8")
    words = [" ".join(r.itertext()) for r in parts(files["docx"], "word/document")]
    sheets = [" ".join(r.itertext()) for r in parts(files["xlsx"], "xl/")]
    for printed in (text, svg, *words, *sheets):
        assert set(re.findall(r"\S*\*\S*", printed)) <= {"*", "*)"}


def test_the_geometry_tells_runs_and_bare_words(tmp_path: Path) -> None:
    data = json.loads(draw(marked(tmp_path / "uji"), 1, "json").data)
    cells = [c["text"] for p in data["halaman"] for c in p["cells"] if c["text"]]
    first = next(c for c in cells if "miring1" in "".join(c["lines"]))
    assert first["lines"] == ["Menerima miring1, tebal1 dan campur1"]
    runs = [(r["text"], r["bold"], r["italic"]) for r in first["runs"][0]]
    assert ("miring1", False, True) in runs
    assert all("runs" not in c for c in cells if c["lines"] == ["Menyimpan surat"])


@pytest.mark.slow
def test_a_workbook_keeps_marks_as_they_were_typed(tmp_path: Path) -> None:
    folder = marked(tmp_path / "uji")
    file = tmp_path / "uji.xlsx"
    file.write_bytes(export_workbook(folder).workbook)
    back = import_workbook(file).files["sop/surat.yaml"].decode()
    for word in WORD.findall("".join(MARKED.values())):
        assert re.search(rf"\*{word}|{word}\*", back), word
    assert "5 * 3" in back


@pytest.mark.slow
def test_a_decree_has_marks_in_all_its_running_texts(tmp_path: Path) -> None:
    folder = write_kantor(tmp_path / "uji")
    text = BUKU.replace("[bahwa perlu;]", "['bahwa *miring1* perlu;']").replace(
        "diktum:", "menetapkan: 'KEPUTUSAN *miring2*.'\n    tembusan: ['*miring3*']\n"
        "    diktum:"
    )  # fmt: skip
    (folder / "buku.yaml").write_text(text, encoding="utf-8")
    build(Wish(folder, tmp_path / "out"), lambda *_: None)
    (file,) = (tmp_path / "out").rglob("keputusan-1.docx")
    found = looks(file)
    assert found == {f"miring{n}": {"i"} for n in (1, 2, 3)}


@pytest.mark.parametrize("suffix", ["xlsx", "docx"])
def test_taken_over_again_the_words_are_whole(
    files: dict[str, Path], suffix: str
) -> None:
    made = taken(files[suffix].read_bytes())
    text = repr(made.drafts[1].data)
    assert "Menerima miring1, tebal1 dan campur1" in text
    beginning = {"miring2"}  # whatever is written in it, a first symbol is Mulai
    assert set(WORD.findall(text)) >= (ITALIC | BOLD) - beginning
