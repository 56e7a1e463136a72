"""Last year becomes this year: the edits, the archive, the new workbook.

Everything is made beside its place and read there; only then is it put in place, by
renames, and what cannot be put there leaves all as it was.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic, Source, Span
from sopgen.model.pergantian import Pinta
from sopgen.model.suntingan import SuntinganError
from sopgen.output.writing import SCRATCH, beside, unwritten
from sopgen.roll import plan
from sopgen.rolling.buku_kerja import PerjalananBuku
from sopgen.rolling.folder import PerjalananFolder
from sopgen.rolling.kembali import take_back, unchanged_since
from sopgen.rolling.perjalanan import Alih, Hasil
from sopgen.rolling.terbaca import Bacaan, Terbaca, read_last

__all__ = [
    "Alih",
    "Bacaan",
    "Hasil",
    "Terbaca",
    "read_last",
    "roll",
    "take_back",
    "unchanged_since",
]


def roll(terbaca: Terbaca, pinta: Pinta, *, coba: bool, timpa: bool = False) -> Hasil:
    """Make this year's book of last year's; with ``coba`` nothing is written.

    Raises PintaError for a wish that cannot be fulfilled.
    """
    rencana = plan(terbaca.asal, pinta)
    place = terbaca.place
    kind = PerjalananFolder if place.is_dir() else PerjalananBuku
    rolled = kind(terbaca, pinta, rencana, timpa)
    if not coba:
        rolled.check()
    try:
        with _beside(place, coba=coba) as scratch:
            return rolled.made(scratch, coba=coba)
    except SuntinganError as error:
        return Hasil(findings=(_uneditable(terbaca, error),))
    except OSError as error:
        return Hasil(findings=(beside(unwritten(place, error)),))


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
