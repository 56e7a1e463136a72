"""Rules about the pangkat of those who sign (codes 1xx).

Source: PP 11/2017 jo. PP 17/2020, and the ranks of PP 99/2000.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sopgen.lint.identitas import signing
from sopgen.lint.pejabat import PPPK
from sopgen.model.buku import Buku
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic
from sopgen.model.pejabat import Pejabat, nip_digits
from sopgen.model.salah_ketik import nearest

#: Each pangkat with its golongan ruang.
PANGKAT = {
    "Juru Muda": "I/a", "Juru Muda Tingkat I": "I/b", "Juru": "I/c",
    "Juru Tingkat I": "I/d", "Pengatur Muda": "II/a",
    "Pengatur Muda Tingkat I": "II/b", "Pengatur": "II/c",
    "Pengatur Tingkat I": "II/d", "Penata Muda": "III/a",
    "Penata Muda Tingkat I": "III/b", "Penata": "III/c", "Penata Tingkat I": "III/d",
    "Pembina": "IV/a", "Pembina Tingkat I": "IV/b", "Pembina Utama Muda": "IV/c",
    "Pembina Utama Madya": "IV/d", "Pembina Utama": "IV/e",
}  # fmt: skip
KECIL = {one.casefold(): one for one in PANGKAT}
TINGKAT = re.compile(r"\b(?:tk|tkt|tingkat)\b\.?\s*(?:i|1)\b", re.IGNORECASE)
GOLONGAN = re.compile(
    r"\W*(?:\bgol(?:ongan)?\b\.?\W*)?(?:\bruang\b\W*)?\b(IV|I{1,3})\s*[/.\-]?\s*([a-e])\b\W*",
    re.IGNORECASE,
)
#: The golongan of a contract: IX.
PERJANJIAN = re.compile(r"(?:golongan\s+)?[ivx]+", re.IGNORECASE)


def pangkat_meragukan(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each pangkat that is none, a golongan, or beside another one's golongan."""
    for one in signing(buku):
        fault = None if nip_digits(one.nip)[12:14] in PPPK else _fault(one)
        if fault:
            yield diagnose("SOP177", fault[0], one.at("pangkat"), fault[1])


def _fault(one: Pejabat) -> tuple[str, str] | None:
    """Return what is wrong with a pangkat, and what to write."""
    found = GOLONGAN.search(one.pangkat)
    bare = GOLONGAN.sub(" ", one.pangkat)
    nama = " ".join(re.findall(r"\w+", TINGKAT.sub("Tingkat I", bare))).casefold()
    if not nama and found:
        return _of_golongan(one.pangkat, found)
    if not nama or PERJANJIAN.fullmatch(nama):
        return None
    if nama not in KECIL:
        near = nearest(nama, KECIL)
        saran = f"mungkin maksudnya `{KECIL[near[0]]}`" if near else "tulis Pembina"
        return f"pangkat `{one.pangkat}` tidak dikenal", saran
    own = PANGKAT[KECIL[nama]]
    typed = _golongan(found) if found else own
    if typed == own:
        return None
    message = f"pangkat `{one.pangkat}`: golongan {KECIL[nama]} adalah {own}"
    return message, "cocokkan dengan SK kenaikan pangkat yang terakhir"


def _golongan(found: re.Match[str]) -> str:
    return f"{found[1].upper()}/{found[2].casefold()}"


def _of_golongan(typed: str, found: re.Match[str]) -> tuple[str, str]:
    """Return that a golongan stands where its pangkat belongs."""
    meant = next((n for n, g in PANGKAT.items() if g == _golongan(found)), "")
    saran = f"tulis pangkatnya: `{meant}`" if meant else "tulis pangkatnya"
    return f"pangkat `{typed}` hanya golongan ruang", saran
