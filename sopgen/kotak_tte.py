"""Measure the box of an electronic signature: its QR, its words, the type they fit in.

The box is as large as the office says, and larger where what stands in it needs that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sopgen.model.geometry import MM_PER_PT
from sopgen.model.jabatan_tercetak import jabatan
from sopgen.model.kotak import (
    FONT,
    LEADING,
    PAD,
    QR_PAD,
    TAG,
    BoxText,
    SignBox,
)
from sopgen.model.nilai import dataclass
from sopgen.model.pejabat import Pejabat
from sopgen.model.tte import Tte
from sopgen.typeface import Face, face_name, read_face

#: Before anybody has signed this is what the box is for, as forms have it.
OLEH = "Ditandatangani secara elektronik oleh:"
#: Instead of a name that is not known.
DOTS = "." * 24
#: A QR is at least so wide, its quiet zone counted in, and at most, mm; where there is
#: room it takes so much of the box' width.
QR_LEAST, QR_MOST, QR_SHARE = 20.0, 25.0, 0.36
#: So long an address still has modules that a camera reads in the least QR: version 6
#: with error level M holds so many bytes.
MOST_LETTERS = 106
#: Type sizes that are tried, the largest first: with each name in one line, and last
#: with names that go on in the next.
SIZES, BROKEN = (9.0, 8.5, 8.0, 7.5, 7.0, 6.5), (7.5, 7.0, 6.5, 6.0)
#: Beside or without the QR the text of a box that has to grow is at least so wide, mm.
ASIDE = 30.0
#: No box grows larger than this, whatever its words, mm.
WIDEST, TALLEST = 120.0, 120.0


@dataclass(frozen=True, slots=True)
class Kata:
    """A text of the box; one that is ``utuh`` is rather set smaller than broken."""

    isi: str
    bold: bool = False
    utuh: bool = False


def kata_of(pejabat: Pejabat) -> Iterator[Kata]:
    """Yield what the box says: who signs, as what."""
    yield Kata(OLEH)
    for one in jabatan(pejabat):
        yield Kata(one.whole, bold=True)
    yield Kata(pejabat.nama or DOTS, bold=True, utuh=True)
    if pejabat.pangkat:
        yield Kata(pejabat.pangkat, utuh=True)
    if pejabat.nip:
        yield Kata(f"NIP. {pejabat.nip}", utuh=True)


def sign_box(pejabat: Pejabat, tte: Tte, alamat: str, nama: str) -> SignBox:
    """Return the box of an official; ``alamat`` is what its QR says, if anything."""
    height, width = tte.tinggi * MM_PER_PT, tte.lebar * MM_PER_PT
    alamat = alamat if len(alamat) <= MOST_LETTERS else ""
    qr = _qr(width, height) if alamat else 0.0
    height = max(height, qr + 2 * QR_PAD)
    words, aside = tuple(kata_of(pejabat)), width - _room(qr)
    for size_pt, whole in (*((s, True) for s in SIZES), *((s, False) for s in BROKEN)):
        texts = _set(words, size_pt, aside, whole=whole)
        if texts and _tall(texts, size_pt) <= height - 2 * PAD:
            return SignBox(nama, width, height, texts, size_pt, alamat=alamat, qr=qr)
    return _grown(words, SignBox(nama, width, height, (), BROKEN[-1], None, alamat, qr))


def fits(box: SignBox, tte: Tte) -> bool:
    """Return whether a box is no larger than the office wants it."""
    wanted = tte.lebar * MM_PER_PT, tte.tinggi * MM_PER_PT
    return box.width <= wanted[0] + 1e-6 and box.height <= wanted[1] + 1e-6


def _grown(words: tuple[Kata, ...], box: SignBox) -> SignBox:
    """Return a box as wide as its longest word needs, and as high as its lines do."""
    size_pt = box.size_pt
    longest = max(_face(w).longest_word(w.isi, size_pt) for w in words)
    aside = max(box.width - _room(box.qr), min(longest + 0.1, WIDEST), ASIDE)
    lines = [BoxText(_face(w).wrap(w.isi, size_pt, aside), w.bold) for w in words]
    texts = _within(lines, max(TALLEST, box.height) - 2 * PAD, size_pt)
    height = max(box.height, _tall(texts, size_pt) + 2 * PAD)
    return SignBox(
        box.nama, aside + _room(box.qr), height, texts, size_pt, None, box.alamat,
        box.qr,
    )  # fmt: skip


def _within(
    texts: Iterable[BoxText], room: float, size_pt: float
) -> tuple[BoxText, ...]:
    """Return texts up to the line that no room is left for."""
    left = int(room / (size_pt * LEADING * MM_PER_PT))
    made = []
    for one in texts:
        made.append(BoxText(one.lines[:left], one.bold))
        left = max(left - len(one.lines), 0)
    return tuple(one for one in made if one.lines)


def _qr(width: float, height: float) -> float:
    """Return how wide the QR is in a box."""
    return max(min(QR_SHARE * width, height - 2 * QR_PAD, QR_MOST), QR_LEAST)


def _room(qr: float) -> float:
    """Return what of the box' width its text has not, with a QR so wide."""
    return TAG + (QR_PAD + qr if qr else PAD)


def _set(
    words: tuple[Kata, ...], size_pt: float, room: float, *, whole: bool
) -> tuple[BoxText, ...]:
    """Return texts in lines; none where a word, or a name as a ``whole``, is wider."""
    made = []
    for one in words:
        face = _face(one)
        if room <= 0 or face.longest_word(one.isi, size_pt) > room:
            return ()
        if whole and one.utuh and face.width(one.isi, size_pt) > room:
            return ()
        made.append(BoxText(face.wrap(one.isi, size_pt, room), one.bold))
    return tuple(made)


def _tall(texts: tuple[BoxText, ...], size_pt: float) -> float:
    return sum(len(one.lines) for one in texts) * size_pt * LEADING * MM_PER_PT


def _face(kata: Kata) -> Face:
    return read_face(face_name(FONT, bold=kata.bold))
