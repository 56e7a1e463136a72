"""Write a document as a Word file: text, tables and charts that staff can go on with.

python-docx makes the package; what stands in it is written by ``wml``, ``wtable``,
``dml`` and ``vml``, which know nothing of SOP.
"""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO

import docx
from docx.opc.coreprops import CoreProperties

from sopgen.archive import midnight
from sopgen.model.document import Document, headings
from sopgen.model.page import Pages
from sopgen.model.shape import Symbols
from sopgen.render.docx.body import draw_section, write_body
from sopgen.render.docx.contents import headings_of
from sopgen.render.docx.ledger import Ledger
from sopgen.render.docx.package import saved
from sopgen.render.docx.styles import NOMOR_HALAMAN, URUTAN, styles_for
from sopgen.render.docx.stylesheet import write_styles
from sopgen.render.docx.template import LANGUAGE, template
from sopgen.render.docx.wml import PREFIXES, add
from sopgen.render.escaping import clean
from sopgen.render.kept import Kept
from sopgen.render.markup import Node, declared, part

#: The parts that are written here, and what each declares.
WRITTEN: Mapping[str, tuple[str, ...]] = {
    "document": PREFIXES,
    "styles": ("w",),
    "numbering": ("w",),
}


def write_docx(
    document: Document, pages: Pages, symbols: Symbols, kept: Kept | None = None
) -> bytes:
    """Return the file's bytes; the same document always gives the same bytes.

    ``pages`` is the document as it was typeset, for the numbers in its daftar isi;
    ``kept`` are the sections drawn so far, for this file or for others.
    """
    mirrored = any(s.sheet.mirrored for s in document.sections)
    word = docx.Document(BytesIO(template(mirrored=mirrored)))
    _describe(word.core_properties, document)
    made = Kept() if kept is None else kept
    drawn = tuple(draw_section(s, symbols, made) for s in document.sections)
    counted = {NOMOR_HALAMAN: 1}
    if any(s.hitung for s in document.sections):
        counted[URUTAN] = 1
    every = [h for s in document.sections for h in headings(s.blocks)]
    known = headings_of(document)
    ledger = Ledger(
        part=word.part,
        styles=styles_for((counted, *(one.styles for one in drawn)), known.looks),
        labels=pages.labels,
        levels={heading.anchor: heading.level for heading in every},
        headings=known,
    )
    roots = {name: _root(name) for name in WRITTEN}
    body = add(roots["document"], "body")
    body.inside.append(write_body(ledger, document, pages, drawn))
    write_styles(roots["styles"], ledger.styles)
    ledger.lists.write(roots["numbering"])
    return saved(word, {f"word/{name}.xml": part(root) for name, root in roots.items()})


def _root(name: str) -> Node:
    """Return the root of a part that is written here."""
    return Node(f"w:{name}", declared(WRITTEN[name]))


def _describe(about: CoreProperties, document: Document) -> None:
    about.title = clean(document.judul)[:255]
    about.author = about.last_modified_by = clean(document.penulis)[:255]
    about.subject = clean(document.subjek)[:255]
    about.language = LANGUAGE
    about.created = about.modified = midnight(document.tanggal)
    about.revision = 1
