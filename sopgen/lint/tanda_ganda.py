"""Rules about numbers and bullets typed before what is numbered by itself (SOP766)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sopgen.lint.temuan import at_all, listed
from sopgen.model.buku import Buku, Keputusan
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic, Teks
from sopgen.model.kata import isian
from sopgen.model.naskah import Alinea, Butir, read_unsur
from sopgen.model.peraturan import Dasar
from sopgen.model.perbaikan import write
from sopgen.model.sop import Sop

#: A number, a letter or a bullet with blanks behind it; ``a. n. Camat`` has none.
TANDA = re.compile(
    r"\s*(?P<tanda>[-–•·▪*]|\(?[0-9]{1,2}[.)]|\(?(?P<huruf>[a-z])[.)](?!\s*[a-z]\.))\s+"
    r"(?=\S)"
)
#: Signs of a table and of a picture.
LAIN = re.compile(r"\||!\[")
#: Lists of a SOP's sheet; of a single item no mark is printed.
LEMBAR = (
    "dasar_hukum", "kualifikasi_pelaksana", "keterkaitan", "peralatan", "peringatan",
    "pencatatan",
)  # fmt: skip
#: Lists of a decree.
KEPUTUSAN = ("menimbang", "mengingat", "memperhatikan", "diktum", "tembusan")
DIKTUM = "diktum"
#: So many items of a list are shown, and so many letters of each.
DISEBUT, TAMPAK = 2, 30


def without_mark(text: str) -> str:
    """Return an item without the mark that is typed before it, if one is."""
    found = mark_of(text)
    return text[found.end() :] if found else text


def mark_of(text: str) -> re.Match[str] | None:
    """Return the mark that is typed before a text that is nothing but one item.

    A text with several of them is a list of its own.
    """
    found = TANDA.match(text)
    if found is None or LAIN.search(text):
        return None
    made = read_unsur(text)
    return found if len(made) == 1 and isinstance(made[0], Alinea | Butir) else None


def tanda_ganda(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each list whose items are typed with marks, which are printed twice."""
    for one in buku.keputusan:
        for nama in KEPUTUSAN:
            yield from _told(nama, _typed(one, nama))
    for sop in buku.sop:
        for nama in LEMBAR:
            yield from _told(nama, _of_sheet(sop, nama))
        rows = [Teks(row.uraian, row.at("uraian")) for row in sop.kegiatan]
        yield from _told("uraian", [one for one in rows if _numbered(one.isi)])


def _typed(one: Keputusan, nama: str) -> Sequence[Teks]:
    """Return the items of a decree; a lone letter a of a diktum is told as that."""
    items: Sequence[Teks] = getattr(one, nama)
    if nama != DIKTUM:
        return items
    return [teks for teks in items if not teks.isi.lstrip().startswith("a. ")]


def _of_sheet(sop: Sop, nama: str) -> Sequence[Teks]:
    """Return the items of a list that is printed with marks."""
    items = getattr(sop.identitas, nama)
    if len(items) < 2:
        return ()
    return [
        one if isinstance(one, Teks) else Teks(one, sop.at(nama, n))
        for n, one in enumerate(items)
    ]


def _numbered(uraian: str) -> bool:
    """Return whether a kegiatan begins with a number of its own, or with a bullet.

    A letter may part the kegiatan that belong together.
    """
    found = mark_of(uraian)
    return found is not None and not found["huruf"]


def _told(nama: str, items: Sequence[Teks]) -> Iterator[Diagnostic]:
    marked = [one for one in items if mark_of(one.isi)]
    if not marked:
        return
    shown = listed((f"`{_head(one.isi)}`" for one in marked), DISEBUT)
    message = f"tanda di depan {isian(nama)} tercetak dua kali: {shown}"
    saran = "hapus tandanya; sopgen mencetaknya sendiri"
    told = diagnose("SOP766", message, marked[0].span, saran)
    told = told.cured_by(
        *(
            write(one.span, one.isi, without_mark(one.isi))
            for one in marked
            if not (isinstance(one, Dasar) and one.peraturan)
        )
    )
    yield at_all(told, (one.span for one in marked))


def _head(text: str) -> str:
    line = " ".join(text.split())
    return f"{line[:TAMPAK]}…" if len(line) > TAMPAK else line
