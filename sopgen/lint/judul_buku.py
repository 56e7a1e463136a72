"""Rules about the title of the book: it says that it is one of SOP (7xx)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sopgen.lint.bacaan import filled
from sopgen.model.buku import Buku
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic

#: By what a title says that it is of SOP.
BERSOP = re.compile(r"\bs\.?\s?o\.?\s?p\b|prosedur|\bprotap\b", re.IGNORECASE)


def judul_tanpa_sop(buku: Buku) -> Iterator[Diagnostic]:
    """Yield the title of the book, or of a decree that lists SOP, without that word."""
    titles = [("judul buku", buku.judul)]
    titles += [
        (f"judul lampiran {one.id}", lampiran.judul)
        for one in buku.keputusan
        for lampiran in one.lampiran
        if not lampiran.bertabel
    ]
    for what, teks in titles if buku.sop else ():
        text = " ".join(filled(teks.isi, buku).split())
        if text and not BERSOP.search(text):
            message = f"{what} `{text[:60]}` tidak menyebut SOP"
            saran = "tulis misalnya STANDAR OPERASIONAL PROSEDUR (SOP)"
            yield diagnose("SOP771", message, teks.span, saran)
