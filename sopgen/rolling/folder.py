"""A folder becomes the next year's: last year goes into its archive."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic, Source, Span
from sopgen.output import RefusedError
from sopgen.output.together import changed, forbidden, signals_waiting
from sopgen.output.writing import beside, unwritten
from sopgen.rolling.giliran import LAMA, alone
from sopgen.rolling.perjalanan import Hasil, Perjalanan
from sopgen.rolling.terbaca import said
from sopgen.spec.files import ARSIP, SEGEL
from sopgen.spec.parse import BUKU
from sopgen.suntingan import Disunting, edit_spec, save
from sopgen.years import (
    acquainted,
    digest_of,
    digests_of,
    files_of,
    last_year,
    seal,
)


class PerjalananFolder(Perjalanan):
    """A folder: last year goes into the archive, the files are edited."""

    __slots__ = ()

    @property
    def arsip(self) -> Path:
        """Return where last year goes."""
        return self.place / ARSIP / str(self.tahun)

    @property
    def lama(self) -> Path:
        """Return where an archive of that year is while another takes its place."""
        return self.arsip.with_name(f"{LAMA}{self.tahun}")

    def check(self) -> None:
        """Find nothing against the wish by itself."""

    def made(self, scratch: Path, *, coba: bool) -> Hasil:
        """Return what came of it."""
        if coba:
            return self._made(scratch, coba=True)
        try:
            with alone(self.place, scratch):
                return self._made(scratch, coba=False)
        except RefusedError as error:
            return Hasil(findings=error.findings)

    def _made(self, scratch: Path, *, coba: bool) -> Hasil:
        if told := tuple(self._forbidden()):
            return Hasil(findings=told)
        disunting = edit_spec(self.place, self.rencana.edits)
        new = scratch / self.place.resolve().name
        self._write(new, disunting)
        if wrong := self.wrong(new, self.place):
            return Hasil(findings=wrong)
        sisa = self.sisa(new, self.place)
        if not coba and (problem := self._put(new, disunting)):
            return Hasil(findings=(problem,))
        return Hasil(self.alih(), sisa, tujuan=self.place, arsip=self.arsip)

    def _forbidden(self) -> Iterator[Diagnostic]:
        """Yield why the book, or the archive as it is, forbids it."""
        now, read = acquainted(self.place), self.terbaca.spec.data[BUKU]
        if now is None or now.tahun != str(read.get("tahun")):
            yield changed(self.place / BUKU)
            return
        earlier = last_year(self.place)
        if earlier.place is None and earlier.findings:
            yield from said(self.place, earlier.findings)
        elif os.path.lexists(self.arsip) and not self._copied():
            message = f"arsip {self.tahun} sudah ada dan berisi buku yang lain"
            saran = "pindahkan arsip itu ke tempat lain bila keliru, lalu ulangi"
            span = Span(Source(self.arsip.as_posix()))
            yield diagnose("SOP804", message, span, saran)

    def _copied(self) -> bool:
        """Tell whether the archive holds this very book, put away before."""
        return self.arsip.is_dir() and digest_of(self.arsip) == digest_of(self.place)

    def _write(self, new: Path, disunting: Disunting) -> None:
        """Write the new state of the folder, with last year in its archive."""
        old = new / ARSIP / str(self.tahun)
        for target in (old, new):
            for _, file in files_of(self.place):
                _copy(file, target / file.relative_to(self.place), follow=True)
        for one in disunting.ganti:
            assert one.baru is not None
            (new / one.path.relative_to(self.place)).write_bytes(one.baru)
        made = seal(old, self.terbaca.files.id, self.tahun, digests_of(new))
        (old / SEGEL).write_bytes(made)
        for file in self.arsip.rglob("*"):
            target = old / file.relative_to(self.arsip)
            there = os.path.lexists(target)
            if not there and (file.is_symlink() or not file.is_dir()):
                _copy(file, target, follow=False)

    def _put(self, new: Path, disunting: Disunting) -> Diagnostic | None:
        """Put archive and files in their places; take it all back if one fails."""
        if problem := forbidden(disunting.ganti):
            return problem
        with signals_waiting() as heed:
            try:
                self._put_away(new)
                heed()
                problem = save(disunting)
            except OSError as error:
                problem = beside(unwritten(self.arsip, error))
            except BaseException:
                self._bring_back(new)
                raise
            if problem:
                self._bring_back(new)
            else:
                shutil.rmtree(self.lama, ignore_errors=True)
        return problem

    def _put_away(self, new: Path) -> None:
        """Put last year into the archive; what lay there is in it, too."""
        self.arsip.parent.mkdir(exist_ok=True)
        if self.arsip.exists():
            self.arsip.rename(self.lama)
        (new / ARSIP / str(self.tahun)).rename(self.arsip)

    def _bring_back(self, new: Path) -> None:
        """Put the archive back as it was, however far its change came."""
        with suppress(OSError):
            if not (new / ARSIP / str(self.tahun)).exists():
                self.arsip.rename(new / "batal")
        with suppress(OSError):
            if self.lama.exists():
                self.lama.rename(self.arsip)
        with suppress(OSError):
            self.arsip.parent.rmdir()  # unless earlier years are in it


def _copy(file: Path, target: Path, *, follow: bool) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy2(file, target, follow_symlinks=follow)
