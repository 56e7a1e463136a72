"""A SOP AP: its identity, its kegiatan, and the alur between their symbols.

Source: PermenPAN-RB 35/2012, Lampiran, "Dokumen SOP AP": bagian identitas and
bagian flowchart.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from sopgen.model.diagnostic import Span
from sopgen.model.letak import NOWHERE, Letak
from sopgen.model.pejabat import Pejabat
from sopgen.model.peraturan import Dasar
from sopgen.model.tanggal import Kurun


class Status(StrEnum):
    """Whether a text is still a draft; drafts carry the DRAF mark."""

    DRAF = "draf"
    BERLAKU = "berlaku"


class Jenis(StrEnum):
    """The kind of an alur: the process itself, or a copy sent for information."""

    PROSES = "proses"
    TEMBUSAN = "tembusan"


class Cabang(StrEnum):
    """How arrows leave a symbol that leads to several: as one line, or each alone."""

    SATU = "satu"
    TERPISAH = "terpisah"


@dataclass(frozen=True, slots=True)
class Pelaksana:
    """A column of the chart: who does the kegiatan that stand in it."""

    nama: str
    span: Span


@dataclass(frozen=True, slots=True)
class Langkah:
    """A symbol of the chart: in which row and column it stands and what it says.

    ``baris`` and ``lajur`` count from 0: the kegiatan and the pelaksana.
    ``simbol`` is the name of a file in assets/symbols.
    """

    id: str
    baris: int
    lajur: int
    simbol: str
    teks: str
    span: Span
    letak: Letak = field(default=NOWHERE, compare=False, repr=False)

    def at(self, *trail: str | int) -> Span:
        """Return the place of a field, or of the nearest thing around it."""
        return self.letak.at(*trail) or self.span


@dataclass(frozen=True, slots=True)
class Alur:
    """An arrow from one langkah to another; ``label`` names a decision's exit."""

    dari: str
    ke: str
    label: str
    jenis: Jenis
    span: Span
    letak: Letak = field(default=NOWHERE, compare=False, repr=False)

    def at(self, *trail: str | int) -> Span:
        """Return the place of a field, or of the nearest thing around it."""
        return self.letak.at(*trail) or self.span


@dataclass(frozen=True, slots=True)
class MutuBaku:
    """What a kegiatan is measured by (PermenPAN-RB 35/2012, mutu baku)."""

    kelengkapan: str = ""
    waktu: str = ""
    output: str = ""


@dataclass(frozen=True, slots=True)
class Kegiatan:
    """A row of the chart table."""

    nomor: str
    uraian: str
    mutu_baku: MutuBaku
    keterangan: str
    span: Span
    letak: Letak = field(default=NOWHERE, compare=False, repr=False)

    def at(self, *trail: str | int) -> Span:
        """Return the place of a field, or of the nearest thing around it."""
        return self.letak.at(*trail) or self.span


@dataclass(frozen=True, slots=True)
class TanggalSop:
    """A date of the identity sheet: as it is printed, and the days it means.

    Text that is no date is printed as it was typed and means no days; so does the
    dash of a SOP that was never revised.
    """

    cetak: str
    kurun: Kurun | None
    span: Span


@dataclass(frozen=True, slots=True)
class Identitas:
    """The official identity fields, in the wording that is printed.

    Source: PermenPAN-RB 35/2012, bagian identitas, items 1-13.
    """

    unit: str
    judul: str
    tanggal_pembuatan: TanggalSop
    tanggal_revisi: TanggalSop
    tanggal_efektif: TanggalSop
    pengesah: Pejabat | None
    dasar_hukum: tuple[Dasar, ...]
    kualifikasi_pelaksana: tuple[str, ...]
    keterkaitan: tuple[str, ...]
    peralatan: tuple[str, ...]
    peringatan: tuple[str, ...]
    pencatatan: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sop:
    """One procedure of the book.

    ``nama`` is the official name, written once in buku.yaml; ``nama_pendek`` is
    what the daftar isi prints, ``judul_sampul`` the title on its cover and
    ``judul_prosedur`` the heading over its chart.  ``nomor`` is its place in the
    list, ``nomor_sop`` the formatted number (tata naskah dinas).  ``cabang`` is how the
    book draws arrows to several symbols.
    """

    id: str
    nomor: int
    nama: str
    nama_pendek: str
    judul_sampul: str
    judul_prosedur: str
    nomor_sop: str
    identitas: Identitas
    pelaksana: tuple[Pelaksana, ...]
    kegiatan: tuple[Kegiatan, ...]
    langkah: tuple[Langkah, ...]
    alur: tuple[Alur, ...]
    status: Status
    catatan: str
    cabang: Cabang
    span: Span
    letak: Letak = field(default=NOWHERE, compare=False, repr=False)

    def at(self, *trail: str | int) -> Span:
        """Return the place of a field, or of the nearest thing around it."""
        return self.letak.at(*trail) or self.span
