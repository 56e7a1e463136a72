"""What an Excel file says about itself, and which program made it."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from sopgen.archive import midnight
from sopgen.render.escaping import clean, escaped
from sopgen.render.markup import OOXML
from sopgen.render.xlsx.parts import PACKAGE, part

EXTENDED = f"{OOXML}/officeDocument/2006/extended-properties"
#: The names by which documents of any kind say who made them.
DUBLIN = "http://purl.org/dc"
INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"
#: The longest text of a property.
LONGEST = 255


class About(NamedTuple):
    """What a file says about itself; it bears ``tanggal`` instead of a time."""

    judul: str
    penulis: str
    subjek: str
    tanggal: date


def program_part() -> bytes:
    """Return the part that names the program."""
    made = "<Application>sopgen</Application>"
    return part(f'<Properties xmlns="{EXTENDED}">{made}</Properties>')


def about_part(about: About) -> bytes:
    """Return the part that says what the file is about."""
    title, author, subject = (
        escaped(clean(text)[:LONGEST])
        for text in (about.judul, about.penulis, about.subjek)
    )
    day = f"{midnight(about.tanggal).isoformat()}Z"
    return part(
        f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties"'
        f' xmlns:dc="{DUBLIN}/elements/1.1/" xmlns:dcterms="{DUBLIN}/terms/"'
        f' xmlns:xsi="{INSTANCE}">'
        f"<dc:title>{title}</dc:title><dc:subject>{subject}</dc:subject>"
        f"<dc:creator>{author}</dc:creator>"
        f"<cp:lastModifiedBy>{author}</cp:lastModifiedBy>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{day}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{day}</dcterms:modified>'
        "<dc:language>id-ID</dc:language></cp:coreProperties>"
    )
