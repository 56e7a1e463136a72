"""A workbook becomes the next year's: it stays, a new one is written beside it."""

from __future__ import annotations

import os
import re
from pathlib import Path

from sopgen.kosakata import BUKU_KERJA
from sopgen.model.diagnostic import Diagnostic
from sopgen.model.pergantian import PintaError
from sopgen.output.writing import beside, taken, write_whole
from sopgen.rolling.perjalanan import Alih, Hasil, Perjalanan
from sopgen.spec.terbuka import opened
from sopgen.spec.workbook.tahun_baru import Catatan, last_year_named, with_changes
from sopgen.suntingan import edit_spec

#: A year at the end of a workbook's name, where last year's is nowhere in it.
BERTAHUN = re.compile(r"[-_ ]*(?<![0-9.])(?:19|20)[0-9]{2}$")


class PerjalananBuku(Perjalanan):
    """A workbook: it stays, a new one is written beside it."""

    __slots__ = ()

    @property
    def target(self) -> Path:
        """Return where the new workbook goes: the year in its name changes."""
        stem = renamed(self.place.stem, self.tahun, self.pinta.tahun)
        return self.place.with_name(f"{stem}{self.place.suffix}")

    def check(self) -> None:
        """Refuse to write over a file."""
        if os.path.lexists(self.target) and not self.timpa:
            pesan = f"berkas `{self.target.as_posix()}` sudah ada"
            raise PintaError(pesan, "pindahkan berkas itu, atau tambahkan --timpa")

    def made(self, scratch: Path, *, coba: bool) -> Hasil:
        """Return what came of it."""
        if told := opened(self.target):
            return Hasil(findings=(told,))
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
        data = with_changes(data, noted(self.alih(), sisa, self.target))
        new.write_bytes(data)
        if wrong := self.wrong(new, self.target):
            return Hasil(findings=wrong)
        if not coba and (problem := self._write(data)):
            return Hasil(findings=(problem,))
        return Hasil(self.alih(), sisa, tujuan=self.target)

    def _write(self, data: bytes) -> Diagnostic | None:
        """Put the new workbook in its place; return what went wrong.

        What came there since the check is refused as the check does.
        """
        problem = write_whole(self.target, data, new=not self.timpa)
        if problem == taken(self.target):
            self.check()
        return beside(problem) if problem else None

    def _beside(self, scratch: Path) -> None:
        """Put beside the new workbook what it names: last year's, the pictures."""
        for name in (self.place.name, *self.terbaca.spec.pictures):
            if (file := self.place.parent / name).is_file():
                (scratch / name).parent.mkdir(parents=True, exist_ok=True)
                (scratch / name).write_bytes(file.read_bytes())


def renamed(stem: str, old: int, new: int) -> str:
    """Return the name of a workbook for another year.

    Where the old year stands as a number of its own, the last one is replaced; else the
    new one goes to the end.
    """
    found = [*re.finditer(rf"(?<![0-9.]){old}(?![0-9]|\.[0-9])", stem)]
    if found:
        return f"{stem[: found[-1].start()]}{new}{stem[found[-1].end() :]}"
    return f"{BERTAHUN.sub('', stem) or stem}-{new}"


def noted(
    alih: tuple[Alih, ...], sisa: tuple[Diagnostic, ...], target: Path
) -> Catatan:
    """Return what the sheet Perubahan of a new workbook tells.

    Places of what is left are cells of it; those of last year's name that file, too.
    """
    changes = [
        (
            one.span.place,
            BUKU_KERJA.text(one.nama).replace("`", ""),
            one.ganti.lama or "",
            "(dihapus)" if one.ganti.baru is None else one.ganti.baru,
            one.ganti.sebab,
        )
        for one in alih
    ]
    left = [(_place(f, target), f.code, f.message, f.saran, "") for f in sisa]
    return Catatan(changes, left)


def _place(finding: Diagnostic, target: Path) -> str:
    own = finding.span.source.path == target.as_posix()
    return (own and finding.span.place) or finding.span.label
