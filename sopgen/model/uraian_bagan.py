"""Tell a chart in words, page by page, as a person reads it aloud.

Who does what, and where each arrow leads: the alternative text of a chart in every
format.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field

from sopgen.model.chart import ChartPage
from sopgen.model.gaya import unmarked
from sopgen.model.nilai import dataclass
from sopgen.model.sop import Alur, Jenis, Kegiatan, Langkah, Sop

#: What a symbol says beside the text of its row, where that matters.
ARTI = {"keputusan": "keputusan", "penyimpanan": "disimpan sebagai arsip"}
#: The same where nothing follows.
TANPA_ARAH = {"dokumen": "mendapat dokumen"}
TERMINATOR, KEPUTUSAN = "terminator", "keputusan"
MULAI, SELESAI, BERSAMA = "mulai", "selesai", "bersama-sama"
#: How a text begins that says what somebody does: ``Memeriksa berkas``.
KERJA = "me"


def uraian_bagan(sop: Sop, pages: Sequence[ChartPage]) -> tuple[str, ...]:
    """Return for each page of a SOP's chart what it shows, in one sentence."""
    pencerita = _Pencerita(sop)
    for number, page in enumerate(pages):
        pencerita.read(number, page)
    return tuple(pencerita.page(number) for number in range(len(pages)))


@dataclass
class _Pencerita:
    """Tells a SOP; ``lembar`` are the pages that its rows begin on."""

    sop: Sop
    lembar: list[int] = field(default_factory=list)
    pages: int = 0

    def read(self, number: int, page: ChartPage) -> None:
        """Note which rows begin on a page; they follow each other."""
        self.pages = number + 1
        last = max((row.kegiatan for row in page.rows), default=-1)
        self.lembar += [number] * (last + 1 - len(self.lembar))

    def page(self, number: int) -> str:
        """Return what a page shows."""
        head = f"Bagan alir {unmarked(self.sop.judul_prosedur or self.sop.nama)}"
        if self.pages > 1:
            head = f"{head}, lembar {number + 1} dari {self.pages}"
        own = [n for n, lembar in enumerate(self.lembar) if lembar == number]
        steps = "; ".join(step for n in own for step in self._row(n))
        return f"{head}: {steps}." if steps else f"{head}."

    def _row(self, baris: int) -> Iterator[str]:
        """Yield the steps of a row; the first of them says what is done."""
        row = self.sop.kegiatan[baris]
        nomor, what = _nomor(row, baris), _plain(row.uraian)
        steps = [s for s in self.sop.langkah if s.baris == baris and not s.beralih]
        if not steps:
            yield f"{nomor}. {what}"
        for number, langkah in enumerate(steps):
            who = f"{self._who(langkah)}{f' {BERSAMA}' if langkah.bersama else ''}"
            done = _done(who, "" if number else what)
            yield ", ".join((f"{nomor}. {done}", *self._more(langkah)))

    def _who(self, langkah: Langkah) -> str:
        every = langkah.semua_lajur
        return _and(_plain(self.sop.pelaksana[n].lengkap) for n in every)

    def _more(self, langkah: Langkah) -> Iterator[str]:
        """Yield what its symbol says, and where its arrows lead."""
        own = [a for a in self.sop.alur if a.dari == langkah.id]
        leads = [a for a in own if a.jenis is Jenis.PROSES]
        sign = _sign(langkah, leads=bool(leads), ends=not own)
        if langkah.sop:
            yield f"menurut {langkah.sebutan}"
        if langkah.simbol == KEPUTUSAN and leads:
            ways = ", ".join(self._way(alur, langkah) for alur in leads)
            yield f"{sign}: {ways}"
        else:
            if sign:
                yield sign
            if leads:
                yield f"lalu {_and(self._way(alur, langkah) for alur in leads)}"
        copies = [self._way(a, langkah) for a in own if a.jenis is Jenis.TEMBUSAN]
        if copies:
            yield f"tembusan {_and(copies)}"

    def _way(self, alur: Alur, langkah: Langkah) -> str:
        """Return when an arrow is taken, and where it leads."""
        target = next((s for s in self.sop.langkah if s.id == alur.ke), None)
        label, where = _plain(alur.label), f"ke {self._place(target, langkah)}"
        if not label:
            return where
        if langkah.simbol == KEPUTUSAN:
            return f"{label} {where}"
        return f"{where} bila {label}"

    def _place(self, target: Langkah | None, langkah: Langkah) -> str:
        """Return where a step stands: its row, who does it if several do, its page."""
        if target is None:
            return "langkah lain"
        if target.beralih:
            return target.sebutan
        nomor = _nomor(self.sop.kegiatan[target.baris], target.baris)
        same = [s for s in self.sop.langkah if s.baris == target.baris]
        if sum(not one.beralih for one in same) > 1:
            nomor = f"{nomor} ({self._who(target)})"
        page = self._page_of(target.baris)
        return nomor if page == self._page_of(langkah.baris) else f"{nomor} di {page}"

    def _page_of(self, baris: int) -> str:
        number = self.lembar[baris] if baris < len(self.lembar) else self.pages - 1
        return f"lembar {number + 1}"


def _sign(langkah: Langkah, *, leads: bool, ends: bool) -> str:
    """Return what a symbol says: its meaning where that matters, and its words."""
    sign = ARTI.get(langkah.simbol, TANPA_ARAH.get(langkah.simbol, "") if ends else "")
    if langkah.simbol == TERMINATOR:
        sign = MULAI if leads else SELESAI
    teks = _plain(langkah.teks)
    return f"{sign} “{teks}”".strip() if teks and teks.casefold() != sign else sign


def _and(names: Iterable[str]) -> str:
    """Return names as they are listed in a sentence."""
    *rest, last = names
    return f"{', '.join(rest)} dan {last}" if rest else last


def _nomor(row: Kegiatan, baris: int) -> str:
    return _plain(row.nomor) or str(baris + 1)


def _done(who: str, what: str) -> str:
    """Return that somebody does something: ``Camat menandatangani surat``."""
    if not what:
        return who
    first = what.split()[0]
    active = first == first.capitalize() and first.lower().startswith(KERJA)
    return f"{who} {what[0].lower()}{what[1:]}" if active else f"{who}: {what}"


def _plain(text: str) -> str:
    """Return a text on one line, without marks and the stop at its end."""
    return " ".join(unmarked(text).split()).rstrip(".;,")
