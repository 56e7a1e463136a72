"""The sheets Keputusan and Dasar Hukum: one item of a decree or SOP in each row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic, Pokok
from sopgen.spec.findings import Findings, nearest, quoted, suggestion
from sopgen.spec.reader import Trail
from sopgen.spec.skalar import TIDAK, YA
from sopgen.spec.workbook import lembar
from sopgen.spec.workbook.forms import Nilai
from sopgen.spec.workbook.lampiran import (
    KEY,
    Bagian,
    Letak,
    put_tables,
    read_bagian,
    read_isi,
)
from sopgen.spec.workbook.lembar import Isian, plain
from sopgen.spec.workbook.peraturan import Pilihan
from sopgen.spec.workbook.tables import Baris
from sopgen.spec.workbook.tree import Tree
from sopgen.spec.workbook.values import put_item, typed_text
from sopgen.spec.workbook.words import code

#: The parts of a decree by their names as they are compared.
BAGIAN: Mapping[str, Isian] = {plain(i.judul): i for i in lembar.BAGIAN_KEPUTUSAN}


class Part(NamedTuple):
    """A row of the sheet: the decree and the part of it that it belongs to."""

    kode: str
    bagian: str
    row: Baris

    @property
    def annex(self) -> Bagian | None:
        """Return which part of which annex it is, if it is of one."""
        return read_bagian(self.bagian)

    @property
    def nama(self) -> str:
        """Return the name of its part as it is compared, without a numeral."""
        return self.annex.nama if self.annex else plain(self.bagian)

    @property
    def denied(self) -> bool:
        """Return whether it says that there is no such annex."""
        return self.nama == KEY and self.row.word("isi").casefold() in TIDAK


class Keputusan:
    """The decrees while their rows are read; ``places`` is where each is."""

    def __init__(self, tree: Tree, findings: Findings) -> None:
        self.tree, self.findings = tree, findings
        self.places: dict[str, Trail] = {}
        self.letak = Letak(findings)

    def put(self, rows: Iterable[Baris], tables: Iterable[Baris] = ()) -> None:
        """Put every row; a blank code or part is that of the row above.

        ``tables`` are the rows of tables that annexes have of their own.
        """
        rows = tuple(rows)
        parts = tuple(self._parts(rows, self._slips(rows)))
        for one in parts:
            if one.annex and not one.denied:
                self.letak.note(one.kode, one.annex.nomor, one.row.span("bagian"))
        isi = read_isi(tables, self.findings)
        for row in isi:
            self.letak.note(row.kode, row.nomor, row.baris.span("keputusan"))
        self.letak.begin(self.tree, self.places)
        for one in parts:
            self._row(one)
        put_tables(self.tree, isi, self.letak, self.places)

    def _parts(self, rows: Sequence[Baris], meant: Mapping[int, str]) -> Iterator[Part]:
        """Yield the rows that belong to a decree, which begins with its first one."""
        kode, bagian = "", ""
        for row in rows:
            written = meant.get(row.number) or code(row.word("keputusan"))
            if written and written != kode:
                kode, bagian = written, ""
            if not kode:
                message = "baris ini tidak menyebut keputusannya"
                saran = "isi kolom itu, atau hapus barisnya"
                self.findings.tell("SOP954", message, row.span("keputusan"), saran)
                continue
            if kode not in self.places:
                self.places[kode] = ("keputusan", len(self.places))
                path: Trail = (*self.places[kode], "id")
                self.tree.put(path, kode, row.span("keputusan"))
            bagian = row.word("bagian") or bagian
            yield Part(kode, bagian, row)

    def _slips(self, rows: Sequence[Baris]) -> Mapping[int, str]:
        """Return the code that is meant in rows whose own no other row has.

        It is that of a row beside it, if the two are alike and that decree has not yet
        what the row says: else a new decree begins here.
        """
        codes = _codes(rows)
        times = Counter(codes)
        single = {plain(i.judul) for i in lembar.BAGIAN_KEPUTUSAN if not i.daftar}
        said = {(c, plain(r.word("bagian"))) for c, r in zip(codes, rows, strict=True)}
        meant: dict[int, str] = {}
        for n, (kode, row) in enumerate(zip(codes, rows, strict=True)):
            beside = [c for c in codes[max(n - 1, 0) : n + 2] if times[c] > 1]
            close = nearest(kode, beside) if times[kode] == 1 else None
            bagian = plain(row.word("bagian"))
            if close and not (bagian in single and (close, bagian) in said):
                meant[row.number] = close
                message = f"kode keputusan {quoted(kode)} hanya ada pada baris ini"
                saran = f"mungkin maksudnya {quoted(close)}; dibaca begitu"
                span = row.span("keputusan")
                self.findings.tell("SOP954", message, span, saran)
        return meant

    def _row(self, part: Part) -> None:
        bagian, row, path = part.bagian, part.row, self.places[part.kode]
        isian = BAGIAN.get(part.nama)
        if part.annex and not part.denied:
            path = (*path, *self.letak.path(part.kode, part.annex.nomor))
        if isian is not None:
            below = isian.path[1:] if part.annex else isian.path
            self._isi((*path, *below), isian, row)
        elif part.nama == KEY:
            self._lampiran(path, row)
        elif bagian or row.word("isi"):
            names = [i.judul for i in lembar.BAGIAN_KEPUTUSAN]
            message = f"bagian keputusan {quoted(bagian)} tidak dikenal"
            if not bagian:
                message = "baris ini tidak menyebut bagian keputusannya"
            saran = suggestion(bagian, names)
            self.findings.tell("SOP954", message, row.span("bagian"), saran)
        if row.word("kode_sop") and (isian is None or isian.key != "sebutan"):
            message = f"kode SOP {quoted(row.word('kode_sop'))} di sini tidak dipakai"
            saran = "hanya bagian Lampiran: sebutan yang memakainya"
            self.findings.tell_lightly("SOP954", message, row.span("kode_sop"), saran)

    def _lampiran(self, path: Trail, row: Baris) -> None:
        """Put the row that says whether a decree has a lampiran."""
        word = row.word("isi").casefold()
        if word in YA:
            self.tree.begin(path, row.span("isi"))
        elif word not in TIDAK:
            message = f"bagian Lampiran harus `ya` atau `tidak`, bukan {quoted(word)}"
            self.findings.tell("SOP923", message, row.span("isi"), "tulis `ya`")

    def _isi(self, path: Trail, isian: Isian, row: Baris) -> None:
        """Put what a row says about a decree in its place."""
        text, span = row.text("isi"), row.span("isi")
        if isian.key == "sebutan":
            self._sebutan((*path, code(row.word("kode_sop"))), text, row)
        elif isian.daftar:
            cell = row.cells.get("isi")
            self.tree.expect(path, span)
            put_item(self.tree, path, Nilai(isian, cell, span))
        elif self.tree.has(path):
            message = f"bagian {quoted(isian.judul)} ditulis dua kali"
            self.findings.tell("SOP913", message, span, "hapus salah satu")
        elif text or (isian.key == "menetapkan" and row.word("bagian")):
            nilai = Nilai(isian, row.cells.get("isi"), span)
            self.tree.put(path, typed_text(nilai, self.findings), span)
        else:
            self.tree.expect(path, span)

    def _sebutan(self, path: Trail, text: str, row: Baris) -> None:
        if not path[-1]:
            message = "sebutan ini tidak menyebut kode SOP-nya"
            saran = "isi kolom Kode SOP"
            self.findings.tell("SOP954", message, row.span("kode_sop"), saran)
        elif self.tree.has(path):
            message = f"sebutan {quoted(str(path[-1]))} ditulis dua kali"
            self.findings.tell("SOP913", message, row.span("isi"), "hapus salah satu")
        else:
            self.tree.put(path, text, row.span("isi"))


def _codes(rows: Sequence[Baris]) -> list[str]:
    """Return the code of each row, a blank one that of the row above."""
    codes: list[str] = []
    for row in rows:
        codes.append(code(row.word("keputusan")) or (codes[-1] if codes else ""))
    return codes


def put_dasar_hukum(
    rows: Iterable[Baris],
    keputusan: Keputusan,
    sop: Mapping[str, Tree],
    pilihan: Pilihan,
    findings: Findings,
) -> None:
    """Put each legal basis where it belongs: to a decree, or to a SOP after its own."""
    untuk, bagian = "", ""
    keys = {plain(judul): key for judul, key in lembar.BAGIAN_DASAR.items()}
    for row in rows:
        written = code(row.word("untuk"))
        if written and written != untuk:
            untuk, bagian = written, ""
        bagian = row.word("bagian") or bagian
        key = keys.get(plain(bagian), "" if bagian or untuk not in sop else DASAR)
        if key == DASAR and untuk in sop:
            _put(sop[untuk], (key,), row, pilihan)
        elif key and key != DASAR and untuk in keputusan.places:
            _put(keputusan.tree, (*keputusan.places[untuk], key), row, pilihan)
        else:
            names = [*keputusan.places, *sop]
            findings.add(_misplaced(row, untuk, bagian, names))


DASAR = "dasar_hukum"


def _misplaced(row: Baris, untuk: str, bagian: str, names: list[str]) -> Diagnostic:
    if not untuk:
        message = f"kolom {quoted('Untuk')} kosong pada baris ini"
        saran = "tulis kode keputusannya, atau hapus barisnya"
        return diagnose("SOP954", message, row.span("untuk"), saran)
    if untuk not in names:
        message = f"keputusan atau SOP {quoted(untuk)} tidak ada"
        saran = suggestion(untuk, names)
        told = diagnose("SOP954", message, row.span("untuk"), saran)
        of_sop = lembar.BAGIAN_DASAR.get(bagian.capitalize(), DASAR) == DASAR
        return told.about(Pokok.SOP if of_sop else Pokok.KEPUTUSAN, untuk)
    message = f"bagian {quoted(bagian)} tidak cocok untuk {quoted(untuk)}"
    saran = (
        "pilihannya: Mengingat dan Memperhatikan untuk keputusan, Dasar hukum untuk SOP"
    )
    return diagnose("SOP954", message, row.span("bagian"), saran)


def _put(tree: Tree, path: Trail, row: Baris, pilihan: Pilihan) -> None:
    """Put a legal basis: by its regulation, or in the office's own words."""
    here = (*path, tree.count(path))
    if row.word("peraturan") or row.text("pasal"):
        span = row.span("peraturan")
        tree.begin(here, span)
        tree.put((*here, "peraturan"), pilihan.read(row.word("peraturan")), span)
        for key in ("pasal", "teks"):
            if row.text(key):
                tree.put((*here, key), row.text(key), row.span(key))
    elif row.text("teks"):
        tree.put(here, row.text("teks"), row.span("teks"))
