"""A document as a clerk draws it: plain shapes anchored over a table, nothing glued."""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass, field
from io import BytesIO

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MM = 36000
#: Columns and rows of the table, mm; the page's margins are 20 mm.
COLUMNS = (10, 50, 26, 26, 26, 34, 20, 34, 20)
HEAD, ROW, MARGIN, TITLE = 14.0, 19.0, 20.0, 8.0
PELAKSANA = ("Staf", "Kasi", "Camat")
ROWS = (
    ("Menyusun konsep surat", "Bahan", "1 jam", "Konsep"),
    ("Memeriksa konsep surat", "Konsep", "30 menit", "Konsep diperiksa"),
    ("Menandatangani surat", "Konsep diperiksa", "1 hari", "Surat"),
    ("Mengirim surat", "Surat", "1 jam", "Bukti kirim"),
    ("Mengarsipkan surat", "Bukti kirim", "10 menit", "Arsip"),
)
CHOICE = re.compile(rb"<mc:Choice.*?</mc:Choice>", re.DOTALL)
NAMESPACES = {
    "w": W,
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
}


@dataclass
class Desk:
    """Draws over the table, in mm from its top-left corner; ``how`` is the anchoring.

    In a "cell": each shape is anchored in the first cell of its row.  On the "page":
    all are anchored before the table and say where they are on the page.
    """

    how: str = "cell"
    drawn: dict[int, list[str]] = field(default_factory=dict)
    count: int = 10
    columns: tuple[float, ...] = COLUMNS
    head: float = HEAD
    rows: int = len(ROWS)

    def _anchor(
        self, x: float, y: float, size: tuple[float, float], inner: str
    ) -> None:
        row = min(max(int((y - self.head) // ROW), 0), self.rows - 1)
        across, down = "column", "paragraph"
        left, top = x - 1.9, y - self.head - row * ROW
        if self.how == "page":
            row, across, down = -1, "page", "page"
            left, top = x + MARGIN, y + MARGIN + TITLE
        self.count += 1
        w, h = (round(v * MM) for v in size)
        self.drawn.setdefault(row, []).append(
            f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
            f"<wp:anchor "
            f'distT="0" distB="0" distL="0" distR="0" simplePos="0" behindDoc="0" '
            f'relativeHeight="{self.count}" locked="0" layoutInCell="1" '
            f'allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH '
            f'relativeFrom="{across}"><wp:posOffset>{round(left * MM)}</wp:posOffset>'
            f'</wp:positionH><wp:positionV relativeFrom="{down}"><wp:posOffset>'
            f'{round(top * MM)}</wp:posOffset></wp:positionV><wp:extent cx="{w}" '
            f'cy="{h}"/><wp:wrapNone/><wp:docPr id="{self.count}" name="Shape"/>'
            f"<wp:cNvGraphicFramePr/><a:graphic><a:graphicData "
            f'uri="{NAMESPACES["wps"]}">{inner}</a:graphicData></a:graphic></wp:anchor>'
            f"</w:drawing></mc:Choice><mc:Fallback><w:pict/></mc:Fallback>"
            f"</mc:AlternateContent></w:r>"
        )

    def shape(self, preset: str, lane: int, row: int, text: str = "") -> None:
        """Draw a shape in a cell."""
        x = sum(self.columns[: lane + 2]) + 5
        y = self.head + row * ROW + 5
        self._anchor(
            x, y, (16, 9),
            f"<wps:wsp><wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x='0' y='0'/>"
            f"<a:ext cx='{16 * MM}' cy='{9 * MM}'/></a:xfrm><a:prstGeom "
            f"prst='{preset}'><a:avLst/></a:prstGeom><a:ln w='9525'><a:solidFill>"
            f"<a:srgbClr val='000000'/></a:solidFill></a:ln></wps:spPr>{_box(text)}"
            f"<wps:bodyPr/></wps:wsp>",
        )  # fmt: skip

    def words(self, text: str, x: float, y: float) -> None:
        """Write a text box."""
        self._anchor(
            x, y, (9, 5),
            f"<wps:wsp><wps:cNvSpPr txBox='1'/><wps:spPr><a:xfrm><a:off x='0' y='0'/>"
            f"<a:ext cx='{9 * MM}' cy='{5 * MM}'/></a:xfrm><a:prstGeom prst='rect'>"
            f"<a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln></wps:spPr>"
            f"{_box(text)}<wps:bodyPr/></wps:wsp>",
        )  # fmt: skip

    def line(
        self, start: tuple[float, float], end: tuple[float, float], dash: bool = False
    ) -> None:
        """Draw a straight arrow."""
        (x0, y0), (x1, y1) = start, end
        flips = " flipH='1'" * (x1 < x0) + " flipV='1'" * (y1 < y0)
        w, h = abs(x1 - x0), abs(y1 - y0)
        dashed = "<a:prstDash val='dash'/>" if dash else ""
        self._anchor(
            min(x0, x1), min(y0, y1), (w, h),
            f"<wps:wsp><wps:cNvCnPr/><wps:spPr><a:xfrm{flips}><a:off x='0' y='0'/>"
            f"<a:ext cx='{round(w * MM)}' cy='{round(h * MM)}'/></a:xfrm><a:prstGeom "
            f"prst='straightConnector1'><a:avLst/></a:prstGeom><a:ln w='9525'>"
            f"<a:solidFill><a:srgbClr val='000000'/></a:solidFill>{dashed}"
            f"<a:tailEnd type='triangle'/></a:ln></wps:spPr><wps:bodyPr/></wps:wsp>",
        )  # fmt: skip


def _box(text: str) -> str:
    if not text:
        return ""
    run = f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"
    return f"<wps:txbx><w:txbxContent>{run}</w:txbxContent></wps:txbx>"


def drawn(how: str) -> Desk:
    """Return the chart: mulai, keputusan, proses, dokumen beside, selesai."""
    desk = Desk(how)
    lanes = [sum(COLUMNS[:2]) + 5 + 26 * n for n in range(3)]
    tops = [HEAD + 5 + ROW * n for n in range(5)]
    desk.shape("roundRect", 0, 0, "Mulai")
    desk.shape("diamond", 1, 1)
    desk.shape("rect", 2, 2)
    desk.shape("rect", 0, 3)
    desk.shape("flowChartDocument", 1, 3)
    desk.shape("ellipse", 0, 4, "Selesai")
    desk.line((lanes[0] + 8, tops[0] + 9.5), (lanes[1] + 0.5, tops[1] + 4))
    desk.line((lanes[1] + 16.5, tops[1] + 4.5), (lanes[2] + 7, tops[2] - 0.7))
    desk.words("Ya", lanes[1] + 18, tops[1] + 0.5)
    desk.line((lanes[1] + 7, tops[1] - 0.8), (lanes[0] + 16.7, tops[0] + 5))
    desk.words("Tidak", lanes[1] + 7, tops[1] - 7)
    desk.line((lanes[2] + 2, tops[2] + 9.8), (lanes[0] + 14, tops[3] - 0.5))
    desk.line(
        (lanes[0] + 16.8, tops[3] + 4), (lanes[1] - 0.5, tops[3] + 4.2), dash=True
    )
    desk.line((lanes[0] + 8, tops[3] + 9.6), (lanes[0] + 8, tops[4] - 0.4))
    return desk


def clerk_document(how: str = "cell") -> bytes:
    """Return the document: a title, fields of the identity, and the table."""
    desk = drawn(how)
    lines = ("" if how == "page" else _identity()) + _para(
        "SOP PENGIRIMAN SURAT", "".join(desk.drawn.get(-1, []))
    )
    section = (
        '<w:sectPr><w:pgSz w:w="18709" w:h="12189" w:orient="landscape"/><w:pgMar '
        'w:top="1134" w:left="1134" w:right="1134" w:bottom="1134"/></w:sectPr>'
    )
    return package(lines + _table(desk) + "<w:p/>" + section)


def in_vml(data: bytes) -> bytes:
    """Return the clerk's document with only the older shapes, as LibreOffice adds them.

    Its own fallbacks are empty: this takes a file that LibreOffice has saved.
    """
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/document.xml":
                content = CHOICE.sub(rb"", content)
            new.writestr(name, content)
    return made.getvalue()


def package(body: str) -> bytes:
    """Return a document with a body."""
    names = " ".join(f'xmlns:{key}="{uri}"' for key, uri in NAMESPACES.items())
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("[Content_Types].xml", KINDS)
        archive.writestr("_rels/.rels", RELS)
        text = f"<w:document {names}><w:body>{body}</w:body></w:document>"
        archive.writestr("word/document.xml", text)
    return made.getvalue()


KINDS = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
    'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.'
    'openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
    'relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/'
    'officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>'
    "</Relationships>"
)


def _para(text: str, more: str = "") -> str:
    twips = round(TITLE / 25.4 * 1440)
    return (
        f'<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="{twips}" '
        f'w:lineRule="exact"/></w:pPr>{more}<w:r><w:t>{text}</w:t></w:r></w:p>'
    )


def _identity() -> str:
    rows = (
        ("PEMERINTAH KABUPATEN CONTOH", ""),
        ("Nomor SOP", "01/SOP/2020"),
        ("Tanggal Pembuatan", "3 Maret 2020"),
        ("Tanggal Efektif", "5 Maret 2020"),
        ("Nama SOP", "Pengiriman Surat"),
        ("Dasar Hukum", "UU 43/2009"),
    )
    cells = "".join(
        f"<w:tr><w:tc><w:p><w:r><w:t>{a}</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>"
        f"{b}</w:t></w:r></w:p></w:tc></w:tr>"
        for a, b in rows
    )
    grid = '<w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="5000"/></w:tblGrid>'
    return f"<w:tbl><w:tblPr/>{grid}{cells}</w:tbl>"


def _table(desk: Desk) -> str:
    grid = "".join(f'<w:gridCol w:w="{round(c / 25.4 * 1440)}"/>' for c in COLUMNS)
    heads = (
        [("No", "r1"), ("Kegiatan", "r1"), ("Pelaksana", "3"), ("Mutu Baku", "3"),
         ("Ket", "r1")],
        [("", "r2"), ("", "r2"), *((p, "") for p in PELAKSANA), ("Kelengkapan", ""),
         ("Waktu", ""), ("Output", ""), ("", "r2")],
    )  # fmt: skip
    rows = "".join(_row([_cell(t, how) for t, how in head], HEAD / 2) for head in heads)
    for n, (uraian, lengkap, waktu, hasil) in enumerate(ROWS):
        texts = (f"{n + 1}.", uraian, "", "", "", lengkap, waktu, hasil, "")
        shapes = "".join(desk.drawn.get(n, []))
        cells = [_cell(t, "", shapes if k == 0 else "") for k, t in enumerate(texts)]
        # What is anchored in the first cell counts from there.
        rows += _row(cells, ROW)
    return (
        f'<w:tbl><w:tblPr><w:tblInd w:w="0"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"{rows}</w:tbl>"
    )


def _row(cells: list[str], height: float) -> str:
    twips = round(height / 25.4 * 1440)
    pr = f'<w:trPr><w:trHeight w:val="{twips}" w:hRule="atLeast"/></w:trPr>'
    return f"<w:tr>{pr}{''.join(cells)}</w:tr>"


def _cell(text: str, how: str = "", more: str = "") -> str:
    merge = {"r1": '<w:vMerge w:val="restart"/>', "r2": "<w:vMerge/>"}.get(how, "")
    span = f'<w:gridSpan w:val="{how}"/>' if how.isdecimal() else ""
    return (
        f"<w:tc><w:tcPr>{span}{merge}</w:tcPr><w:p>{more}<w:r><w:t>{text}</w:t></w:r>"
        "</w:p></w:tc>"
    )
