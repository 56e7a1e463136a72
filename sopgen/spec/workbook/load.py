"""Sheets → the files of a spec, each value with the cell it stands in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field

from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Pokok, Source, Span, Teks
from sopgen.model.nilai import dataclass
from sopgen.spec.findings import Findings, quoted, suggestion
from sopgen.spec.naskah import nama_naskah, own_chapters
from sopgen.spec.reader import Content, Trail
from sopgen.spec.schema import (
    AbaikanYaml,
    BagianYaml,
    DaftarSopYaml,
    PejabatYaml,
    PengesahYaml,
    SeksiYaml,
)
from sopgen.spec.schema_tabel import KoreksiYaml, PeraturanYaml
from sopgen.spec.workbook import lembar
from sopgen.spec.workbook.cells import Sheet
from sopgen.spec.workbook.decrees import Keputusan, put_dasar_hukum
from sopgen.spec.workbook.forms import Nilai, read_form
from sopgen.spec.workbook.kenal import (
    KNOWN,
    by_their_names,
    missing,
    renamed,
    taken_for,
    unknown,
    unreadable,
)
from sopgen.spec.workbook.lembar import Isian, Kolom, plain
from sopgen.spec.workbook.nama_isian import is_sop, named_by_place
from sopgen.spec.workbook.peraturan import Pilihan, choices_in
from sopgen.spec.workbook.sop import read_sop_sheet
from sopgen.spec.workbook.tables import Baris, read_table, tell_above
from sopgen.spec.workbook.tree import Tree
from sopgen.spec.workbook.values import put_row, put_value, twice, typed_text
from sopgen.spec.workbook.words import code

#: Sheets without which nothing is read.
NEEDED = (lembar.BUKU, lembar.DAFTAR_SOP)
BUKU_YAML, PERATURAN_YAML, KOREKSI_YAML = "buku.yaml", "peraturan.yaml", "koreksi.yaml"
Naskah = tuple[str, Source]


@dataclass(slots=True)
class Loaded:
    """What a workbook holds: contents and texts by the names of their files.

    ``kantor`` is the code of its office, ``lalu`` where last year's workbook lies.
    """

    contents: dict[str, Content] = field(default_factory=dict)
    texts: dict[str, Naskah] = field(default_factory=dict)
    kantor: str = ""
    lalu: Teks | None = None


def load(sheets: Sequence[Sheet], findings: Findings) -> Loaded | None:
    """Return the files in a workbook; nothing if it is no workbook of a spec."""
    by_name = by_their_names(sheets)
    for sheet in sheets:
        first = by_name[plain(sheet.name)]
        if first is not sheet:
            message = f"lembar {quoted(sheet.name)} bernama sama dengan lembar lain"
            saran = f"hapus, atau satukan dengan {quoted(first.name)}; tidak dibaca"
            findings.tell("SOP950", message, sheet.top, saran)
    for name, sheet in renamed(by_name).items():
        findings.add(taken_for(sheet, name))
        by_name[plain(name)] = by_name.pop(plain(sheet.name))
    if lacking := [n for n in NEEDED if plain(n) not in by_name]:
        findings.add(unreadable(lacking, by_name, sheets))
        return None
    sheet = by_name[plain(lembar.BUKU)]
    buku = Tree(sheet.source, sheet.top)
    return Loader(by_name, findings, buku, Keputusan(buku, findings)).load()


@dataclass(slots=True)
class Loader:
    """Read sheet after sheet of one workbook."""

    by_name: dict[str, Sheet]
    findings: Findings
    buku: Tree
    keputusan: Keputusan
    sop: dict[str, Tree] = field(default_factory=dict)
    own: dict[Isian, Nilai] = field(default_factory=dict)
    loaded: Loaded = field(default_factory=Loaded)

    def load(self) -> Loaded:
        """Return everything."""
        self._form()
        self._pejabat()
        self._pengesahan()
        self._susunan()
        decrees = self._table(lembar.KEPUTUSAN, lembar.TABEL_KEPUTUSAN)
        tables = self._table(lembar.TABEL_LAMPIRAN, lembar.KOLOM_TABEL)
        self.keputusan.put(decrees, tables)
        self._seksi()
        self._daftar()
        pilihan = self._peraturan()
        self._sop_sheets(pilihan)
        dasar = self._table(lembar.DASAR_HUKUM, lembar.TABEL_DASAR)
        put_dasar_hukum(dasar, self.keputusan, self.sop, pilihan, self.findings)
        if self._names_decrees():
            self._tell_lacking(lembar.KEPUTUSAN, Pokok.KEPUTUSAN)
        self._koreksi()
        self._abaikan()
        self._naskah()
        contents = self.loaded.contents
        contents[BUKU_YAML] = self.buku.content
        contents |= {f"sop/{k}.yaml": tree.content for k, tree in self.sop.items()}
        return self.loaded

    def _names_decrees(self) -> bool:
        """Tell whether a sheet names decrees: those that are there, or unknown ones."""
        parts = self.buku.data.get("susunan") or ()
        if any(isinstance(one, dict) and one.get("keputusan") for one in parts):
            return True
        about = (f.tentang for f in self.findings.ordered)
        return any(hal and hal.pokok is Pokok.KEPUTUSAN for hal in about)

    def _tell_lacking(self, name: str, pokok: Pokok | None = None) -> Span:
        """Report that a sheet lacks of which others speak; return its place."""
        sheet = self.by_name.get(plain(name))
        if sheet is not None:
            return sheet.top
        told = unreadable([name], self.by_name, tuple(self.by_name.values()))
        self.findings.add(told.about(pokok) if pokok else told)
        return told.span

    def _table(self, name: str, table: Sequence[Kolom]) -> list[Baris]:
        sheet = self.by_name.get(plain(name))
        if sheet is None or not sheet.rows:
            return []
        tell_above(sheet, table, self.findings)
        return list(read_table(sheet, table, self.findings))

    def _form(self) -> None:
        """Read the sheet Buku, and from it what is no part of buku.yaml."""
        sheet = self.by_name[plain(lembar.BUKU)]
        end = max(sheet.rows, default=0) + 1
        form = (*lembar.FORM_BUKU, *lembar.SENDIRI)
        for nilai in read_form(sheet, form, end, self.findings):
            if nilai.isian not in lembar.SENDIRI:
                put_value(self.buku, nilai, self.findings)
            elif nilai.isian in self.own and self.own[nilai.isian].cell is not None:
                twice(nilai.isian.judul, nilai, self.findings)
            else:
                self.own[nilai.isian] = nilai
        if (kode := self._said(lembar.KODE_KANTOR)) and kode.cell:
            self.loaded.kantor = code(kode.cell.word)
        if (lalu := self._said(lembar.BUKU_LALU)) and lalu.cell:
            self.loaded.lalu = Teks(lalu.cell.word, lalu.span)

    def _said(self, isian: Isian) -> Nilai | None:
        """Return what is said in a line that is no part of buku.yaml."""
        nilai = self.own.get(isian)
        return nilai if nilai is not None and nilai.cell is not None else None

    def _pejabat(self) -> None:
        for row in self._table(lembar.PEJABAT, lembar.TABEL_PEJABAT):
            kode = code(row.word("kode"))
            path = ("pejabat", kode)
            if not kode:
                self._blank(row, "kode", "pejabat")
            elif self.buku.has(path):
                message = f"kode pejabat {quoted(kode)} ditulis dua kali"
                span = row.span("kode")
                self.findings.tell("SOP913", message, span, "hapus salah satu")
            else:
                self.buku.begin(path, row.span("kode"))
                columns = lembar.TABEL_PEJABAT[1:]
                put_row(self.buku, path, row, columns, PejabatYaml)
        self.buku.expect(("pejabat",), self._tell_lacking(lembar.PEJABAT))

    def _pengesahan(self) -> None:
        for row in self._table(lembar.PENGESAHAN, lembar.TABEL_PENGESAHAN):
            key = "lembar_pengesahan"
            path = (key, self.buku.count((key,)))
            self.buku.begin(path, row.span("peran"))
            put_row(self.buku, path, row, lembar.TABEL_PENGESAHAN, PengesahYaml)

    def _susunan(self) -> None:
        for row in self._table(lembar.SUSUNAN, lembar.TABEL_SUSUNAN):
            path = ("susunan", self.buku.count(("susunan",)))
            bagian = plain(row.word("bagian")).replace(" ", "_")
            if set(row.cells) == {"bagian"}:
                self.buku.put(path, bagian, row.span("bagian"))
                continue
            self.buku.begin(path, row.span("bagian"))
            self.buku.put((*path, "bagian"), bagian, row.span("bagian"))
            put_row(self.buku, path, row, lembar.TABEL_SUSUNAN[1:], BagianYaml)

    def _seksi(self) -> None:
        for row in self._table(lembar.SEKSI, lembar.TABEL_SEKSI):
            path = ("seksi", self.buku.count(("seksi",)))
            if set(row.cells) == {"nama"}:
                self.buku.put(path, row.word("nama"), row.span("nama"))
                continue
            self.buku.begin(path, row.span("nama"))
            put_row(self.buku, path, row, lembar.TABEL_SEKSI, SeksiYaml)

    def _daftar(self) -> None:
        for row in self._table(lembar.DAFTAR_SOP, lembar.TABEL_DAFTAR):
            path = ("sop", self.buku.count(("sop",)))
            self.buku.begin(path, row.span("id"))
            put_row(self.buku, path, row, lembar.TABEL_DAFTAR, DaftarSopYaml)
        self.buku.expect(("sop",), self.by_name[plain(lembar.DAFTAR_SOP)].top)

    def _sop_sheets(self, pilihan: Pilihan) -> None:
        """Read the sheets of SOP; report those that are nothing of ours."""
        for name, sheet in self.by_name.items():
            if name in KNOWN:
                continue
            bernama = named_by_place(sheet)
            if not is_sop(bernama.sheet):
                self._stranger(sheet)
                continue
            one = read_sop_sheet(bernama, self.findings, self.buku.data, pilihan)
            if one.kode in self.sop:
                message = f"kode SOP {quoted(one.kode)} sudah dipakai lembar lain"
                saran = "beri kode lain, dan tambahkan pada lembar Daftar SOP"
                self.findings.tell("SOP950", message, one.span, saran)
            elif one.kode:
                self.sop[one.kode] = one.tree

    def _stranger(self, sheet: Sheet) -> None:
        """Report a sheet that is not read; a hidden one is hardly meant to be."""
        if sheet.rows:
            self.findings.add(unknown(sheet, missing(self.by_name)))

    def _peraturan(self) -> Pilihan:
        """Read the office's own regulations; return all that cells may name."""
        rows = self._table(lembar.PERATURAN, lembar.TABEL_PERATURAN)
        per = self._said(lembar.PER)
        if not rows and per is None:
            return choices_in(self.buku.data, None)
        sheet = self.by_name.get(plain(lembar.PERATURAN))
        sheet = sheet or self.by_name[plain(lembar.BUKU)]
        tree = Tree(sheet.source, sheet.top)
        if per is not None:
            tree.put(("per",), typed_text(per, self.findings), per.span)
        for n, row in enumerate(rows):
            path = ("peraturan", n)
            tree.begin(path, row.span("id"))
            codes = lembar.BERKODE
            columns = [c for c in lembar.TABEL_PERATURAN if c.key not in codes]
            put_row(tree, path, row, columns, PeraturanYaml)
        pilihan = choices_in(self.buku.data, tree.data)
        for n, row in enumerate(rows):
            for key in lembar.BERKODE:
                _put_codes(tree, ("peraturan", n, key), row, pilihan)
        self.loaded.contents[PERATURAN_YAML] = tree.content
        return pilihan

    def _koreksi(self) -> None:
        rows = self._table(lembar.KOREKSI, lembar.TABEL_KOREKSI)
        if rows:
            sheet = rows[0].sheet
            tree = Tree(sheet.source, sheet.top, listing=True)
            for n, row in enumerate(rows):
                tree.begin((n,), row.span("tertulis"))
                put_row(tree, (n,), row, lembar.TABEL_KOREKSI, KoreksiYaml)
            self.loaded.contents[KOREKSI_YAML] = tree.content

    def _abaikan(self) -> None:
        """Put each remark where it belongs: to the book or to a SOP."""
        columns = [c for c in lembar.TABEL_ABAIKAN if c.key != "sop"]
        for row in self._table(lembar.ABAIKAN, lembar.TABEL_ABAIKAN):
            kode = code(row.word("sop"))
            tree = self.sop.get(kode) if kode else self.buku
            if tree is None:
                message = f"SOP {quoted(kode)} tidak ada"
                saran = suggestion(kode, self.sop) or "kosong = seluruh buku"
                told = diagnose("SOP954", message, row.span("sop"), saran)
                self.findings.add(told.about(Pokok.SOP, kode))
                continue
            path = ("abaikan", tree.count(("abaikan",)))
            tree.begin(path, row.span("kode"))
            put_row(tree, path, row, columns, AbaikanYaml)

    def _naskah(self) -> None:
        """Join the paragraphs of each chapter; every line knows its cell."""
        parts: dict[str, list[str]] = {}
        places: dict[str, list[str]] = {}
        nama = ""
        rows = self._table(lembar.NASKAH, lembar.TABEL_NASKAH)
        for row in rows:
            nama = self._nama_naskah(row.word("naskah")) or nama
            if not nama:
                self._blank(row, "naskah", "naskah")
            elif row.text("teks"):
                text = row.text("teks")
                parts.setdefault(nama, []).append(text)
                cells = [row.span("teks").cell] * (text.count("\n") + 2)
                places.setdefault(nama, []).extend(cells)
        for nama, blocks in parts.items():
            text = "\n\n".join(blocks) + "\n"
            old = rows[0].sheet.source
            lines = tuple(text.splitlines())
            source = Source(old.path, lines, tuple(places[nama]), old.order)
            self.loaded.texts[f"naskah/{nama}.md"] = (text, source)

    def _nama_naskah(self, word: str) -> str:
        """Return the name of a chapter as the sheet Susunan writes it."""
        own = own_chapters(self.buku.data.get("susunan") or ())
        known = {_folded(nama): nama for nama in own}
        folded = _folded(nama_naskah(word))
        return folded if folded in lembar.NASKAH_BAKU else known.get(folded, folded)

    def _blank(self, row: Baris, key: str, what: str) -> None:
        message = f"baris ini tidak menyebut {what}nya"
        saran = "isi kolom itu, atau hapus barisnya"
        self.findings.tell("SOP954", message, row.span(key), saran)


def _folded(nama: str) -> str:
    return plain(nama).replace(" ", "_")


def _put_codes(tree: Tree, path: Trail, row: Baris, pilihan: Pilihan) -> None:
    """Put the codes of a cell: one as it is, several as a list."""
    key = str(path[-1])
    codes = pilihan.read_several(row.text(key))
    if len(codes) == 1:
        tree.put(path, codes[0], row.span(key))
    for k, kode in enumerate(codes if len(codes) > 1 else ()):
        tree.put((*path, k), kode, row.span(key))
