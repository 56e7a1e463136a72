"""sop/<id>.yaml: identity and kegiatan of one SOP, with remarks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sopgen.model.draft import Data, Draft, Trail
from sopgen.takeover.casing import calmed
from sopgen.takeover.chart import Chart
from sopgen.takeover.crowded import crowded
from sopgen.takeover.fields import LISTS
from sopgen.takeover.findings import PERIKSA
from sopgen.takeover.kegiatan import kegiatan_of
from sopgen.takeover.panggilan import Panggilan
from sopgen.takeover.procedures import Procedure
from sopgen.takeover.xmlread import plain

#: Where a remark about a whole SOP stands: at the head of its file, or its sheet.
HEAD: Trail = ()
DATES = ("tanggal_pembuatan", "tanggal_revisi", "tanggal_efektif")
NOT_FOUND = "tidak ada pada berkas lama"
UNKNOWN = "tidak dikenali; yang tidak terbaca pada berkas lama: `{}`{}"
NOT_DRAWN = "tidak ada simbol dan panah; alur dianggap berurutan"
#: Letters of a text that is quoted.
LONGEST = 40
#: Lines of the office's cell that name the office and not the unit.
OFFICE = (
    "PEMERINTAH",
    "KECAMATAN",
    "KANTOR CAMAT",
    "JL",
    "JALAN",
    "TELP",
    "LAMBANG",
    "STANDAR",
    "SOP",
)


def draft_sop(
    kode: str,
    procedure: Procedure,
    chart: Chart | None,
    source: str,
    panggilan: Panggilan,
) -> Draft:
    """Return the file of a SOP; ``panggilan`` are the others that it may call."""
    remarks: dict[Trail, str] = {}
    data: dict[str, Data] = {"status": "draf"}
    _identity(data, procedure, remarks)
    if chart is not None:
        data["pelaksana"] = list(chart.pelaksana) or _named(chart)
        data["kegiatan"] = kegiatan_of(chart, remarks, panggilan)
        why = chart.doubt if chart.nodes else NOT_DRAWN
        if why:
            remarks["kegiatan",] = f"{PERIKSA}{why}"
        _lanes(chart, remarks)
        why = crowded(chart, tuple(_doers(data["kegiatan"])))
        if why:
            remarks["pelaksana",] = remarks[HEAD] = f"{PERIKSA}{why}"
    head = (source, remarks.get(HEAD, ""))
    return Draft(f"sop/{kode}.yaml", data, remarks, tuple(filter(None, head)))


def _doers(kegiatan: Data) -> Iterator[str]:
    """Yield the pelaksana of every kegiatan, and of what else stands in its row."""
    for one in kegiatan if isinstance(kegiatan, list) else ():
        if isinstance(one, dict):
            who = one["pelaksana"]
            yield from map(str, who if isinstance(who, list) else [who])
            yield from _doers(one.get("tambahan", []))


def _identity(
    data: dict[str, Data], procedure: Procedure, remarks: dict[Trail, str]
) -> None:
    identity = procedure.identity
    texts = identity.texts if identity else {}
    lists = identity.lists if identity else {}
    data["unit"] = calmed(texts.get("unit") or unit_of(procedure.office))
    for key in DATES:
        data[key] = texts.get(key, "")
    if not data["tanggal_revisi"]:
        data["tanggal_revisi"] = "-"
    for key in LISTS:
        data[key] = list(lists.get(key, ()))
    why = _absent(procedure)
    for key in ("unit", "tanggal_pembuatan", "tanggal_efektif", *LISTS):
        if not data[key]:
            remarks[key,] = f"{PERIKSA}{why}"


def _absent(procedure: Procedure) -> str:
    """Return why a field is empty: what is not read may be its value."""
    cells = procedure.unread
    if not cells:
        return NOT_FOUND
    line = plain(cells[0].text)
    text = line if len(line) <= LONGEST else f"{line[:LONGEST]}…"
    more = f" dan {len(cells) - 1} tulisan lain" if len(cells) > 1 else ""
    return UNKNOWN.format(text, more)


def unit_of(lines: Sequence[str]) -> str:
    """Return the unit: the line below the office's own."""
    for line in reversed(lines):
        if line and not line.upper().startswith(OFFICE):
            return line
    return ""


def _named(chart: Chart) -> list[Data]:
    """Return the pelaksana that rows name in words, where there are no columns."""
    names = (row.texts.get("pelaksana") or "Pelaksana" for row in chart.rows)
    return list(dict.fromkeys(names))


def _lanes(chart: Chart, remarks: dict[Trail, str]) -> None:
    """Tell of columns whose names were made up."""
    known = {lane.nama for table in chart.tables for lane in table.lanes}
    for number, nama in enumerate(chart.pelaksana):
        if known and nama not in known:
            why = "nama kolom kosong atau kembar pada berkas lama"
            remarks["pelaksana", number] = f"{PERIKSA}{why}"
