"""Write SOP as Excel sheets: real cells, and native shapes glued by arrows over them.

A sheet is drawn once (``sheets``) and used by each file of a build that has it; a file
is put together (``package``) from drawn sheets.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field, replace
from functools import partial

from sopgen.model.bagian import BagianId
from sopgen.model.bahasa import romawi
from sopgen.model.buku import Buku
from sopgen.model.document import Block, Document, Section
from sopgen.model.nilai import dataclass
from sopgen.model.shape import Symbols
from sopgen.model.sop import Sop
from sopgen.render.kept import Kept
from sopgen.render.xlsx.about import About
from sopgen.render.xlsx.names import sop_names
from sopgen.render.xlsx.package import workbook
from sopgen.render.xlsx.setup import Title, sheet_name
from sopgen.render.xlsx.sheet import Sheet
from sopgen.render.xlsx.sheets import Wanted, draw_page, draw_sop, wanted

#: The sections of each part of a document.
Parts = Mapping[BagianId, Sequence[Section]]


def write_xlsx(
    document: Document, buku: Buku, symbols: Symbols, kept: Kept | None = None
) -> bytes:
    """Return a workbook: a sheet per seksi and SOP of the document, then per lampiran.

    The document is the book, or an excerpt of it, with its sizes of type settled;
    other parts are left out.  ``kept`` are the sheets that were drawn before.
    """
    one = document
    about = About(one.judul, one.penulis, one.subjek, one.tanggal)
    return workbook(about, sheets_of(document, buku, symbols, kept or Kept()))


def sheets_of(
    document: Document, buku: Buku, symbols: Symbols, kept: Kept
) -> Mapping[str, Sheet]:
    """Return the sheets of a document by their names, in order."""
    parts: dict[BagianId, list[Section]] = {}
    for section in document.sections:
        parts.setdefault(section.bagian, []).append(section)
    printed = [sop for sop in buku.sop if BagianId("sop", sop.id) in parts]
    book = Book(symbols, kept, _names(buku, printed, kept))
    for seksi, every in buku.per_seksi:
        divider = parts.get(seksi.bagian, ()) if seksi else ()
        if seksi and divider:
            book.page(seksi.judul, Title("", seksi.judul), divider[0])
        for sop in (one for one in every if one.id in book.names):
            book.sop(sop, parts[BagianId("sop", sop.id)])
    book.lampiran(buku, parts)
    return book.sheets


def _names(buku: Buku, printed: Sequence[Sop], kept: Kept) -> Mapping[str, str]:
    """Return the name of each SOP's sheet, by the id of the SOP."""
    said = tuple((sop.id, sop.nomor, sop.nama_pendek) for sop in buku.sop)
    names = kept.of(("xlsx names", said), partial(sop_names, buku))
    made: dict[str, str] = {}
    for sop in printed:
        made[sop.id] = sheet_name(names[sop.id], made.values())
    return made


@dataclass(frozen=True, slots=True)
class Key:
    """What a sheet is drawn from; hashing the blocks would take long."""

    bare: Wanted
    blocks: tuple[tuple[Block, ...], ...] = field(hash=False)


@dataclass(slots=True)
class Book:
    """A workbook on its way: its sheets so far, by their names.

    ``names`` are those that the sheets of its SOP get, by the ids of the SOP.
    """

    symbols: Symbols
    kept: Kept
    names: Mapping[str, str]
    sheets: dict[str, Sheet] = field(default_factory=dict)

    def sop(self, sop: Sop, sections: Sequence[Section]) -> None:
        """Add the sheet of a SOP."""
        title = Title(sop.nomor_sop, f"SOP {sop.nama.removeprefix('SOP ')}")
        one = wanted(title, sections, self.names)
        draw = partial(draw_sop, one, self.symbols)
        self.sheets[self.names[sop.id]] = self._drawn(one, draw)

    def lampiran(self, buku: Buku, parts: Parts) -> None:
        """Add the sheets of the annexes of all decrees."""
        for keputusan in buku.keputusan:
            every = parts.get(BagianId("lampiran", keputusan.id), ())
            for n, section in enumerate(every, 1):
                own = f"Lampiran {romawi(n)}" if len(every) > 1 else "Lampiran"
                title = Title(f"Keputusan Nomor {keputusan.nomor}", f"{own} Keputusan")
                self.page(f"{own} {keputusan.nomor}", title, section)

    def page(self, nama: str, title: Title, section: Section) -> None:
        """Add a sheet of its own: a decree's annex, the divider of a seksi."""
        name = sheet_name(nama, (*self.names.values(), *self.sheets))
        one = wanted(title, (section,), self.names)
        self.sheets[name] = self._drawn(one, partial(draw_page, one))

    def _drawn(self, one: Wanted, draw: Callable[[], Sheet]) -> Sheet:
        """Return a sheet, drawn in this build or in an earlier one."""
        bare = replace(one, sections=tuple(replace(s, blocks=()) for s in one.sections))
        key = Key(bare, tuple(section.blocks for section in one.sections))
        blocks = map(self.kept.blocks, one.sections)
        return self.kept.lasting("xlsx", key, draw, bare, *blocks)
