"""A folder becomes the next year's: last year goes into its archive."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic, Source, Span
from sopgen.output.writing import beside, unwritten
from sopgen.rolling.perjalanan import Hasil, Perjalanan
from sopgen.rolling.terbaca import said
from sopgen.spec.files import ARSIP, SEGEL
from sopgen.suntingan import Disunting, edit_spec, save
from sopgen.years import digest_of, digests_of, files_of, last_year, seal


class PerjalananFolder(Perjalanan):
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
        if forbidden := tuple(self._forbidden()):
            return Hasil(findings=forbidden)
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
        """Yield what is wrong with the archive as it is."""
        earlier = last_year(self.place)
        if earlier.place is None:
            yield from said(self.place, earlier.findings)
        if os.path.lexists(self.arsip) and not self._copied():
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
            return beside(unwritten(self.arsip, error))
        return None
