"""Rules about mutu baku (codes 4xx)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sopgen.lint.temuan import at_all, listed
from sopgen.model.buku import Buku
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic
from sopgen.model.kata import isian
from sopgen.model.sop import Kegiatan, Sop, Status

NOL = re.compile(r"0+(?:[.,]0+)?\s*\w*$")
#: What says that there is nothing: dashes and dots.
HAMPA = re.compile(r"[\W_]*")
#: From so many kegiatan on, one minute for each is no measurement.
SERAGAM = 4


def waktu_kosong(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each kegiatan without a waktu.

    Source: PermenPAN-RB 35/2012, Lampiran: mutu baku holds kelengkapan, waktu, output.
    """
    for sop in _showing(buku.sop, "waktu"):
        for kegiatan in sop.kegiatan:
            if not kegiatan.mutu_baku.waktu:
                yield _without_waktu(kegiatan, sop)


def _without_waktu(kegiatan: Kegiatan, sop: Sop) -> Diagnostic:
    """Return that a kegiatan of a SOP has no waktu, or no mutu baku at all."""
    what = "mutu baku" if sop.status is Status.BERLAKU and _bare(kegiatan) else "waktu"
    message = f"{what} kegiatan `{kegiatan.nomor}` kosong"
    saran = f"tulis misalnya {isian('waktu', '5 menit')}"
    whole = "tulis kelengkapan, waktu, dan outputnya, atau hapus barisnya"
    told = saran if what == "waktu" else whole
    return diagnose("SOP401", message, kegiatan.at("waktu"), told)


def _bare(kegiatan: Kegiatan) -> bool:
    mutu = kegiatan.mutu_baku
    return not (mutu.kelengkapan or mutu.waktu or mutu.output)


def kelengkapan_kosong(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each SOP in force with kegiatan that need nothing.

    By what the first one begins may be nothing but a request: there a dash is right.
    """
    for sop in _showing(_in_force(buku), "kelengkapan"):
        rows = [(one, one.mutu_baku.kelengkapan) for one in sop.kegiatan]
        empty = [
            one
            for n, (one, text) in enumerate(rows)
            if (HAMPA.fullmatch(text) if n else not text)
        ]
        if _blank(sop, "kelengkapan"):
            if _filled(buku):
                yield _column_empty("SOP405", sop)
        elif empty:
            told = f"kelengkapan kegiatan {_numbers(empty)} kosong"
            saran = "tulis dokumen atau alat yang diperlukan kegiatan itu"
            found = diagnose("SOP405", told, empty[0].span, saran)
            yield at_all(found, (one.at("kelengkapan") for one in empty))


def output_kosong(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each SOP in force with kegiatan that have no output.

    Where they have no kelengkapan either that is told of both.
    """
    for sop in _showing(_in_force(buku), "output"):
        empty = [k for k in sop.kegiatan if HAMPA.fullmatch(k.mutu_baku.output)]
        if _blank(sop, "output"):
            if not _blank(sop, "kelengkapan"):
                yield _column_empty("SOP406", sop)
        elif empty:
            told = f"output kegiatan {_numbers(empty)} kosong"
            saran = "tulis hasil kegiatan itu, mis. Berkas yang lengkap"
            found = diagnose("SOP406", told, empty[0].span, saran)
            yield at_all(found, (one.at("output") for one in empty))


def _column_empty(code: str, sop: Sop) -> Diagnostic:
    """Return that no kegiatan of a SOP has a kelengkapan, an output, or either."""
    fields = [one for one in ("kelengkapan", "output") if _blank(sop, one)]
    told = f"{' dan '.join(fields)} semua kegiatan kosong"
    saran = "tulis dokumen atau alat yang diperlukan, dan hasilnya"
    found = diagnose(code, told, sop.span, saran)
    return at_all(found, (row.at(one) for one in fields for row in sop.kegiatan))


def _blank(sop: Sop, field: str) -> bool:
    """Return whether a column of the mutu baku is empty in all kegiatan of a SOP."""
    texts = [getattr(one.mutu_baku, field) for one in sop.kegiatan]
    return sop.prints(field) and bool(texts) and all(map(HAMPA.fullmatch, texts))


def _filled(buku: Buku) -> bool:
    """Return whether any SOP has outputs or kelengkapan: else the book has none yet."""
    mutu = [one.mutu_baku for sop in buku.sop for one in sop.kegiatan]
    return any(one.kelengkapan or one.output for one in mutu)


def _showing(every: Iterable[Sop], kolom: str) -> Iterator[Sop]:
    """Yield the SOP whose charts have a column."""
    return (one for one in every if one.prints(kolom))


def _in_force(buku: Buku) -> Iterator[Sop]:
    return (one for one in buku.sop if one.status is Status.BERLAKU)


def _numbers(rows: list[Kegiatan]) -> str:
    return listed(f"`{one.nomor}`" for one in rows)


def waktu_nol(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each SOP with kegiatan of no minutes: that measures nothing."""
    for sop in buku.sop:
        found = [k for k in sop.kegiatan if NOL.match(k.mutu_baku.waktu)]
        if found:
            numbers = listed(row.nomor for row in found)
            message = f"waktu kegiatan {numbers} `{found[0].mutu_baku.waktu}`"
            saran = "tulis waktu yang diperlukan, mis. 5 menit"
            told = diagnose("SOP402", message, found[0].span, saran)
            yield at_all(told, (row.at("waktu") for row in found))


def waktu_seragam(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each SOP in which everything takes one minute, signing and all."""
    for sop in buku.sop:
        timed = [k for k in sop.kegiatan if k.mutu_baku.waktu]
        real = [k for k in timed if not NOL.match(k.mutu_baku.waktu)]
        if len(real) >= SERAGAM and {k.mutu_baku.waktu for k in real} == {"1 menit"}:
            message = f"{len(real)} kegiatan masing-masing `1 menit`"
            saran = "ukur waktu setiap kegiatan"
            told = diagnose("SOP403", message, real[0].span, saran)
            yield at_all(told, (row.at("waktu") for row in real))
