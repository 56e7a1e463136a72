"""A kecamatan's book for one year: everything a spec says, checked and resolved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import MAXYEAR, MINYEAR, date
from enum import StrEnum
from pathlib import Path
from typing import Final, Literal

from sopgen.model.abaikan import Abaikan
from sopgen.model.bagian import BagianId
from sopgen.model.diagnostic import Diagnostic, Span, Teks
from sopgen.model.gambar import Gambar
from sopgen.model.ketikan import Ketikan
from sopgen.model.letak import NOWHERE, Letak, Trail
from sopgen.model.nilai import dataclass
from sopgen.model.pejabat import Pejabat
from sopgen.model.peraturan import Dasar, Tabel
from sopgen.model.sebutan_kantor import Sebutan, called
from sopgen.model.seksi import PerSeksi, Seksi, per_seksi
from sopgen.model.sop import Cabang, Sop, Status
from sopgen.model.tte import TandaTangan, Tte

#: How pages count: small Roman numerals, Arabic ones, or not at all.
Numbering = Literal["romawi", "arab", "tanpa"]
#: What may be said of the pages of a part: how they count, or that each SOP's sheets
#: also say at the head which of how many they are.
Angka = Literal["romawi", "arab", "tanpa", "x_dari_y"]
PER_SOP: Final = "x_dari_y"
#: How a sheet lies.
Orientasi = Literal["lanskap", "potret"]
LANSKAP: Final = "lanskap"
POTRET: Final = "potret"


class Cetak(StrEnum):
    """Which sides of the paper are printed."""

    SATU_SISI = "satu-sisi"
    BOLAK_BALIK = "bolak-balik"


@dataclass(frozen=True, slots=True)
class Kertas:
    """A sheet of paper of assets/kertas, portrait, in mm.

    ``excel`` is the number that Excel has for it, 0 where it has none; ``cetak`` tells
    which of its sides are printed.
    """

    nama: str
    lebar: float
    tinggi: float
    excel: int = 0
    cetak: Cetak = Cetak.SATU_SISI

    @property
    def bolak_balik(self) -> bool:
        """Return whether both its sides are printed."""
        return self.cetak is Cetak.BOLAK_BALIK


@dataclass(frozen=True, slots=True)
class Kecamatan:
    """The office; fields that are not known are empty and are not printed.

    ``nama``, ``kabupaten`` and ``jenis`` to ``induk`` are as written: ``sebutan`` has
    the words that are printed.  ``kode_unit`` is the office's part of every number,
    such as ``406.06``; ``tempat`` is where decrees are signed; ``berkas_lambang`` is
    the name of the lambang's file as written, ``lambang`` its path if it can be used;
    those that end by ``kanan`` are of a second one.
    """

    nama: str
    kabupaten: str
    tempat: str
    alamat: str
    telepon: str
    kode_pos: str
    email: str
    laman: str
    kode_unit: str
    lambang: Path | None
    berkas_lambang: str = ""
    jenis: str = ""
    jenis_wilayah: str = ""
    kepala: str = ""
    induk: str = ""
    lambang_kanan: Path | None = None
    berkas_lambang_kanan: str = ""

    @property
    def sebutan(self) -> Sebutan:
        """Return every word by which the office is called."""
        return called(self)


@dataclass(frozen=True, slots=True)
class Bagian:
    """A part of the book at its place: its kind, and what it is about.

    ``keputusan`` is the id of the decree for the kinds keputusan, lampiran, salinan.
    ``angka`` is how its pages count: romawi, arab or tanpa; with x_dari_y (of the
    SOP alone) they count like arab.
    ``judul`` overrides its line in the daftar isi ("-" for no line).
    ``naskah`` is the name of the text of a chapter of the office's own.
    """

    jenis: str
    keputusan: str
    angka: Angka
    judul: str
    span: Span
    naskah: str = ""

    @property
    def id(self) -> BagianId:
        """Return what the part is called."""
        return BagianId(self.jenis, self.keputusan or self.naskah)

    @property
    def numbering(self) -> Numbering:
        """Return how its pages count in the book."""
        return "arab" if self.angka == PER_SOP else self.angka

    @property
    def per_sop(self) -> bool:
        """Return whether the sheets of each SOP are also counted by themselves."""
        return self.angka == PER_SOP


@dataclass(frozen=True, slots=True)
class Lampiran:
    """An annex of a decree: the table of SOP with their numbers, or one of its own.

    ``kepala`` are the lines of its header block after the title of the decree:
    nomor, tanggal, tentang.  ``sebutan`` are other names this decree uses for a SOP.
    ``kolom`` and ``baris`` are headings and cells of a table of its own.  ``jejak`` is
    where it stands in the decree, ``at`` with ``Keputusan.at``.
    """

    judul: Teks
    kepala: tuple[str, ...]
    sebutan: Mapping[str, str]
    kolom: tuple[Teks, ...] = ()
    baris: tuple[tuple[Teks, ...], ...] = ()
    jejak: Trail = field(default=("lampiran",), compare=False)

    @property
    def bertabel(self) -> bool:
        """Return whether it has a table of its own, not that of the SOP."""
        return bool(self.kolom or self.baris)


@dataclass(frozen=True, slots=True)
class Keputusan:
    """A decree of the camat (form of a Keputusan Kepala Daerah).

    ``judul`` is what stands under TENTANG, line by line; ``tentang`` its running
    form; each of menimbang, mengingat, diktum is text with Jinja2 and lists.
    ``jenis`` is the copy that is made of it, salinan or petikan, if any: certified by
    ``disalin_oleh``; a petikan has the diktum of the numbers ``petikan`` only.
    ``letak`` is where its fields stand (``at``); ``tanda_tangan`` how it is signed, if
    not as its official signs.
    """

    id: str
    nomor: str
    tanggal: date
    judul: Teks
    tentang: Teks
    menimbang: tuple[Teks, ...]
    mengingat: tuple[Dasar, ...]
    memperhatikan: tuple[Dasar, ...]
    menetapkan: Teks | None
    diktum: tuple[Teks, ...]
    tembusan: tuple[Teks, ...]
    lampiran: tuple[Lampiran, ...]
    penandatangan: Pejabat
    status: Status
    catatan: str
    span: Span
    jenis: str = ""
    disalin_oleh: Pejabat | None = None
    petikan: tuple[int, ...] = ()
    letak: Letak = field(default=NOWHERE, compare=False, repr=False)
    tanda_tangan: TandaTangan | None = None

    def at(self, *trail: str | int) -> Span:
        """Return the place of a field, or of the nearest thing around it."""
        return self.letak.at(*trail) or self.span

    @property
    def elektronik(self) -> bool:
        """Return whether it is signed electronically."""
        own = self.tanda_tangan or self.penandatangan.tanda_tangan
        return own is TandaTangan.ELEKTRONIK


@dataclass(frozen=True, slots=True)
class Naskah:
    """The text of a running chapter: the office's own, or the default of sopgen."""

    nama: str
    teks: Teks


@dataclass(frozen=True, slots=True)
class Pengesah:
    """One who signs the lembar pengesahan, and as what: ``Disusun oleh``."""

    peran: str
    pejabat: Pejabat
    span: Span


@dataclass(frozen=True, slots=True)
class Buku:
    """The whole book.

    ``judul`` is the title on the cover, line by line; ``awalan_sop`` are the places
    (daftar_isi, daftar_sop, diktum, lampiran) that print "SOP " before a name;
    ``peraturan`` is the table of regulations, the office's own among them;
    ``pola_nomor_sop`` is how the numbers of the SOP are made; ``cabang`` is how arrows
    leave a symbol that leads to several;
    ``kertas_bagan`` and ``orientasi_bagan`` are those of the charts, empty for the
    usual ones: the book's own paper, lying; ``seksi`` are those that its SOP are
    ordered by, in their order, none in an ordinary book; ``lembar_pengesahan`` are
    those who sign that sheet, if several do;
    ``gambar`` are the sound pictures of the chapters by their names as written;
    ``letak`` is where the fields of buku.yaml stand (``at``); ``tte`` what the office
    says of electronic signatures.
    """

    id: str
    tahun: int
    judul: Teks
    kecamatan: Kecamatan
    kertas: Kertas
    profil_simbol: str
    cabang: Cabang
    penandatangan: Pejabat
    tanggal_pengesahan: date | None
    pengesahan_bertanda: bool
    susunan: tuple[Bagian, ...]
    awalan_sop: frozenset[str]
    keputusan: tuple[Keputusan, ...]
    sop: tuple[Sop, ...]
    naskah: Mapping[str, Naskah]
    status: Status
    span: Span
    peraturan: Tabel = field(default_factory=Tabel)
    pola_nomor_sop: str = ""
    kertas_bagan: str = ""
    orientasi_bagan: str = ""
    seksi: tuple[Seksi, ...] = ()
    lembar_pengesahan: tuple[Pengesah, ...] = ()
    gambar: Mapping[str, Gambar] = field(default_factory=dict)
    letak: Letak = field(default=NOWHERE, compare=False, repr=False)
    tte: Tte = Tte()

    def at(self, *trail: str | int) -> Span:
        """Return the place of a field, or of the nearest thing around it."""
        return self.letak.at(*trail) or self.span

    @property
    def per_seksi(self) -> tuple[PerSeksi, ...]:
        """Return the SOP seksi by seksi; all of them at once where there are none."""
        return tuple(per_seksi(self.seksi, self.sop))

    @property
    def berpola(self) -> tuple[Sop, ...]:
        """Return the SOP whose numbers are those of the pattern."""
        return tuple(one for one in self.sop if not one.bernomor_sendiri)

    def pengesah(self, sop: Sop) -> Pejabat:
        """Return who signs a SOP."""
        return sop.identitas.pengesah or self.penandatangan

    def elektronik(self, sop: Sop) -> bool:
        """Return whether a SOP is signed electronically."""
        own = sop.tanda_tangan or self.pengesah(sop).tanda_tangan
        return own is TandaTangan.ELEKTRONIK

    @property
    def ber_tte(self) -> bool:
        """Return whether anything of it is signed electronically."""
        own = (self.penandatangan, *(one.pejabat for one in self.lembar_pengesahan))
        return (
            any(one.tanda_tangan is TandaTangan.ELEKTRONIK for one in own)
            or any(one.elektronik for one in self.keputusan)
            or any(map(self.elektronik, self.sop))
        )

    def kertas_untuk(self, sop: Sop) -> str:
        """Return the name of the paper that the chart of a SOP is printed on."""
        return sop.kertas_bagan or self.kertas_bagan or self.kertas.nama

    def orientasi_untuk(self, sop: Sop) -> str:
        """Return how the sheets of a SOP's chart are to lie."""
        return sop.orientasi_bagan or self.orientasi_bagan or LANSKAP

    @property
    def tanggal(self) -> date:
        """Return the day that files of the book bear: of its pengesahan or decree.

        A book that knows neither bears the first day of its year.
        """
        decided = (keputusan.tanggal for keputusan in self.keputusan)
        known = self.tanggal_pengesahan or next(decided, None)
        return known or date(min(max(self.tahun, MINYEAR), MAXYEAR), 1, 1)

    @property
    def berketerangan(self) -> bool:
        """Return whether any kegiatan has a keterangan: then every chart has room."""
        return any(row.keterangan for sop in self.sop for row in sop.kegiatan)


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading a spec: the book, unless errors forbid it.

    ``ketikan`` are the texts that are printed, as they were typed; ``abaikan`` is what
    the office says of findings; ``lalu`` is where it says that last year's book lies.
    """

    buku: Buku | None
    findings: tuple[Diagnostic, ...]
    ketikan: tuple[Ketikan, ...] = ()
    abaikan: tuple[Abaikan, ...] = ()
    lalu: Teks | None = None
