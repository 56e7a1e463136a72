"""A little book with headings of every kind, and as staff have edited it."""

from __future__ import annotations

import zipfile
from io import BytesIO

from sopgen.model.bagian import BagianId
from sopgen.model.document import (
    Block,
    Document,
    Heading,
    Label,
    Margins,
    Paragraph,
    Run,
    Section,
    Sheet,
    Style,
    TocLine,
)
from sopgen.render.docx import write_docx
from sopgen.symbols import read_symbols
from sopgen.typeset import typeset

SHEET = Sheet(215, 330, Margins(25, 20, 25, 30))
BAB = Style("Bab", size_pt=13, bold=True, align="center", leading=1.3, after=7)
SUB = Style("Anak Bab", size_pt=12, bold=True, leading=1.4, before=3.5)
ISI = Style("Isi", size_pt=12, align="justify", leading=1.5, first=12.5)
DAFTAR = Style("Daftar", size_pt=12, leading=1.5)

#: Heading, style, and what is printed where that is not what is listed.
Title = tuple[Heading, Style, str]
TITLES: tuple[Title, ...] = (
    (Heading(1, "DAFTAR ISI", "isi"), BAB, ""),
    (Heading(1, "ARAH LAYANAN", "arah"), BAB, ""),
    (Heading(2, "Sasaran", "arah-1", "A."), SUB, ""),
    (Heading(2, "Ukuran", "arah-2", "B."), SUB, ""),
    (Heading(1, "HALAMAN MUKA", "muka"), BAB, "BUKU SOP\nKECAMATAN UJI"),
    (Heading(2, "SOP Surat Jalan", "sop", "C."), BAB.but(size_pt=19), "SURAT JALAN"),
    (Heading(1, "Keputusan Camat Nomor 7, tentang SOP", "sk"), ISI, "KEPUTUSAN"),
    (Heading(1, "TIDAK DIDAFTAR", "diam", listed=False), BAB, "CATATAN KAKI"),
    (Heading(1, "PENUTUP", "penutup"), BAB.but(size_pt=16), ""),
    (Heading(1, "UCAPAN", "ucapan"), BAB, ""),
)

#: A heading that staff type, in Word's own style.
TYPED = (
    '<w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr><w:r><w:t>Biaya</w:t></w:r></w:p>'
)


def title(heading: Heading, style: Style, printed: str) -> Paragraph:
    labels = (Label(heading.label, 0),) if heading.label and not printed else ()
    runs = (Run(printed or heading.text),)
    return Paragraph(runs, style, 8 if labels else 0, labels=labels, heading=heading)


def line(heading: Heading) -> TocLine:
    x = 6.0 * (heading.level - 1)
    if not heading.label:
        return TocLine(heading.text, heading.anchor, DAFTAR, x)
    return TocLine(heading.text, heading.anchor, DAFTAR, x + 9, Label(heading.label, x))


def little_book(*, listing: bool = True) -> bytes:
    lines = [line(h) for h, *_ in TITLES if h.listed and listing]
    first, *rest = TITLES
    parts: list[tuple[Block, ...]] = [(title(*first), *lines)]
    for one in rest:
        parts.append((title(*one), Paragraph((Run("Uraian. " * 30),), ISI)))
    sections = tuple(
        Section(BagianId("uji", str(n)), SHEET, blocks, "romawi" if n < 3 else "arab")
        for n, blocks in enumerate(parts)
    )
    made = Document("Buku", "Kecamatan Uji", "Uji", sections)
    return write_docx(made, typeset(made), read_symbols())


def rewritten(data: bytes, *pairs: tuple[str, str]) -> bytes:
    """Return a file whose text staff have changed."""
    target = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(data)) as old,
        zipfile.ZipFile(target, "w") as new,
    ):
        for name in old.namelist():
            text = old.read(name)
            for a, b in pairs if name == "word/document.xml" else ():
                assert a.encode() in text
                text = text.replace(a.encode(), b.encode())
            new.writestr(name, text)
    return target.getvalue()


def offered() -> dict[str, bytes]:
    """Return the little book, and as staff have edited it."""
    made = little_book()
    changed = rewritten(
        made,
        ("<w:t>ARAH LAYANAN</w:t>", "<w:t>ARAH PELAYANAN WARGA</w:t>"),
        ("<w:t>SURAT JALAN</w:t>", "<w:t>SURAT PENGANTAR</w:t>"),
        ("Ukuran</w:t></w:r></w:p>", f"Ukuran</w:t></w:r></w:p>{TYPED}"),
    )
    return {"uji": made, "sunting": changed}
