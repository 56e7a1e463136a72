"""Old SOP, drawn by hand or built by us, damaged: taken over, and read again."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import strategies as st

from sopgen import pipeline, workbooks
from sopgen.jobs import Wish
from sopgen.spec import read_buku
from tests.force import mutating
from tests.force.file_run import (
    Input,
    cases,
    codes_of,
    sound_office_file,
    wished,
    wrong,
)
from tests.force.fuzzing import Escape, Files, Fuzzer, write
from tests.force.spec_bases import bases
from tests.takeover.clerk_docx import clerk_document, in_vml
from tests.takeover.clerk_xlsx import clerk_workbook

#: How often parts are damaged that matter more than others.
WEIGHT = {
    "document.xml": 40, "worksheets/sheet": 12, "drawings/drawing": 12, "styles": 3,
    "sharedStrings": 8, "workbook.xml": 4, "header": 2, "Content_Types": 2, ".rels": 3,
}  # fmt: skip
#: Files of other kinds, by their beginnings: they are refused with advice.
OTHERS = {
    "doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
    "xls": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"W\0o\0r\0k\0b\0o\0o\0k\0" * 9,
    "pdf": b"%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\ntrailer\n<<>>\n%%EOF",
    "rtf": b"{\\rtf1\\ansi SOP}", "html": b"<html><table><tr><td>SOP</table>",
    "csv": b"No;Kegiatan;Pelaksana\n1;Menerima surat;Petugas\n", "txt": b"SOP\n" * 40,
    "exe": b"MZ" + b"\0" * 500, "zip": b"PK\5\6" + b"\0" * 18, "": b"",
}  # fmt: skip


#: What is said of files that are no YAML: drafts are never such.
UNREADABLE = {f"SOP{n}" for n in (*range(902, 917), 926, 941, 944, 948)}


@cache
def files() -> dict[str, bytes]:
    """Return sound files by name and ending: those of staff, and our own."""
    made = {
        "staf.xlsx": clerk_workbook(),
        "staf.docx": clerk_document(),
        "halaman.docx": clerk_document("page"),
        "vml.docx": in_vml(clerk_document()),
    }
    for name in ("kecil", "rangkai", "kampak"):
        with TemporaryDirectory() as scratch:
            folder = Path(scratch) / name
            texts = bases()[name].items()
            write(folder, {n: text.encode() for n, text in texts})
            wish = Wish(folder, Path(scratch) / "hasil", formats=("docx", "xlsx"))
            result = pipeline.build(wish, lambda *_: None)
            for one in result.files:
                file = Path(scratch) / "hasil" / one.path
                if file.suffix in (".docx", ".xlsx"):
                    made[f"{name}-{file.name}"] = file.read_bytes()
    return made | cases(".docx", ".xlsx")


@st.composite
def _damaged(draw: st.DrawFn) -> Files:
    """Return an old SOP with some damage, or a file that is none."""
    if draw(st.integers(0, 24)) == 24:
        name, data = draw(st.sampled_from([*OTHERS.items()]))
        more = draw(st.binary(max_size=60))
        return Input({f"lama.{name or 'docx'}": data + more if data else data})
    small = [name for name in files() if len(files()[name]) < 60_000]
    name = draw(st.sampled_from([*files(), *small * 3]))
    data = draw(mutating.spoilt_zip(files()[name], WEIGHT))
    made = {f"lama{Path(name).suffix}": data}
    if draw(st.integers(0, 2)) == 0:
        made["sebagai-xlsx"] = b""
    return Input(made)


def run(folder: Path) -> tuple[str, ...]:
    """Take a file over into a folder or a workbook, and read what came of it."""
    (file,) = folder.glob("lama.*")
    made = workbooks.import_file(file, "uji", workbook=wished(folder, "sebagai-xlsx"))
    codes = codes_of(made.findings)
    if not made.files and not made.workbook:
        if not wrong(made.findings):
            raise Escape("tanpa draf dan tanpa sebab")
        return codes
    target = folder / "uji"
    if made.workbook:
        target = folder / "uji.xlsx"
        sound_office_file(made.workbook, "buku kerja draf")
        target.write_bytes(made.workbook)
    else:
        write(target, made.files)
    reading = read_buku(target)
    again = codes_of(reading.findings)
    if UNREADABLE & set(again):
        raise Escape(f"draf tidak terbaca: {sorted(UNREADABLE & set(again))}")
    return codes + again


FUZZER = Fuzzer(_damaged(), run, examples=45)
