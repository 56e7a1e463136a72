"""The sheet of one SOP: its identity above, a row per kegiatan below."""

from __future__ import annotations

from sopgen.model.diagnostic import Span
from sopgen.spec.findings import Findings, quoted
from sopgen.spec.reader import Trail
from sopgen.spec.tanda import Numbers
from sopgen.spec.workbook.cells import Cell, Sheet
from sopgen.spec.workbook.lembar import (
    FORM_SOP,
    ISIAN_KODE,
    KODE_SOP,
    TABEL_KEGIATAN,
    plain,
)
from sopgen.spec.workbook.tables import Baris, find_head, read_form, read_table
from sopgen.spec.workbook.tree import Tree
from sopgen.spec.workbook.values import put_value

#: Columns that are put as they stand.
PLAIN = tuple(c for c in TABEL_KEGIATAN if not c.berulang and c.key != "nomor")
#: The path of a kegiatan, as against that of a further symbol.
FIRST: Trail = ("kegiatan", 0)


def is_sop(sheet: Sheet) -> bool:
    """Tell whether a sheet is that of a SOP."""
    return any(
        plain(cell.text) == plain(KODE_SOP)
        for row in sheet.rows.values()
        for cell in row[:2]
    )


def read_sop_sheet(sheet: Sheet, findings: Findings) -> tuple[str, Tree]:
    """Return the code of a SOP and what its file holds."""
    tree = Tree(sheet.source, sheet.top)
    head = find_head(sheet, TABEL_KEGIATAN)
    end = head.row if head else max(sheet.rows, default=0) + 1
    kode: Cell | None = None
    for nilai in read_form(sheet, (ISIAN_KODE, *FORM_SOP), end, findings):
        if nilai.isian is ISIAN_KODE:
            kode = nilai.cell or kode
        else:
            put_value(tree, nilai, findings)
    if kode is None:
        saran = "tulis kode SOP seperti pada lembar Daftar SOP"
        message = f"isian `{KODE_SOP}` kosong"
        findings.error("SOP921", message, sheet.top, saran)
    if head:
        _kegiatan(tree, list(read_table(sheet, TABEL_KEGIATAN, findings)), findings)
    return kode.word if kode else "", tree


def _kegiatan(tree: Tree, rows: list[Baris], findings: Findings) -> None:
    """Put every row: a kegiatan, or a further symbol of the kegiatan above it."""
    numbers = Numbers()
    for row in rows:
        path = _path(tree, row)
        if path is None:
            message = "simbol tambahan tanpa kegiatan di atasnya"
            saran = "isi kolom Kegiatan pada baris ini"
            findings.error("SOP954", message, row.span("uraian"), saran)
            continue
        tree.begin(path, row.span("uraian"))
        main = len(path) == len(FIRST)
        if main and not numbers.implied(row.word("nomor")):
            _put_cell(tree, (*path, "nomor"), row, "nomor")
        for column in PLAIN:
            _put_cell(tree, (*path, column.key), row, column.key)
        _put_ke(tree, path, row, findings)
        _put_tembusan(tree, path, row)


def _path(tree: Tree, row: Baris) -> Trail | None:
    """Return where a row belongs; a further symbol needs a kegiatan above it."""
    count = tree.count(("kegiatan",))
    if row.word("uraian") or row.word("nomor"):
        return ("kegiatan", count)
    if not count:
        return None
    above: Trail = ("kegiatan", count - 1, "tambahan")
    return (*above, tree.count(above))


def _put_cell(tree: Tree, path: Trail, row: Baris, key: str) -> None:
    names = ("pelaksana", "simbol", "id", "nomor")
    text = row.word(key) if key in names else row.text(key)
    if key == "simbol":
        text = text.casefold()
    if text:
        tree.put(path, text, row.span(key))
    else:
        tree.expect(path, row.span(key))


def _put_ke(tree: Tree, path: Trail, row: Baris, findings: Findings) -> None:
    """Put the targets: one, several, or one for each answer of a decision."""
    place = (*path, "ke")
    pairs = [
        (row.word(_beside(key)), row.word(key), row.span(key))
        for key in row.numbered("ke")
        if row.word(key) or row.word(_beside(key))
    ]
    if not pairs:
        tree.expect(place, row.span("ke 1" if "ke 1" in row.columns else "ke"))
    elif any(label for label, _, _ in pairs):
        for label, target, span in pairs:
            _put_exit(tree, place, (label, target, span), findings)
    elif len(pairs) == 1:
        tree.put(place, pairs[0][1], pairs[0][2])
    else:
        for n, (_, target, span) in enumerate(pairs):
            tree.put((*place, n), target, span)


def _beside(key: str) -> str:
    """Return the column of the answer that belongs to a target."""
    return key.replace("ke", "jawaban", 1)


def _put_exit(
    tree: Tree, place: Trail, pair: tuple[str, str, Span], findings: Findings
) -> None:
    label, target, span = pair
    if not target:
        message = f"jawaban {quoted(label)} tidak punya tujuan"
        findings.error("SOP304", message, span, "isi kolom Ke di sebelahnya")
    elif (*place, label) in tree.spans:
        message = f"jawaban {quoted(label)} ditulis dua kali"
        findings.error("SOP913", message, span, "beri label lain")
    else:
        tree.put((*place, label), target, span)


def _put_tembusan(tree: Tree, path: Trail, row: Baris) -> None:
    place = (*path, "tembusan")
    found = [k for k in row.numbered("tembusan") if row.word(k)]
    if len(found) == 1:
        tree.put(place, row.word(found[0]), row.span(found[0]))
    for n, key in enumerate(found if len(found) > 1 else ()):
        tree.put((*place, n), row.word(key), row.span(key))
