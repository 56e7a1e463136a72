"""Read the shapes of a DrawingML drawing: symbols, lines, words, and what is neither.

Excel and Word wrap the same shapes in other names: ``sp`` and ``cxnSp`` there, ``wsp``
here; ``grpSp``, ``wgp`` and ``wpc`` hold others.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field

from sopgen.model.geometry import Box, Point
from sopgen.model.kata import isian
from sopgen.model.nilai import dataclass
from sopgen.takeover.board import Drawing, Figure, Line, Loose, Words
from sopgen.takeover.findings import short
from sopgen.takeover.kinds import ARROWS, kind_of, kind_of_outline
from sopgen.takeover.paths import path_of
from sopgen.takeover.pictures import PICTURE, with_pictures
from sopgen.takeover.turning import ANGLE, Frame, Turning, bent, bounds, corners
from sopgen.takeover.xmlread import Element, attr, child, children, name, number, on

#: More shapes than this on one board are not read; groups no deeper than this.
MOST_SHAPES, DEEPEST = 1000, 24
#: A shape, or a line, that is smaller than this, mm, is not seen.
LEAST, SHORTEST = 0.6, 0.1
SAY_SYMBOL = f"isi {isian('pelaksana')} dan {isian('simbol')} pada kegiatan itu"
#: Words of a box that names an exit even if the box has a border.
EXITS = frozenset(
    (
        "ya", "tidak", "y", "t", "yes", "no", "sesuai", "lengkap", "setuju", "ms",
        "tms", "benar", "salah", "belum", "ok", "disetujui", "ditolak", "revisi",
    )
)  # fmt: skip


@dataclass(slots=True)
class Sketch:
    """What has been read so far of a drawing; ``prefix`` keeps ids of parts apart."""

    figures: list[Figure] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    words: list[Words] = field(default_factory=list)
    loose: list[Loose] = field(default_factory=list)
    pictures: list[Figure] = field(default_factory=list)
    prefix: str = ""
    count: int = 0

    @property
    def drawing(self) -> Drawing:
        """Return it as data."""
        read = Drawing(
            tuple(self.figures), tuple(self.lines), tuple(self.words), tuple(self.loose)
        )
        return with_pictures(read, self.pictures)

    def key(self, number: str) -> str:
        """Return the id of a shape among all of the board."""
        return f"{self.prefix}{number}" if number else ""


def frame_of(xfrm: Element | None) -> Frame:
    """Return the frame that an xfrm element describes, in its own unit."""
    off, ext = child(xfrm, "off"), child(xfrm, "ext")
    return Frame(
        number(attr(off, "x")),
        number(attr(off, "y")),
        abs(number(attr(ext, "cx"))),
        abs(number(attr(ext, "cy"))),
        number(attr(xfrm, "rot")) / ANGLE,
        on(attr(xfrm, "flipH")),
        on(attr(xfrm, "flipV")),
    )


def xfrm_of(node: Element) -> Element | None:
    """Return where a shape or group says that it is."""
    for pr in ("spPr", "grpSpPr"):
        found = child(node, pr, "xfrm")
        if found is not None:
            return found
    return None


def read_shape(
    sketch: Sketch, node: Element, turning: Turning, frame: Frame | None = None
) -> None:
    """Read a shape or group; ``frame`` is where it is, if not where it says."""
    _read(sketch, node, turning, frame, 0)


def _read(
    sketch: Sketch, node: Element, turning: Turning, frame: Frame | None, depth: int
) -> None:
    kind = name(node)
    sketch.count += 1
    if sketch.count > MOST_SHAPES:
        return
    if kind in ("grpSp", "wgp", "wpc", "AlternateContent"):
        _group(sketch, node, turning, frame, depth)
    elif kind in ("sp", "wsp", "cxnSp"):
        _Shape(sketch, node, turning, frame or frame_of(xfrm_of(node))).read()
    elif kind == "pic":
        key = sketch.key(attr(child(node, "nvPicPr", "cNvPr"), "id"))
        box = _Shape(sketch, node, turning, frame or frame_of(xfrm_of(node))).box
        sketch.pictures.append(Figure("proses", box, "", key, PICTURE))
    elif kind in ("graphicFrame", "contentPart"):
        here = frame or frame_of(xfrm_of(node))
        at = turning.at(here.x + here.w / 2, here.y + here.h / 2)
        sketch.loose.append(Loose("bagan atau tinta tidak dibaca", at))


def _group(
    sketch: Sketch, node: Element, turning: Turning, frame: Frame | None, depth: int
) -> None:
    """Read what is in a group, a canvas, or the branch of an alternative we know."""
    inner, parts = turning, children(node)
    if name(node) == "AlternateContent":
        branch = chosen(node)
        parts = children(branch)
    elif name(node) != "wpc":
        inner = turning.after(_inner(node, frame))
        frame = None
    if depth >= DEEPEST:
        at = turning.at(0, 0)
        sketch.loose.append(Loose("kelompok bentuk bersarang terlalu dalam", at))
        return
    passed = frame if name(node) == "AlternateContent" else None
    for part in parts:
        _read(sketch, part, inner, passed, depth + 1)


def chosen(node: Element) -> Element | None:
    """Return the branch of an alternative that holds shapes we can read."""
    known = {"sp", "cxnSp", "wsp", "grpSp", "wgp", "pic", "drawing", "graphicFrame"}
    known |= {"pict"}
    for branch in children(node, "Choice", "Fallback"):
        if any(name(part) in known for part in branch):
            return branch
    return next(children(node, "Fallback"), None)


def _inner(node: Element, frame: Frame | None) -> Turning:
    """Return the map from the coordinates within a group to those around it."""
    xfrm = xfrm_of(node)
    own = frame_of(xfrm)
    here = frame or own
    off, ext = child(xfrm, "chOff"), child(xfrm, "chExt")
    w = number(attr(ext, "cx")) or own.w or 1
    h = number(attr(ext, "cy")) or own.h or 1
    kx, ky = (here.w / w) or 1, (here.h / h) or 1
    x, y = number(attr(off, "x")), number(attr(off, "y"))
    return here.turning.after(Turning(kx, 0, 0, ky, -x * kx, -y * ky))


@dataclass(slots=True)
class _Shape:
    """A shape while it is read."""

    sketch: Sketch
    node: Element
    turning: Turning
    frame: Frame

    @property
    def whole(self) -> Turning:
        """Return the map from its own coordinates to the board."""
        return self.turning.after(self.frame.turning)

    @property
    def box(self) -> Box:
        """Return the box round it as it is seen."""
        return bounds([self.whole.at(*c) for c in corners(self.frame.w, self.frame.h)])

    @property
    def preset(self) -> str:
        """Return the name of its preset; nothing for a freeform."""
        return attr(child(self.node, "spPr", "prstGeom"), "prst")

    @property
    def ln(self) -> Element | None:
        """Return how its line is drawn."""
        return child(self.node, "spPr", "ln")

    def read(self) -> None:
        """Add it to the sketch as what it is."""
        reader = self._reader()
        reader()

    def _reader(self) -> Callable[[], None]:
        preset = self.preset
        connector = name(self.node) == "cxnSp"
        if preset.startswith(("line", "straightC", "bentC", "curvedC")) or (
            connector and preset
        ):
            return self._connector
        if preset in ARROWS:
            return self._block_arrow
        if not preset:
            return self._freeform
        return self._outlined

    def _connector(self) -> None:
        guides = [
            number(attr(gd, "fmla").rpartition(" ")[2])
            for gd in children(child(self.node, "spPr", "prstGeom", "avLst"), "gd")
        ]
        w, h = self.frame.w, self.frame.h
        self._line(bent(self.preset, w, h, tuple(guides)))

    def _line(self, local: list[tuple[float, float]]) -> None:
        points = tuple(self.whole.at(*p) for p in local)
        if max(bounds(points).w, bounds(points).h) < SHORTEST:
            self._miss("garis tanpa panjang tidak dibaca")
            return
        glue = [attr(_glue(self.node, tag), "id") for tag in ("stCxn", "endCxn")]
        first, last = (self.sketch.key(g) for g in glue)
        self.sketch.lines.append(
            Line(
                points,
                tail=_headed(self.ln, "headEnd"),
                head=_headed(self.ln, "tailEnd"),
                dashed=_dashed(self.ln),
                glue=(first, last),
            )
        )

    def _block_arrow(self) -> None:
        w, h = self.frame.w, self.frame.h
        points = tuple(self.whole.at(u * w, v * h) for u, v in ARROWS[self.preset])
        self.sketch.lines.append(Line(points, head=True, block=True))

    def _freeform(self) -> None:
        path = path_of(self.node, self.frame.w, self.frame.h)
        if path is None:
            self._miss("bentuk tanpa garis tepi tidak dibaca")
        elif path.closed:
            box = bounds([self.whole.at(*p) for p in path.points])
            turned = [self.whole.at(*p) for p in path.points]
            self._figure(box, *kind_of_outline(turned))
        elif self._text():
            self._miss(f"bentuk terbuka bertulisan `{self._text()}` tidak dibaca")
        else:
            self._line(list(path.points))

    def _outlined(self) -> None:
        text = self._text()
        boxed = self.preset == "rect" and not self._ruled()
        free = on(attr(_about(self.node, "cNvSpPr"), "txBox")) and not self._ruled()
        if boxed or free or (self._is_box() and text.casefold() in EXITS):
            if text:
                self.sketch.words.append(Words(text, self.box))
            return
        simbol, doubt = kind_of(self.preset, self.box, self.frame.rot)
        if self._is_box() and simbol:
            doubt = f"kotak teks bergaris dibaca sebagai `{simbol}`"
        self._figure(self.box, simbol, doubt)

    def _is_box(self) -> bool:
        return on(attr(_about(self.node, "cNvSpPr"), "txBox"))

    def _figure(self, box: Box, simbol: str, doubt: str) -> None:
        text = self._text()
        if min(box.w, box.h) < LEAST:
            self._miss("bentuk tanpa ukuran tidak dibaca")
        elif not simbol:
            what = f"`{short(self.preset)}`" if self.preset else "bebas"
            said = f" bertulisan `{short(text)}`" if text else ""
            self._miss(f"bentuk {what}{said} tidak dikenal; {SAY_SYMBOL}")
        else:
            key = self.sketch.key(attr(_about(self.node, "cNvPr"), "id"))
            self.sketch.figures.append(Figure(simbol, box, text, key, doubt))

    def _miss(self, why: str) -> None:
        box = self.box
        self.sketch.loose.append(Loose(why, Point(box.cx, box.cy)))

    def _ruled(self) -> bool:
        """Return whether its border is seen."""
        if self.ln is not None and child(self.ln, "noFill") is not None:
            return False
        if self.ln is not None and len(self.ln):
            return True
        ref = attr(child(self.node, "style", "lnRef"), "idx")
        return ref not in ("", "0")

    def _text(self) -> str:
        return shape_text(self.node)


def shape_text(node: Element) -> str:
    """Return the text in a shape, on one line."""
    lines = []
    body = child(node, "txBody")
    if body is None:
        body = child(node, "txbx", "txbxContent")
    for paragraph in () if body is None else body.iter("{*}p"):
        pieces = [
            " " if name(part) == "br" else part.text or ""
            for part in paragraph.iter("{*}t", "{*}br")
        ]
        lines.append("".join(pieces))
    return " ".join(" ".join(lines).split())


def _about(node: Element, tag: str) -> Element | None:
    """Return what is said of a shape besides how it looks."""
    for holder in ("nvSpPr", "nvCxnSpPr"):
        found = child(node, holder, tag)
        if found is not None:
            return found
    return child(node, tag)


def _glue(node: Element, tag: str) -> Element | None:
    for holder in ("cNvCxnSpPr", "cNvCnPr"):
        found = child(_about(node, holder), tag)
        if found is not None:
            return found
    return None


def _headed(ln: Element | None, tag: str) -> bool:
    return attr(child(ln, tag), "type") not in ("", "none")


def _dashed(ln: Element | None) -> bool:
    if child(ln, "custDash") is not None:
        return True
    return attr(child(ln, "prstDash"), "val") not in ("", "solid")
