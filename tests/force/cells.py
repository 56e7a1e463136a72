"""Cells of a workbook as staff might leave them: other values, rows moved."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace

from hypothesis import strategies as st
from lxml import etree

from tests.force.mutating import TYPED, WRONG, Draw, Member, Node, members_of, packed

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
ROW, CELL = f"{{{MAIN}}}row", f"{{{MAIN}}}c"
NUMBERS = (
    "0", "1", "-1", "3", "1.5", "45000", "45000.75", "2", "99", "1e20", "1E-9", "60",
    "123456789012345678", "-45000", "2958466", "0.1", "1e300", "18264", "401769",
)  # fmt: skip
FORMULAS = (
    "1+1", "A1", "HYPERLINK(\"x\")", "cmd|'/c x'!A1", "SUM(A:A)", "", "#REF!",
    "[1]x!A1",
)  # fmt: skip
#: Words that mean something at some place of a workbook, and are typed at another.
WORDS = (
    *TYPED, *WRONG, "sampul", "sop", "naskah", "naskah/visi.md", "lampiran", "surat",
    "peta", "riwayat", "A3", "F4", "potret", "draf", "plt", "an", "sk-1", "uu-25-2009",
    "uu-99-2099", "Petugas", "Camat", "Petugas; Camat", "Petugas\nCamat", "2, 3", "4",
    "Ya → 3", "Ya: surat", "SOP103", "No", "Kode", "Kegiatan", "Pelaksana", "Judul",
    "Ke", "Simbol", "1.", "a.", "1a", "7", "0", "100", "x1", "Januari 2026", "2026",
    "12/1/2026", "1/2 jam", "± 3", "1 s.d. 2 hari", "{nomor}/{tahun}", "{x}",
    "[daftar SOP]", "Keluar: selesai", "tidak: ", ": 3", "=",
    "subproses", "penghubung", "SOP Surat Masuk",
)  # fmt: skip


_WORD = st.sampled_from(("", *WORDS))


@st.composite
def changed_cells(draw: Draw, data: bytes) -> bytes:
    """Return a workbook some of whose cells and rows are others."""
    members = members_of(data)
    sheets = [n for n, one in enumerate(members) if "worksheets/sheet" in one.name]
    trees = {n: etree.fromstring(members[n].data) for n in sheets}
    for _ in range(draw(st.integers(1, 6))):
        root = trees[draw(st.sampled_from(sheets))]
        rows = [row for row in root.iter(ROW) if any(len(c) for c in row)]
        if not rows:
            continue
        if draw(st.integers(0, 4)) == 4:
            _row(draw, rows)
        else:
            _cell(draw, rows, [*trees.values()])
    for n, root in trees.items():
        members[n] = _written(members[n], root)
    return packed(members)


def _written(member: Member, root: Node) -> Member:
    return replace(member, data=bytes(etree.tostring(root)))


def _row(draw: Draw, rows: list[Node]) -> None:
    """Empty a row, or write it over another one, or exchange the two."""
    one, other = (rows[draw(st.integers(0, len(rows) - 1))] for _ in "12")
    how = draw(st.integers(0, 2))
    mine, its = [deepcopy(c) for c in one], [deepcopy(c) for c in other]
    _fill(one, [] if how == 0 else its)
    if how == 2:
        _fill(other, mine)


def _fill(row: Node, cells: list[Node]) -> None:
    for cell in list(row):
        row.remove(cell)
    for cell in cells:
        letters = (cell.get("r") or "A1").rstrip("0123456789")
        cell.set("r", f"{letters}{row.get('r')}")
        row.append(cell)


def _cell(draw: Draw, rows: list[Node], roots: list[Node]) -> None:
    """Give a cell another value; it may be blank."""
    cell = _chosen(draw, rows)
    how = draw(st.integers(0, 9))
    if how == 0:
        _value(cell, "", "")
    elif how == 1:
        root = draw(st.sampled_from(roots))
        others = [c for c in root.iter(CELL) if len(c)]
        if others:
            _copy(cell, others[draw(st.integers(0, len(others) - 1))])
    elif how == 2:
        _value(cell, "n", draw(st.sampled_from(NUMBERS)))
        if draw(st.booleans()):
            cell.set("s", str(draw(st.integers(0, 20))))
    elif how == 3:
        kind = draw(st.sampled_from((("b", "1"), ("e", "#N/A"), ("d", "2026-01-02"))))
        _value(cell, *kind)
    elif how == 4:
        _calculate(cell, draw(st.sampled_from(FORMULAS)), draw(_WORD))
    else:
        _value(cell, "str", draw(_WORD))


def _chosen(draw: Draw, rows: list[Node]) -> Node:
    """Return a cell, seldom a blank one."""
    row = rows[draw(st.integers(0, len(rows) - 1))]
    cells = [c for c in row if len(c)] if draw(st.integers(0, 3)) else [*row]
    return cells[draw(st.integers(0, len(cells) - 1))]


def _calculate(cell: Node, formula: str, saved: str) -> None:
    _value(cell, "str", saved)
    one = etree.Element(f"{{{MAIN}}}f")
    one.text = formula
    cell.insert(0, one)


def _sound(text: str) -> str:
    return "".join(letter for letter in text if letter in "\t\n" or letter >= " ")


def _value(cell: Node, kind: str, text: str) -> None:
    for one in list(cell):
        cell.remove(one)
    cell.attrib.pop("t", None)
    if text:
        cell.set("t", kind)
        etree.SubElement(cell, f"{{{MAIN}}}v").text = _sound(text)


def _copy(cell: Node, other: Node) -> None:
    parts = [deepcopy(one) for one in other]
    _value(cell, "", "")
    if other.get("t"):
        cell.set("t", str(other.get("t")))
    cell.extend(parts)
