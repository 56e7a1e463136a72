"""sop/<id>.yaml: identity and kegiatan of one SOP, with remarks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sopgen.model.draft import Data, Draft, Trail
from sopgen.model.kolom import MUTU
from sopgen.model.lajur import Lajur, lajur_of, listed_of
from sopgen.model.nilai import dataclass
from sopgen.takeover.casing import calmed
from sopgen.takeover.chart import Chart
from sopgen.takeover.crowded import crowded
from sopgen.takeover.fields import LISTS
from sopgen.takeover.findings import PERIKSA
from sopgen.takeover.kegiatan import kegiatan_of
from sopgen.takeover.owncolumns import declared
from sopgen.takeover.panggilan import Panggilan
from sopgen.takeover.procedures import Procedure
from sopgen.takeover.sums import differs
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
    "DISTRIK",
    "KAPANEWON",
    "KEMANTREN",
    "KELURAHAN",
    "DINAS",
    "BADAN",
    "PUSKESMAS",
    "UPT",
    "KANTOR CAMAT",
    "JL",
    "JALAN",
    "TELP",
    "LAMBANG",
    "STANDAR",
    "SOP",
)


@dataclass(frozen=True, slots=True)
class Asal:
    """Where a SOP was read: its place in words, and whether sopgen made that file.

    ``lembaran`` is what it says of the sheets of its chart.
    """

    tempat: str
    ours: bool
    lembaran: Mapping[str, Data]


def draft_sop(
    kode: str,
    procedure: Procedure,
    chart: Chart | None,
    asal: Asal,
    panggilan: Panggilan,
) -> Draft:
    """Return the file of a SOP; one of ours says what columns its office chose.

    ``panggilan`` are the others that it may call.
    """
    remarks: dict[Trail, str] = {}
    data: dict[str, Data] = {"status": "draf"}
    _identity(data, procedure, remarks)
    data |= asal.lembaran
    if chart is not None:
        data["pelaksana"] = _pelaksana(chart)
        data |= columns_of(chart, exact=asal.ours)
        _sum(chart, data, remarks)
        data["kegiatan"] = kegiatan_of(chart, remarks, panggilan)
        why = chart.doubt if chart.nodes else NOT_DRAWN
        if why:
            remarks["kegiatan",] = f"{PERIKSA}{why}"
        _lanes(chart, remarks)
        why = crowded(chart, tuple(_doers(data["kegiatan"])))
        if why:
            remarks["pelaksana",] = remarks[HEAD] = f"{PERIKSA}{why}"
    head = (asal.tempat, remarks.get(HEAD, ""))
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


def _pelaksana(chart: Chart) -> list[Data]:
    """Return the list of pelaksana, those of a group together."""
    if not chart.pelaksana:
        return _named(chart)
    lanes = chart.lanes
    groups = (lanes[nama].kelompok if nama in lanes else "" for nama in chart.pelaksana)
    pairs = zip(chart.pelaksana, groups, strict=True)
    return listed_of([Lajur(nama, (), group) for nama, group in pairs])


def columns_of(chart: Chart, *, exact: bool) -> dict[str, Data]:
    """Return what a chart says of its columns: names, and mutu baku if it has none."""
    made: dict[str, Data] = {}
    heading = chart.tables[0].heading if chart.tables else None
    if heading is None:
        return made
    filled = {kunci for row in chart.rows for kunci, text in row.texts.items() if text}
    own = [k for k in heading.sendiri if exact or k in filled]
    if named := declared(heading.roles, own, exact=exact):
        made["kolom"] = dict(named)
    if exact and not set(MUTU) & set(heading.roles):
        made["mutu_baku"] = "tidak"
    return made


def _sum(chart: Chart, data: dict[str, Data], remarks: dict[Trail, str]) -> None:
    """Tell that a last row sums up waktu, and if its sum is another one."""
    if chart.jumlah is None:
        return
    data["jumlah_waktu"] = "ya"
    if differs(chart.jumlah, (row.texts.get("waktu", "") for row in chart.rows)):
        why = f"pada berkas lama tertulis `{chart.jumlah}`"
        remarks["jumlah_waktu",] = f"{PERIKSA}{why}"


def _named(chart: Chart) -> list[Data]:
    """Return the pelaksana that rows name in words, where there are no columns."""
    names = (row.texts.get("pelaksana") or "Pelaksana" for row in chart.rows)
    return list(dict.fromkeys(names))


def _lanes(chart: Chart, remarks: dict[Trail, str]) -> None:
    """Tell of columns whose names were made up."""
    known = {lane.nama for table in chart.tables for lane in table.lanes}
    for lane in lajur_of(_pelaksana(chart)):
        if known and lane.nama not in known:
            why = "nama kolom kosong atau kembar pada berkas lama"
            remarks[lane.jejak] = f"{PERIKSA}{why}"
