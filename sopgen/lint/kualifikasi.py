"""Rules about the kualifikasi of a SOP: is it for its own work (code SOP154)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sopgen.lint.pokok import Pokok, Sebutan
from sopgen.lint.sop_lain import relations, subjects_of
from sopgen.model.buku import Buku
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic
from sopgen.model.sop import Sop

#: Of papers that somebody brings, or that stand in brackets, one need only know.
DIBAWA = re.compile(
    r"[(:]|\b(?:fotokopi|salinan|asli|memeriksa|mencocokkan|membaca)\b", re.I
)
#: What is known of the work itself, not of a paper that one only reads.
PEKERJAAN = re.compile(
    r"\b(?:persyaratan|syarat|prosedur|tata\s+cara|alur|mekanisme|ketentuan|penerbitan|"
    r"pembuatan|pengurusan|permohonan|rekomendasi|pelayanan|pengelolaan|mengelola|"
    r"menerbitkan|mengagendakan|mengarsipkan)\b",
    re.IGNORECASE,
)


def kualifikasi_sop_lain(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each kualifikasi that is for the work of another SOP, not a related one."""
    (pokok,) = subjects_of(buku)
    for own, sop in enumerate(buku.sop):
        for n, text in enumerate(sop.identitas.kualifikasi_pelaksana):
            found = _stranger(text, own, sop, pokok, buku)
            if found:
                other = buku.sop[found.nomor]
                message = f"kualifikasi `{text[:60]}` tentang SOP {other.nomor} "
                saran = "tulis kemampuan yang diperlukan prosedur ini sendiri"
                at = sop.at("kualifikasi_pelaksana", n)
                yield diagnose("SOP154", f"{message}{other.nama}", at, saran)


def _stranger(
    text: str, own: int, sop: Sop, pokok: Pokok, buku: Buku
) -> Sebutan | None:
    """Return what a kualifikasi names of a SOP that this one has nothing to do with.

    A paper of it that somebody brings has to be known, too.
    """
    if not (pokok.mentions(text) and PEKERJAAN.search(text)) or DIBAWA.search(text):
        return None
    for one in pokok.foreign(text, own):
        near = one.nomor in relations(buku)[own]
        if not (near or _needed(one, sop, pokok)):
            return one
    return None


def _needed(one: Sebutan, sop: Sop, pokok: Pokok) -> bool:
    """Return whether kegiatan of a SOP work with what another one is about."""
    texts = (t for row in sop.kegiatan for t in (row.uraian, row.mutu_baku.output))
    return any(said.nomor == one.nomor for t in texts for said in pokok.mentions(t))
