"""Fixed sheets that have another name: known by the headings that they alone have."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sopgen.model.diagnose import diagnose, diagnose_lightly
from sopgen.model.diagnostic import Diagnostic
from sopgen.spec.findings import nearest, quoted, suggestion
from sopgen.spec.workbook import lembar
from sopgen.spec.workbook.cells import Cell, Sheet
from sopgen.spec.workbook.lembar import Kolom, plain
from sopgen.spec.workbook.nama_isian import is_sop, named_by_place
from sopgen.spec.workbook.tujuan import TABEL

#: So many lines of the form make a sheet that of the book.
LABELS = 4
#: More names are not told at once.
SHOWN = 8
#: Sheets that a workbook may well do without.
BOLEH_TAK_ADA = (lembar.SEKSI,)
KNOWN = frozenset(map(plain, (*lembar.FIXED, *lembar.TAK_DIBACA)))
ISIAN = frozenset(plain(one.judul) for one in (*lembar.FORM_BUKU, *lembar.SENDIRI))
#: The number behind a heading of which there are several: ``Kolom 2``.
NUMBER = re.compile(r" \d{1,3}$")


def by_their_names(sheets: Iterable[Sheet]) -> dict[str, Sheet]:
    """Return sheets by their names as they are compared, the first of each name."""
    made: dict[str, Sheet] = {}
    for sheet in sheets:
        made.setdefault(plain(sheet.name), sheet)
    return made


def missing(by_name: Mapping[str, Sheet]) -> tuple[str, ...]:
    """Return the fixed sheets that lack, but those that are written only where used."""
    lacking = (name for name in lembar.FIXED if plain(name) not in by_name)
    return tuple(name for name in lacking if name not in BOLEH_TAK_ADA)


def renamed(by_name: Mapping[str, Sheet]) -> dict[str, Sheet]:
    """Return, by the names of fixed sheets that lack, the one that is each for certain.

    Where two are alike, it is none of them.
    """
    found: dict[str, list[Sheet]] = {}
    for sheet in strangers(by_name):
        name = _kind(sheet)
        if name and plain(name) not in by_name:
            found.setdefault(name, []).append(sheet)
    likely = {name: one[0] for name, one in found.items() if len(one) == 1}
    return {
        name: sheet
        for name, sheet in likely.items()
        if not is_sop(named_by_place(sheet).sheet)
    }


def strangers(by_name: Mapping[str, Sheet]) -> Iterator[Sheet]:
    """Yield the sheets that are neither fixed nor plainly those of SOP."""
    for name, sheet in by_name.items():
        if name not in KNOWN and not is_sop(sheet):
            yield sheet


def taken_for(sheet: Sheet, name: str) -> Diagnostic:
    """Return that a sheet was read as a fixed one."""
    what = "nama isiannya" if name == lembar.BUKU else "judul kolomnya"
    message = f"lembar {quoted(sheet.name)} dibaca sebagai lembar {quoted(name)}"
    saran = f"kembalikan namanya menjadi {quoted(name)}"
    return diagnose("SOP939", f"{message}, menurut {what}", sheet.top, saran)


def unknown(sheet: Sheet, lacking: Sequence[str]) -> Diagnostic:
    """Return that a sheet is not read; it may be one of those that lack.

    Then no book for signature may be built: what it says would be missing in it.
    """
    name = quoted(sheet.name)
    saran = (
        suggestion(sheet.name, lembar.FIXED)
        or f"lembar SOP memuat isian `{lembar.KODE_SOP}`"
    )
    if sheet.hidden:
        message = f"lembar tersembunyi {name} tidak dikenal; tidak dibaca"
        return diagnose("SOP940", message, sheet.top, saran)
    message = f"lembar {name} tidak dikenal; tidak dibaca"
    if not lacking:
        return diagnose_lightly("SOP950", message, sheet.top, saran)
    names = _listed(lacking)
    message += f", sedangkan lembar {names} tidak ada"
    saran = (
        f"bila ini lembar {names}, kembalikan nama dan judul kolomnya; bila bukan, "
        f"tambahkan lembar {names}, boleh kosong"
    )
    told = diagnose_lightly("SOP950", message, sheet.top, saran)
    return replace(told, forbids_final=True)


def unreadable(
    lacking: Sequence[str], by_name: Mapping[str, Sheet], sheets: Sequence[Sheet]
) -> Diagnostic:
    """Return that a workbook lacks sheets that it needs, at the likeliest place."""
    close = _likely(lacking[0], by_name) if len(lacking) == 1 else None
    wanted = " dan ".join(map(quoted, lacking))
    others = [sheet.name for sheet in strangers(by_name)]
    every = dict.fromkeys((*others, *(sheet.name for sheet in sheets)))
    message = f"buku kerja ini tidak punya lembar {wanted}; lembarnya: "
    message += _listed(tuple(every), ", ")
    saran = (
        "mulai dari `sopgen export NAMA --xlsx`; SOP lama diambil dengan "
        "`sopgen import BERKAS`"
    )
    if close:
        saran = f"lembar {quoted(close.name)} mungkin {wanted}; "
        saran += "kembalikan nama dan judulnya"
    elif len(lacking) == 1:
        saran = f"kembalikan lembar {wanted}, atau namanya bila sudah diganti"
    place = close or by_name.get(plain(lembar.BUKU), sheets[0])
    return diagnose("SOP950", message, place.top, saran)


def _listed(names: Sequence[str], last: str = " atau ") -> str:
    """Return names in a sentence, not more than can be taken in."""
    shown = [quoted(name) for name in names[:SHOWN]]
    if len(names) > SHOWN:
        return ", ".join((*shown, "…"))
    return last.join(filter(None, (", ".join(shown[:-1]), shown[-1])))


def _likely(name: str, by_name: Mapping[str, Sheet]) -> Sheet | None:
    """Return the strange sheet that is likely a fixed one: by name, or the only one."""
    every = {sheet.name: sheet for sheet in strangers(by_name) if sheet.rows}
    words = set(plain(name).split())
    parts = [one for one in every if words & set(plain(one).split())]
    close = nearest(name, every)
    left = [close] if close else parts or list(every)
    return every[left[0]] if len(left) == 1 else None


def _kind(sheet: Sheet) -> str:
    """Return the fixed sheet whose headings one has, or nothing."""
    points = {name: _fit(sheet, table) for name, table in TABEL.items()}
    labels = {plain(row[0].text) for row in sheet.rows.values()} & ISIAN
    points[lembar.BUKU] = len(labels) if len(labels) >= LABELS else 0
    most = max(points.values())
    best = [name for name, n in points.items() if n == most]
    return best[0] if most and len(best) == 1 else ""


def _fit(sheet: Sheet, table: Sequence[Kolom]) -> int:
    """Return how well the headings of a sheet are those of a table; 0 if they are not.

    Of the usual ones more than half must be there, and more than there are others; of
    two that any table may have, both and nothing else.
    """
    known = {plain(column.judul): column for column in table}
    usual = sum(not column.jarang for column in table)
    for row in sheet.rows.values():
        own = {word for word in map(_heading, row) if word in known}
        others = len(row) - sum(_heading(cell) in own for cell in row)
        sure = all(plain(c.judul) in own for c in table if c.wajib)
        few = len(own) < 2 or 2 * len(own) <= usual
        if sure and not few and others < (len(own) if usual > 2 else 1):
            return len(own) - others
    return 0


def _heading(cell: Cell) -> str:
    return NUMBER.sub("", plain(cell.text))
