"""The staff's workbook, damaged: checked, marked, taken into a folder, edited."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image

from sopgen import pipeline, workbooks
from sopgen.model.diagnostic import Diagnostic
from sopgen.model.suntingan import DeleteRow, InsertRow, Set, SuntinganError
from sopgen.ooxml import open_package
from sopgen.spec.exchange import export_workbook, import_workbook, read_spec
from sopgen.spec.files import Folder
from sopgen.spec.findings import Findings
from sopgen.spec.workbook import open_workbook
from sopgen.spec.workbook.cells import read_sheets
from sopgen.spec.workbook.tahun_baru import last_year_named
from sopgen.suntingan import edit_spec
from tests.force import mutating
from tests.force.cells import changed_cells
from tests.force.file_run import (
    WISHES,
    Input,
    cases,
    codes_of,
    sound_office_file,
    wished,
)
from tests.force.fuzzing import Escape, Files, Fuzzer, write
from tests.force.pictures import pictures
from tests.force.spec_bases import bases

FILE = "uji.xlsx"
#: How often parts are damaged that matter more than others.
WEIGHT = {
    "worksheets/sheet": 4, "sharedStrings": 30, "workbook.xml": 12, "styles": 8,
    "comments": 8, "vml": 8, "drawing": 15, "Content_Types": 3, ".rels": 3,
}  # fmt: skip
EDITS = (
    Set("buku.yaml", ("judul",), "BUKU BARU"),
    Set("buku.yaml", ("tanggal_pengesahan",), "2026-02-03"),
    InsertRow("sop/surat.yaml", ("kegiatan", 1), {"uraian": "Mencatat surat"}),
    DeleteRow("sop/surat.yaml", ("kegiatan", 0)),
)


@cache
def books() -> dict[str, bytes]:
    """Return the workbooks of all good specs, and one that LibreOffice saved."""
    made = {}
    for name, texts in bases().items():
        with TemporaryDirectory() as scratch:
            folder = Path(scratch) / name
            write(folder, {n: text.encode() for n, text in texts.items()})
            made[name] = export_workbook(folder).workbook
    made["ramai"] = _crowded(made["kecil"])
    saved = Path(__file__).parent / "bases" / "kecil-libreoffice.xlsx"
    whole = {name: data for name, data in made.items() if data}
    return {"libreoffice": saved.read_bytes(), **whole, **cases(".xlsx")}


def _crowded(data: bytes) -> bytes:
    """Return a workbook with what staff lay over cells and say beside them."""
    book = load_workbook(BytesIO(data))
    sheet = book["01 surat"]
    sheet.add_image(Image(BytesIO(pictures()["png"])), "F9")
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=1, min_row=30, max_row=34))
    sheet.add_chart(chart, "H12")
    book["Buku"]["B3"].comment = Comment("periksa lagi", "staf")
    book["Buku"]["D3"] = "=1+1"
    made = BytesIO()
    book.save(made)
    return made.getvalue()


@st.composite
def _damaged(draw: st.DrawFn) -> Files:
    """Return a workbook with some damage, and what is done with it."""
    small = [name for name in books() if not name.startswith("ka")]
    name = draw(st.sampled_from([*books(), *small * 2]))
    data = books()[name]
    how = draw(st.sampled_from(("sel", "sel", "bagian", "keduanya")))
    if how != "bagian":
        data = draw(changed_cells(data))
    if how != "sel":
        data = draw(mutating.spoilt_zip(data, WEIGHT))
    wishes = draw(st.sets(st.sampled_from(WISHES[:4]), max_size=2))
    return Input({FILE: data, **dict.fromkeys(sorted(wishes), b"")})


def run(folder: Path) -> tuple[str, ...]:
    """Check a workbook, and do with it what is asked for."""
    file = folder / FILE
    found = list(pipeline.examine(file).findings)
    if wished(folder, "tandai"):
        found += _mark(file, tuple(found))
    if wished(folder, "impor"):
        found += _take_in(file, folder / "folder")
    if wished(folder, "sunting"):
        _edit(file)
    if wished(folder, "timpa"):
        found += workbooks.overwritten(file, books()["kecil"])
    return codes_of(found)


def _mark(file: Path, found: tuple[Diagnostic, ...]) -> Iterator[Diagnostic]:
    """Mark what was found in a copy, which says what the file says."""
    data, why = workbooks.annotate(file, found)
    if why is not None:
        yield why
    if not data:
        return
    sound_office_file(data, "salinan bertanda", file.read_bytes())
    copy = file.with_name("salinan.xlsx")
    copy.write_bytes(data)
    armed = any(one.code == "SOP947" for one in found)  # a text in the copy
    if not armed and _said(copy) != _said(file):
        raise Escape("salinan bertanda berkata lain")


def _said(file: Path) -> object:
    """Return what a workbook says, without places."""
    book = open_workbook(file, Findings())
    if book is None:
        return None
    loaded = book.loaded
    texts = {name: text for name, (text, _) in loaded.texts.items()}
    return {name: one.data for name, one in loaded.contents.items()}, texts


def _take_in(file: Path, folder: Path) -> Iterator[Diagnostic]:
    """Take a workbook into a folder, which says the same."""
    made = import_workbook(file)
    yield from made.findings
    if not made.files:
        return
    write(folder, made.files)
    again = read_spec(Folder(folder), Findings())
    book = open_workbook(file, Findings())
    first = read_spec(book, Findings()) if book else None
    if again is None or first is None or again.meaning != first.meaning:
        raise Escape("folder hasil impor berkata lain")


def _edit(file: Path) -> None:
    """Edit a workbook in some ways; what cannot be done is refused."""
    for edit in EDITS:
        try:
            made = edit_spec(file, (edit,))
        except SuntinganError as error:
            if not error.pesan.strip():
                raise Escape("suntingan ditolak tanpa kata") from error
            continue
        for one in made.ganti:
            sound_office_file(one.baru or b"", "suntingan", file.read_bytes())
    package, _ = open_package(file)
    if package is None or not read_sheets(file.read_bytes(), FILE)[0]:
        return
    try:
        data = last_year_named(file.read_bytes(), FILE, "lalu.xlsx", "uji")
    except SuntinganError:
        return
    sound_office_file(data, "buku tahun baru", file.read_bytes())


FUZZER = Fuzzer(_damaged(), run, examples=22)
