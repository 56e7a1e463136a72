"""Rules about codes of the office: classification, kode pos (codes 1xx)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sopgen.model.buku import Buku
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic, Span

#: A code of Permendagri 83/2022: three digits, then groups of one to three.
KODE = re.compile(r"[0-9]{3}(?:\.[0-9]{1,3})*")
#: What was meant for a code, letters for digits among it.
MIRIP = re.compile(
    r"[0-9OoIl]+(?:[.,\-][0-9OoIl]*)+|[0-9]*[OolI][0-9OoIl.]*[0-9.][0-9OoIl.]*"
)
#: The code of SOP, known by its digits.
SOP = "000.8.3.3"
KODE_POS = re.compile(r"[1-9][0-9]{4}")


def kode_klasifikasi(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each number whose code of classification is mistyped."""
    written = [(one.nomor, one.at("nomor")) for one in buku.keputusan]
    written += [(one.nomor_sop, buku.at("pola_nomor_sop")) for one in buku.berpola[:1]]
    codes = [(nomor.partition("/")[0].strip(), span) for nomor, span in written]
    for code, span in codes:
        other = _same_digits(code, [one for one, _ in codes])
        if MIRIP.fullmatch(code) and not KODE.fullmatch(code):
            yield _told(code, "bukan kode klasifikasi", span)
        elif other:
            yield _told(code, f"lain dari `{other}`", span)


def _told(code: str, what: str, span: Span) -> Diagnostic:
    saran = "tiga angka di depan, lalu titik: `000.8.3.3` (Permendagri 83 Tahun 2022)"
    return diagnose("SOP176", f"`{code}` {what}", span, saran)


def _same_digits(code: str, others: list[str]) -> str:
    """Return an earlier code with the same digits and other points."""
    digits = code.replace(".", "")
    if digits == SOP.replace(".", ""):
        return SOP if code != SOP else ""
    for one in others[: others.index(code)]:
        if one.replace(".", "") == digits and one != code and KODE.fullmatch(one):
            return one
    return ""


def kode_pos_keliru(buku: Buku) -> Iterator[Diagnostic]:
    """Yield a kode pos that has not five digits."""
    written = buku.kecamatan.kode_pos.strip()
    if written and not KODE_POS.fullmatch(written):
        message = f"kode pos `{written}` bukan lima angka"
        span = buku.at("kecamatan", "kode_pos")
        yield diagnose("SOP175", message, span, "tulis lima angka, mis. 66361")
