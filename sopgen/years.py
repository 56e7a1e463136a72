"""Where the years of an office live: its archive, or the workbook of last year.

``specs/<nama>/`` is the year in work, ``specs/<nama>/arsip/<tahun>/`` an earlier one:
a spec like any other, with a seal (``arsip.json``) that tells whether it was changed
since it was put away.  A workbook names the one of last year, and that the one before.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic, Source, Span, Teks
from sopgen.model.kata import isian
from sopgen.model.nama_windows import is_elsewhere
from sopgen.model.nilai import dataclass
from sopgen.model.sebutan_kantor import Sebutan, called_in
from sopgen.output.manifest import entries
from sopgen.spec.files import ARSIP, SEGEL
from sopgen.spec.findings import Findings
from sopgen.spec.parse import BUKU, open_files

#: A folder of the archive is named by its year.
YEAR = re.compile(r"[0-9]{4}")
#: What no office wrote: files of the system and of editors, besides hidden ones.
STRANGE = frozenset({"thumbs.db", "desktop.ini", SEGEL})
#: How the names begin of what Word and Excel keep beside a file that is open.
OPENED = "~$"
#: Files whose line ends are no change, for mail and version control turn them.
TEXT = (".yaml", ".md")
#: Workbooks that are followed from one to the one before it.
MOST_YEARS = 30
SEAL_SARAN = (
    "kembalikan isinya dari cadangan; arsip tidak disunting: perubahan ditulis dalam "
    "buku tahun berjalan"
)


@dataclass(frozen=True, slots=True)
class Found:
    """Where the spec of a year lies, if it may be read, and what is said of it."""

    place: Path | None
    findings: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Kenal:
    """What a spec says first: its year, and whose it is; where last year's lies."""

    tahun: str
    kantor: Sebutan
    lalu: Teks | None

    @property
    def nama(self) -> str:
        """Return ``Kecamatan Karangan Kabupaten Trenggalek``."""
        return self.kantor.lengkap


def years_of(folder: Path) -> tuple[int, ...]:
    """Return the years in the archive of an office, the oldest first."""
    try:
        names = [entry.name for entry in (folder / ARSIP).iterdir() if entry.is_dir()]
    except OSError:
        return ()
    return tuple(sorted(int(name) for name in names if YEAR.fullmatch(name)))


def digest_of(folder: Path, *, longer: bool = False) -> str:
    """Return what a spec's files come to: the SHA-256 of their names and contents.

    Without the seal, an archive inside, and what no office wrote; the ends of lines do
    not count.  Raises OSError for a file that cannot be read.
    """
    whole = hashlib.sha256()
    for name, one in digests_of(folder, longer=longer).items():
        whole.update(f"{one}  {name}\n".encode())
    return whole.hexdigest()


def digests_of(folder: Path, *, longer: bool = False) -> dict[str, str]:
    """Return the SHA-256 of each of a spec's files by its name, as they count."""
    made: dict[str, str] = {}
    for name, file in sorted(files_of(folder, longer=longer)):
        data = file.read_bytes()
        if file.suffix.casefold() in TEXT:
            data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        made[name] = hashlib.sha256(data).hexdigest()
    return made


def files_of(folder: Path, *, longer: bool = False) -> Iterator[tuple[str, Path]]:
    """Yield what an office wrote: the names of its files in a folder, and where.

    A ``longer`` list has what counted once, and stands in older seals: the marks of
    open files, and what was built into the folder.
    """
    for top, folders, names in os.walk(folder):
        here = Path(top)
        folders[:] = [n for n in folders if not n.startswith(".")]
        if here == folder:
            folders[:] = [n for n in folders if n != ARSIP]
        elif not longer and entries(here):
            folders[:] = []
            continue
        for name in names:
            file = here / name
            if (longer or not name.startswith(OPENED)) and _is_written(file):
                shown = file.relative_to(folder).as_posix()
                yield unicodedata.normalize("NFC", shown), file


def _is_written(file: Path) -> bool:
    """Tell whether a file is one that an office wrote, by its name."""
    strange = file.name.casefold() in STRANGE or file.name.endswith("~")
    return not (strange or file.name.startswith(".")) and file.is_file()


def seal(
    folder: Path, kantor: str, tahun: int, lanjutan: Mapping[str, str] | None = None
) -> bytes:
    """Return what stands in the seal of a folder that is put into the archive.

    ``lanjutan`` are the digests of the files that the year after it begins with.
    """
    made: dict[str, object] = {
        "kantor": kantor,
        "tahun": tahun,
        "sha256": digest_of(folder),
    }
    if lanjutan is not None:
        made["lanjutan"] = dict(lanjutan)
    return (json.dumps(made, ensure_ascii=False, indent=1) + "\n").encode()


def begun_with(place: Path) -> Mapping[str, str] | None:
    """Return the digests of what the year after an archived one began with."""
    try:
        kept = json.loads((place / SEGEL).read_text(encoding="utf-8"))
        found = kept.get("lanjutan") if isinstance(kept, dict) else None
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(found, dict):
        return None
    bare = {name: name.rpartition("/")[2] for name in found}
    return {n: one for n, one in found.items() if not bare[n].startswith(OPENED)}


def neither(
    now: Mapping[str, str], one: Mapping[str, str], other: Mapping[str, str]
) -> list[str]:
    """Return the names of files that are as in neither of two states."""
    names = sorted({*now, *one, *other})
    return [n for n in names if now.get(n) not in (one.get(n), other.get(n))]


def half_begun(folder: Path) -> Diagnostic | None:
    """Return the finding for a book whose change of year, or the way back, was cut off.

    Part of its files are last year's then, part are what this year began with.
    """
    tahun = max(years_of(folder), default=0)
    arsip = folder / ARSIP / str(tahun)
    begun = begun_with(arsip)
    try:
        if begun is None or (now := digests_of(folder)) == begun:
            return None
        old = digests_of(arsip)
    except OSError:
        return None
    if now == old or neither(now, old, begun):
        return None
    message = (
        f"pergantian tahun terputus: sebagian berkas masih buku {tahun}, sebagian "
        f"sudah buku berikutnya"
    )
    saran = (
        f"kembalikan dahulu dengan `sopgen roll {folder.resolve().name} --batal`; "
        f"buku {tahun} ada utuh dalam arsip"
    )
    return _error("SOP810", message, folder, saran)


def archived(folder: Path, tahun: int) -> Found:
    """Return the spec of a year in an office's archive, if it is whole and its own."""
    return _archived(folder, acquainted(folder), tahun)


def _archived(folder: Path, own: Kenal | None, tahun: int) -> Found:
    place = folder / ARSIP / str(tahun)
    if not os.path.isdir(place):
        return Found(None, (_no_year(folder, own, tahun),))
    strange = _not_ours(own, place, tahun)
    if strange:
        return Found(None, (strange,))
    return _sealed(place)


def _sealed(place: Path) -> Found:
    """Return an archive unless its seal says that it was changed."""
    file = place / SEGEL
    span = Span(Source(file.as_posix()))
    if not os.path.exists(file):
        message = "arsip ini tanpa segel; perubahan padanya tidak akan diketahui"
        saran = "biarkan bila folder ini disalin dengan tangan dan isinya benar"
        told = diagnose("SOP823", message, span, saran)
        return Found(place, (told,))
    try:
        kept = json.loads(file.read_text(encoding="utf-8"))
        sealed = kept.get("sha256") if isinstance(kept, dict) else None
        whole = digest_of(place) == sealed or digest_of(place, longer=True) == sealed
    except (OSError, ValueError, RecursionError):
        message = f"segel arsip tidak dapat dibaca: `{SEGEL}`"
        told = diagnose("SOP821", message, span, SEAL_SARAN)
        return Found(None, (told,))
    if whole:
        return Found(place)
    message = "isi arsip ini berubah sejak diarsipkan"
    told = diagnose("SOP821", message, span, SEAL_SARAN)
    return Found(None, (told,))


def _no_year(place: Path, own: Kenal | None, tahun: int) -> Diagnostic:
    years = [*map(str, years_of(place)), *([own.tahun] if own else [])]
    known = ", ".join(dict.fromkeys(years))
    saran = f"tahun yang ada: {known}" if known else "kantor ini belum punya arsip"
    return _error("SOP820", f"buku tahun {tahun} tidak ada", place, saran)


def _not_ours(
    own: Kenal | None, other: Path, tahun: int | None = None
) -> Diagnostic | None:
    """Return the finding for another office's book, or for that of another year."""
    found = acquainted(other)
    if own is None or found is None:
        return None
    if own.nama.casefold() != found.nama.casefold():
        message = f"buku ini milik {found.nama}, bukan {own.nama}"
        return _error("SOP822", message, other, "ganti dengan buku kantor ini")
    if tahun is not None and found.tahun != str(tahun):
        message = f"arsip {tahun} memuat buku tahun {found.tahun}"
        return _error("SOP822", message, other, f"ganti nama folder: {found.tahun}")
    return None


def _error(code: str, message: str, place: Path, saran: str) -> Diagnostic:
    span = Span(Source(place.as_posix()))
    return diagnose(code, message, span, saran)


def acquainted(place: Path) -> Kenal | None:
    """Return what a spec says first, or nothing where that cannot be read."""
    files = open_files(place, Findings())
    data = files.yaml(BUKU, Findings()).data if files else None
    if files is None or not isinstance(data, dict):
        return None
    kantor = called_in(data.get("kecamatan"))
    return Kenal(str(data.get("tahun", "?")), kantor, files.lalu)


def find_year(place: Path, tahun: int) -> Found:
    """Return the spec of a year: the one in work, or an earlier one."""
    own = acquainted(place)
    if own is None or own.tahun == str(tahun):
        return Found(place)
    if os.path.isdir(place):
        return _archived(place, own, tahun)
    return _earlier_workbook(place, own, tahun)


def _earlier_workbook(place: Path, own: Kenal, tahun: int) -> Found:
    """Return the workbook of a year, from each to the one before it."""
    years, at, now = [own.tahun], place, own
    for _ in range(MOST_YEARS):
        found = named_workbook(at, now)
        if found is None:
            break
        if found.place is None:
            return found
        at = found.place
        before = acquainted(at)
        if before is None or before.tahun == str(tahun):
            return Found(at)
        if before.tahun in years:
            break
        years.append(before.tahun)
        now = before
    saran = f"tahun yang ada: {', '.join(sorted(years))}; {_named()}"
    return Found(None, (_error("SOP820", f"buku tahun {tahun} tidak ada", at, saran),))


def _named() -> str:
    return f"isi {isian('buku_tahun_lalu')} dengan jalur buku kerja tahun sebelumnya"


def named_workbook(place: Path, own: Kenal) -> Found | None:
    """Return the workbook that one names as last year's; nothing if it names none."""
    lalu = own.lalu
    if lalu is None or not lalu.isi.strip():
        return None
    named = lalu.isi.strip().replace("\\", "/")
    file = Path(os.path.normpath(place.parent / named))
    try:
        near = not is_elsewhere(named)  # a share of a network is not even asked for
        there = near and file.is_file() and not file.samefile(place)
    except (OSError, ValueError):
        there = False
    if not there:
        message = f"buku tahun lalu `{lalu.isi.strip()}` tidak ada"
        saran = (
            "tulis jalurnya dari folder buku kerja ini, misalnya `karangan-2025.xlsx`"
        )
        told = diagnose("SOP824", message, lalu.span, saran)
        return Found(None, (told,))
    strange = _not_ours(own, file)
    if strange:
        return Found(None, (replace(strange, span=lalu.span),))
    return Found(file)


def last_year(place: Path) -> Found:
    """Return the spec of the year before the one in work; nothing if none is known."""
    own = acquainted(place)
    if own is None:
        return Found(None)
    if not os.path.isdir(place):
        return named_workbook(place, own) or Found(None)
    if place.parent.name != ARSIP and (told := half_begun(place)):
        return Found(None, (told,))
    root = place.parent.parent if place.parent.name == ARSIP else place
    earlier = [year for year in years_of(root) if str(year) < own.tahun]
    return _archived(root, own, earlier[-1]) if earlier else Found(None)


def earlier_years(place: Path) -> Iterator[Found]:
    """Yield the specs of all earlier years that are known, the newest first."""
    seen: set[Path] = set()
    at = place
    for _ in range(MOST_YEARS):
        found = last_year(at)
        if found.place in seen or (found.place is None and not found.findings):
            return
        yield found
        if found.place is None:
            return
        seen.add(found.place)
        at = found.place
