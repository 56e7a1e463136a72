"""Make every PDF one to be kept: PDF/A-2b (ISO 19005-2).

All that reportlab keeps to itself and an archive needs is asked of it in here:
``tests/render/test_pdf_archive.py`` fails where a newer reportlab has moved it.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from hashlib import sha256

from reportlab.pdfbase.pdfdoc import (
    NoEncryption,
    PDFArray,
    PDFCatalog,
    PDFDictionary,
    PDFDocument,
    PDFInfo,
    PDFName,
    PDFObject,
    PDFPage,
    PDFStream,
    PDFString,
)
from reportlab.pdfgen.canvas import Canvas

from sopgen.assets import asset, broken
from sopgen.model.geometry import MM_PER_PT
from sopgen.model.nilai import dataclass
from sopgen.model.page import Page, Pages
from sopgen.render.pdf_letters import lacking

LANGUAGE = "id-ID"
#: The PDF that PDF/A-2 is made of.
VERSION = 1, 7
#: Who writes the files, and with what.
CREATOR, PRODUCER = "sopgen", PDFInfo.producer
#: The longest side of a page, pt (ISO 32000-1, annex C; ISO 19005-2, 6.1.13).
LONGEST_SIDE = 14_400
#: So many bytes a text of a file may have (the same clause), each letter up to four.
LONGEST = 32_767 // 4 - 1
#: How a file is named before its content is known: with the name it has that length.
UNNAMED = b"\n[<%b><%b>]\n" % (b"0" * 32, b"0" * 32)
#: What XML writes otherwise, or may not hold.
XML = dict.fromkeys((*range(0x20), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF), "") | {
    ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;",
}  # fmt: skip
#: What a file says of itself, where readers of archives look for it.
METADATA = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/">
{}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""
CLAIM = "<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>B</pdfaid:conformance>"


def archived(
    canvas: Canvas, pages: Pages, letters: Mapping[str, Iterable[str]]
) -> bytes:
    """Return the bytes of a file whose pages are on a canvas.

    It says that it is PDF/A-2b but where it cannot be: ``letters``, those that are
    printed in each face, must all be in it (6.2.11.8).  SOP113 names those that are
    not.
    """
    document: PDFDocument = canvas._doc
    told = About.of(pages)
    catalog = document.Catalog
    document.info = Information(told)
    document.encrypt = LineEnds()
    document._ID = UNNAMED
    allow(catalog, "OutputIntents")
    catalog.OutputIntents = PDFArray([_colours(document)])
    catalog.Metadata = PDFStream(
        PDFDictionary({"Type": PDFName("Metadata"), "Subtype": PDFName("XML")}),
        told.metadata(claim=not lacking(letters)).encode(),
    )
    _label_inline(catalog)
    for page in document.Pages.pages:
        page.Trans = None
    return _named(canvas.getpdfdata())


def allow(thing: PDFCatalog | PDFPage, *entries: str) -> None:
    """Let the catalog of a file or a page have entries that reportlab does not know."""
    thing.__NoDefault__ = [*thing.__NoDefault__, *entries]


def begin(canvas: Canvas, page: Page) -> None:
    """Begin a page of the size that it has; one too large for a PDF is made smaller."""
    width, height = page.width / MM_PER_PT, page.height / MM_PER_PT
    scale = min(1.0, LONGEST_SIDE / max(width, height))
    canvas.setPageSize((width * scale, height * scale))
    if scale < 1:
        canvas.scale(scale, scale)


@dataclass(frozen=True, slots=True)
class About:
    """What a file says of itself, twice: the same words in both places.

    ``day`` is a date as ISO 8601 writes it.
    """

    title: str
    author: str
    subject: str
    day: str

    @classmethod
    def of(cls, pages: Pages) -> About:
        """Return what the file of some pages says of itself."""
        return cls(
            fit(pages.judul),
            fit(pages.penulis),
            fit(pages.subjek),
            pages.tanggal.isoformat(),
        )

    def metadata(self, *, claim: bool) -> str:
        """Return it as XMP, with or without the claim that it is PDF/A."""
        return METADATA.format("\n".join((*self._lines(), *([CLAIM] if claim else []))))

    def _lines(self) -> Iterator[str]:
        time = f"{self.day}T00:00:00+00:00"
        yield from _listed("dc:title", "Alt", self.title, ' xml:lang="x-default"')
        yield from _listed("dc:creator", "Seq", self.author)
        yield from _listed(
            "dc:description", "Alt", self.subject, ' xml:lang="x-default"'
        )
        yield from _listed("dc:language", "Bag", LANGUAGE)
        yield f"<xmp:CreatorTool>{CREATOR}</xmp:CreatorTool>"
        yield f"<xmp:CreateDate>{time}</xmp:CreateDate>"
        yield f"<xmp:ModifyDate>{time}</xmp:ModifyDate>"
        yield f"<pdf:Producer>{PRODUCER.translate(XML)}</pdf:Producer>"


def fit(text: str) -> str:
    """Return a text about pages without what neither XML nor a PDF could hold."""
    kept = "".join(" " if one in "\t\r\n" else one for one in text)
    return "".join(one for one in kept if XML.get(ord(one), one))[:LONGEST]


def _listed(name: str, kind: str, text: str, more: str = "") -> Iterator[str]:
    """Yield a property that is a list of one text, or nothing without a text."""
    if text:
        item = f"<rdf:li{more}>{text.translate(XML)}</rdf:li>"
        yield f"<{name}><rdf:{kind}>{item}</rdf:{kind}></{name}>"


class Information(PDFInfo):  # type: ignore[misc]
    """What a file says of itself in the old place: nothing that is empty."""

    def __init__(self, about: About) -> None:
        super().__init__()
        self.title, self.author, self.subject = about.title, about.author, about.subject
        self.day = f"D:{about.day.replace('-', '')}000000+00'00'"

    def format(self, document: PDFDocument) -> bytes:
        """Return it as it stands in the file."""
        facts = {
            "Title": self.title,
            "Author": self.author,
            "Subject": self.subject,
            "Creator": CREATOR,
            "Producer": PRODUCER,
            "CreationDate": self.day,
            "ModDate": self.day,
        }
        told = {name: PDFString(text) for name, text in facts.items() if text}
        made: bytes = PDFDictionary(told).format(document)
        return made


class LineEnds(NoEncryption):  # type: ignore[misc]
    """Has every stream end with a line, as 6.1.7.1 wants: reportlab leaves that out.

    It asks the encryption of a file for the bytes of each stream; this is none.
    """

    def encode(self, content: bytes | str) -> Ended:
        """Return the content of a stream."""
        return Ended(content.encode() if isinstance(content, str) else content)


class Ended(PDFObject):  # type: ignore[misc]
    """The bytes of a stream: the end of their line is not counted in their length."""

    def __init__(self, content: bytes) -> None:
        self.content = content

    def __len__(self) -> int:
        return len(self.content)

    def format(self, document: PDFDocument) -> bytes:
        """Return them as they stand in the file."""
        return self.content + b"\n"


def _colours(document: PDFDocument) -> PDFDictionary:
    """Return what the colours of a file mean."""
    facts = {"N": 3, "Filter": PDFName("FlateDecode")}
    profile = PDFStream(PDFDictionary(facts), zlib.compress(read_profile()))
    return PDFDictionary(
        {
            "Type": PDFName("OutputIntent"),
            "S": PDFName("GTS_PDFA1"),
            "OutputConditionIdentifier": PDFString("sRGB"),
            "Info": PDFString("sRGB"),
            "DestOutputProfile": document.Reference(profile),
        }
    )


@cache
def read_profile() -> bytes:
    """Return the profile of sRGB.

    Raises BrokenAssetError where it cannot be read.
    """
    file = asset("warna") / "sRGB.icc"
    try:
        return file.read_bytes()
    except OSError as error:
        raise broken(file, str(error)) from error


def _label_inline(catalog: PDFCatalog) -> None:
    """Write the labels of pages where their list is, not as objects of their own."""
    labels = [
        part
        for page, label in catalog.PageLabels.labels
        for part in (page, PDFDictionary(vars(label)))
    ]
    catalog.PageLabels = PDFDictionary({"Nums": PDFArray(labels)})


def _named(data: bytes) -> bytes:
    """Return the bytes of a file with its name, which is all of them."""
    head, _, tail = data.rpartition(UNNAMED)
    name = sha256(data).hexdigest()[:32].encode()
    return b"%b\n[<%b><%b>]\n%b" % (head, name, name, tail)
