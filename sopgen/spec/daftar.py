"""The list of SOP in buku.yaml: in the order of print, each with its numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sopgen.model.diagnostic import Span
from sopgen.model.kata import berkas, frasa, isian
from sopgen.model.nilai import dataclass
from sopgen.model.nomor_sop import (
    BENTUK,
    Nomor,
    format_nomor,
    names_seksi,
    pattern_fault,
    sebutan_nomor,
)
from sopgen.model.seksi import Seksi
from sopgen.spec.files import Files
from sopgen.spec.findings import Findings, quoted
from sopgen.spec.office import Office
from sopgen.spec.panggilan import SopTerdaftar
from sopgen.spec.schema import BukuYaml, DaftarSopYaml
from sopgen.spec.seksi import Pembagian


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the list of SOP: ``at`` is its place, ``nomor`` its number in the book.

    ``urut`` is what ``{nomor}`` prints: its number in its seksi where these count.
    """

    yaml: DaftarSopYaml
    at: int
    span: Span
    seksi: Seksi | None = None
    nomor: int = 0
    urut: int = 0

    @property
    def file(self) -> str:
        """Return the name of its file in the folder."""
        return f"sop/{self.yaml.id}.yaml"

    def printed(self, buku: BukuYaml) -> str:
        """Return its number as it is printed: its own, or that of the pattern."""
        pola = self.yaml.nomor_sop or buku.pola_nomor_sop
        seksi = self.seksi.singkat if self.seksi else ""
        nomor = Nomor(self.nomor, self.urut, seksi)
        return format_nomor(pola, nomor, buku.kecamatan.kode_unit, buku.tahun)


def read_entries(office: Office, pembagian: Pembagian) -> tuple[Entry, ...]:
    """Return the list of SOP in the order of print, each id and number once."""
    listed = _listed(office, pembagian)
    listed.sort(key=lambda one: pembagian.urutan(one.at))
    each = bool(pembagian.seksi) and names_seksi(office.buku.pola_nomor_sop)
    made = tuple(_numbered(office, listed, each=each))
    check_presence(office.files, [one.file for one in made], office.findings)
    _check_own(office, made)
    _check_printed(office, made)
    return made


def _listed(office: Office, pembagian: Pembagian) -> list[Entry]:
    """Return the entries as they are listed, each id once."""
    made: dict[str, Entry] = {}
    for at, one in enumerate(office.buku.sop):
        span = office.content.span("sop", at, "id")
        entry = Entry(one, at, span, pembagian.milik.get(at))
        if one.id in made:
            what = f"kode SOP {quoted(one.id)}"
            _twice(office, "SOP102", what, entry, made[one.id])
        else:
            made[one.id] = entry
    return list(made.values())


def _numbered(office: Office, listed: Sequence[Entry], *, each: bool) -> list[Entry]:
    """Return the entries with their numbers; where ``each`` seksi counts, from one."""
    made: list[Entry] = []
    taken: dict[Seksi | None, dict[int, Entry]] = {}
    for place, one in enumerate(listed, 1):
        own = taken.setdefault(one.seksi if each else None, {})
        urut = one.yaml.nomor or next(reversed(own), 0) + 1
        if urut in own:
            where = f" {one.seksi.judul}" if each and one.seksi else ""
            _twice(office, "SOP103", f"nomor SOP {urut}{where}", one, own[urut])
            urut = max(own) + 1
        nomor = place if each else urut
        own[urut] = Entry(one.yaml, one.at, one.span, one.seksi, nomor, urut)
        made.append(own[urut])
    return made


def _twice(office: Office, code: str, what: str, entry: Entry, first: Entry) -> None:
    key = "id" if code == "SOP102" else "nomor"
    span = office.content.span("sop", entry.at, key)
    saran = f"yang pertama pada {first.span.where}"
    office.findings.tell(code, f"{what} dipakai dua kali", span, saran)


def _check_own(office: Office, entries: Sequence[Entry]) -> None:
    """Report what is wrong with the fields in a number of a SOP's own."""
    for one in entries:
        span = office.content.span("sop", one.at, "nomor_sop")
        if fault := pattern_fault(one.yaml.nomor_sop):
            message = f"nomor SOP memuat {quoted(fault)} yang tidak dikenal"
            office.findings.tell("SOP104", message, span, BENTUK)
        if names_seksi(one.yaml.nomor_sop) and one.seksi is None:
            message = "nomor SOP memuat `{seksi}`, tetapi SOP ini tanpa seksi"
            saran = f"isi {isian('seksi')} SOP ini, atau tulis nomornya utuh"
            office.findings.tell("SOP139", message, span, saran)


def _check_printed(office: Office, entries: Sequence[Entry]) -> None:
    """Report a number that two SOP would be printed with, at the one that says so."""
    seen: dict[str, Entry] = {}
    for one in entries:
        text = one.printed(office.buku)
        first = seen.setdefault("".join(text.split()).casefold(), one)
        told, other = (one, first) if one.yaml.nomor_sop else (first, one)
        if first is not one and told.yaml.nomor_sop:
            span = office.content.span("sop", told.at, "nomor_sop")
            message = (
                f"nomor SOP {quoted(text)} juga nomor SOP {quoted(other.yaml.nama)}"
            )
            saran = "beri salah satu nomor lain"
            office.findings.tell("SOP103", message, span, saran)


def check_presence(files: Files, wanted: Sequence[str], findings: Findings) -> None:
    """Report that no file of any SOP is there: that is no book without kegiatan.

    One that is missing may be meant; all of them are a folder that went astray.
    """
    if not wanted or any(map(files.has, wanted)) or files.fault("sop"):
        return
    if files.has("sop"):
        message = "tidak satu pun berkas SOP yang terdaftar ada di folder sop"
    else:
        message = frasa("tanpa_sop")
    saran = f"{frasa('kembalikan')}, atau buat {berkas(wanted[0])}"
    findings.tell("SOP918", message, files.place("sop"), saran)


def listed(office: Office, entries: Sequence[Entry]) -> Mapping[str, SopTerdaftar]:
    """Return the SOP of the list by their ids, as others may call them."""
    pola = office.buku.pola_nomor_sop
    return {
        one.yaml.id: SopTerdaftar(
            one.nomor, one.yaml.nama, sebutan_nomor(pola, one.nomor)
        )
        for one in entries
    }
