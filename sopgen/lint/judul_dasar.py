"""Rules about titles of regulations that running texts name (codes 6xx)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sopgen.lint.sebutan_peraturan import read_running
from sopgen.lint.sitiran import Sitiran, resembles, split_words
from sopgen.lint.teks import line_of
from sopgen.lint.temuan import once
from sopgen.model.buku import Buku
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic
from sopgen.model.peraturan import Keyakinan, Peraturan, Tabel

#: Shorter titles may be the first words of anything; what ends one.
PANJANG = 2
MARKA = re.compile(r"[.,;:)]")


@once
def judul_tertukar(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each regulation that a running text calls by the title of another one."""
    for one in read_running(buku):
        cited = one.sitiran
        known = cited.peraturan
        other = _of_another(cited, buku.peraturan)
        if other is None or (known and known.keyakinan is Keyakinan.RENDAH):
            continue
        span = line_of(one.teks, one.tertulis.awal)
        if known:
            message = f"judul {known.nama} tidak sesuai dengan tabel peraturan"
            saran = f"judulnya: {known.tentang}; `{other.tentang}` judul {other.nama}"
            yield diagnose("SOP607", message, span, saran)
        elif other.nomor == cited.nomor or other.tahun == cited.tahun:
            message = f"nomor atau tahun {cited.nama} tampaknya keliru"
            saran = f"mungkin maksudnya {other.judul}"
            yield diagnose("SOP606", message, span, saran)


def _of_another(cited: Sitiran, tabel: Tabel) -> Peraturan | None:
    """Return the regulation of the same kind whose title follows a name, not its own.

    A sentence goes on behind a title: only its first words are compared.
    """
    known = cited.peraturan
    if not cited.tentang or (known and _begins(cited.tentang, known)):
        return None
    found = (
        one
        for one in tabel.values()
        if one.jenis == cited.jenis and _begins(cited.tentang, one)
    )
    return max(found, key=lambda one: len(split_words(one.tentang)), default=None)


def _begins(text: str, known: Peraturan) -> bool:
    """Return whether a text begins with the title of a regulation.

    A title of one word must be all of it, up to a mark.
    """
    title = split_words(known.tentang)
    if len(title) < PANJANG:
        return split_words(MARKA.split(text, maxsplit=1)[0]) == title
    head = split_words(text)[: len(title)]
    return head == title or resembles(" ".join(head), known.tentang)
