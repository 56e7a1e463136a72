"""Fill in the texts of a spec that hold {{ … }}, {% … %} or [daftar SOP].

They come by mail from strangers: they see only the facts below, use only what an office
needs (``filling``), and what they do is bounded, for each text and for the book.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import field, replace
from itertools import chain, islice
from typing import Any

from sopgen.model.bahasa import tanggal
from sopgen.model.buku import Buku, Keputusan
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic, Span, Teks
from sopgen.model.nilai import dataclass
from sopgen.model.sisipan import BARIS, DAFTAR_SOP, Meleset, find_missed
from sopgen.parts.awalan_sop import prefixed
from sopgen.parts.filling.allowed import check
from sopgen.parts.filling.filters import FILTERS
from sopgen.parts.filling.syntax import (
    MARK,
    STRAY,
    FillError,
    RefusedError,
    read_template,
)
from sopgen.parts.filling.values import Filling

#: Steps that a text may take, and all texts of a book.
TEXT_STEPS, BOOK_STEPS = 100_000, 300_000
#: Of the book's steps each letter of a template costs one; a sign or word in brackets
#: costs the text some more.
TOKEN_STEPS = 5
#: Brackets of a text that stand for nothing and are told each.
MOST_MISSED = 100

#: What is printed for brackets that stand for nothing.
TITIK = "…"
#: The code of what a build stops at.
WITHHELD = "SOP723"
SARAN = "tulis misalnya {{ kecamatan.nama }}, {{ tahun }}, {{ sop | length }}"
KURUNG_SARAN = f"tulis {DAFTAR_SOP} sekali saja, sendiri pada satu baris"
BOLEH = (
    "yang boleh: {{ … }}, {% for … in … %}, {% if … %}, saringan "
    f"{', '.join(FILTERS)}"
)


def facts_of(buku: Buku) -> dict[str, Any]:
    """Return the facts of a book for its texts."""
    k = buku.kecamatan
    office = {
        **k.sebutan.fakta, "tempat": k.tempat, "alamat": k.alamat,
        "telepon": k.telepon, "kode_pos": k.kode_pos, "kode_unit": k.kode_unit,
    }  # fmt: skip
    return {
        "tahun": buku.tahun,
        "kecamatan": office,
        "sop": [
            {
                "id": s.id, "nama": s.nama, "nama_pendek": s.nama_pendek,
                "nomor": s.nomor, "nomor_sop": s.nomor_sop, "seksi": s.seksi,
            }
            for s in buku.sop
        ],
    }  # fmt: skip


def facts_of_keputusan(keputusan: Keputusan) -> dict[str, Any]:
    """Return the facts of a decree for its own texts."""
    return {
        "keputusan": {
            "nomor": keputusan.nomor,
            "tanggal": tanggal(keputusan.tanggal),
            "tahun": keputusan.tanggal.year,
        }
    }


@dataclass(slots=True)
class Tally:
    """What the texts of a book came to: findings, refused places, steps left."""

    findings: list[Diagnostic] = field(default_factory=list)
    refused: list[Span] = field(default_factory=list)
    steps: int = BOOK_STEPS

    @property
    def spent(self) -> bool:
        """Return whether no step is left."""
        return self.steps <= 0


@dataclass(slots=True)
class Templates:
    """Fill in texts, collecting what is wrong with them.

    ``awalan`` is what decrees print before the name of a SOP in a list; ``worded``
    puts the office's own words before its names.
    """

    facts: dict[str, Any]
    tally: Tally = field(default_factory=Tally)
    awalan: str = ""
    worded: Callable[[str], str] = str

    @property
    def findings(self) -> tuple[Diagnostic, ...]:
        """Return what is wrong, each once."""
        return tuple(dict.fromkeys(self.tally.findings))

    @property
    def withheld(self) -> tuple[Diagnostic, ...]:
        """Return why nothing is built: the first text that was refused, if one was."""
        return tuple(_withheld(span) for span in self.tally.refused[:1])

    def about(self, more: dict[str, Any]) -> Templates:
        """Return templates with more facts that report to the same tally."""
        facts = {**self.facts, **more}
        return Templates(facts, self.tally, self.awalan, self.worded)

    def fill(self, teks: Teks) -> str:
        """Return the text filled in; a broken text stays as written and is reported.

        Once the book's steps are spent no text is filled in, which is told once.
        """
        missed = tuple(islice(find_missed(teks.isi), MOST_MISSED + 1))
        if len(missed) > MOST_MISSED:
            return self._kept(teks, missed[0])
        self._tell(teks, missed)
        return self._listed(teks, blanked(self._of_template(teks), missed))

    def _of_template(self, teks: Teks) -> str:
        if STRAY.search(teks.isi) and not self.tally.spent:
            try:
                return self._filled(self.worded(teks.isi))
            except FillError as error:
                self._report(teks, error)
        return teks.isi.strip()

    def _listed(self, teks: Teks, text: str) -> str:
        """Return a text with the list of SOP where it is asked for."""
        count = sum(1 for _ in BARIS.finditer(text))
        if not count or self.tally.spent:
            return text
        awalan = self.awalan if "keputusan" in self.facts else ""
        names = [prefixed(one["nama"], awalan) for one in self.facts["sop"]]
        steps = count * sum(map(len, names))
        self.tally.steps -= steps
        if self.tally.spent or steps > TEXT_STEPS:
            why = f"{DAFTAR_SOP} terlalu sering"
            self._report(teks, FillError(why, 1, "sebut sekali saja"))
            return text
        return BARIS.sub(lambda match: _numbered(names, match), text)

    def _tell(self, teks: Teks, missed: Sequence[Meleset]) -> None:
        """Report brackets that stand for nothing."""
        for one in missed:
            what = f"`{one.tertulis}` tidak dikenal"
            saran = f"tulis {one.maksud}"
            if one.maksud == DAFTAR_SOP:
                saran = f"tulis {DAFTAR_SOP} sendiri pada satu baris"
            if one.menyela:
                what = f"`{one.tertulis}` berdiri di tengah kalimat"
            why = f"teks tidak dapat diisi: {what}; dicetak sebagai titik-titik"
            span = line_at(teks, one.awal, one.tertulis)
            self.tally.findings.append(diagnose("SOP721", why, span, saran))

    def _kept(self, teks: Teks, first: Meleset) -> str:
        """Refuse a text with more strange brackets than anybody types."""
        why = f"lebih dari {MOST_MISSED} tulisan dalam kurung siku yang tidak dikenal"
        span = line_at(teks, first.awal, first.tertulis)
        self.tally.refused.append(span)
        message = f"teks tidak dapat diisi: {why}"
        self.tally.findings.append(diagnose("SOP721", message, span, KURUNG_SARAN))
        return teks.isi.strip()

    def _filled(self, text: str) -> str:
        steps = min(TEXT_STEPS, self.tally.steps)
        filling = Filling(steps)
        try:
            template = read_template(text)
            filling.spend(TOKEN_STEPS * template.tokens, 1)
            check(template.body)
            filling.run(template.body, self.facts)
        finally:
            read = min(len(text), TEXT_STEPS)
            self.tally.steps -= read + steps - max(filling.steps, 0)
        made = "".join(filling.made).strip()
        if not made:
            raise FillError("hasilnya kosong", 1)
        return made

    def _report(self, teks: Teks, error: FillError) -> None:
        span = place(teks, error.mark)
        refused = isinstance(error, RefusedError)
        if refused:
            self.tally.refused.append(span)
        saran = error.saran or (BOLEH if refused else SARAN)
        why = f"teks tidak dapat diisi: {error.why}"
        if self.tally.spent:
            why += "; teks ini dan sesudahnya tidak diisi"
        found = diagnose("SOP721", why, span, saran)
        self.tally.findings.append(found)


def templates_of(buku: Buku) -> Templates:
    """Return the templates of a book."""
    awalan = "SOP " if "diktum" in buku.awalan_sop else ""
    worded = buku.kecamatan.sebutan.worded
    return Templates(facts_of(buku), awalan=awalan, worded=worded)


def _numbered(names: Sequence[str], match: re.Match[str]) -> str:
    """Return a list of names as the items of a decree end, in place of a line."""
    last = len(names) - 1
    ends = {last: match["akhir"] or ".", last - 1: "; dan"}
    lines = (
        f"{match['awal']}1. {one}{ends.get(n, ';')}" for n, one in enumerate(names)
    )
    return "\n".join(lines)


def blanked(text: str, missed: Sequence[Meleset]) -> str:
    """Return a text with dots where brackets stand for nothing."""
    for one in missed:
        text = text.replace(one.tertulis, TITIK)
    return text


def line_at(teks: Teks, at: int, words: str) -> Span:
    """Return where words of a text stand, given where they begin in it."""
    span = teks.span
    if span.cell or not span.line:
        return span
    lines = span.source.lines
    likely = span.line + teks.isi.count("\n", 0, at)  # folding only adds lines
    for number in chain(range(likely, len(lines) + 1), range(span.line, likely)):
        line = lines[number - 1] if number <= len(lines) else ""
        start = line.find(words, span.column - 1 if number == span.line else 0)
        if start >= 0:
            width = len(words)
            return replace(span, line=number, column=start + 1, width=width)
    return span


def _withheld(span: Span) -> Diagnostic:
    return diagnose(
        WITHHELD,
        "tidak ada berkas yang ditulis selama teks ini ditolak",
        span,
        "perbaiki atau hapus teks itu; berkas hasil yang sudah ada tidak diubah",
    )


def place(teks: Teks, mark: int) -> Span:
    """Return where a bracket of a text stands, counting all brackets from 1.

    A text that was folded or quoted has them in the same order in its source.
    """
    span = teks.span
    if span.cell or not span.line:
        return span
    seen = 0
    for number, line in enumerate(span.source.lines[span.line - 1 :], span.line):
        for found in MARK.finditer(line, span.column - 1 if number == span.line else 0):
            seen += 1
            if seen == mark:
                column = found.start() + 1
                return replace(span, line=number, column=column, width=len(found[0]))
    before = [found.start() for found in MARK.finditer(teks.isi)][mark - 1 : mark]
    lines = teks.isi.count("\n", 0, before[0]) if before else 0
    return replace(span, line=span.line + lines, column=1, width=1) if lines else span
