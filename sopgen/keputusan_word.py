"""What was filled in, in a decree built as a Word file → edits of the office's spec.

Number, day and who signs are often known only when the decree is signed, and are
written where it is printed: here they come back to where they belong.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from sopgen.model.bahasa import tanggal
from sopgen.model.buku import Buku, Keputusan
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic, Source, Span
from sopgen.model.nilai import dataclass
from sopgen.model.suntingan import Set
from sopgen.model.tanda_isian import NOMOR, PENANDATANGAN, TANGGAL
from sopgen.model.tanggal import TanggalError, read_tanggal
from sopgen.ooxml import open_package
from sopgen.takeover.isian import Terisi, read_isian

#: The file of a spec in which decrees stand.
BUKU = "buku.yaml"
BERBEDA = "SOP973"


@dataclass(frozen=True, slots=True)
class Kembali:
    """A field that comes back: the edit, and what it said and says, in words."""

    edit: Set
    nama: str
    lama: str
    baru: str


@dataclass(frozen=True, slots=True)
class Dibaca:
    """What a Word file brings back to a spec, and what of it is doubtful."""

    kembali: tuple[Kembali, ...]
    temuan: tuple[Diagnostic, ...]


def read_decree(file: Path) -> tuple[Terisi, ...]:
    """Return what a Word file has of decrees; nothing where it is no such file."""
    package, _ = open_package(file)
    return () if package is None else read_isian(package)


def compare_decree(file: Path, terisi: Sequence[Terisi], buku: Buku) -> Dibaca:
    """Return what the fields of a file change in a spec."""
    kembali: list[Kembali] = []
    temuan: list[Diagnostic] = []
    span = Span(Source(file.as_posix()))
    known = {one.id: n for n, one in enumerate(buku.keputusan)}
    for kode in dict.fromkeys(one.tanda.keputusan for one in terisi):
        if kode not in known:
            pesan = f"keputusan `{kode}` tidak ada dalam spesifikasi"
            temuan.append(diagnose(BERBEDA, pesan, span, "periksa nama kantornya"))
            continue
        own = [one for one in terisi if one.tanda.keputusan == kode]
        decree = _Decree(span, known[kode], buku.keputusan[known[kode]], own)
        for made in decree.read():
            if isinstance(made, Diagnostic):
                temuan.append(made)
            else:
                kembali.append(made)
    return Dibaca(tuple(kembali), tuple(temuan))


@dataclass(frozen=True, slots=True)
class _Decree:
    """A decree of the spec by its place there, and what a file says of it."""

    span: Span
    urut: int
    keputusan: Keputusan
    terisi: Sequence[Terisi]

    def read(self) -> Iterator[Kembali | Diagnostic]:
        """Yield what comes back, and what is doubtful."""
        fields = {NOMOR: self._nomor, TANGGAL: self._tanggal, PENANDATANGAN: self._nama}
        for isian, make in fields.items():
            said = {
                t.tanda.tempat: t.teks for t in self.terisi if t.tanda.isian == isian
            }
            first = next(iter(said.values()), "")
            own = said.get("", first)
            yield from self._contradicted(isian, own, said)
            if own:
                yield from make(own)

    def _contradicted(
        self, isian: str, own: str, said: Mapping[str, str]
    ) -> Iterator[Diagnostic]:
        for tempat, teks in said.items():
            if teks != own:
                where = tempat.replace("-", " ")
                pesan = f"{isian} di {where} `{teks}`, di keputusannya `{own}`"
                yield self._told(
                    pesan, "samakan dalam Word; yang di lampiran tidak dibaca"
                )

    def _told(self, pesan: str, saran: str) -> Diagnostic:
        return diagnose(BERBEDA, pesan, self.span, saran)

    def _set(self, isian: str, lama: str, baru: str, nilai: str) -> Kembali:
        edit = Set(BUKU, ("keputusan", self.urut, isian), nilai)
        return Kembali(edit, f"{isian} keputusan `{self.keputusan.id}`", lama, baru)

    def _nomor(self, teks: str) -> Iterator[Kembali]:
        old = self.keputusan.nomor
        if teks != " ".join(old.split()):
            yield self._set(NOMOR, old, teks, teks)

    def _tanggal(self, teks: str) -> Iterator[Kembali | Diagnostic]:
        old = tanggal(self.keputusan.tanggal)
        if teks == old:
            return
        try:
            day = read_tanggal(teks)
        except TanggalError:
            day = None
        if day is None or not day.lengkap:
            yield self._told(
                f"tanggal `{teks[:60]}` tidak dapat dibaca",
                "tulis seperti 16 Januari 2025",
            )
        elif day.awal != self.keputusan.tanggal:
            new = day.awal.isoformat()
            yield self._set(TANGGAL, old, tanggal(day.awal), new)

    def _nama(self, teks: str) -> Iterator[Kembali | Diagnostic]:
        pejabat = self.keputusan.penandatangan
        if not teks.strip(" .") or teks == " ".join(pejabat.nama.split()):
            return
        if pejabat.nama:
            yield self._told(
                f"penandatangan di Word `{teks[:60]}`, dalam spesifikasi "
                f"`{pejabat.nama}`",
                "bila memang berganti, ubah pejabatnya dalam spesifikasi",
            )
            return
        edit = Set(BUKU, ("pejabat", pejabat.id, "nama"), teks)
        yield Kembali(edit, f"nama pejabat `{pejabat.id}`", "", teks)
