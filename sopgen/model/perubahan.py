"""What is not the same in two books of an office, by meaning."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from enum import StrEnum

from sopgen.model.buku import Buku
from sopgen.model.nilai import dataclass
from sopgen.model.sop import Sop

#: Words that are shown on both sides of what differs in a long text.
AROUND = 4
#: A text of so many letters is shown whole.
SHORT = 90
KOSONG = "(kosong)"
#: Fields that the heading of a chart shows, and its last row.
KEPALA = ("pelaksana", "kelompok", "kolom", "mutu_baku", "jumlah_waktu")
#: A change that so many SOP have in common is told once.
BERSAMA = 3


class Macam(StrEnum):
    """What became of something."""

    BARU = "baru"
    HILANG = "dihapus"
    UBAH = "diubah"
    PINDAH = "dipindah"

    @property
    def tanda(self) -> str:
        """Return the sign by which it is known on black and white paper, too."""
        return {"baru": "+", "dihapus": "–"}.get(self, "~")


@dataclass(frozen=True, slots=True)
class Titik:
    """What of a chart changed: a kegiatan, langkah or alur by its index on each side.

    It is None on the side where there is none.
    """

    jenis: str
    lama: int | None
    baru: int | None


@dataclass(frozen=True, slots=True)
class Ubah:
    """One change: the field in the words of the spec, before and after.

    ``pada`` is what the field belongs to, such as a kegiatan.  Of what was moved,
    ``pada`` is the thing, ``lama`` and ``baru`` are its places.
    """

    isian: str
    macam: Macam
    lama: str = ""
    baru: str = ""
    pada: str = ""
    titik: Titik | None = None

    @property
    def nama(self) -> str:
        """Return the field as people read it."""
        return self.isian.replace("_", " ")

    @property
    def kalimat(self) -> str:
        """Return the change on one line, old → new, no longer than need be."""
        lama, baru = pendek(self.lama, self.baru)
        if self.macam is Macam.BARU:
            return f"{self.nama} baru: {baru}"
        if self.macam is Macam.HILANG:
            return f"{self.nama} dihapus: {lama}"
        moved = " dipindah" if self.macam is Macam.PINDAH else ""
        return f"{self.nama}{moved}: {lama or KOSONG} → {baru or KOSONG}"

    def as_data(self) -> dict[str, str]:
        """Return it as plain data for JSON, its texts whole."""
        return {
            "isian": self.isian,
            "macam": self.macam.value,
            "pada": self.pada,
            "lama": self.lama,
            "baru": self.baru,
        }


def pendek(lama: str, baru: str, sendiri: int = SHORT) -> tuple[str, str]:
    """Return two texts without most of what they have in common, if they are long.

    Of a text that stands alone so many letters are kept.
    """
    if max(len(lama), len(baru)) <= SHORT:
        return _line(lama), _line(baru)
    a, b = lama.split(), baru.split()
    if not a or not b:
        return _cut(a, sendiri), _cut(b, sendiri)
    head = _common(a, b)
    tail = _common(a[head:][::-1], b[head:][::-1])
    start, end = max(head - AROUND, 0), max(tail - AROUND, 0)
    return _piece(a, start, end), _piece(b, start, end)


def _line(text: str) -> str:
    return " ".join(text.split())


def _cut(words: list[str], most: int) -> str:
    """Return the beginning of a text that stands alone."""
    text = " ".join(words)
    return text if len(text) <= most else f"{text[:most].rsplit(' ', 1)[0]} …"


def _common(a: Iterable[str], b: Iterable[str]) -> int:
    count = 0
    for one, other in zip(a, b, strict=False):
        if one != other:
            break
        count += 1
    return count


def _piece(words: list[str], start: int, end: int) -> str:
    kept = " ".join(words[start : len(words) - end])
    return f"{'… ' if start else ''}{kept}{' …' if end else ''}"


@dataclass(frozen=True, slots=True)
class UbahBagian:
    """What became of a part of the book that has a name: a decree."""

    nama: str
    macam: Macam
    ubah: tuple[Ubah, ...] = ()


@dataclass(frozen=True, slots=True)
class UbahSop:
    """What became of a SOP; ``lama`` or ``baru`` is None where there is none."""

    lama: Sop | None
    baru: Sop | None
    ubah: tuple[Ubah, ...] = ()

    @property
    def sop(self) -> Sop:
        """Return the SOP as it is, or as it was."""
        found = self.baru or self.lama
        assert found is not None
        return found

    @property
    def keadaan(self) -> str:
        """Return what became of it as a whole: baru, dihapus, berubah, tetap."""
        if self.lama is None or self.baru is None:
            return "baru" if self.baru else "dihapus"
        return "berubah" if self.ubah else "tetap"

    @property
    def bagan_berubah(self) -> bool:
        """Return whether its chart is not what it was, or has no other side."""
        return self.keadaan in ("baru", "dihapus") or any(
            one.titik or one.isian in KEPALA for one in self.ubah
        )


@dataclass(frozen=True, slots=True)
class Perubahan:
    """All that is not the same in two books; every SOP of both is listed.

    The SOP stand in the order of the newer book, those that are gone last.
    """

    lama: Buku
    baru: Buku
    buku: tuple[Ubah, ...] = ()
    keputusan: tuple[UbahBagian, ...] = ()
    sop: tuple[UbahSop, ...] = ()

    @property
    def kosong(self) -> bool:
        """Return whether both books mean the same."""
        return not (self.buku or self.keputusan or self.berubah)

    @property
    def berubah(self) -> tuple[UbahSop, ...]:
        """Return the SOP that are not what they were."""
        return tuple(one for one in self.sop if one.keadaan != "tetap")

    @property
    def semua(self) -> Iterator[Ubah]:
        """Yield every single change."""
        yield from self.buku
        for bagian in self.keputusan:
            yield from bagian.ubah
        for sop in self.sop:
            yield from sop.ubah

    @property
    def judul(self) -> str:
        """Return what is compared: ``2025 → 2026``."""
        return f"{self.lama.tahun} → {self.baru.tahun}"

    @property
    def sekantor(self) -> bool:
        """Return whether both books are of one office."""
        both = self.lama.kecamatan, self.baru.kecamatan
        return len({one.sebutan.lengkap.casefold() for one in both}) == 1

    @property
    def judul_kantor(self) -> str:
        """Return whose books are compared: one office, or two that are not the same."""
        if self.sekantor:
            return f"{self.baru.kecamatan.sebutan.kantor}: {self.judul}"
        lama, baru = self.sebutan
        return f"{lama} → {baru} (dua kantor)"

    @property
    def sebutan(self) -> tuple[str, str]:
        """Return what tells both books apart: their years, else offices or codes."""
        lama, baru = self.lama, self.baru
        if not self.sekantor:
            return self._kantor(lama), self._kantor(baru)
        if lama.tahun != baru.tahun:
            return str(lama.tahun), str(baru.tahun)
        if lama.id != baru.id:
            return f"{lama.id} {lama.tahun}", f"{baru.id} {baru.tahun}"
        return f"Semula ({lama.tahun})", f"Menjadi ({baru.tahun})"

    def _kantor(self, buku: Buku) -> str:
        """Return office and year of one of two books that are not of one office."""
        k = buku.kecamatan.sebutan
        both = (self.lama.kecamatan.sebutan, self.baru.kecamatan.sebutan)
        near = len({one.wilayahnya for one in both}) == 1
        return f"{k.kantor if near else k.lengkap} {buku.tahun}"

    @property
    def bersama(self) -> Mapping[Ubah, tuple[UbahSop, ...]]:
        """Return the changes that many SOP have in common, such as a new date."""
        found: dict[Ubah, list[UbahSop]] = {}
        for sop in self.sop:
            for one in dict.fromkeys(sop.ubah):
                if one.titik is None and not one.pada:
                    found.setdefault(one, []).append(sop)
        return {u: tuple(sop) for u, sop in found.items() if len(sop) >= BERSAMA}


@dataclass(frozen=True, slots=True)
class Riwayat:
    """The earlier years of a book that are known, each compared with the one after.

    The newest comparison stands first; there is none where no earlier year is known.
    """

    perubahan: tuple[Perubahan, ...] = ()

    def sop(self, kode: str) -> Iterator[tuple[int, UbahSop]]:
        """Yield what became of a SOP in each year, the newest first."""
        for one in self.perubahan:
            found = next((s for s in one.sop if s.baru and s.baru.id == kode), None)
            if found is None:
                return
            yield one.baru.tahun, found
            if found.lama is None:
                return
            kode = found.lama.id


@dataclass(frozen=True, slots=True)
class Tanda:
    """The signs of a chart on one side: by kegiatan, langkah and alur.

    ``isian`` are the fields of a kegiatan that differ.
    """

    kegiatan: Mapping[int, str] = field(default_factory=dict)
    langkah: Mapping[int, str] = field(default_factory=dict)
    alur: Mapping[int, str] = field(default_factory=dict)
    isian: Mapping[int, frozenset[str]] = field(default_factory=dict)


def tanda_of(ubah: Iterable[Ubah], *, lama: bool) -> Tanda:
    """Return the signs of the chart before or after some changes."""
    signs: dict[str, dict[int, str]] = {"kegiatan": {}, "langkah": {}, "alur": {}}
    isian: dict[int, frozenset[str]] = {}
    for one in ubah:
        at = None
        if one.titik is not None:
            at = one.titik.lama if lama else one.titik.baru
        if one.titik is None or at is None:
            continue
        kind = one.titik.jenis
        signs[kind].setdefault(at, one.macam.tanda)
        if kind == "kegiatan":
            isian[at] = isian.get(at, frozenset()) | {one.isian}
    return Tanda(signs["kegiatan"], signs["langkah"], signs["alur"], isian)
