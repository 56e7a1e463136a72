"""Rules about fields that only point at another: idem, s.d.a. (SOP773)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sopgen.lint.temuan import at_all, listed
from sopgen.model.buku import Buku
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic, Pokok, Span
from sopgen.model.sop import Sop

#: A text that is nothing but a hint at what stands above.
MENUNJUK = re.compile(
    r"\W*(?:s\.?\s?d\.?\s?a\.?|idem|(?:sama|seperti|sesuai)\s+(?:(?:dengan|seperti)\s+)?"
    r"(?:(?:yang\s+)?(?:ter(?:sebut|tera)\s+)?di\s?atas|(?:yang\s+)?sebelumnya)(?:nya)?"
    r"|(?:sama\s+(?:dengan|seperti)|lihat|seperti)\s+(?:pada\s+)?(?:kegiatan|nomor|no\.?|"
    r"baris|butir|angka)\s+[0-9]{1,2}|lihat\s+(?:yang\s+)?di\s?atas)\W*|\s*[\"”“〃]\s*",
    re.IGNORECASE,
)
#: By what such a text begins.
AWAL = frozenset('sSiIlL"”“〃')
#: No such text is longer.
PANJANG = 45
LEMBAR = (
    "kualifikasi_pelaksana", "keterkaitan", "peralatan", "peringatan", "pencatatan",
)  # fmt: skip
SEL = ("kelengkapan", "waktu", "output")


def menunjuk_isian_lain(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each SOP with fields that do not say what stands in them themselves."""
    for sop in buku.sop:
        found = [(t, s) for t, s in _fields(sop) if len(t) < PANJANG and _points(t)]
        if found:
            named = listed((f"`{text.strip()}`" for text, _ in found), 3)
            message = f"isian hanya menunjuk isian lain: {named}"
            told = diagnose("SOP773", message, found[0][1], "tulis isinya sendiri")
            words = " ".join(text for text, _ in found)
            yield at_all(told.about(Pokok.KATA, words), (span for _, span in found))


def _points(text: str) -> bool:
    likely = text.lstrip(" .(-*")[:1] in AWAL
    return bool(text) and likely and MENUNJUK.fullmatch(text) is not None


def _fields(sop: Sop) -> Iterator[tuple[str, Span]]:
    """Yield the items of the sheet and the cells of the kegiatan, with their places."""
    for name in LEMBAR:
        for n, text in enumerate(getattr(sop.identitas, name)):
            yield text, sop.at(name, n)
    for row in sop.kegiatan:
        yield row.uraian, row.at("uraian")
        yield row.keterangan, row.at("keterangan")
        for name in SEL:
            yield getattr(row.mutu_baku, name), row.at(name)
