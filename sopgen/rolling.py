"""Last year becomes this year: the edits, the archive, the new workbook.

Everything is made beside its place and read there; only then is it put in place, by
renames, and what cannot be put there leaves all as it was.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sopgen import pipeline
from sopgen.kosakata import BUKU_KERJA
from sopgen.lint.sitiran import read_pokok
from sopgen.model.buku import Buku
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic, Severity, Source, Span
from sopgen.model.kata import isian
from sopgen.model.peraturan import Dasar
from sopgen.model.pergantian import Pergantian, Pinta, PintaError, Rencana
from sopgen.model.suntingan import SuntinganError
from sopgen.output import digest
from sopgen.output.together import Ganti, replace_together
from sopgen.output.writing import SCRATCH, unwritten
from sopgen.roll import Asal, concerns_year, plan
from sopgen.roll.dasar import Butir
from sopgen.spec import read_buku
from sopgen.spec.exchange import Spec, read_spec
from sopgen.spec.files import ARSIP, SEGEL, Files
from sopgen.spec.findings import Findings
from sopgen.spec.parse import open_files
from sopgen.spec.workbook.tahun_baru import (
    Catatan,
    last_year_named,
    with_changes,
)
from sopgen.suntingan import Disunting, edit_spec, save
from sopgen.years import (
    archived,
    begun_with,
    digest_of,
    digests_of,
    files_of,
    seal,
    years_of,
)

#: A year at the end of a workbook's name.
BERTAHUN = re.compile(r"[-_ ]*(?:19|20)[0-9]{2}$")
DAHULU = "perbaiki dahulu kesalahan itu, lalu ulangi"


@dataclass(frozen=True, slots=True)
class Terbaca:
    """Last year's book as it was read."""

    place: Path
    files: Files
    spec: Spec
    asal: Asal


@dataclass(frozen=True, slots=True)
class Bacaan:
    """What came of reading last year's book: nothing where errors forbid to go on."""

    terbaca: Terbaca | None
    findings: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Alih:
    """A change and its place in last year's book."""

    ganti: Pergantian
    span: Span

    @property
    def nama(self) -> str:
        """Return the reference to its field, and its number in a list."""
        words = [one for one in self.ganti.jejak if isinstance(one, str)]
        last = self.ganti.jejak[-1]
        number = f" {last + 1}" if isinstance(last, int) else ""
        return f"{isian(words[-1])}{number}"


@dataclass(frozen=True, slots=True)
class Hasil:
    """What a roll came to: every change, what is left, and where the new book is.

    There is no ``tujuan`` where findings forbade it; ``arsip`` is the folder of last
    year.
    """

    alih: tuple[Alih, ...] = ()
    sisa: tuple[Diagnostic, ...] = ()
    findings: tuple[Diagnostic, ...] = ()
    tujuan: Path | None = None
    arsip: Path | None = None


def read_last(place: Path) -> Bacaan:
    """Read the book that is to be rolled."""
    findings = Findings()
    files = open_files(place, findings)
    spec = read_spec(files, findings) if files else None
    reading = read_buku(place)
    wrong = [f for f in reading.findings if f.severity is Severity.ERROR]
    if files is None or spec is None or reading.buku is None or wrong:
        message = f"buku ini memuat {len(wrong)} kesalahan; tidak dapat dilanjutkan"
        told = diagnose("SOP807", message, Span(Source(place.as_posix())), DAHULU)
        return Bacaan(None, _said(place, (*wrong, told)))
    if opened := _opened(place):
        return Bacaan(None, (opened,))
    buku = reading.buku
    asal = Asal(spec.data, buku, _recognising(buku))
    return Bacaan(Terbaca(place, files, spec, asal))


def _said(place: Path, findings: Any) -> tuple[Diagnostic, ...]:
    return tuple(map(pipeline.vocabulary(place).said, findings))


def _recognising(buku: Buku) -> Any:
    """Return what tells which regulation a basis cites, and its rank."""

    def recognise(dasar: Dasar) -> Butir:
        known = buku.peraturan.get(dasar.peraturan)
        if known is None:
            kabupaten = buku.kecamatan.kabupaten
            first, _ = read_pokok(dasar, buku.peraturan, kabupaten)
            known = first[0].peraturan if first else None
            if known is None:
                return Butir(None, first[0].urutan if first else None)
        return Butir(known, known.urutan)

    return recognise


def _opened(place: Path) -> Diagnostic | None:
    """Return the finding for a workbook that another program has open."""
    if place.is_dir():
        return None
    locks = (f"~${place.name}", f".~lock.{place.name}#")
    if not any(os.path.lexists(place.with_name(name)) for name in locks):
        return None
    message = "buku kerja ini sedang terbuka di program lain"
    saran = "simpan dan tutup buku kerja itu, lalu ulangi"
    return diagnose("SOP805", message, Span(Source(place.as_posix())), saran)


def unchanged_since(place: Path) -> int | None:
    """Return the year of a book that is as it was when its year began."""
    years = years_of(place)
    begun = begun_with(place / ARSIP / str(years[-1])) if years else None
    return years[-1] + 1 if begun and begun == digests_of(place) else None


def roll(terbaca: Terbaca, pinta: Pinta, *, coba: bool, timpa: bool = False) -> Hasil:
    """Make this year's book of last year's; with ``coba`` nothing is written.

    Raises PintaError for a wish that cannot be fulfilled.
    """
    rencana = plan(terbaca.asal, pinta)
    place = terbaca.place
    kind = _RollFolder if place.is_dir() else _RollWorkbook
    rolled = kind(terbaca, pinta, rencana, timpa)
    rolled.check()
    try:
        with _beside(place, coba=coba) as scratch:
            return rolled.made(scratch, coba=coba)
    except SuntinganError as error:
        return Hasil(findings=(_uneditable(terbaca, error),))
    except OSError as error:
        return Hasil(findings=(unwritten(place, error),))


@contextmanager
def _beside(place: Path, *, coba: bool) -> Iterator[Path]:
    """Yield a folder beside a spec that is gone afterwards; elsewhere for a trial."""
    where = None if coba else place.resolve().parent
    with TemporaryDirectory(prefix=SCRATCH, dir=where) as scratch:
        yield Path(scratch)


def _uneditable(terbaca: Terbaca, error: SuntinganError) -> Diagnostic:
    spec = terbaca.spec
    content = spec.contents.get(error.berkas)
    span = Span(Source(terbaca.place.as_posix()))
    if content is not None:
        span = content.span(*error.jejak)
    saran = "tulis isian itu dengan cara lain, lalu ulangi; tidak ada yang diubah"
    return diagnose("SOP807", error.pesan, span, saran)


@dataclass(frozen=True, slots=True)
class _Roll:
    """A book on its way into the new year."""

    terbaca: Terbaca
    pinta: Pinta
    rencana: Rencana
    timpa: bool

    @property
    def place(self) -> Path:
        """Return where last year's book is."""
        return self.terbaca.place

    @property
    def tahun(self) -> int:
        """Return last year."""
        return self.terbaca.asal.buku.tahun

    def alih(self) -> tuple[Alih, ...]:
        """Return every change with its place."""
        spec = self.terbaca.spec
        return tuple(
            Alih(one, spec.contents[one.berkas].span(*one.jejak))
            for one in self.rencana.pergantian
        )

    def wrong(self, new: Path, shown: Path) -> tuple[Diagnostic, ...]:
        """Return what makes a new book unreadable."""
        findings = read_buku(new).findings
        wrong = [f for f in findings if f.severity is Severity.ERROR]
        return _moved(_said(new, wrong), new, shown)

    def sisa(self, new: Path, shown: Path) -> tuple[Diagnostic, ...]:
        """Return what is left to decide in a new book."""
        own = _said(self.place, self.rencana.sisa)
        found = concerns_year(pipeline.unfinished(new))
        return (*own, *_moved(found, new, shown))


def _moved(
    findings: tuple[Diagnostic, ...], new: Path, shown: Path
) -> tuple[Diagnostic, ...]:
    """Return findings of a book as it will stand in its place."""

    def there(span: Span) -> Span:
        path = span.source.path.replace(new.as_posix(), shown.as_posix(), 1)
        return replace(span, source=replace(span.source, path=path))

    return tuple(
        replace(one, span=there(one.span), juga=tuple(map(there, one.juga)))
        for one in findings
    )


class _RollFolder(_Roll):
    """A folder: last year goes into the archive, the files are edited."""

    __slots__ = ()

    @property
    def arsip(self) -> Path:
        """Return where last year goes."""
        return self.place / ARSIP / str(self.tahun)

    def check(self) -> None:
        """Find nothing against the wish by itself."""

    def made(self, scratch: Path, *, coba: bool) -> Hasil:
        """Return what came of it."""
        if self._taken():
            message = f"arsip {self.tahun} sudah ada dan berisi buku yang lain"
            saran = "pindahkan arsip itu ke tempat lain bila keliru, lalu ulangi"
            span = Span(Source(self.arsip.as_posix()))
            return Hasil(findings=(diagnose("SOP804", message, span, saran),))
        disunting = edit_spec(self.place, self.rencana.edits)
        new = scratch / self.place.resolve().name
        self._write(new, disunting)
        if wrong := self.wrong(new, self.place):
            return Hasil(findings=wrong)
        sisa = self.sisa(new, self.place)
        if not coba and (problem := self._put(new, disunting)):
            return Hasil(findings=(problem,))
        return Hasil(self.alih(), sisa, tujuan=self.place, arsip=self.arsip)

    def _taken(self) -> bool:
        """Tell whether the archive holds another book; a copy of this one may go."""
        if not os.path.lexists(self.arsip):
            return False
        return not self.arsip.is_dir() or digest_of(self.arsip) != digest_of(self.place)

    def _write(self, new: Path, disunting: Disunting) -> None:
        """Write the new state of the folder, with last year in its archive."""
        old = new / ARSIP / str(self.tahun)
        for target in (old, new):
            for name, file in files_of(self.place):
                (target / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(file, target / name)
        for one in disunting.ganti:
            assert one.baru is not None
            (new / one.path.relative_to(self.place)).write_bytes(one.baru)
        made = seal(old, self.terbaca.files.id, self.tahun, digests_of(new))
        (old / SEGEL).write_bytes(made)

    def _put(self, new: Path, disunting: Disunting) -> Diagnostic | None:
        """Put archive and files in their places; take it all back if one fails."""
        problem = self._put_away(new)
        if problem is None and (problem := save(disunting)):
            self.arsip.rename(new / "batal")
        if problem is not None:
            with suppress(OSError):
                self.arsip.parent.rmdir()  # unless earlier years are in it
        return problem

    def _put_away(self, new: Path) -> Diagnostic | None:
        """Put last year into the archive; return what forbade it."""
        try:
            self.arsip.parent.mkdir(exist_ok=True)
            if self.arsip.exists():
                self.arsip.rename(new / "lama")
            (new / ARSIP / str(self.tahun)).rename(self.arsip)
        except OSError as error:
            return unwritten(self.arsip, error)
        return None


class _RollWorkbook(_Roll):
    """A workbook: it stays, a new one is written beside it."""

    __slots__ = ()

    @property
    def target(self) -> Path:
        """Return where the new workbook goes: a year at the end of its name changes."""
        stem = BERTAHUN.sub("", self.place.stem) or self.place.stem
        return self.place.with_name(f"{stem}-{self.pinta.tahun}{self.place.suffix}")

    def check(self) -> None:
        """Refuse to write over a file."""
        if os.path.lexists(self.target) and not self.timpa:
            pesan = f"berkas `{self.target.as_posix()}` sudah ada"
            raise PintaError(pesan, "pindahkan berkas itu, atau tambahkan --timpa")

    def made(self, scratch: Path, *, coba: bool) -> Hasil:
        """Return what came of it."""
        if opened := _opened(self.target):
            return Hasil(findings=(opened,))
        disunting = edit_spec(self.place, self.rencana.edits)
        data = disunting.ganti[0].baru
        assert data is not None
        kantor = self.terbaca.files.id
        data = last_year_named(data, self.target.name, self.place.name, kantor)
        new = scratch / self.target.name
        new.write_bytes(data)
        self._beside(scratch)
        if wrong := self.wrong(new, self.target):
            return Hasil(findings=wrong)
        sisa = self.sisa(new, self.target)
        new.write_bytes(with_changes(data, noted(self.alih(), sisa)))
        if wrong := self.wrong(new, self.target):
            return Hasil(findings=wrong)
        if not coba:
            new.chmod(0o644)
            os.replace(new, self.target)
        return Hasil(self.alih(), sisa, tujuan=self.target)

    def _beside(self, scratch: Path) -> None:
        """Put beside the new workbook what it names: last year's, the picture."""
        for name in filter(None, (self.place.name, self.terbaca.spec.lambang)):
            if (file := self.place.parent / name).is_file():
                (scratch / name).parent.mkdir(parents=True, exist_ok=True)
                (scratch / name).write_bytes(file.read_bytes())


def noted(alih: tuple[Alih, ...], sisa: tuple[Diagnostic, ...]) -> Catatan:
    """Return what the sheet Perubahan of a new workbook tells."""
    changes = [
        (
            one.span.place,
            BUKU_KERJA.text(one.nama),
            one.ganti.lama or "",
            one.ganti.baru or "",
            one.ganti.sebab,
        )
        for one in alih
    ]
    left = [
        (f.span.place or f.span.label, f.code, f.message, f.saran, "") for f in sisa
    ]
    return Catatan(changes, left)


def take_back(place: Path) -> tuple[tuple[Diagnostic, ...], int]:
    """Put last year's book back; return what forbade it, and the year.

    Raises PintaError where there is no year to go back to.
    """
    years = years_of(place)
    if not years:
        saran = "arsip kantor ini kosong: tahunnya belum pernah diganti"
        raise PintaError("tidak ada pergantian tahun yang dapat dibatalkan", saran)
    found = archived(place, years[-1])
    begun = begun_with(place / ARSIP / str(years[-1]))
    if found.place is None:
        return _said(place, found.findings), years[-1]
    if begun is None:
        saran = f"salin sendiri isi `{found.place.as_posix()}` ke folder kantor"
        raise PintaError("arsip ini tidak dibuat oleh pergantian tahun", saran)
    if changed := _changed(begun, digests_of(place)):
        return (_changed_since(place, changed),), years[-1]
    return _put_back(place, found.place), years[-1]


def _changed(begun: Mapping[str, str], now: Mapping[str, str]) -> list[str]:
    names = sorted({*begun, *now})
    return [name for name in names if begun.get(name) != now.get(name)]


def _changed_since(place: Path, names: list[str]) -> Diagnostic:
    listed = ", ".join(f"`{name}`" for name in names)
    message = f"sudah diubah sejak pergantian tahun: {listed}"
    saran = "kembalikan berkas itu dahulu; buku tahun lalu tetap ada dalam arsip"
    return diagnose("SOP806", message, Span(Source(place.as_posix())), saran)


def _put_back(place: Path, arsip: Path) -> tuple[Diagnostic, ...]:
    """Put the files of an archived year back, then take it out of the archive."""
    ganti = []
    for name, file in files_of(arsip):
        old, new = (place / name).read_bytes(), file.read_bytes()
        if old != new:
            ganti.append(Ganti(place / name, digest(old), old, new))
    if problem := replace_together(ganti):
        return (problem,)
    with TemporaryDirectory(prefix=SCRATCH, dir=place) as scratch:
        arsip.rename(Path(scratch) / arsip.name)
    with suppress(OSError):
        arsip.parent.rmdir()  # unless earlier years are in it
    return ()
