"""Rules about texts of a SOP that break off in the middle (code SOP744)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sopgen.lint.pokok import each_word
from sopgen.model.buku import Buku
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic
from sopgen.model.sop import Kegiatan, Sop

#: Words that a sentence goes on behind; prepositions are told elsewhere.
LANJUT = each_word(
    "maka bahwa agar supaya sehingga karena apabila jika bila kalau yaitu yakni ialah "
    "akan para sebuah seorang suatu meliputi sebagai hendaknya ataupun maupun tetapi "
    "namun adalah merupakan"
)
#: Words that are told elsewhere where a mark follows.
BERTANDA = each_word(
    "adalah merupakan untuk pada kepada terhadap tentang mengenai melalui oleh adanya "
    "rangka dengan berdasarkan"
)
#: By what such a text ends.
UJUNG = frozenset(f"{word}{mark}" for word in LANJUT for mark in ("", *".,;:"))
#: The last letters of these.
EKOR = 4
EKOR_UJUNG = frozenset(one[-EKOR:] for one in UJUNG)
#: A clause that needs another one, and what makes the other one.
SYARAT = re.compile(r"\s*(?:apabila|jika|bila|bilamana|kalau)\b", re.IGNORECASE)
AKIBAT = re.compile(
    r",|\b(?:maka|akan|dapat|bisa|harus|wajib|mengakibatkan|menyebabkan|berakibat|"
    r"menjadi|dikembalikan|ditolak|batal|gagal|tertunda|terlambat|terhambat)\b",
    re.IGNORECASE,
)
#: Lists of the sheet and fields of a kegiatan that are read.
LEMBAR = ("kualifikasi_pelaksana", "peralatan", "peringatan", "pencatatan")
SEL = ("uraian", "kelengkapan", "output", "keterangan")
#: So many words a text has that can break off.
SEDIKIT = 3
#: So much of the peringatan of a book tell what follows: then all should.
LAZIM = 0.8


def teks_terputus(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each text of a SOP behind whose last word something lacks."""
    whole = _complete(buku)
    for sop in buku.sop:
        half = [t for t in sop.identitas.peringatan if whole and _half(t)]
        for text, owner, trail in _texts(sop, half):
            fault = broken(text) or ("tanpa akibatnya" if text in half else "")
            if fault:
                words = " ".join(text.split()[-4:])
                message = f"teks putus {fault}: `{words}`"
                span = owner.at(*trail)
                yield diagnose("SOP744", message, span, "lengkapi kalimatnya")


def broken(text: str) -> str:
    """Return at what a text breaks off, nothing of a whole one."""
    last = text[text.rfind(" ") + 1 :].casefold()
    if last not in UJUNG and last[-1:] != ",":
        return ""
    word = last.rstrip(".,;:")
    if not word or text.count(" ") < SEDIKIT - 1:
        return ""
    if word in BERTANDA and word != last:
        return ""
    if word in LANJUT:
        return f"sesudah kata {word}"
    return "sesudah koma" if last.endswith(",") else ""


def _half(text: str) -> bool:
    """Return whether a text says when, and not what then."""
    return bool(SYARAT.match(text)) and not AKIBAT.search(text)


def _complete(buku: Buku) -> bool:
    """Return whether nearly all peringatan of a book say when and what then."""
    every = [
        text
        for sop in buku.sop
        for text in sop.identitas.peringatan
        if SYARAT.match(text)
    ]
    return sum(not _half(text) for text in every) > LAZIM * len(every)


def _texts(
    sop: Sop, half: Sequence[str]
) -> Iterator[tuple[str, Sop | Kegiatan, tuple[str | int, ...]]]:
    """Yield the texts of a SOP that may break off, and what knows their places.

    With it the steps to each; ``half`` are texts that do in any case.
    """
    for name in LEMBAR:
        for n, text in enumerate(getattr(sop.identitas, name)):
            if (
                text[-EKOR:].casefold() in EKOR_UJUNG
                or text[-1:] == ","
                or text in half
            ):
                yield text, sop, (name, n)
    for row in sop.kegiatan:
        mutu = row.mutu_baku
        cells = (row.uraian, mutu.kelengkapan, mutu.output, row.keterangan)
        for field, text in zip(SEL, cells, strict=True):
            if text[-EKOR:] in EKOR_UJUNG or text[-1:] == ",":
                yield text, row, (field,)
