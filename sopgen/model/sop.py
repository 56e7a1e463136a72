"""A SOP AP: its identity, its kegiatan, and the alur between their symbols.

Source: PermenPAN-RB 35/2012, Lampiran, "Dokumen SOP AP": bagian identitas and
bagian flowchart.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from enum import StrEnum

from sopgen.model.diagnostic import Span
from sopgen.model.kolom import BAKU, KETERANGAN, MUTU, URAIAN, Kolom
from sopgen.model.letak import NOWHERE, Letak
from sopgen.model.nilai import dataclass
from sopgen.model.pejabat import Pejabat
from sopgen.model.peraturan import Dasar
from sopgen.model.tanggal import Kurun
from sopgen.model.tte import TandaTangan

#: The symbol behind which a flow goes on elsewhere.
PENGHUBUNG = "penghubung"


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
    """A column of the chart: who does the kegiatan that stand in it.

    Neighbours of one ``kelompok`` stand below its name.
    """

    nama: str
    span: Span
    kelompok: str = ""

    @property
    def lengkap(self) -> str:
        """Return the name with that of the group."""
        return f"{self.nama} ({self.kelompok})" if self.kelompok else self.nama


@dataclass(frozen=True, slots=True)
class Langkah:
    """A symbol of the chart: in which row and column it stands and what it says.

    ``baris`` and ``lajur`` count from 0: the kegiatan and the pelaksana.
    ``simbol`` is the name of a file in assets/symbols.  What several pelaksana do
    together stands in ``lajur``, the leftmost, and in those ``bersama`` with it, from
    the left.  ``sop`` is the id of the SOP that it is, or that the flow goes on in,
    ``sebutan`` the printed number of that.
    """

    id: str
    baris: int
    lajur: int
    simbol: str
    teks: str
    span: Span
    letak: Letak = field(default=NOWHERE, compare=False, repr=False)
    bersama: tuple[int, ...] = ()
    sop: str = ""
    sebutan: str = ""

    @property
    def tulisan(self) -> str:
        """Return what is written in it: its own words, then the SOP that it names."""
        return f"{self.teks} {self.sebutan}".strip() if self.sop else self.teks

    @property
    def beralih(self) -> bool:
        """Return whether the flow goes on in another SOP from here."""
        return bool(self.sop) and self.simbol == PENGHUBUNG

    def at(self, *trail: str | int) -> Span:
        """Return the place of a field, or of the nearest thing around it."""
        return self.letak.at(*trail) or self.span

    @property
    def semua_lajur(self) -> tuple[int, ...]:
        """Return all columns that it stands in, from the left."""
        return (self.lajur, *self.bersama)

    @property
    def deret(self) -> tuple[range, ...]:
        """Return its columns in runs of neighbours: each run is one box."""
        made: list[range] = []
        for lajur in self.semua_lajur:
            if made and made[-1].stop == lajur:
                made[-1] = range(made[-1].start, lajur + 1)
            else:
                made.append(range(lajur, lajur + 1))
        return tuple(made)

    def di(self, lajur: Iterable[int]) -> Langkah:
        """Return it in other columns, of which there is at least one."""
        first, *rest = sorted(set(lajur))
        return replace(self, lajur=first, bersama=tuple(rest))


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


#: Columns of running text beside mutu baku.
TEKS = (URAIAN, KETERANGAN)


@dataclass(frozen=True, slots=True)
class Kegiatan:
    """A row of the chart table; ``sendiri`` is what the office's own columns say."""

    nomor: str
    uraian: str
    mutu_baku: MutuBaku
    keterangan: str
    span: Span
    letak: Letak = field(default=NOWHERE, compare=False, repr=False)
    sendiri: Mapping[str, str] = field(default_factory=dict)

    def isi(self, kunci: str) -> str:
        """Return what stands in a column of running text."""
        if kunci in MUTU:
            return str(getattr(self.mutu_baku, kunci))
        if kunci in TEKS:
            return str(getattr(self, kunci))
        return self.sendiri.get(kunci, "")

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
    book draws arrows to several symbols.  ``kolom`` are the columns of text that its
    chart has; with ``jumlah_waktu`` its last row sums up waktu.  ``kertas_bagan`` and
    ``orientasi_bagan`` are what it says of its chart's sheets, empty where the book
    decides.  ``seksi`` is the name of the seksi that it is of, if any;
    ``urut`` is its number as the pattern counts: in the book, or in its seksi;
    ``bernomor_sendiri`` says that its number is its own and not that of the pattern;
    ``tanda_tangan`` is how it is signed, if not as its official signs.
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
    kertas_bagan: str = ""
    orientasi_bagan: str = ""
    letak: Letak = field(default=NOWHERE, compare=False, repr=False)
    kolom: tuple[Kolom, ...] = BAKU
    jumlah_waktu: bool = False
    seksi: str = ""
    urut: int = 0
    bernomor_sendiri: bool = False
    tanda_tangan: TandaTangan | None = None

    def at(self, *trail: str | int) -> Span:
        """Return the place of a field, or of the nearest thing around it."""
        return self.letak.at(*trail) or self.span

    def prints(self, kunci: str) -> bool:
        """Return whether its chart has a column."""
        return any(one.kunci == kunci for one in self.kolom)
