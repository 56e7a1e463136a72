"""Rules about the officials who sign: NIP, name, capacity (codes 1xx).

Source: Perka BKN 22/2007 (NIP); PP 49/2018 (PPPK); tata naskah dinas.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from sopgen.lint.identitas import NIP_DIGITS, signing
from sopgen.lint.melingkar import ring_of
from sopgen.model.buku import Buku
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic
from sopgen.model.kata import isian
from sopgen.model.pejabat import Kapasitas, Pejabat, nip_digits
from sopgen.model.sebutan_kantor import JENIS, Sebutan

#: How old one is when appointed, and how old nobody is who signs.
TERMUDA, TERTUA = 16, 66
#: Stands in place of the month in the number of a contract (NI PPPK).
PPPK = frozenset(("21", "31"))
PPPK_SEJAK = 2019
#: A capacity that is typed.  Penjabat is a jabatan of its own.
DIKETIK = re.compile(
    r"(?:^|[\s(])(?:(?:plt|plh)\b\.?|a\.\s?n\.|an\.|atas\s+nama\b|pelaksana\s+(?:tugas|harian)\b)",
    re.IGNORECASE,
)
PENJABAT = re.compile(r"(?:^|[\s(])(?:pj|pjs|penjabat)\b\.?", re.IGNORECASE)
#: How a field is called in a sentence.
SEBUTAN = {"nip": "NIP"}
#: Who signs no decree of a camat.
BAWAHAN = re.compile(
    r"\s*(?:sekretaris|sekcam|kasi|kasubbag|kasubag|kepala\s+(?:seksi|sub))\b", re.I
)
#: Who is at the head of another office, whatever is established.
_KEPALA = "|".join(one.kepala for one in JENIS.values())
PEJABAT_LAIN = re.compile(
    rf"\s*(?:{_KEPALA}|kepala\s+bagian|kades|bupati|wakil\s+bupati|wali\s?kota|sekda|"
    r"asisten|staf)\b",
    re.IGNORECASE,
)


def nip_meragukan(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each NIP of eighteen digits that cannot be one."""
    for one in signing(buku):
        digits = nip_digits(one.nip)
        if len(digits) == NIP_DIGITS and digits.isascii() and digits.isdigit():
            fault = _fault(digits, buku.tahun)
            if fault:
                message = f"NIP `{one.nip}`: {fault}"
                saran = "cocokkan dengan SK pengangkatan"
                yield diagnose("SOP170", message, one.at("nip"), saran)


def _fault(digits: str, tahun: int) -> str:
    """Return what no NIP has, nothing of a sound one."""
    born = _date(digits[:8])
    if born is None:
        return f"tanggal lahir {digits[:8]} tidak ada"
    year, month = int(digits[8:12]), digits[12:14]
    contract = month in PPPK and year >= PPPK_SEJAK
    faults = (
        (
            not TERMUDA < tahun - born.year <= TERTUA,
            f"tahun lahir {born.year} mustahil",
        ),
        (
            not ("01" <= month <= "12" or contract),
            f"bulan pengangkatan {month} mustahil",
        ),
        (
            not born.year + TERMUDA < year <= tahun,
            f"tahun pengangkatan {year} mustahil",
        ),
        (
            digits[14] not in "12",
            f"angka jenis kelamin {digits[14]}, seharusnya 1 atau 2",
        ),
        (digits[15:] == "000", "nomor urut 000"),
    )
    return next((what for wrong, what in faults if wrong), "")


def _date(digits: str) -> date | None:
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return None


def pejabat_setengah(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each official of whom some is filled in and something lacks."""
    for one in signing(buku):
        absent = _absent(one)
        begun = one.nama.strip() or one.nip.strip()
        if begun and absent:
            message = f"pejabat {one.jabatan} tanpa {SEBUTAN.get(absent, absent)}"
            saran = f"isi {isian(absent)}, seperti pada SK pejabat itu"
            yield diagnose("SOP171", message, one.at(absent), saran)


def _absent(one: Pejabat) -> str:
    contract = nip_digits(one.nip)[12:14] in PPPK
    fields = ("nama", "nip") if contract else ("nama", "nip", "pangkat")
    return next((name for name in fields if not getattr(one, name).strip()), "")


def nip_kembar(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each NIP that two persons have."""
    seen: dict[str, Pejabat] = {}
    for one in signing(buku):
        digits = nip_digits(one.nip)
        if not digits:
            continue
        first = seen.setdefault(digits, one)
        if _person(first) != _person(one) and _person(one):
            message = f"NIP `{one.nip}` milik {first.nama} dan {one.nama}"
            yield diagnose("SOP172", message, one.at("nip"), "periksa kedua NIP")


def _person(one: Pejabat) -> str:
    """Return a name without titles, in small letters."""
    return " ".join(re.split(r",", one.nama.casefold())[0].split())


def kapasitas_diketik(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each capacity that is typed before a jabatan or a name."""
    for one in signing(buku):
        for name in ("jabatan", "nama"):
            found = DIKETIK.search(getattr(one, name)) or (
                PENJABAT.search(one.nama) if name == "nama" else None
            )
            if found:
                words = found[0].strip(" (")
                message = f"`{words}` diketik pada {isian(name)}"
                saran = f"hapus di situ; tulis pada {isian('kapasitas')}"
                yield diagnose("SOP173", message, one.at(name), saran)


def bukan_camat(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each decree that the head does not sign, or that is signed for oneself."""
    sebutan = buku.kecamatan.sebutan
    head = sebutan.kepala
    for one in buku.keputusan:
        signing_it = one.penandatangan
        below = not sebutan.means_head(signing_it.jabatan) and (
            BAWAHAN.match(signing_it.jabatan) or PEJABAT_LAIN.match(signing_it.jabatan)
        )
        on_behalf = signing_it.kapasitas.mewakili
        apart = _for_oneself(signing_it, sebutan) or bool(ring_of(signing_it, buku))
        if below or (on_behalf and not apart):
            acting = signing_it.kapasitas.sebutan
            who = f"{acting} {signing_it.jabatan}".strip()
            message = f"keputusan {one.id} ditandatangani {who}"
            saran = f"Keputusan {head} ditandatangani {head}, Plt., atau Plh. {head}"
            if kind := _heading(signing_it.jabatan):
                key = isian("jenis_kantor", kind)
                saran += f"; bila ia kepala kantor ini, tulis {key}"
            yield diagnose("SOP174", message, one.at("penandatangan"), saran)
    for pejabat in signing(buku):
        if _for_oneself(pejabat, sebutan):
            message = f"`{pejabat.jabatan}` menandatangani atas nama dirinya"
            saran = f"tulis {isian('kapasitas', 'definitif')}"
            yield diagnose("SOP174", message, pejabat.at("kapasitas"), saran)


def _heading(jabatan: str) -> str:
    """Return the kind of office that a jabatan is the head of, nothing of others."""
    words = jabatan.casefold().split()
    for kind, one in JENIS.items():
        head = one.kepala.casefold().split()
        if words[: len(head)] == head and kind != "sekretariat":
            return kind
    return ""


def _for_oneself(one: Pejabat, sebutan: Sebutan) -> bool:
    """Return whether an official signs a.n. his own jabatan."""
    whose = (one.atas_nama or sebutan.pimpinan).casefold()
    if sebutan.means_head(whose):
        same = sebutan.means_head(one.jabatan)
    else:
        same = one.jabatan.casefold().split()[:1] == whose.split()[:1]
    return one.kapasitas is Kapasitas.AN and same
