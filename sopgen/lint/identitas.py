"""Rules about who and what the office is (codes 1xx)."""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.model.buku import Buku
from sopgen.model.diagnostic import Diagnostic, Severity
from sopgen.model.pejabat import Pejabat

#: Birth date 8, appointment 6, sex 1, serial 3 (Perka BKN 22/2007).
NIP_DIGITS = 18


def nip_salah(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each NIP that has not eighteen digits."""
    for pejabat in _signing(buku):
        digits = "".join(pejabat.nip.split())
        if digits and not (digits.isascii() and digits.isdigit()):
            message = f"NIP `{pejabat.nip[:40]}` memuat selain angka"
        elif digits and len(digits) != NIP_DIGITS:
            message = f"NIP memuat {len(digits)} angka, seharusnya {NIP_DIGITS}"
        else:
            continue
        saran = "tulis seperti 19690518 199710 1 001"
        yield Diagnostic("SOP106", Severity.WARNING, message, pejabat.span, saran)


def _signing(buku: Buku) -> tuple[Pejabat, ...]:
    """Return the officials that sign something, each once."""
    signing = [buku.penandatangan]
    signing += [one.penandatangan for one in buku.keputusan]
    signing += [one.identitas.pengesah for one in buku.sop if one.identitas.pengesah]
    return tuple(dict.fromkeys(signing))
