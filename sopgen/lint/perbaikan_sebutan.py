"""What mends the names of regulations in running texts for certain."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from sopgen.lint.kutipan import Daftar, Kutipan
from sopgen.lint.perbaikan_dasar import renewal
from sopgen.lint.sitiran import Sitiran, Tertulis, located, read_pokok, read_sitiran
from sopgen.model.buku import Buku
from sopgen.model.diagnostic import Teks
from sopgen.model.nilai import dataclass
from sopgen.model.pengganti import Penerus
from sopgen.model.peraturan import Dasar, Keyakinan
from sopgen.model.perbaikan import Perbaikan, write
from sopgen.model.sop import Status

#: What begins an item of a list in a chapter.
BUTIR = re.compile(r"\s*(?:(?:[-*•]|\(?(?:[0-9]{1,2}|[a-z])[.)])\s+)?")


@dataclass(frozen=True, slots=True)
class Sebutan:
    """A regulation that a text names, and where; of a chapter lines alone are known."""

    teks: Teks
    tertulis: Tertulis
    berbaris: bool = False

    @property
    def sitiran(self) -> Sitiran:
        """Return what is named."""
        return self.tertulis.sitiran

    @property
    def field(self) -> Teks:
        """Return the text as it is written: of a chapter the line."""
        if not self.berbaris:
            return self.teks
        number = self.teks.isi.count("\n", 0, self.tertulis.awal)
        span = replace(self.teks.span, line=self.teks.span.line + number, column=1)
        return Teks(self.teks.isi.split("\n")[number], span)


def in_full(one: Sebutan, buku: Buku) -> Perbaikan | None:
    """Return the cure that names a regulation in full, and others beside it."""
    field = one.field
    if not _certain(one.sitiran, buku) or one.sitiran.nama not in field.isi:
        return None
    new = _written(field.isi, buku)
    return None if new == field.isi else write(field.span, field.isi, new)


def _written(text: str, buku: Buku) -> str:
    """Return a text with each short name in full, where that is certain."""
    found = read_sitiran(text, buku.peraturan, buku.kecamatan.sebutan.dikenal_sebagai)
    made, at = "", 0
    for one in located(text, found):
        if one.sitiran.tulisan.singkat and _certain(one.sitiran, buku):
            made += text[at : one.awal] + one.sitiran.resmi
            at = one.akhir
    return made + text[at:]


def _certain(one: Sitiran, buku: Buku) -> bool:
    """Tell whether the table is sure which regulation a short name means."""
    known, written = one.peraturan, one.tulisan
    if known is None or known.keyakinan is not Keyakinan.TINGGI:
        return False
    like = buku.peraturan.serumpun(written.jenis, written.nomor, written.tahun)
    return like == (known,)


def replaced_alone(one: Sebutan, buku: Buku) -> Perbaikan | None:
    """Return the cure for a repealed regulation where its citation stands alone.

    A sentence that speaks of it is not changed unseen, nor a text that names what took
    its place.
    """
    field = one.field
    head = BUTIR.match(field.isi)
    start = head.end() if head else 0
    if one.berbaris and _runs_on(one):
        return None
    dasar = Dasar(field.isi[start:], field.span)
    new = _succeeding(dasar, buku)
    if new is None or new.oleh.id in _named(one.teks, buku) or not new.teks:
        return None
    return write(field.span, field.isi, field.isi[:start] + new.teks)


def _succeeding(dasar: Dasar, buku: Buku) -> Penerus | None:
    """Return what takes the place of a citation that says nothing else."""
    tabel = buku.peraturan
    first, changing = read_pokok(dasar, tabel, buku.kecamatan.sebutan.dikenal_sebagai)
    pokok = first[0] if first else None
    kutipan = Kutipan(dasar, pokok, changing, tabel, buku.tahun)
    return renewal(kutipan, Daftar("", False, Status.BERLAKU, (kutipan,)))


def _named(teks: Teks, buku: Buku) -> Iterator[str]:
    """Yield the ids of the regulations that a text names."""
    for one in read_sitiran(
        teks.isi, buku.peraturan, buku.kecamatan.sebutan.dikenal_sebagai
    ):
        if one.peraturan:
            yield one.peraturan.id


def _runs_on(one: Sebutan) -> bool:
    """Tell whether the text of a line goes on from the one above, or on the next."""
    lines = one.teks.isi.split("\n")
    at = one.teks.isi.count("\n", 0, one.tertulis.awal)
    after = lines[at + 1] if at + 1 < len(lines) else ""
    above = lines[at - 1] if at else ""
    begun = bool(_marked(lines[at])) or not above.strip()
    return not begun or not (not after.strip() or _marked(after))


def _marked(line: str) -> str:
    """Return the mark of an item, if a line begins with one."""
    head = BUTIR.match(line)
    return head[0].strip() if head else ""
