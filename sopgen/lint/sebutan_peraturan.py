"""Rules about regulations that texts name in running words, or shortened (6xx)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sopgen.lint.dasar_hukum import propose_ganti, say_dicabut
from sopgen.lint.kutipan import lists
from sopgen.lint.sitiran import PANDANG, Sitiran, read_sitiran
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
    for teks, cited in _read_running(buku):
        known = cited.peraturan
        if known and known.status is Keberlakuan.DICABUT and not _is_past(teks, cited):
            span = line_of(teks, cited.awal)
            saran = propose_ganti(known, buku.peraturan)
            yield diagnose_lightly("SOP602", say_dicabut(known), span, saran)


def _is_past(teks: Teks, cited: Sitiran) -> bool:
    """Return whether a text itself says that a regulation is past."""
    flat = " ".join(teks.isi.split())
    before = flat[max(0, cited.awal - PANDANG) : cited.awal]
    return bool(SEBELUM.search(before) or SESUDAH.search(cited.sisa[: 3 * PANDANG]))


@once
def dasar_disingkat(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each regulation that is not named in full; in titles it may be.

    Source: UU 12/2011, Lampiran II: kinds, Nomor and Tahun are written out.
    """
    for span, cited in _read_everywhere(buku):
        if cited.tulisan.singkat:
            message = f"`{cited.nama}` ditulis singkat"
            yield diagnose("SOP630", message, span, f"tulis `{cited.resmi}`")


def _read_everywhere(buku: Buku) -> Iterator[tuple[Span, Sitiran]]:
    """Yield every regulation that is named among the bases and in running texts."""
    own = buku.kecamatan.kabupaten
    for one in lists(buku):
        for kutipan in one.kutipan:
            for cited in read_sitiran(kutipan.dasar.isi, buku.peraturan, own):
                yield kutipan.dasar.span, cited
    for teks, cited in _read_running(buku):
        yield line_of(teks, cited.awal), cited


@gathered
def _read_running(buku: Buku) -> Iterator[tuple[Teks, Sitiran]]:
    """Yield the regulations that decrees, chapters and SOP name outside their bases."""
    own = buku.kecamatan.kabupaten
    for place in passages(buku):
        for nama, teks in place.teks:
            if nama not in JUDUL and not isinstance(teks, Dasar):
                for cited in read_sitiran(teks.isi, buku.peraturan, own):
                    yield teks, cited
