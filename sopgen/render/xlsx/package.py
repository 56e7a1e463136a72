"""Put drawn sheets together as an Excel file, always with the same bytes.

The file is written from scratch: libraries for workbooks know pictures and charts, but
no shapes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sopgen.archive import packed
from sopgen.render.escaping import escaped, quoted
from sopgen.render.xlsx.about import About, about_part, program_part
from sopgen.render.xlsx.parts import (
    MAIN,
    OFFICE,
    PACKAGE,
    Relation,
    part,
    relations,
)
from sopgen.render.xlsx.sheet import (
    BLANK,
    DRAWING,
    Drawing,
    Picture,
    Sheet,
    numbered,
    picture_id,
)
from sopgen.render.xlsx.styles import styles_xml

KIND = "application/vnd.openxmlformats-"
BOOK_KIND = f"{KIND}officedocument.spreadsheetml"
#: The kinds of parts that every file has, and those of parts that are numbered.
KINDS = {
    "/docProps/app.xml": f"{KIND}officedocument.extended-properties+xml",
    "/docProps/core.xml": f"{KIND}package.core-properties+xml",
    "/xl/workbook.xml": f"{BOOK_KIND}.sheet.main+xml",
    "/xl/styles.xml": f"{BOOK_KIND}.styles+xml",
}
SHEET_KIND = f"{BOOK_KIND}.worksheet+xml"
DRAWING_KIND = f"{KIND}officedocument.drawing+xml"
#: Parts known by their suffix; to them come the suffixes of pictures.
SUFFIXES = {"rels": f"{KIND}package.relationships+xml", "xml": "application/xml"}


def workbook(about: About, sheets: Mapping[str, Sheet]) -> bytes:
    """Return a file of drawn sheets, by their names; one without has an empty one."""
    named = sheets or {"Kosong": BLANK}
    numbers = numbered(named.values())
    parts = {
        "_rels/.rels": _root(),
        "docProps/app.xml": program_part(),
        "docProps/core.xml": about_part(about),
        "xl/workbook.xml": part(_book(named)),
        "xl/_rels/workbook.xml.rels": _leads_of_book(len(named)),
        "xl/styles.xml": part(styles_xml(numbers)),
    }
    kinds = dict(KINDS)
    pictures: dict[Picture, str] = {}
    for number, sheet in enumerate(named.values(), 1):
        name = f"xl/worksheets/sheet{number}.xml"
        kinds[f"/{name}"] = SHEET_KIND
        parts[name] = part(sheet.xml(numbers))
        if sheet.drawing:
            over = f"xl/drawings/drawing{number}.xml"
            kinds[f"/{over}"] = DRAWING_KIND
            parts[over] = sheet.drawing.xml
            to = Relation(DRAWING, f"{OFFICE}/drawing", f"/{over}")
            parts[f"xl/worksheets/_rels/sheet{number}.xml.rels"] = relations([to])
            leads = relations(_leads(sheet.drawing, pictures))
            parts[f"xl/drawings/_rels/drawing{number}.xml.rels"] = leads
    parts |= {name.lstrip("/"): one.data for one, name in pictures.items()}
    types = _types(kinds, (one.suffix for one in pictures))
    return packed({"[Content_Types].xml": types, **parts})


def _leads(drawing: Drawing, pictures: dict[Picture, str]) -> Iterator[Relation]:
    """Yield where a drawing leads; a picture that several have is in the file once."""
    for number, picture in enumerate(drawing.pictures, 1):
        new = f"/xl/media/image{len(pictures) + 1}.{picture.suffix}"
        name = pictures.setdefault(picture, new)
        yield Relation(picture_id(number), f"{OFFICE}/image", name)
    for sheet, id_ in drawing.links.items():
        yield Relation(id_, f"{OFFICE}/hyperlink", f"#{_before_address(sheet)}!A1")


def _before_address(sheet: str) -> str:
    """Return the name of a sheet as it stands before an address."""
    name = sheet.replace("'", "''")
    return f"'{name}'"


def _root() -> bytes:
    core = f"{PACKAGE}/relationships/metadata/core-properties"
    return relations(
        (
            Relation("rId1", f"{OFFICE}/officeDocument", "xl/workbook.xml"),
            Relation("rId2", core, "docProps/core.xml"),
            Relation("rId3", f"{OFFICE}/extended-properties", "docProps/app.xml"),
        )
    )


def _leads_of_book(count: int) -> bytes:
    """Return where the workbook leads: to so many sheets, and to the styles."""
    each = (
        Relation(f"rId{n}", f"{OFFICE}/worksheet", f"worksheets/sheet{n}.xml")
        for n in range(1, count + 1)
    )
    styles = Relation(f"rId{count + 1}", f"{OFFICE}/styles", "styles.xml")
    return relations((*each, styles))


def _book(named: Mapping[str, Sheet]) -> str:
    """Return the part that lists the sheets, and what of each is printed."""
    sheets = "".join(
        f'<sheet name="{quoted(name)}" sheetId="{n}" r:id="rId{n}"/>'
        for n, name in enumerate(named, 1)
    )
    names = "".join(_names(named))
    return (
        f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><workbookPr/>'
        '<bookViews><workbookView activeTab="0"/></bookViews>'
        f"<sheets>{sheets}</sheets>"
        f"{f'<definedNames>{names}</definedNames>' if names else ''}</workbook>"
    )


def _names(named: Mapping[str, Sheet]) -> Iterator[str]:
    for number, (name, sheet) in enumerate(named.items()):
        for what, rows in (("Print_Titles", sheet.titles), ("Print_Area", sheet.area)):
            if rows:
                value = escaped(f"{_before_address(name)}!{rows}")
                about = f'name="_xlnm.{what}" localSheetId="{number}"'
                yield f"<definedName {about}>{value}</definedName>"


def _types(kinds: Mapping[str, str], suffixes: Iterable[str]) -> bytes:
    """Return the part that says what kind each part is."""
    known = SUFFIXES | {suffix: f"image/{suffix}" for suffix in suffixes}
    made = "".join(
        f'<Default Extension="{suffix}" ContentType="{kind}"/>'
        for suffix, kind in known.items()
    )
    for name, kind in kinds.items():
        made += f'<Override PartName="{name}" ContentType="{kind}"/>'
    return part(f'<Types xmlns="{PACKAGE}/content-types">{made}</Types>')
