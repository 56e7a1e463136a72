"""The sheet of one SOP: its identity above, a row per kegiatan below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Pokok, Span
from sopgen.model.kode import kode
from sopgen.model.lajur import PELAKSANA, lajur_of
from sopgen.model.nilai import dataclass
from sopgen.model.tujuan import SOP, in_words
from sopgen.spec.bersama import SAMBUNG, names_in
from sopgen.spec.findings import Findings, quoted
from sopgen.spec.jalan import aimless
from sopgen.spec.reader import Trail
from sopgen.spec.schema import SimbolYaml
from sopgen.spec.tanda import Numbers
from sopgen.spec.workbook.cells import Sheet
from sopgen.spec.workbook.dasar import DASAR, pasal_on, put_bases
from sopgen.spec.workbook.forms import Nilai, read_form
from sopgen.spec.workbook.kelompok import kelompok_on, put_lanes
from sopgen.spec.workbook.kolom import table_of
from sopgen.spec.workbook.lembar import (
    CONTOH,
    FORM_SOP,
    ISIAN_KODE,
    KODE_SOP,
    KOSONG,
    TABEL_KEGIATAN,
    Kolom,
    plain,
)
from sopgen.spec.workbook.nama_isian import Bernama
from sopgen.spec.workbook.nama_pelaksana import each_named, named_below
from sopgen.spec.workbook.peraturan import Pilihan
from sopgen.spec.workbook.tables import Baris, find_head, read_table
from sopgen.spec.workbook.tree import Tree
from sopgen.spec.workbook.values import put_value, twice
from sopgen.spec.workbook.words import chosen, listed, numeral

#: Columns that name a kegiatan, and those that a further symbol has, too: a row that
#: fills in any other is no further symbol of the kegiatan above it.
NAMED = ("nomor", "uraian")
SHARED = (*SimbolYaml.model_fields, "jawaban", "keterangan")
#: Columns whose texts are words without a line's end.
CODES = ("id", SOP)
#: The path of a kegiatan, as against that of a further symbol.
FIRST: Trail = ("kegiatan", 0)
#: What to do about an answer that stands twice.
OTHER_ANSWER = (
    "beri jawaban yang berbeda, atau tulis kedua tujuannya dalam satu sel: 2, 3"
)
#: Letters of a code: it becomes the name of a file.
LONGEST = 60


@dataclass(frozen=True, slots=True)
class LembarSop:
    """A SOP as its sheet has it; without a code it belongs to nothing."""

    kode: str
    tree: Tree
    span: Span


def read_sop_sheet(
    bernama: Bernama, findings: Findings, buku: Any, pilihan: Pilihan
) -> LembarSop:
    """Return the code of a SOP and what its file holds, given the data of its book.

    ``pilihan`` are the regulations that its cells may name.
    """
    sheet = bernama.sheet
    tree = Tree(sheet.source, sheet.top)
    head = find_head(sheet, TABEL_KEGIATAN)
    end = head.row if head else _top(sheet)
    code = Identitas(tree, bernama, end, findings).read(pilihan)
    if head is None:
        message = "baris judul kolom kegiatan tidak ditemukan; kegiatan tidak dibaca"
        saran = "tulis judul No, Kegiatan, Pelaksana, Simbol dalam satu baris"
        findings.tell("SOP949", message, sheet.top, saran)
    else:
        table = table_of(buku, tree.data)
        rows = list(read_table(sheet, table, findings))
        Kegiatan(tree, table, findings).put(rows)
    span = code.span if code else sheet.top
    return LembarSop(_kode(code, span, findings), tree, span)


@dataclass(frozen=True, slots=True)
class Identitas:
    """What stands above the table of a SOP, on its way into its file."""

    tree: Tree
    bernama: Bernama
    end: int
    findings: Findings

    def read(self, pilihan: Pilihan) -> Nilai | None:
        """Put everything; return the code that stands there."""
        self._tell()
        sheet = self.bernama.sheet
        kelompok, pasal = kelompok_on(sheet, self.end), pasal_on(sheet, self.end)
        bare, tanpa = pasal.without(kelompok.without(sheet)), self.bernama.tanpa
        form = (ISIAN_KODE, *FORM_SOP)
        code: Nilai | None = None
        apart: dict[str, list[Nilai]] = {PELAKSANA: [], DASAR: []}
        for nilai in read_form(bare, form, self.end, self.findings, tanpa):
            if nilai.isian.key in apart and nilai.cell is not None:
                apart[nilai.isian.key].append(nilai)
            elif nilai.isian is not ISIAN_KODE:
                put_value(self.tree, nilai, self.findings)
            elif code is not None and code.cell is not None:
                twice(KODE_SOP, nilai, self.findings)
            else:
                code = nilai
        named = named_below(sheet, find_head(sheet, TABEL_KEGIATAN))
        lanes = tuple(each_named(apart[PELAKSANA], named, self.findings))
        put_lanes(self.tree, lanes, kelompok, sheet)
        put_bases(self.tree, apart[DASAR], pasal, sheet, pilihan)
        return code

    def _tell(self) -> None:
        """Report labels that are gone where it is likely what they said."""
        sheet = self.bernama.sheet
        for number, judul in self.bernama.ditebak.items():
            message = f"nama isian di sel ini kosong; dibaca sebagai {quoted(judul)}"
            span = sheet.of(sheet.rows[number][0])
            saran = f"tulis {quoted(judul)} bila memang itu"
            self.findings.tell_lightly("SOP954", message, span, saran)


def _top(sheet: Sheet) -> int:
    """Return the row in which the table of kegiatan begins without its headings."""
    first = ((n, row[0]) for n, row in sorted(sheet.rows.items()))
    began = (n for n, cell in first if plain(cell.text) == CONTOH)
    return next(began, max(sheet.rows, default=0) + 1)


def _kode(nilai: Nilai | None, span: Span, findings: Findings) -> str:
    """Return the code of a SOP, or nothing with an error."""
    if nilai is None or nilai.cell is None:
        saran = "tulis kode SOP seperti pada lembar Daftar SOP"
        told = diagnose("SOP921", f"isian `{KODE_SOP}` kosong", span, saran)
        findings.add(told.about(Pokok.LEMBAR_SOP))
        return ""
    code = kode(nilai.cell.word)
    if code and len(code) <= LONGEST:
        return code
    message = f"kode {quoted(nilai.cell.word)} tidak benar"
    saran = f"huruf kecil, angka, dan tanda hubung saja, paling banyak {LONGEST} huruf"
    told = diagnose("SOP923", message, span, saran)
    findings.add(told.about(Pokok.LEMBAR_SOP))
    return ""


class Target(NamedTuple):
    """A kegiatan that an arrow leads to as it is written, and the cell of that."""

    word: str
    span: Span


class Kegiatan:
    """The rows of a SOP's table on their way into its file."""

    def __init__(self, tree: Tree, table: Sequence[Kolom], findings: Findings) -> None:
        self.tree, self.table, self.findings = tree, table, findings
        self.numbers = Numbers()

    @property
    def pelaksana(self) -> Iterator[str]:
        """Yield the names in the list above."""
        yield from (lane.nama for lane in lajur_of(self.tree.data.get(PELAKSANA)))

    @property
    def plain(self) -> Iterator[str]:
        """Yield the columns that are put as they stand.

        The SOP that a symbol calls belongs to it.
        """
        for column in self.table:
            if column.berulang or column.key in ("nomor", SOP):
                continue
            yield column.key
            if column.key == "simbol":
                yield SOP

    @property
    def own(self) -> Iterator[str]:
        """Yield the columns that a kegiatan alone fills in."""
        yield from (c.key for c in self.table if c.key not in SHARED)

    def put(self, rows: Sequence[Baris]) -> None:
        """Put every row: a kegiatan, or a further symbol of the kegiatan above it."""
        for row in rows:
            path = self._path(row)
            if path is None:
                message = "simbol tambahan tanpa kegiatan di atasnya"
                saran = "isi kolom Kegiatan pada baris ini"
                self.findings.tell("SOP954", message, row.span("uraian"), saran)
                continue
            self.tree.begin(path, row.span("uraian"))
            nomor = numeral(row.word("nomor"))
            if len(path) == len(FIRST):
                self._put_nomor((*path, "nomor"), nomor, row.span("nomor"))
            for key in self.plain:
                self._put_cell((*path, key), row, key)
            self._put_ke((*path, "ke"), row)
            self._put_tembusan((*path, "tembusan"), row)

    def _path(self, row: Baris) -> Trail | None:
        """Return where a row belongs; a further symbol needs a kegiatan above it."""
        count = self.tree.count(("kegiatan",))
        if any(map(row.word, NAMED if count == 0 else self.own)):
            return ("kegiatan", count)
        if not count:
            return None
        above: Trail = ("kegiatan", count - 1, "tambahan")
        return (*above, self.tree.count(above))

    def _put_nomor(self, path: Trail, nomor: str, span: Span) -> None:
        """Put the number of a kegiatan, unless it has it without saying so."""
        if self.numbers.implied(nomor):
            self.tree.expect(path, span)
        else:
            self.tree.put(path, nomor, span)

    def _put_cell(self, path: Trail, row: Baris, key: str) -> None:
        text = row.text(key)
        if key == PELAKSANA:
            self._put_pelaksana(path, row)
            return
        if key == "simbol":
            text = row.word(key).casefold()
        elif key in CODES:
            text = row.word(key)
        if text:
            self.tree.put(path, text, row.span(key))
        else:
            self.tree.expect(path, row.span(key))

    def _put_pelaksana(self, path: Trail, row: Baris) -> None:
        """Put who does it: one name as it is, several as a list."""
        names = names_in(row.text(PELAKSANA), self._listed)
        span = row.span(PELAKSANA)
        if not names:
            self.tree.expect(path, span)
        elif len(names) == 1:
            self.tree.put(path, names[0], span)
        else:
            for n, nama in enumerate(names):
                self.tree.put((*path, n), nama, span)

    def _listed(self, nama: str) -> str:
        """Return the pelaksana of the list that a name means, or nothing.

        One that has a semicolon in it stands there as it is: it may be two names.
        """
        word = " ".join(nama.split())
        found = word if SAMBUNG.strip() in word else chosen(word, self.pelaksana)
        return found if found in self.pelaksana else ""

    def _put_ke(self, place: Trail, row: Baris) -> None:
        """Put the targets: one, several, or one for each answer of a decision."""
        ends = [
            end
            for end in row.places("ke", "jawaban")
            if row.word(f"jawaban{end}") or row.word(f"ke{end}")
        ]
        if any(row.word(f"jawaban{end}") for end in ends):
            for end in ends:
                self._put_exit(place, row, end)
            return
        targets = [
            Target(word, row.span(f"ke{end}"))
            for end in ends
            for word in listed(row.word(f"ke{end}"))
        ]
        self._put_listed(place, targets, row.span("ke 1"))

    def _put_tembusan(self, place: Trail, row: Baris) -> None:
        keys = [f"tembusan{end}" for end in row.places("tembusan")]
        targets = [
            Target(word, row.span(key))
            for key in keys
            for word in listed(row.word(key))
        ]
        self._put_listed(place, targets, row.span("tembusan 1"))

    def _put_listed(self, place: Trail, targets: Sequence[Target], blank: Span) -> None:
        """Put one target as a word, several as a list; a lone dash means none."""
        if not targets:
            self.tree.expect(place, blank)
        elif [word for word, _ in targets] == [KOSONG]:
            self.tree.begin(place, targets[0][1], 0)
        elif len(targets) == 1:
            self._put_target(place, targets[0])
        else:
            for n, target in enumerate(targets):
                self._put_target((*place, n), target)

    def _put_target(self, path: Trail, target: Target) -> None:
        """Put what an arrow leads to: a kegiatan or symbol, or another SOP."""
        if sop := in_words(target.word):
            self.tree.put((*path, SOP), sop, target.span)
        else:
            self.tree.put(path, numeral(target.word), target.span)

    def _put_exit(self, place: Trail, row: Baris, end: str) -> None:
        label, target = row.word(f"jawaban{end}"), row.word(f"ke{end}")
        span = row.span(f"ke{end}")
        mark = row.span(f"jawaban{end}") if label else span
        path = (*place, label)
        if not target:
            self.tree.begin(place, mark)
            self.tree.expect(path, mark)
            self.findings.add(aimless(label, mark))
        elif path in self.tree.spans:
            what = f"jawaban {quoted(label)}" if label else "tujuan tanpa jawaban"
            message = f"{what} ditulis dua kali"
            self.findings.tell("SOP913", message, mark, OTHER_ANSWER)
        else:
            words = [Target(word, span) for word in listed(target)]
            self._put_listed(path, words or [Target(target, span)], span)
            self.tree.keys[path] = mark
