"""sop/<id>.yaml: identity and kegiatan of one SOP, with remarks."""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.model.draft import Data, Draft, Trail
from sopgen.takeover.casing import calmed
from sopgen.takeover.chart import Chart
from sopgen.takeover.crowded import crowded
from sopgen.takeover.findings import PERIKSA
from sopgen.takeover.identity import LISTS, Identity
from sopgen.takeover.kegiatan import kegiatan_of

#: Where a remark about a whole SOP stands: at the head of its file, or its sheet.
HEAD: Trail = ()
DATES = ("tanggal_pembuatan", "tanggal_revisi", "tanggal_efektif")
NOT_FOUND = "tidak ada pada berkas lama"
NOT_DRAWN = "tidak ada simbol dan panah; alur dianggap berurutan"
#: Lines of the office's cell that name the office and not the unit.
OFFICE = ("PEMERINTAH", "KECAMATAN", "KANTOR CAMAT", "JL", "JALAN", "TELP", "LAMBANG")


def draft_sop(
    kode: str, identity: Identity | None, chart: Chart | None, title: str
) -> Draft:
    """Return the file of a SOP."""
    remarks: dict[Trail, str] = {}
    data: dict[str, Data] = {"status": "draf"}
    _identity(data, identity, remarks)
    if chart is not None:
        data["pelaksana"] = list(chart.pelaksana) or _named(chart)
        data["kegiatan"] = kegiatan_of(chart, remarks)
        why = chart.doubt if chart.nodes else NOT_DRAWN
        if why:
            remarks["kegiatan",] = f"{PERIKSA}{why}"
        _lanes(chart, remarks)
        why = crowded(chart, tuple(_doers(data["kegiatan"])))
        if why:
            remarks["pelaksana",] = remarks[HEAD] = f"{PERIKSA}{why}"
    head = (title, remarks.get(HEAD, ""))
    return Draft(f"sop/{kode}.yaml", data, remarks, tuple(filter(None, head)))


def _doers(kegiatan: Data) -> Iterator[str]:
    """Yield the pelaksana of every kegiatan, and of what else stands in its row."""
    for one in kegiatan if isinstance(kegiatan, list) else ():
        if isinstance(one, dict):
            yield str(one["pelaksana"])
            yield from _doers(one.get("tambahan", []))


def _identity(
    data: dict[str, Data], identity: Identity | None, remarks: dict[Trail, str]
) -> None:
    texts = identity.texts if identity else {}
    unit = texts.get("unit") or unit_of(identity)
    data["unit"] = calmed(unit)
    for key in DATES:
        data[key] = texts.get(key, "")
    if not data["tanggal_revisi"]:
        data["tanggal_revisi"] = "-"
    for key in ("unit", "tanggal_pembuatan", "tanggal_efektif"):
        if not data[key]:
            remarks[key,] = f"{PERIKSA}{NOT_FOUND}"
    lists = identity.lists if identity else {}
    for key in LISTS:
        data[key] = list(lists.get(key, ()))
        if not data[key]:
            remarks[key,] = f"{PERIKSA}{NOT_FOUND}"


def unit_of(identity: Identity | None) -> str:
    """Return the unit: the line below the office's own."""
    lines = identity.office if identity else ()
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
