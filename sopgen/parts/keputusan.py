"""Keputusan camat: the decree that puts the SOP into force.

Source: form of a Keputusan Kepala Daerah (Permendagri 80/2015 jo. 120/2018) on a kop
naskah dinas: title, Menimbang, Mengingat, MEMUTUSKAN, diktum, signature.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sopgen.model.bahasa import huruf, tanggal, urutan
from sopgen.model.buku import Bagian, Buku, Keputusan
from sopgen.model.document import (
    Block,
    Heading,
    Label,
    Paragraph,
    Run,
    Section,
    Sheet,
    Space,
    Together,
)
from sopgen.model.gaya import runs_of
from sopgen.model.naskah import Alinea, Unsur, read_unsur
from sopgen.parts import isian_keputusan
from sopgen.parts.bahan import Bahan
from sopgen.parts.kop import kop
from sopgen.parts.kotak_tte import foot_note
from sopgen.parts.rangkap import DST, PETIKAN, Rangkap
from sopgen.parts.styles import (
    KEPUTUSAN,
    KEPUTUSAN_BUTIR,
    KEPUTUSAN_JUDUL,
    KEPUTUSAN_TABEL,
    KEPUTUSAN_TABEL_JUDUL,
    KEPUTUSAN_TTD,
    decree,
)
from sopgen.parts.tanda_tangan import Place, dated
from sopgen.parts.templates import Templates, facts_of_keputusan
from sopgen.parts.unsur import Tata, blocks_of, listed

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
    return (naskah(bahan, bagian, Rangkap(bahan.keputusan(bagian))),)


def naskah(bahan: Bahan, bagian: Bagian, rangkap: Rangkap) -> Section:
    """Return the decree: the original, or a copy of it."""
    keputusan = rangkap.keputusan
    sheet = decree(bahan.buku.kertas)
    width = sheet.column[0]
    own = bahan.templates.about(facts_of_keputusan(keputusan))
    blocks: tuple[Block, ...] = (
        *rangkap.head(),
        *kop(bahan.buku.kecamatan, width),
        *_title(bahan, bagian, rangkap),
        *_bases(rangkap, own, width),
        *_decides(bahan, keputusan),
        *_diktum(list(_ordered(own, rangkap)), width),
        *_signed(rangkap, bahan.buku, sheet),
        *_tembusan([own.fill(t) for t in keputusan.tembusan], width),
    )
    return bahan.section(bagian, sheet, blocks, keputusan.status)


def judul_jabatan(bahan: Bahan) -> str:
    """Return ``KEPUTUSAN CAMAT KARANGAN``, in the office's own words."""
    return f"KEPUTUSAN {bahan.buku.kecamatan.sebutan.pimpinan.upper()}"


def tentang(bahan: Bahan, keputusan: Keputusan) -> str:
    """Return the decree's title as running text."""
    return bahan.fill(keputusan.tentang) or " ".join(bahan.lines(keputusan.judul))


def _ordered(own: Templates, rangkap: Rangkap) -> Iterator[str]:
    """Yield the diktum; those that a petikan leaves out say so."""
    for n, teks in enumerate(rangkap.keputusan.diktum, 1):
        yield own.fill(teks) if n in rangkap.dipetik else DST


def _title(bahan: Bahan, bagian: Bagian, rangkap: Rangkap) -> Iterator[Block]:
    pimpinan, keputusan = bahan.buku.kecamatan.sebutan.pimpinan, rangkap.keputusan
    copied = f"{rangkap.jenis.capitalize()} " if rangkap.jenis else ""
    listed = (
        f"{copied}Keputusan {pimpinan} Nomor : {keputusan.nomor}, tentang "
        f"{tentang(bahan, keputusan)}"
    )
    text = "" if bagian.judul == "-" else bagian.judul or listed
    heading = Heading(1, text, bagian.id.anchor, listed=bool(text))
    strong = KEPUTUSAN_JUDUL.but(bold=True)
    yield Paragraph((Run(judul_jabatan(bahan)),), strong, heading=heading)
    own = None if rangkap.jenis else isian_keputusan.nomor(keputusan)
    yield Paragraph((Run(f"NOMOR : {keputusan.nomor}"),), KEPUTUSAN_JUDUL, isian=own)
    yield Paragraph((Run("TENTANG"),), KEPUTUSAN_JUDUL.but(before=3, after=3))
    for line in bahan.lines(keputusan.judul):
        yield Paragraph((Run(line),), strong)
    who = Run(f"{pimpinan.upper()},")
    yield Paragraph((who,), KEPUTUSAN_JUDUL.but(before=3.5, after=4))


def _bases(rangkap: Rangkap, own: Templates, width: float) -> Iterator[Block]:
    """Yield what the decree is based on; a petikan leaves it out and says so."""
    keputusan = rangkap.keputusan
    menimbang = [own.fill(t) for t in keputusan.menimbang]
    mengingat = [own.fill(t) for t in keputusan.mengingat]
    memperhatikan = [own.fill(t) for t in keputusan.memperhatikan]
    if rangkap.jenis == PETIKAN:
        for name, texts in (
            ("Menimbang", menimbang),
            ("Mengingat", mengingat),
            ("Memperhatikan", memperhatikan),
        ):
            yield from _listed(name, [("", DST)] if texts else [], width)
        return
    yield from _lettered("Menimbang", menimbang, width)
    yield Space(2)
    yield from _numbered("Mengingat", mengingat, width)
    yield from _numbered("Memperhatikan", memperhatikan, width)


def _lettered(name: str, texts: list[str], width: float) -> Iterator[Block]:
    marks = [f"{huruf(n).lower()}." for n in range(1, len(texts) + 1)]
    return _listed(name, list(zip(marks, texts, strict=True)), width)


def _numbered(name: str, texts: list[str], width: float) -> Iterator[Block]:
    return _listed(name, [(f"{n}.", text) for n, text in enumerate(texts, 1)], width)


def _listed(name: str, items: list[tuple[str, str]], width: float) -> Iterator[Block]:
    for number, (mark, text) in enumerate(items):
        labels: tuple[Label, ...] = (Label(mark, MARK),) if mark else ()
        if number == 0:
            labels = (Label(name, 0), Label(":", COLON), *labels)
        tata = _tata(width, MARK + (HANG if mark else 0))
        tata = replace(tata, level=1 if mark else tata.level)
        yield from blocks_of(_unsur(text), tata, labels)


def _tata(width: float, x: float) -> Tata:
    """Return how texts are set that begin x mm from the left."""
    return Tata(
        KEPUTUSAN_BUTIR,
        KEPUTUSAN_BUTIR,
        width,
        x,
        HANG,
        sel=KEPUTUSAN_TABEL,
        kepala=KEPUTUSAN_TABEL_JUDUL,
    )


def _unsur(text: str) -> tuple[Unsur, ...]:
    """Return the elements of an item with a list or table in it; another as it is."""
    return listed(text) or (Alinea(text),)


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


def _diktum(texts: list[str], width: float) -> Iterator[Block]:
    shift = LONG_SHIFT if len(texts) > len(SHORT_ORDINALS) else 0.0
    tata = _tata(width, MARK + shift)
    for number, text in enumerate(texts, 1):
        labels = Label(urutan(number).upper(), 0), Label(":", COLON + shift)
        yield from blocks_of(read_unsur(text), tata, labels)


def _signed(rangkap: Rangkap, buku: Buku, sheet: Sheet) -> Iterator[Block]:
    day = tanggal(rangkap.keputusan.tanggal)
    pairs = (("Ditetapkan di", buku.kecamatan.tempat), ("Pada tanggal", day))
    yield Space(7)
    ruang = rangkap.room(rangkap.ruang, buku)
    before = dated(pairs, KEPUTUSAN_TTD, TTD_PLACE, TTD_COLON)
    if not rangkap.jenis:
        before = isian_keputusan.dated_by(before, rangkap.keputusan)
    yield from rangkap.signed(TTD_PLACE, ruang, (*foot_note(ruang, sheet), *before))


def _tembusan(texts: list[str], width: float) -> Iterator[Block]:
    """Yield who gets a copy, all on one page: the list is short."""
    if not texts:
        return
    head = Paragraph((Run("Tembusan:"),), KEPUTUSAN.but(before=6), keep_next=True)
    tata = replace(_tata(width, HANG), isi=KEPUTUSAN, butir=KEPUTUSAN, level=1)
    items = (
        block
        for number, text in enumerate(texts, 1)
        for block in blocks_of(_unsur(text), tata, (Label(f"{number}.", 0),))
    )
    yield Together((head, *items), lines=0)
