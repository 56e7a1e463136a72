"""The two vocabularies of findings: of files in a folder, and of a workbook.

Here, and nowhere else, a field or a file of the spec gets the name by which the reader
of a finding knows it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from sopgen.model.diagnostic import Diagnostic
from sopgen.model.kata import resolved

#: Headings of the workbook that are not simply the name of their field.
JUDUL = {
    "id": "Kode",
    "nip": "NIP",
    "pola_nomor_sop": "Pola nomor SOP",
    "awalan_sop": "Awalan SOP",
    "uraian": "Kegiatan",
    "sop": "Daftar SOP",
    "kepala": "Lampiran: kepala",
    "sebutan": "Lampiran: sebutan",
}
#: Sheets of the workbook by the file whose contents they hold.
LEMBAR = {
    "buku.yaml": "lembar Buku",
    "koreksi.yaml": "lembar Koreksi",
    "peraturan.yaml": "lembar Peraturan",
}


def heading(nama: str) -> str:
    """Return the heading that a field has in a workbook."""
    return JUDUL.get(nama, nama.replace("_", " ").capitalize())


@dataclass(frozen=True, slots=True)
class Kosakata:
    """How a reader calls fields and files; ``frasa`` are turns of phrase by name."""

    isian: Callable[[str, str], str]
    berkas: Callable[[str], str]
    frasa: Mapping[str, str]

    def word(self, kind: str, names: tuple[str, ...]) -> str:
        """Return the words for a reference.

        Raises KeyError for a turn of phrase that the vocabulary lacks.
        """
        if kind == "isian":
            return self.isian(*names)
        return self.berkas(*names) if kind == "berkas" else self.frasa[names[0]]

    def said(self, finding: Diagnostic) -> Diagnostic:
        """Return a finding in words of this vocabulary."""
        message = resolved(finding.message, self.word)
        return replace(
            finding, message=message, saran=resolved(finding.saran, self.word)
        )


def _key(nama: str, nilai: str) -> str:
    return f"`{nama}: {nilai}`" if nilai else f"`{nama}`"


def _heading(nama: str, nilai: str) -> str:
    return f"{heading(nama)} `{nilai.strip('[]{}')}`" if nilai else f"`{heading(nama)}`"


def _sheet(nama: str) -> str:
    if nama in LEMBAR:
        return LEMBAR[nama]
    folder, _, bare = nama.rpartition("/")
    kind = "lembar SOP" if folder == "sop" else "lembar"
    return f"{kind} `{bare.rpartition('.')[0]}`"


#: Turns of phrase: what they are called, of files, of a workbook.
FRASA: tuple[tuple[str, str, str], ...] = (
    ("folder", "folder spesifikasi", "folder buku kerja"),
    ("kecamatan", "`buku.yaml` di bawah `kecamatan:`", "lembar Buku"),
)

YAML = Kosakata(_key, lambda nama: f"`{nama}`", {n: yaml for n, yaml, _ in FRASA})
BUKU_KERJA = Kosakata(_heading, _sheet, {n: sheet for n, _, sheet in FRASA})
