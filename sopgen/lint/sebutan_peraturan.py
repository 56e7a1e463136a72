"""Rules about regulations that texts name in running words, or shortened (6xx)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sopgen.lint.dasar_hukum import propose_ganti, say_dicabut
from sopgen.lint.kutipan import lists
from sopgen.lint.perbaikan_dasar import as_table
from sopgen.lint.perbaikan_sebutan import Sebutan, in_full, replaced_alone
from sopgen.lint.sitiran import PANDANG, located, read_sitiran
from sopgen.lint.teks import line_of
from sopgen.lint.temuan import JUDUL, once, passages
from sopgen.lint.terbaca import gathered
from sopgen.model.buku import Buku
from sopgen.model.diagnose import diagnose, diagnose_lightly
from sopgen.model.diagnostic import Diagnostic, Span, Teks
from sopgen.model.peraturan import Dasar, Keberlakuan

#: What tells that a text speaks of a regulation as of one that is past.
SEBELUM = re.compile(
    r"\b(?:men(?:cabut|gganti(?:kan)?)|pengganti|dahulu|semula|sebelumnya|pernah|sejak|bekas)"
    r"\b[^.;]*$|\b(?:perubahan\s+(?:\w+\s+)?atas|pelaksanaan(?:\s+dari)?)\s*$",
    re.IGNORECASE,
)
SESUDAH = re.compile(
    r"^[^.;]*?\b(?:(?:telah|sudah)?\s*(?:dicabut|diganti(?:kan)?)|tidak\s+berlaku"
    r"|tidak\s+lagi)\b",
    re.IGNORECASE,
)


@once
def dicabut_disebut(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each repealed regulation that a running text builds on."""
    for one in _read_running(buku):
        known = one.sitiran.peraturan
        if known is None or known.status is not Keberlakuan.DICABUT or _is_past(one):
            continue
        span = line_of(one.teks, one.tertulis.awal)
        saran = propose_ganti(known, buku.peraturan)
        told = diagnose_lightly("SOP602", say_dicabut(known), span, saran)
        yield told.cured_by(replaced_alone(one, buku))


def _is_past(one: Sebutan) -> bool:
    """Return whether a text itself says that a regulation is past."""
    cited = one.sitiran
    flat = " ".join(one.teks.isi.split())
    before = flat[max(0, cited.awal - PANDANG) : cited.awal]
    return bool(SEBELUM.search(before) or SESUDAH.search(cited.sisa[: 3 * PANDANG]))


@once
def dasar_disingkat(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each regulation that is not named in full; in titles it may be.

    Source: UU 12/2011, Lampiran II: kinds, Nomor and Tahun are written out.
    """
    for daftar in lists(buku):
        for kutipan in daftar.kutipan:
            for one in _named(kutipan.dasar, buku):
                if one.sitiran.tulisan.singkat:
                    whole = one.sitiran == kutipan.pokok
                    cure = as_table(kutipan, daftar) if whole else None
                    told = _shortened(one, one.teks.span)
                    yield told.cured_by(cure or in_full(one, buku))
    for one in _read_running(buku):
        if one.sitiran.tulisan.singkat:
            told = _shortened(one, line_of(one.teks, one.tertulis.awal))
            yield told.cured_by(in_full(one, buku))


def _shortened(one: Sebutan, span: Span) -> Diagnostic:
    message = f"`{one.sitiran.nama}` ditulis singkat"
    return diagnose("SOP630", message, span, f"tulis `{one.sitiran.resmi}`")


@gathered
def _read_running(buku: Buku) -> Iterator[Sebutan]:
    """Yield the regulations that decrees, chapters and SOP name outside their bases."""
    for place in passages(buku):
        for nama, teks in place.teks:
            if nama not in JUDUL and not isinstance(teks, Dasar):
                yield from _named(teks, buku, berbaris=place.berbaris)


def _named(teks: Teks, buku: Buku, *, berbaris: bool = False) -> Iterator[Sebutan]:
    """Yield the regulations that a text names."""
    found = read_sitiran(teks.isi, buku.peraturan, buku.kecamatan.kabupaten)
    for one in located(teks.isi, found):
        yield Sebutan(teks, one, berbaris)
