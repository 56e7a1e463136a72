"""An office whose book was built, in whose folder staff were at work, and a new year's
worth of changes in its spec: what lies there before the build, and what after it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sopgen.output import interrupted
from sopgen.output.writing import SCRATCH
from tests.output.scene import SIGNED
from tests.processes import call
from tests.spec.kantor import SURAT, write_kantor, write_lambang

ID, TAHUN = "uji", "2025"
BUILD = ("build", ID)
EDITED = b"suntingan staf"
#: What staff put into the book's folder, and did to its files; the last two are only
#: wanted where a build may end with a complaint.
OWN = {
    "catatan.txt": b"catatan rapat",
    "sop/foto loket.jpg": b"\xff\xd8 foto",
    "suntingan/lama-1.docx": b"suntingan tahun lalu",
    "suntingan/keputusan-1-1.docx": b"suntingan bulan lalu",
}
TOUCHED = ("keputusan-1.docx", "sop/02-arsip.docx")
SIGNED_FILE, HELD = "keputusan-1.pdf", "sop/01-surat.pdf"
MEMORY = Path("/dev/shm")
MANIFEST, CACHE, ASLI = "manifest.json", ".cache", ".asli"


@dataclass(frozen=True)
class Kantor:
    """A folder with an office, and what lies in its output before and after."""

    place: Path
    id: str = ID
    tahun: str = TAHUN
    line: tuple[str, ...] = BUILD

    @property
    def output(self) -> Path:
        return self.place / "output"

    @property
    def book(self) -> Path:
        return self.output / self.id / self.tahun

    @property
    def workshop(self) -> Path:
        return self.output / self.id / f".sopgen-{self.tahun}"

    @property
    def journal(self) -> Path:
        return self.workshop / "jurnal.json"

    def build(self, *more: str) -> subprocess.CompletedProcess[str]:
        return call(self.place, *self.line, *more)

    def lies(self) -> dict[str, bytes]:
        return lying(self.book)

    def copy(self, place: Path) -> Kantor:
        """Return the same elsewhere, with the marks of its files."""
        shutil.copytree(self.place, place, symlinks=True)
        return Kantor(place, self.id, self.tahun, self.line)


def lying(book: Path) -> dict[str, bytes]:
    """Return what lies in a book's folder; of the manifest, which files it lists.

    What it tells of findings depends on who put the files there.  Files that are being
    written do not count.
    """
    every = (file for file in sorted(book.rglob("*")) if not file.is_dir())
    files = (file for file in every if not file.name.startswith(SCRATCH))
    made = {file.relative_to(book).as_posix(): contents(file) for file in files}
    listed = json.loads(made.pop(MANIFEST, b"{}"))
    kept = {key: listed.get(key) for key in ("berkas", "berkas_lama")}
    return made | {MANIFEST: json.dumps(kept).encode()}


def contents(file: Path) -> bytes:
    return os.readlink(file).encode() if file.is_symlink() else file.read_bytes()


@dataclass(frozen=True)
class Terbitan:
    """An office before its build, and what lies in the folder before and after it.

    ``staff`` is what staff's hands made, wherever it may lie.
    """

    kantor: Kantor
    before: Mapping[str, bytes]
    after: Mapping[str, bytes]
    staff: frozenset[bytes]
    code: int

    @property
    def known(self) -> frozenset[bytes]:
        """Return all that may ever lie there, but for the manifest."""
        return frozenset((*self.before.values(), *self.after.values()))

    def fault(self, left: Kantor) -> str:
        """Return what is wrong with what a build left, whole or not; else nothing."""
        now = left.lies()
        there = {name: data for name, data in now.items() if name != MANIFEST}
        torn = [name for name, data in there.items() if data not in self.known]
        lost = self.staff - set(there.values())
        own = [name for name in OWN if now.get(name) != self.before.get(name)]
        if torn or lost or own:
            return f"torn {torn}, lost {len(lost)}, own {own}"
        whole = now in (self.before, self.after)
        if not left.journal.exists() and not whole:
            return f"mixed without a journal: {differing(now, self.before)}"
        told = interrupted(left.book)
        if bool(told) != left.workshop.is_dir():
            return "an unfinished build is not told"
        if told and ("sebagian edisi lama" in told.message) != left.journal.exists():
            return f"it is told that {told.message}"
        return ""


def differing(one: Mapping[str, bytes], other: Mapping[str, bytes]) -> list[str]:
    """Return the names under which not the same lies."""
    return sorted(n for n in {*one, *other} if one.get(n) != other.get(n))


def terbitan(place: Path, *, held: bool) -> Terbitan:
    """Make the small office below a folder; ``held``: a file of it is read-only."""
    kantor = Kantor(place / "kantor")
    write_office(kantor)
    was_built(kantor)
    work_in(kantor, held=held)
    spec = kantor.place / "specs" / ID
    edit(spec / "buku.yaml", "Surat Masuk", "Surat Dinas")
    edit(spec / "buku.yaml", "id: arsip\n    nama: Arsip", "id: baru\n    nama: Baru")
    (spec / "sop/arsip.yaml").rename(spec / "sop/baru.yaml")
    return known(kantor, place)


def known(kantor: Kantor, place: Path) -> Terbitan:
    """Return what becomes of an office whose build nobody disturbs."""
    done = kantor.copy(place / "sesudah")
    code = done.build("--quiet").returncode
    before, after = kantor.lies(), done.lies()
    assert before != after
    ours = {entry["berkas"] for entry in json.loads(before[MANIFEST])["berkas"]}
    built = {**before}
    staff = {built[name] for name in built if name not in ours and name != MANIFEST}
    staff |= {data for data in built.values() if EDITED in data or data == SIGNED}
    assert staff <= set(after.values())
    return Terbitan(kantor, before, after, frozenset(staff), code)


def write_office(kantor: Kantor) -> None:
    spec = write_lambang(write_kantor(kantor.place / "specs" / kantor.id))
    edit(
        spec / "buku.yaml",
        "Surat Masuk\n",
        "Surat Masuk\n  - id: arsip\n    nama: Arsip\n",
    )
    text = SURAT.replace("surat", "arsip")
    (spec / "sop/arsip.yaml").write_text(text, encoding="utf-8")


def was_built(kantor: Kantor) -> None:
    done = kantor.build()
    assert done.returncode == 0, done.stderr


def work_in(kantor: Kantor, *, held: bool) -> None:
    """Do what staff do to a book's folder."""
    for name, data in OWN.items():
        file = kantor.book / name
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(data)
    for name in TOUCHED:
        file = kantor.book / name
        if file.exists():
            file.write_bytes(file.read_bytes() + EDITED + name.encode())
    (kantor.book / SIGNED_FILE).write_bytes(SIGNED)
    (kantor.book / "catatan.txt").chmod(0o444)
    if held:
        (kantor.book / HELD).chmod(0o444)


def memory() -> Path | None:
    """Return where a thousand builds do not wait for a disk."""
    return MEMORY if MEMORY.is_dir() else None


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
