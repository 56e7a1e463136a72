"""Rules about regulations that texts name in running words, or shortened (6xx)."""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.lint.dasar_hukum import propose_ganti, say_dicabut
from sopgen.lint.kutipan import lists
from sopgen.lint.perbaikan_dasar import as_table
from sopgen.lint.perbaikan_sebutan import Sebutan, in_full, replaced_alone
from sopgen.lint.riwayat import is_past
from sopgen.lint.sitiran import located, read_sitiran
from sopgen.lint.teks import line_of
from sopgen.lint.temuan import JUDUL, once, passages
from sopgen.lint.terbaca import gathered
from sopgen.model.buku import Buku
from sopgen.model.diagnose import diagnose, diagnose_lightly
from sopgen.model.diagnostic import Diagnostic, Span, Teks
from sopgen.model.peraturan import Dasar, Keberlakuan


@once
def dicabut_disebut(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each repealed regulation that a running text builds on."""
    for one in read_running(buku):
        known = one.sitiran.peraturan
        if known is None or known.status is not Keberlakuan.DICABUT:
            continue
        if is_past(one.teks, one.sitiran):
            continue
        span = line_of(one.teks, one.tertulis.awal)
        saran = propose_ganti(known, buku.peraturan)
        told = diagnose_lightly("SOP602", say_dicabut(known), span, saran)
        yield told.cured_by(replaced_alone(one, buku))


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
    for one in read_running(buku):
        if one.sitiran.tulisan.singkat:
            told = _shortened(one, line_of(one.teks, one.tertulis.awal))
            yield told.cured_by(in_full(one, buku))


def _shortened(one: Sebutan, span: Span) -> Diagnostic:
    message = f"`{one.sitiran.nama}` ditulis singkat"
    return diagnose("SOP630", message, span, f"tulis `{one.sitiran.resmi}`")


@gathered
def read_running(buku: Buku) -> Iterator[Sebutan]:
    """Yield the regulations that decrees, chapters and SOP name outside their bases."""
    for place in passages(buku):
        for nama, teks in place.teks:
            if nama not in JUDUL and not isinstance(teks, Dasar):
                yield from _named(teks, buku, berbaris=place.berbaris)


def _named(teks: Teks, buku: Buku, *, berbaris: bool = False) -> Iterator[Sebutan]:
    """Yield the regulations that a text names."""
    found = read_sitiran(
        teks.isi, buku.peraturan, buku.kecamatan.sebutan.dikenal_sebagai
    )
    for one in located(teks.isi, found):
        yield Sebutan(teks, one, berbaris)
