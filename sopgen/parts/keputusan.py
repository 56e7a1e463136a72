"""Keputusan camat: the decree that puts the SOP into force.

Source: form of a Keputusan Kepala Daerah (Permendagri 80/2015 jo. 120/2018) on a kop
naskah dinas: title, Menimbang, Mengingat, MEMUTUSKAN, diktum, signature.
"""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.model.bahasa import huruf, tanggal, urutan
from sopgen.model.buku import Bagian, Keputusan
from sopgen.model.document import (
    Block,
    Heading,
    Label,
    Paragraph,
    Run,
    Section,
    Space,
)
from sopgen.model.gaya import runs_of
from sopgen.parts.bahan import Bahan
from sopgen.parts.kop import kop
from sopgen.parts.naskah import Piece, read_pieces
from sopgen.parts.styles import (
    KEPUTUSAN,
    KEPUTUSAN_BUTIR,
    KEPUTUSAN_JUDUL,
    KEPUTUSAN_TTD,
    decree,
)
from sopgen.parts.tanda_tangan import Place, dated, sign
from sopgen.parts.templates import facts_of_keputusan

#: Columns of the decree in mm: colon, mark (a., 1.), and the width of a mark.
COLON, MARK, HANG = 29.0, 32.5, 8.5
#: The diktum that fit before the colon; with more of them it stands further right, mm.
SHORT_ORDINALS, LONG_SHIFT = range(1, 12), 14.0
#: The signature stands in the right half.
TTD_PLACE = Place(indent=78)
#: Where the colon of "Ditetapkan di :" stands, from the block's left edge.
TTD_COLON = 31.0


def compose(bahan: Bahan, bagian: Bagian) -> tuple[Section, ...]:
    """Return the decree on pages of its own."""
    keputusan = bahan.keputusan(bagian)
    sheet = decree(bahan.buku.kertas)
    own = bahan.templates.about(facts_of_keputusan(keputusan))
    blocks: tuple[Block, ...] = (
        *kop(bahan.buku.kecamatan, sheet.column[0]),
        *_title(bahan, bagian, keputusan),
        *_lettered("Menimbang", [own.fill(t) for t in keputusan.menimbang]),
        Space(2),
        *_numbered("Mengingat", [own.fill(t) for t in keputusan.mengingat]),
        *_numbered("Memperhatikan", [own.fill(t) for t in keputusan.memperhatikan]),
        *_decides(bahan, keputusan),
        *_diktum([own.fill(t) for t in keputusan.diktum]),
        *_signed(keputusan, bahan.buku.kecamatan.tempat),
        *_tembusan([own.fill(t) for t in keputusan.tembusan]),
    )
    return (bahan.section(bagian, sheet, blocks, keputusan.status),)


def judul_jabatan(bahan: Bahan) -> str:
    """Return ``KEPUTUSAN CAMAT KARANGAN``, in the office's own words."""
    return f"KEPUTUSAN {bahan.buku.kecamatan.sebutan.pimpinan.upper()}"


def tentang(bahan: Bahan, keputusan: Keputusan) -> str:
    """Return the decree's title as running text."""
    return bahan.fill(keputusan.tentang) or " ".join(bahan.lines(keputusan.judul))


def _title(bahan: Bahan, bagian: Bagian, keputusan: Keputusan) -> Iterator[Block]:
    pimpinan = bahan.buku.kecamatan.sebutan.pimpinan
    listed = (
        f"Keputusan {pimpinan} Nomor : {keputusan.nomor}, tentang "
        f"{tentang(bahan, keputusan)}"
    )
    text = "" if bagian.judul == "-" else bagian.judul or listed
    heading = Heading(1, text, bagian.id.anchor, listed=bool(text))
    strong = KEPUTUSAN_JUDUL.but(bold=True)
    yield Paragraph((Run(judul_jabatan(bahan)),), strong, heading=heading)
    yield Paragraph((Run(f"NOMOR : {keputusan.nomor}"),), KEPUTUSAN_JUDUL)
    yield Paragraph((Run("TENTANG"),), KEPUTUSAN_JUDUL.but(before=3, after=3))
    for line in bahan.lines(keputusan.judul):
        yield Paragraph((Run(line),), strong)
    who = Run(f"{pimpinan.upper()},")
    yield Paragraph((who,), KEPUTUSAN_JUDUL.but(before=3.5, after=4))


def _lettered(name: str, texts: list[str]) -> Iterator[Block]:
    marks = [f"{huruf(n).lower()}." for n in range(1, len(texts) + 1)]
    return _listed(name, list(zip(marks, texts, strict=True)))


def _numbered(name: str, texts: list[str]) -> Iterator[Block]:
    return _listed(name, [(f"{n}.", text) for n, text in enumerate(texts, 1)])


def _listed(name: str, items: list[tuple[str, str]]) -> Iterator[Block]:
    for number, (mark, text) in enumerate(items):
        labels: tuple[Label, ...] = (Label(mark, MARK),)
        if number == 0:
            labels = (Label(name, 0), Label(":", COLON), *labels)
        for inner, piece in _pieces(text):
            x = MARK + HANG
            if inner:
                x += HANG * (piece.depth + 1)
                labels = (*labels, Label(inner, x - HANG))
            runs, follows = runs_of(piece.text), piece.text.endswith(":")
            yield Paragraph(runs, KEPUTUSAN_BUTIR, x, labels=labels, keep_next=follows)
            labels = ()


def _pieces(text: str) -> list[tuple[str, Piece]]:
    """Return an item that has a list in it in pieces; another one as it is."""
    pieces = read_pieces(text) if "\n" in text else []
    listed = any(mark for mark, _ in pieces)
    return pieces if listed else [("", Piece("", 0, text))]


def _decides(bahan: Bahan, keputusan: Keputusan) -> Iterator[Block]:
    centred = KEPUTUSAN_JUDUL.but(before=4, after=3)
    yield Paragraph((Run("MEMUTUSKAN :"),), centred, keep_next=True)
    labels = (Label("Menetapkan", 0), Label(":", COLON))
    runs = runs_of(menetapkan(bahan, keputusan))
    yield Paragraph(runs, KEPUTUSAN_BUTIR, MARK, labels=labels, keep_next=True)


def menetapkan(bahan: Bahan, keputusan: Keputusan) -> str:
    """Return what stands behind "Menetapkan :", from the title unless it is given."""
    if keputusan.menetapkan is not None:
        return bahan.fill(keputusan.menetapkan)
    title = " ".join(bahan.lines(keputusan.judul)).upper()
    return f"{judul_jabatan(bahan)} TENTANG {title}."


def _diktum(texts: list[str]) -> Iterator[Block]:
    shift = LONG_SHIFT if len(texts) > len(SHORT_ORDINALS) else 0.0
    for number, text in enumerate(texts, 1):
        colon = COLON + shift
        labels: tuple[Label, ...] = (
            Label(urutan(number).upper(), 0),
            Label(":", colon),
        )
        for mark, piece in read_pieces(text):
            x = MARK + shift
            if mark:
                x += HANG * (piece.depth + 1)
                labels = (*labels, Label(mark, x - HANG))
            follows = piece.text.endswith(":")
            yield Paragraph(
                runs_of(piece.text),
                KEPUTUSAN_BUTIR,
                x,
                labels=labels,
                keep_next=follows,
            )
            labels = ()


def _signed(keputusan: Keputusan, tempat: str) -> tuple[Block, ...]:
    pairs = (("Ditetapkan di", tempat), ("Pada tanggal", tanggal(keputusan.tanggal)))
    before = dated(pairs, KEPUTUSAN_TTD, TTD_PLACE, TTD_COLON)
    return (Space(7), sign(keputusan.penandatangan, KEPUTUSAN_TTD, TTD_PLACE, before))


def _tembusan(texts: list[str]) -> Iterator[Block]:
    if texts:
        yield Paragraph((Run("Tembusan:"),), KEPUTUSAN.but(before=6), keep_next=True)
    for number, text in enumerate(texts, 1):
        labels = (Label(f"{number}.", 0),)
        yield Paragraph(runs_of(text), KEPUTUSAN, HANG, labels=labels)
