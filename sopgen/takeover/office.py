"""buku.yaml of an office that is only known from its SOP."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sopgen.model.draft import Data, Draft, Trail
from sopgen.model.nilai import dataclass
from sopgen.model.nomor_sop import Nomor, format_nomor
from sopgen.model.sebutan_kantor import Tertulis, sebutan_of
from sopgen.takeover.casing import calmed
from sopgen.takeover.findings import PERIKSA
from sopgen.takeover.identity import Identity
from sopgen.takeover.officename import (
    address_of,
    kabupaten_of,
    kantor_of,
    kecamatan_of,
    provinsi_of,
    wilayah_of,
)
from sopgen.takeover.xmlread import plain

TAHUN = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
#: The number of a SOP within its code; the code of the office.
URUT = re.compile(r"(?i)(SOP[ ./_-]*)(\d{1,3})(?!\d)")
URUT_LAIN = re.compile(r"(?<![\d.])(\d{1,3})(?![\d.])")
KODE_UNIT = re.compile(r"(?<![\d.])(\d{3}\.\d{2}(?:\.\d+)*)(?![\d.])")
NIP = re.compile(r"NIP\.?\s*:?\s*([\d ]{15,25})", re.IGNORECASE)
KAPASITAS = (
    ("plt", r"plt\.?|p\.?l\.?t\.?"),
    ("pj", r"pj\.?"),
    ("plh", r"plh\.?"),
    ("an", r"a\.?n\.?"),
)
JABATAN = re.compile(
    r"camat|sekretaris|kepala|lurah|bupati|wali|direktur|kasi|kabag", re.IGNORECASE
)
PANGKAT = re.compile(r"(pembina|penata|pengatur|juru)\b.*", re.IGNORECASE)
#: What an office's file says of it, in order; and what stands for it while it is open:
#: `sopgen check` tells of every text that begins like these.
OFFICE = (
    "nama", "jenis", "kabupaten", "jenis_wilayah", "alamat", "telepon", "kode_pos",
    "kode_unit",
)  # fmt: skip
OPEN = {
    "nama": "(isi nama kecamatan)",
    "kabupaten": "(isi nama kabupaten)",
    "alamat": "(isi alamat kantor)",
    "kode_unit": "(isi kode unit)",
}
JABATAN_OPEN = "(isi jabatan penandatangan)"
UNLIKE = "lain dari pola nomor SOP"
NOT_FOUND = "tidak ada pada berkas lama"
HEAD = (
    "Dibaca dari berkas lama oleh `sopgen`. Cari kata PERIKSA: di situ ada yang",
    "ditebak atau tidak ada pada berkas lama. Sesudah diperiksa, hapus katanya.",
)


@dataclass(frozen=True, slots=True)
class Listed:
    """A SOP in the list of buku.yaml: its id, name, and what its identity says."""

    id: str
    nama: str
    doubt: str
    identity: Identity | None

    @property
    def kode(self) -> str:
        """Return the number of the SOP as it was written."""
        return self.identity.texts.get("nomor", "") if self.identity else ""


@dataclass(frozen=True, slots=True)
class Kode:
    """How an office numbers its SOP: the pattern, and the number of each.

    ``sendiri`` are the numbers that the pattern does not give, as they were written.
    """

    pola: str
    nomor: tuple[int, ...]
    kode_unit: str
    tahun: str
    odd: frozenset[int]
    sendiri: Mapping[int, str]


def draft_office(
    listed: Sequence[Listed], lines: Sequence[str], cetakan: Mapping[str, Data]
) -> Draft:
    """Return buku.yaml; lines are those of the letterheads in the old file.

    ``cetakan`` is what it says of paper.

    What they do not say stands open: nothing of another office is put in its place.
    """
    remarks: dict[Trail, str] = {}
    kode = kode_of([one.kode for one in listed])
    tahun = kode.tahun or _year(listed)
    data: dict[str, Data] = {
        "tahun": tahun or "2025",
        "judul": "STANDAR OPERASIONAL PROSEDUR (SOP)",
        "status": "draf",
    }
    if not tahun:
        remarks["tahun",] = f"{PERIKSA}{NOT_FOUND}"
    signed = _most(
        one.identity.texts.get("pengesah", "") for one in listed if one.identity
    )
    jenis, nama = kantor_of(lines)
    nama = nama or kecamatan_of(lines, signed)
    if not nama:
        jenis, nama = kantor_of(signed.split("\n"))
    known = {
        "nama": nama,
        "jenis": jenis,
        "kabupaten": kabupaten_of(lines) or provinsi_of(lines),
        "jenis_wilayah": wilayah_of(lines),
        "kode_unit": kode.kode_unit,
        **address_of(lines),
    }
    data["kecamatan"] = _kecamatan(known, remarks)
    office = Tertulis(nama, known["kabupaten"], jenis, known["jenis_wilayah"])
    head = sebutan_of(office).pimpinan if nama else ""
    data["pejabat"] = {"camat": pejabat_of(signed, head, remarks)}
    data["penandatangan"] = "camat"
    if kode.pola:
        data["pola_nomor_sop"] = kode.pola
    data |= cetakan
    data["sop"] = [_entry(n, one, kode, remarks) for n, one in enumerate(listed)]
    return Draft("buku.yaml", data, remarks, HEAD)


def _year(listed: Sequence[Listed]) -> str:
    """Return the year that the dates name most often."""
    texts = (
        text
        for one in listed
        if one.identity
        for key, text in one.identity.texts.items()
        if key.startswith("tanggal")
    )
    return _most(match[1] for text in texts for match in TAHUN.finditer(text))


def _most(texts: Iterable[str]) -> str:
    counted = Counter(text for text in texts if text)
    return counted.most_common(1)[0][0] if counted else ""


def _kecamatan(known: Mapping[str, str], remarks: dict[Trail, str]) -> Data:
    """Return what is known of the office; what a book cannot lack is left open."""
    made: dict[str, Data] = {}
    for key in OFFICE:
        value = known.get(key, "")
        if not value and key in OPEN:
            remarks["kecamatan", key] = f"{PERIKSA}{NOT_FOUND}"
        if value or key in OPEN:
            made[key] = value or OPEN[key]
    return made


def pejabat_of(signed: str, pimpinan: str, remarks: dict[Trail, str]) -> Data:
    """Return the official who signs, from the lines of the signature.

    ``pimpinan`` is who signs where they do not say it.
    """
    lines = [plain(line).strip(" ,") for line in signed.split("\n")]
    lines = [line for line in lines if re.search(r"\w{2}", line)]
    nip = NIP.search(signed)
    made: dict[str, Data] = {}
    head = next((line for line in lines if JABATAN.search(line)), "")
    kapasitas, jabatan = _capacity(head)
    usual = pimpinan or JABATAN_OPEN
    made["jabatan"] = calmed(jabatan) if head else usual
    made["kapasitas"] = kapasitas
    rest = [
        line for line in lines if line != head and not line.upper().startswith("NIP")
    ]
    pangkat = next((line for line in rest if PANGKAT.fullmatch(line)), "")
    made["nama"] = next((line for line in rest if line != pangkat), "")
    made["pangkat"] = pangkat
    made["nip"] = plain(nip[1]) if nip else ""
    for key in ("jabatan", "nama", "nip"):
        if not (head if key == "jabatan" else made[key]):
            remarks["pejabat", "camat", key] = f"{PERIKSA}{NOT_FOUND}"
    return made


def _capacity(head: str) -> tuple[str, str]:
    """Return in which capacity somebody signs, and the jabatan without it."""
    for kapasitas, pattern in KAPASITAS:
        match = re.match(rf"(?:{pattern})\s+(.+)", head, re.IGNORECASE)
        if match:
            return kapasitas, match[1]
    return "definitif", head


def _entry(number: int, one: Listed, kode: Kode, remarks: dict[Trail, str]) -> Data:
    entry: dict[str, Data] = {
        "id": one.id,
        "nomor": str(kode.nomor[number]),
        "nama": one.nama,
    }
    if one.doubt:
        remarks["sop", number, "nama"] = f"{PERIKSA}{one.doubt}"
    if own := kode.sendiri.get(number):
        entry["nomor_sop"] = own
        remarks["sop", number, "nomor_sop"] = f"{PERIKSA}{UNLIKE}"
    elif number in kode.odd:
        old = one.kode
        why = f"nomor pada berkas lama `{old}`" if old else NOT_FOUND
        remarks["sop", number, "nomor"] = f"{PERIKSA}{why}"
    return entry


def kode_of(codes: Sequence[str]) -> Kode:
    """Return the pattern that most numbers of SOP follow."""
    read = [_pattern(code) for code in codes]
    pola = _most(p for p, _ in read)
    unit = _most(m[1] for m in map(KODE_UNIT.search, codes) if m)
    tahun = _most(years[-1] for years in map(TAHUN.findall, codes) if years)
    numbers: list[int] = []
    odd = set()
    for place, (own, nomor) in enumerate(read):
        same = _shape(own) == _shape(pola) and own
        if not same or nomor in numbers or nomor < 1:
            odd.add(place)
            nomor = max([*numbers, 0]) + 1
        if unit and unit not in codes[place]:
            odd.add(place)
        numbers.append(nomor)
    padded = [p for p, _ in read if "{nomor:" in p]
    pola = padded[0] if padded else pola
    printed = [format_nomor(pola, Nomor(n, n), unit, int(tahun or 0)) for n in numbers]
    sendiri = dict(_own(codes, printed))
    return Kode(pola, tuple(numbers), unit, tahun, frozenset(odd), sendiri)


def _own(codes: Sequence[str], printed: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield the numbers that the pattern does not give, each by its place.

    One that another SOP has, too, is none, nor one that is still to be filled in.
    """
    taken = Counter(_bare(one) for one in (*codes, *printed))
    for place, code in enumerate(codes):
        text = plain(code)
        whole = re.search("[0-9]", text) and not re.search(r"[{}…_]|\.{3}", text)
        if whole and _bare(code) != _bare(printed[place]) and taken[_bare(code)] == 1:
            yield place, text


def _bare(code: str) -> str:
    """Return a number without what its padding and blanks add."""
    return re.sub(r"(?<![0-9])0+(?=[0-9])", "", "".join(code.split()).casefold())


def _shape(pola: str) -> str:
    return re.sub(r"\{nomor[^}]*\}", "{nomor}", pola)


def _pattern(code: str) -> tuple[str, int]:
    """Return a number of a SOP as a pattern, and its number in the list."""
    if re.search("[{}]", code):
        return "", 0
    match = URUT.search(code)
    digits, start, end = "", 0, 0
    if match:
        digits, (start, end) = match[2], match.span(2)
    else:
        others = list(URUT_LAIN.finditer(code))
        if others:
            digits, (start, end) = others[-1][1], others[-1].span(1)
    if not digits:
        return "", 0
    field = f"{{nomor:{len(digits):02}}}" if digits.startswith("0") else "{nomor}"
    before, after = code[:start], code[end:]
    return f"{_general(before)}{field}{_general(after)}", int(digits)


def _general(text: str) -> str:
    """Return text with the code of the office and the year as fields."""
    return TAHUN.sub("{tahun}", KODE_UNIT.sub("{kode_unit}", text))
