"""Rules about who and what the office is (codes 1xx)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sopgen.lint.temuan import forbid_final
from sopgen.model.buku import Buku
from sopgen.model.diagnostic import Diagnostic
from sopgen.model.pejabat import Pejabat, nip_digits

#: Birth date 8, appointment 6, sex 1, serial 3 (Perka BKN 22/2007).
NIP_DIGITS = 18
CONTOH = "tulis seperti 19690518 199710 1 001, menurut SK atau kartu pegawainya"
#: How spreadsheets show a number that they have rounded: ``1,97E+17``.
DIBULATKAN = re.compile(r"[0-9]+(?:[.,][0-9]+)?E\+?[0-9]+", re.IGNORECASE)


def nip_salah(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each NIP that has not eighteen digits: none is signed so."""
    for pejabat in signing(buku):
        message = _nip_fault(pejabat.nip)
        if message:
            yield forbid_final("SOP106", message, pejabat.at("nip"), CONTOH)


def _nip_fault(nip: str) -> str:
    """Return what is wrong with a NIP, nothing of a sound or a blank one."""
    digits = nip_digits(nip)
    if DIBULATKAN.fullmatch(nip.strip()):
        return f"NIP `{nip.strip()[:40]}` sudah dibulatkan Excel; angkanya hilang"
    if nip.strip() and not (digits.isascii() and digits.isdigit()):
        return f"NIP `{nip[:40]}` memuat selain angka"
    if nip.strip() and len(digits) != NIP_DIGITS:
        return f"NIP memuat {len(digits)} angka, seharusnya {NIP_DIGITS}"
    return ""


def signing(buku: Buku) -> tuple[Pejabat, ...]:
    """Return the officials that sign something, each once."""
    signing = [buku.penandatangan]
    signing += [one.penandatangan for one in buku.keputusan]
    signing += [one.disalin_oleh for one in buku.keputusan if one.disalin_oleh]
    signing += [one.pejabat for one in buku.lembar_pengesahan]
    signing += [one.identitas.pengesah for one in buku.sop if one.identitas.pengesah]
    return tuple(dict.fromkeys(signing))
