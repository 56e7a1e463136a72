"""Sheets → the files of a spec, each value with the cell it stands in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sopgen.model.diagnostic import Source
from sopgen.spec.findings import Findings, quoted, suggestion
from sopgen.spec.reader import Content, Trail
from sopgen.spec.workbook import lembar
from sopgen.spec.workbook.cells import Sheet
from sopgen.spec.workbook.lembar import Isian, Kolom, plain
from sopgen.spec.workbook.sop import is_sop, read_sop_sheet
from sopgen.spec.workbook.tables import Baris, Nilai, read_form, read_table
from sopgen.spec.workbook.tree import Tree
from sopgen.spec.workbook.values import put_row, put_value

BUKU_YAML, PERATURAN_YAML, KOREKSI_YAML = "buku.yaml", "peraturan.yaml", "koreksi.yaml"
Teks = tuple[str, Source]


@dataclass(slots=True)
class Loaded:
    """What a workbook holds: contents and texts by the names of their files."""

    contents: dict[str, Content] = field(default_factory=dict)
    texts: dict[str, Teks] = field(default_factory=dict)


def load(sheets: Sequence[Sheet], findings: Findings) -> Loaded | None:
    """Return the files in a workbook; nothing if it is no workbook of a spec."""
    by_name = {plain(sheet.name): sheet for sheet in sheets}
    if plain(lembar.BUKU) not in by_name or plain(lembar.DAFTAR_SOP) not in by_name:
        _not_ours(sheets, findings)
        return None
    return Loader(sheets, by_name, findings).load()


def _not_ours(sheets: Sequence[Sheet], findings: Findings) -> None:
    names = ", ".join(quoted(sheet.name) for sheet in sheets[:8])
    wanted = f"`{lembar.BUKU}` dan `{lembar.DAFTAR_SOP}`"
    message = f"buku kerja ini tidak punya lembar {wanted}; lembarnya: {names}"
    saran = (
        "mulai dari `sopgen export NAMA --xlsx`; SOP lama diambil dengan "
        "`sopgen import BERKAS`"
    )
    span = sheets[0].top if sheets else None
    if span is not None:
        findings.error("SOP950", message, span, saran)


class Loader:
    """Read sheet after sheet of one workbook."""

    def __init__(
        self, sheets: Sequence[Sheet], by_name: Mapping[str, Sheet], findings: Findings
    ) -> None:
        self.sheets = sheets
        self.by_name = by_name
        self.findings = findings
        buku = by_name[plain(lembar.BUKU)]
        self.buku = Tree(buku.source, buku.top)
        self.sop: dict[str, Tree] = {}
        self.loaded = Loaded()

    def load(self) -> Loaded:
        """Return everything."""
        self._form()
        self._pejabat()
        self._susunan()
        keputusan = self._keputusan()
        self._daftar()
        self._sop_sheets()
        self._dasar_hukum(keputusan)
        self._peraturan()
        self._koreksi()
        self._naskah()
        self._strangers()
        contents = self.loaded.contents
        contents[BUKU_YAML] = self.buku.content
        contents |= {f"sop/{k}.yaml": tree.content for k, tree in self.sop.items()}
        return self.loaded

    def _sheet(self, name: str) -> Sheet | None:
        return self.by_name.get(plain(name))

    def _table(self, name: str, table: Sequence[Kolom]) -> list[Baris]:
        sheet = self._sheet(name)
        if sheet is None or not sheet.rows:
            return []
        return list(read_table(sheet, table, self.findings))

    def _form(self) -> None:
        """Read the sheet Buku, and from it the date of the table of regulations."""
        sheet = self.by_name[plain(lembar.BUKU)]
        end = max(sheet.rows, default=0) + 1
        per = Isian(lembar.PER, ("per",), lembar.PER_MODEL)
        self.per: Nilai | None = None
        for nilai in read_form(sheet, (*lembar.FORM_BUKU, per), end, self.findings):
            if nilai.isian is per:
                self.per = nilai
            else:
                put_value(self.buku, nilai, self.findings)

    def _pejabat(self) -> None:
        for row in self._table(lembar.PEJABAT, lembar.TABEL_PEJABAT):
            kode = row.word("kode")
            path = ("pejabat", kode)
            if not kode:
                self._blank(row, "kode", "pejabat")
            elif self.buku.has(path):
                self._twice(row, "kode", f"kode pejabat {quoted(kode)}")
            else:
                self.buku.begin(path, row.span("kode"))
                put_row(self.buku, path, row, lembar.TABEL_PEJABAT[1:])

    def _susunan(self) -> None:
        for row in self._table(lembar.SUSUNAN, lembar.TABEL_SUSUNAN):
            path = ("susunan", self.buku.count(("susunan",)))
            if set(row.cells) == {"bagian"}:
                self.buku.put(path, row.word("bagian"), row.span("bagian"))
            else:
                self.buku.begin(path, row.span("bagian"))
                put_row(self.buku, path, row, lembar.TABEL_SUSUNAN)

    def _keputusan(self) -> dict[str, Trail]:
        """Read the decrees; return where each is, by its code."""
        places: dict[str, Trail] = {}
        known = {plain(i.judul): i for i in lembar.BAGIAN_KEPUTUSAN}
        kode, bagian = "", ""
        for row in self._table(lembar.KEPUTUSAN, lembar.TABEL_KEPUTUSAN):
            if row.word("keputusan"):
                kode, bagian = row.word("keputusan"), ""
            if not kode:
                self._blank(row, "keputusan", "keputusan")
                continue
            if kode not in places:
                path: Trail = ("keputusan", len(places))
                places[kode] = path
                self.buku.put((*path, "id"), kode, row.span("keputusan"))
            written = row.word("bagian")
            bagian = written or bagian
            isian = known.get(plain(bagian))
            if isian is not None:
                self._isi(places[kode], isian, row, written)
            elif plain(bagian) == plain(lembar.LAMPIRAN):
                self.buku.begin((*places[kode], "lampiran"), row.span("isi"))
            elif bagian or row.word("isi"):
                names = [i.judul for i in lembar.BAGIAN_KEPUTUSAN]
                message = f"bagian keputusan {quoted(bagian)} tidak dikenal"
                saran = suggestion(bagian, names)
                self.findings.error("SOP954", message, row.span("bagian"), saran)
        return places

    def _isi(self, before: Trail, isian: Isian, row: Baris, written: str) -> None:
        """Put what a row says about a decree in its place."""
        path, text, span = (*before, *isian.path), row.text("isi"), row.span("isi")
        if isian.key == "sebutan":
            self.buku.put((*path, row.word("kode_sop")), text, span)
        elif isian.daftar and text:
            self.buku.put((*path, self.buku.count(path)), text, span)
        elif isian.daftar:
            self.buku.expect(path, span)
        elif self.buku.has(path):
            self._twice(row, "isi", f"bagian {quoted(isian.judul)}")
        elif text or (isian.key == "menetapkan" and written):
            self.buku.put(path, text, span)
        else:
            self.buku.expect(path, span)

    def _daftar(self) -> None:
        for row in self._table(lembar.DAFTAR_SOP, lembar.TABEL_DAFTAR):
            path = ("sop", self.buku.count(("sop",)))
            self.buku.begin(path, row.span("id"))
            put_row(self.buku, path, row, lembar.TABEL_DAFTAR)
        self.buku.expect(("sop",), self.by_name[plain(lembar.DAFTAR_SOP)].top)

    def _sop_sheets(self) -> None:
        fixed = {plain(name) for name in lembar.FIXED}
        for sheet in self.sheets:
            if plain(sheet.name) in fixed or not is_sop(sheet):
                continue
            kode, tree = read_sop_sheet(sheet, self.findings)
            if not kode:
                continue
            if kode in self.sop:
                message = f"kode SOP {quoted(kode)} sudah dipakai lembar lain"
                saran = "beri kode lain, dan tambahkan pada lembar Daftar SOP"
                self.findings.error("SOP950", message, sheet.top, saran)
            else:
                self.sop[kode] = tree

    def _dasar_hukum(self, keputusan: Mapping[str, Trail]) -> None:
        untuk, bagian = "", ""
        keys = {plain(judul): key for judul, key in lembar.BAGIAN_DASAR.items()}
        for row in self._table(lembar.DASAR_HUKUM, lembar.TABEL_DASAR):
            if row.word("untuk"):
                untuk, bagian = row.word("untuk"), ""
            bagian = row.word("bagian") or bagian
            in_sop = untuk in self.sop
            key = keys.get(plain(bagian), "dasar_hukum" if in_sop else "")
            if key == "dasar_hukum" and in_sop:
                _put_dasar(self.sop[untuk], (key,), row)
            elif key in ("mengingat", "memperhatikan") and untuk in keputusan:
                _put_dasar(self.buku, (*keputusan[untuk], key), row)
            else:
                self._misplaced(row, untuk, bagian, keputusan)

    def _misplaced(
        self, row: Baris, untuk: str, bagian: str, keputusan: Mapping[str, Trail]
    ) -> None:
        names = [*keputusan, *self.sop]
        if untuk in names:
            message = f"bagian {quoted(bagian)} tidak cocok untuk {quoted(untuk)}"
            saran = (
                "pilihannya: Mengingat dan Memperhatikan untuk keputusan, Dasar hukum "
                "untuk SOP"
            )
            self.findings.error("SOP954", message, row.span("bagian"), saran)
        else:
            message = f"keputusan atau SOP {quoted(untuk)} tidak ada"
            saran = suggestion(untuk, names)
            self.findings.error("SOP954", message, row.span("untuk"), saran)

    def _peraturan(self) -> None:
        rows = self._table(lembar.PERATURAN, lembar.TABEL_PERATURAN)
        per = self.per if self.per is not None and self.per.cell else None
        if not rows and per is None:
            return
        sheet = self._sheet(lembar.PERATURAN)
        sheet = sheet or self.by_name[plain(lembar.BUKU)]
        tree = Tree(sheet.source, sheet.top)
        if per is not None and per.cell:
            tree.put(("per",), per.cell.text, per.span)
        for n, row in enumerate(rows):
            path = ("peraturan", n)
            tree.begin(path, row.span("id"))
            oleh = [w.strip() for w in row.word("oleh").split(",") if w.strip()]
            columns = [c for c in lembar.TABEL_PERATURAN if c.key != "oleh"]
            put_row(tree, path, row, columns)
            if len(oleh) == 1:
                tree.put((*path, "oleh"), oleh[0], row.span("oleh"))
            for k, kode in enumerate(oleh if len(oleh) > 1 else ()):
                tree.put((*path, "oleh", k), kode, row.span("oleh"))
        self.loaded.contents[PERATURAN_YAML] = tree.content

    def _koreksi(self) -> None:
        rows = self._table(lembar.KOREKSI, lembar.TABEL_KOREKSI)
        if rows:
            sheet = rows[0].sheet
            tree = Tree(sheet.source, sheet.top, listing=True)
            for n, row in enumerate(rows):
                tree.begin((n,), row.span("tertulis"))
                put_row(tree, (n,), row, lembar.TABEL_KOREKSI)
            self.loaded.contents[KOREKSI_YAML] = tree.content

    def _naskah(self) -> None:
        """Join the paragraphs of each chapter; every line knows its cell."""
        parts: dict[str, list[str]] = {}
        places: dict[str, list[str]] = {}
        nama = ""
        rows = self._table(lembar.NASKAH, lembar.TABEL_NASKAH)
        for row in rows:
            nama = plain(row.word("naskah")).replace(" ", "_") or nama
            if not nama:
                self._blank(row, "naskah", "naskah")
            elif row.text("teks"):
                text = row.text("teks")
                parts.setdefault(nama, []).append(text)
                lines = text.count("\n") + 2
                cells = [row.span("teks").cell] * lines
                places.setdefault(nama, []).extend(cells)
        for nama, blocks in parts.items():
            text = "\n\n".join(blocks) + "\n"
            old = rows[0].sheet.source
            source = Source(
                old.path, tuple(text.splitlines()), tuple(places[nama]), old.order
            )
            self.loaded.texts[f"naskah/{nama}.md"] = (text, source)

    def _strangers(self) -> None:
        """Report the sheets that are not read."""
        names = (*lembar.FIXED, lembar.PETUNJUK, lembar.PILIHAN, lembar.TEMUAN)
        known = {plain(name) for name in names}
        for sheet in self.sheets:
            if sheet.hidden or plain(sheet.name) in known or is_sop(sheet):
                continue
            message = f"lembar {quoted(sheet.name)} tidak dikenal; tidak dibaca"
            saran = (
                suggestion(sheet.name, lembar.FIXED)
                or f"lembar SOP memuat isian `{lembar.KODE_SOP}`"
            )
            self.findings.warning("SOP950", message, sheet.top, saran)

    def _blank(self, row: Baris, key: str, what: str) -> None:
        message = f"baris ini tidak menyebut {what}nya"
        saran = "isi kolom itu, atau hapus barisnya"
        self.findings.error("SOP954", message, row.span(key), saran)

    def _twice(self, row: Baris, key: str, what: str) -> None:
        saran = "hapus salah satu"
        self.findings.error("SOP913", f"{what} ditulis dua kali", row.span(key), saran)


def _put_dasar(tree: Tree, path: Trail, row: Baris) -> None:
    """Put a legal basis: by its code, or in the office's own words."""
    here = (*path, tree.count(path))
    if row.word("peraturan"):
        tree.begin(here, row.span("peraturan"))
        tree.put((*here, "peraturan"), row.word("peraturan"), row.span("peraturan"))
        if row.text("teks"):
            tree.put((*here, "teks"), row.text("teks"), row.span("teks"))
    elif row.text("teks"):
        tree.put(here, row.text("teks"), row.span("teks"))
