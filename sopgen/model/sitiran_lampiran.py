"""Where a text cites the annexes of its decree: ``Lampiran I dan Lampiran II``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sopgen.model.bahasa import romawi
from sopgen.model.nilai import dataclass

_ANGKA = r"(?:[IVXLC]+|[0-9]{1,2})\b(?![.)/])"
LAMPIRAN = re.compile(
    rf"\blampiran\b(?P<angka>(?:\s+{_ANGKA}(?:(?:\s*,\s*(?:dan\s+)?|\s+(?:dan|serta|atau|"
    rf"sampai(?:\s+dengan)?|s\.?d\.?)\s+)(?:lampiran\s+)?{_ANGKA})*)?)"
    r"(?=(?P<lanjut>.{0,40}))",
    re.IGNORECASE | re.DOTALL,
)
SATU_ANGKA = re.compile(r"\b(?:[IVXLC]+|[0-9]{1,2})\b", re.IGNORECASE)
#: An annex of something else.
LAMPIRAN_LAIN = re.compile(
    r"^\s*(?:dari\s+)?(?:peraturan|undang|keputusan\s+(?!ini)|instruksi|surat\s+edaran)",
    re.IGNORECASE,
)
SAMPAI = re.compile(r"\bsampai\b|\bs\.?d\.?(?=\s)", re.IGNORECASE)
#: Numerals of annexes by their letters.
ROMAWI = {romawi(n): n for n in range(1, 100)}


@dataclass(frozen=True, slots=True)
class Sitiran:
    """Annexes as they are cited together: by numbers, or by the bare word by none.

    ``angka`` are the numbers as they are written.
    """

    nomor: tuple[int, ...]
    angka: tuple[str, ...]


def cited(text: str) -> Iterator[Sitiran]:
    """Yield what a text cites of the annexes of its own decree."""
    for match in LAMPIRAN.finditer(text):
        if LAMPIRAN_LAIN.search(match["lanjut"]):
            continue
        pairs = [(_number(one), one) for one in SATU_ANGKA.findall(match["angka"])]
        known = [(n, one) for n, one in pairs if n is not None]
        nomor = [n for n, _ in known]
        if SAMPAI.search(match["angka"]) and nomor:
            nomor = list(range(min(nomor), max(nomor) + 1))
        yield Sitiran(tuple(nomor), tuple(one for _, one in known))


def number_of(angka: str) -> int:
    """Return the number of a numeral that ``cited`` found."""
    return _number(angka) or 0


def _number(angka: str) -> int | None:
    return int(angka) if angka.isdigit() else ROMAWI.get(angka.upper())
