"""A chart → the kegiatan of a spec, with a remark wherever something was guessed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import field, replace

from sopgen.model.draft import Data, Trail
from sopgen.model.nilai import dataclass
from sopgen.model.tujuan import SOP, in_sop
from sopgen.takeover.arrows import Arrow
from sopgen.takeover.chart import Chart, Node
from sopgen.takeover.exits import Exit, exits_data, name_unnamed
from sopgen.takeover.findings import PERIKSA
from sopgen.takeover.panggilan import ELSEWHERE, UNKNOWN, Panggilan
from sopgen.takeover.row import Row

PENGHUBUNG, SUBPROSES = "penghubung", "subproses"
#: The symbols that may be another SOP, or lead on into one.
CALLING = ("proses", SUBPROSES, PENGHUBUNG)
MULAI = re.compile(r"(mulai|start|begin|awal)\b.*", re.IGNORECASE)
SELESAI = re.compile(r"(selesai|end|finish|akhir|stop|berakhir)\b.*", re.IGNORECASE)
ENDS = {"mulai": "Mulai", "selesai": "Selesai"}
FIELDS = ("kelengkapan", "waktu", "output", "keterangan")

NO_SYMBOL = "tidak ada simbol pada baris ini; pelaksana ditebak"
NO_ARROW = "tidak ada panah keluar pada berkas lama"
NO_TEXT = "tanpa tulisan; ditebak dari letaknya"
RENUMBERED = "nomor pada berkas lama `{}`"
NO_UNIT = "satuan waktu tidak tertulis"
AS_WRITTEN = "tertulis `{}`"
COPIED = "label `{}` pada panah tembusan tidak dipakai"
NO_CHOICE = "label pada panah yang tidak keluar dari keputusan"


@dataclass(slots=True)
class Page:
    """A mapping that is being filled, and remarks beside what is in it."""

    trail: Trail
    remarks: dict[Trail, str]
    data: dict[str, Data] = field(default_factory=dict)

    def put(self, key: str, value: Data, why: str = "") -> None:
        """Write a value, with what somebody has to check."""
        self.data[key] = value
        if why:
            self.remarks[(*self.trail, key)] = f"{PERIKSA}{why}"


@dataclass(frozen=True, slots=True)
class Mark:
    """A symbol as it will be written; ``sop`` is the id of the SOP that it calls."""

    node: Node
    simbol: str
    teks: str
    doubt: str
    sop: str = ""

    @property
    def leads_on(self) -> bool:
        """Return whether it only says in which SOP the flow goes on."""
        return bool(self.sop) and self.simbol == PENGHUBUNG


def kegiatan_of(
    chart: Chart, remarks: dict[Trail, str], panggilan: Panggilan
) -> list[Data]:
    """Return the rows of a chart as data; remarks are added by their place.

    ``panggilan`` are the other SOP that symbols may name.
    """
    writer = _Writer(chart, remarks, panggilan)
    return [writer.row(number) for number in range(len(chart.rows))]


class _Writer:
    """Writes row after row; knows what every symbol is called."""

    def __init__(
        self, chart: Chart, remarks: dict[Trail, str], panggilan: Panggilan
    ) -> None:
        self.chart, self.remarks, self.panggilan = chart, remarks, panggilan
        self.exits: dict[int, list[Arrow]] = {}
        self.entries: dict[int, list[Arrow]] = {}
        for arrow in chart.arrows:
            self.exits.setdefault(arrow.source, []).append(arrow)
            self.entries.setdefault(arrow.target, []).append(arrow)
        self.marks = [
            self._calling(self._mark(n, node)) for n, node in enumerate(chart.nodes)
        ]
        self.nomor = numbers_of(chart.rows)
        self.rows = self._by_row()
        self.names = self._named()

    def _mark(self, number: int, node: Node) -> Mark:
        """Return what a symbol is, now that its text and arrows are known."""
        simbol, teks, doubt = node.figure.simbol, node.figure.teks, node.doubt
        inner = number in self.exits and number in self.entries
        if simbol == "terminator" and node.figure.doubt and inner and not _end(teks):
            return Mark(node, "proses", teks, doubt.replace("terminator", "proses"))
        if simbol != "terminator" and not (node.figure.doubt and _end(teks)):
            return Mark(node, simbol, teks, doubt)
        word = _end(teks)
        if word:
            same = teks.casefold() == ENDS[word].casefold()
            other = "" if same else AS_WRITTEN.format(teks)
            only_kind = doubt == node.figure.doubt
            return Mark(node, word, "", other or ("" if only_kind else doubt))
        if not teks and not (self.exits.get(number) and self.entries.get(number)):
            word = "mulai" if number in self.exits else "selesai"
            return Mark(node, word, "", doubt if node.figure.typed else NO_TEXT)
        return Mark(node, simbol, teks, doubt)

    def _calling(self, mark: Mark) -> Mark:
        """Return a symbol with the SOP that it names, if it is one that may."""
        if mark.simbol not in CALLING:
            return mark
        found = self.panggilan.called(mark.node.figure.teks)
        if found is not None:
            simbol = mark.simbol if mark.simbol == PENGHUBUNG else SUBPROSES
            doubt = mark.doubt if simbol == mark.simbol else ""
            return Mark(mark.node, simbol, found.teks, doubt, found.sop)
        if mark.simbol == SUBPROSES:
            return replace(mark, simbol="proses", doubt=UNKNOWN)
        why = ELSEWHERE if mark.simbol == PENGHUBUNG else mark.doubt
        return replace(mark, doubt=why)

    def _by_row(self) -> dict[int, list[int]]:
        """Return the symbols of each row, its own first."""
        rows: dict[int, list[int]] = {}
        for number, node in enumerate(self.chart.nodes):
            if not self.marks[number].leads_on:
                rows.setdefault(node.row, []).append(number)
        for numbers in rows.values():
            numbers.sort(key=self._weight)
        return rows

    def _weight(self, number: int) -> tuple[bool, bool, bool, float]:
        """Return how a symbol ranks in its row: the flow goes through its own."""
        exits = [a for a in self.exits.get(number, ()) if not a.dashed]
        entries = [a for a in self.entries.get(number, ()) if not a.dashed]
        nodes = self.chart.nodes
        onward = any(nodes[a.target].row != nodes[number].row for a in exits)
        extra = self.marks[number].simbol in ("dokumen", "penyimpanan")
        return (not exits + entries, not onward, extra, nodes[number].figure.box.x)

    def _named(self) -> dict[int, str]:
        """Return the word by which each symbol is meant: a number, or an id."""
        names: dict[int, str] = {}
        for row, numbers in self.rows.items():
            for n, number in enumerate(numbers):
                simbol = self.marks[number].simbol
                letter = "" if n < 2 else chr(ord("a") + min(n - 1, 25))
                extra = f"{simbol}-{self.nomor[row]}{letter}"
                names[number] = extra if n else self.nomor[row]
        return names

    def row(self, number: int) -> Data:
        """Return a kegiatan."""
        row = self.chart.rows[number]
        page = Page(("kegiatan", number), self.remarks)
        self._head(page, number, row)
        numbers = self.rows.get(number, [])
        if numbers:
            self._symbol(page, numbers[0], main=True)
        else:
            self._nothing(page, number, row)
        for key in (*FIELDS, *self.chart.sendiri):
            if row.texts.get(key):
                bare = key == "waktu" and row.texts[key].isdecimal()
                why = _both(NO_UNIT if bare else "", row.doubts.get(key, ""))
                page.put(key, row.texts[key], why)
        more = [self._extra(page, n, extra) for n, extra in enumerate(numbers[1:])]
        if more:
            page.put("tambahan", more)
        return page.data

    def _head(self, page: Page, number: int, row: Row) -> None:
        page.put("uraian", row.uraian)
        before = self.nomor[number - 1] if number else "0"
        usual = str(int(before) + 1) if before.isdecimal() else ""
        mine = self.nomor[number]
        old = row.nomor if row.nomor not in ("", "•", mine) else ""
        why = RENUMBERED.format(old) if old else ""
        if mine != usual or why:
            page.put("nomor", mine, why)

    def _nothing(self, page: Page, number: int, row: Row) -> None:
        """Write a kegiatan that no symbol was drawn for."""
        named = "" if self.chart.pelaksana else row.texts.get("pelaksana", "")
        nama = named or self._likely(number, row)
        why = row.doubts.get("pelaksana", "") if named else NO_SYMBOL
        page.put("pelaksana", nama, why)
        if self.chart.nodes and number + 1 < len(self.chart.rows):
            page.put("ke", [], NO_ARROW)

    def _likely(self, number: int, row: Row) -> str:
        """Return the pelaksana that a row speaks of, else that of a neighbour."""
        said = f"{row.uraian} {row.texts.get('keterangan', '')}".casefold()
        for nama in self.chart.pelaksana:
            if nama.casefold() in said:
                return nama
        for near in (number - 1, number + 1):
            if near in self.rows:
                return self.chart.nodes[self.rows[near][0]].pelaksana
        return next(iter(self.chart.pelaksana), "Pelaksana")

    def _extra(self, page: Page, n: int, number: int) -> Data:
        inner = Page((*page.trail, "tambahan", n), self.remarks)
        inner.put("id", self.names[number])
        self._symbol(inner, number, main=False)
        return inner.data

    def _symbol(self, page: Page, number: int, *, main: bool) -> None:
        mark = self.marks[number]
        who: Data = [*mark.node.who] if mark.node.bersama else mark.node.pelaksana
        page.put("pelaksana", who, mark.node.place_doubt)
        if mark.simbol != "proses" or mark.doubt or not main:
            page.put("simbol", mark.simbol, mark.doubt)
        if mark.sop:
            page.put(SOP, mark.sop)
        if mark.teks:
            page.put("teks", mark.teks)
        solid = [self._exit(a) for a in self.exits.get(number, ()) if not a.dashed]
        copies = [self._exit(a) for a in self.exits.get(number, ()) if a.dashed]
        self._onward(page, number, solid, main=main)
        if copies:
            value, why = exits_data(copies, labelled=False)
            page.put("tembusan", value)
            self._remark(page, "tembusan", why)

    def _exit(self, arrow: Arrow) -> Exit:
        here, there = (self.chart.nodes[n] for n in (arrow.source, arrow.target))
        down = (there.row, there.figure.box.y) > (here.row, here.figure.box.y)
        there_on = self.marks[arrow.target]
        target = in_sop(there_on.sop) if there_on.leads_on else self.names[arrow.target]
        copy = COPIED.format(arrow.label) if arrow.label and arrow.dashed else ""
        decides = self.marks[arrow.source].simbol == "keputusan"
        odd = NO_CHOICE if arrow.label and not decides else ""
        return Exit(
            target,
            arrow.label,
            down,
            _both(arrow.doubt, copy),
            _both(odd, arrow.label_doubt),
        )

    def _onward(
        self, page: Page, number: int, exits: Sequence[Exit], *, main: bool
    ) -> None:
        """Write where a symbol leads to, unless that is what is meant anyway."""
        mark, row = self.marks[number], self.chart.nodes[number].row
        decides = mark.simbol == "keputusan"
        ends = mark.simbol == "selesai" or (mark.simbol == "terminator" and row > 0)
        after = self._after(row)
        if not exits:
            self._no_exit(page, after if main and not ends else "", decides=decides)
            return
        exits = sorted(exits, key=lambda e: not e.down)
        if decides or any(e.label for e in exits):
            exits = name_unnamed(exits)
        plain = len(exits) == 1 and exits[0] == Exit(after, "", down=True)
        if main and plain and not decides and not ends:
            return
        value, why = exits_data(exits, labelled=any(e.label for e in exits))
        page.put("ke", value)
        self._remark(page, "ke", why)

    def _no_exit(self, page: Page, after: str, *, decides: bool) -> None:
        if decides:
            target = after or self.nomor[0]
            page.put("ke", {"Ya": target})
            trail = (*page.trail, "ke", "Ya")
            self.remarks[trail] = f"{PERIKSA}{NO_ARROW}; tujuan ditebak"
        elif after:
            page.put("ke", [], NO_ARROW)

    def _after(self, row: int) -> str:
        return self.nomor[row + 1] if row + 1 < len(self.nomor) else ""

    def _remark(self, page: Page, key: str, why: Mapping[Trail, str]) -> None:
        for trail, text in why.items():
            self.remarks[(*page.trail, key, *trail)] = f"{PERIKSA}{text}"


def _both(one: str, other: str) -> str:
    """Return two doubts as one."""
    return "; ".join(filter(None, (one, other)))


def _end(teks: str) -> str:
    """Return which end of the flow a text names."""
    if MULAI.fullmatch(teks):
        return "mulai"
    return "selesai" if SELESAI.fullmatch(teks) else ""


def numbers_of(rows: Sequence[Row]) -> list[str]:
    """Return the numbers of rows: as they are written if they tell rows apart."""
    given = [row.nomor for row in rows]
    if all(n and n != "•" for n in given) and len(set(given)) == len(given):
        return given
    return [str(k + 1) for k in range(len(rows))]
