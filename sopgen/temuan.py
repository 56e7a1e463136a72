"""Read assets/temuan: what each finding says, why it matters, and how to mend it.

A file is a family of codes.  It begins with ``# title``; each code has a section::

    ## SOP201 pelaksana_tak_terdaftar

    **Apa** one paragraph
    **Mengapa** …
    **Salah** words, or fenced examples
    **Benar** …
    **Sumber** the clause of a regulation, or: kebiasaan sopgen
    **Bila memang benar** how it is silenced, or: tidak dapat diabaikan

with these headings, in this order, and the codes in the order of their numbers.  An
example is a fenced block whose info string names a file of an office: ``yaml
sop/surat.yaml``.  The only marks are the headings, backticks and fences.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from functools import cache
from pathlib import Path

from sopgen.assets import asset, broken
from sopgen.model.nilai import dataclass
from sopgen.model.temuan import TABEL, Temuan

JUDUL = ("Apa", "Mengapa", "Salah", "Benar", "Sumber", "Bila memang benar")
#: The headings under which examples may stand.
BERCONTOH = ("Salah", "Benar", "Bila memang benar")
#: How a finding is silenced, for those that may be.
ABAIKAN = (
    "Tulis `abaikan` di buku.yaml atau di berkas SOP-nya, dengan alasan; `isi` adalah "
    "kata-kata dari pesan temuan itu. Di buku kerja: lembar Abaikan."
)
PAGAR = "```"
KEPALA = re.compile(r"## (SOP[0-9]{3}) (\w+)")
BUTIR = re.compile(r"\*\*(.+?)\*\* *(.*)")
INFO = re.compile(r"(?:yaml|markdown) ([a-z0-9_/-]+\.(?:yaml|md))")


@dataclass(frozen=True, slots=True)
class Contoh:
    """A piece of a file in an office's folder."""

    berkas: str
    isi: str


@dataclass(frozen=True, slots=True)
class Butir:
    """What stands under a heading: words, and examples."""

    teks: str
    contoh: tuple[Contoh, ...] = ()


@dataclass(frozen=True, slots=True)
class Penjelasan:
    """All that is told of a finding; ``rumpun`` is the title of its family."""

    temuan: Temuan
    rumpun: str
    butir: Mapping[str, Butir]

    @property
    def apa(self) -> str:
        """Return what the finding says, on one line."""
        return self.butir["Apa"].teks


@cache
def read_temuan() -> Mapping[str, Penjelasan]:
    """Return what is told of every code, in the order of the codes."""
    return read_folder(asset("temuan"))


def read_folder(folder: Path) -> Mapping[str, Penjelasan]:
    """Return what the files of a folder tell; each code of the table has its section.

    Raises BrokenAssetError, which names the file.
    """
    made: dict[str, Penjelasan] = {}
    homes: dict[str, Path] = {}
    for file in sorted(folder.glob("*.md")):
        try:
            for one in _sections(file.read_text(encoding="utf-8")):
                _check_place(one.temuan, made)
                made[one.temuan.kode] = one
                homes[one.temuan.kode] = file
        except (OSError, ValueError) as error:
            raise broken(file, str(error)) from error
    for kode in TABEL:
        if kode not in made:
            before = [homes[one] for one in made if one < kode]
            home = before[-1] if before else folder / "1-identitas.md"
            raise broken(home, f"no section for {kode}")
    return made


def _check_place(temuan: Temuan, made: Iterable[str]) -> None:
    """Refuse a section that stands twice, or before one with a smaller number."""
    last = max(made, default="")
    if temuan.kode == last:
        raise ValueError(f"two sections for {temuan.kode}")
    if temuan.kode < last:
        raise ValueError(f"{temuan.kode} stands behind {last}")


@dataclass(slots=True)
class _Bagian:
    """A section while it is read: its words and examples by headings."""

    temuan: Temuan
    teks: dict[str, list[str]] = field(default_factory=dict)
    contoh: dict[str, list[Contoh]] = field(default_factory=dict)

    def begin(self, judul: str, rest: str) -> None:
        """Begin a heading; it must be the one that is due."""
        due = JUDUL[len(self.teks)] if len(self.teks) < len(JUDUL) else "nothing"
        if judul != due:
            raise ValueError(f"{self.temuan.kode}: {judul} where {due} is due")
        self.teks[judul] = [rest]
        self.contoh[judul] = []

    def add(self, line: str) -> None:
        """Add a line of words to the heading that was begun."""
        if self.teks:
            self.teks[self.judul].append(line)
        elif line.strip():
            raise ValueError(f"{self.temuan.kode}: text before the first heading")

    def show(self, contoh: Contoh) -> None:
        """Add an example."""
        if self.judul not in BERCONTOH:
            raise ValueError(f"{self.temuan.kode}: example under {self.judul}")
        self.contoh[self.judul].append(contoh)

    @property
    def judul(self) -> str:
        """Return the heading that was begun last."""
        return list(self.teks)[-1] if self.teks else "no heading"

    def done(self, rumpun: str) -> Penjelasan:
        """Return it, once all headings have something to say."""
        butir = {
            judul: Butir(_words(lines), tuple(self.contoh[judul]))
            for judul, lines in self.teks.items()
        }
        lacking = [j for j in JUDUL if not _says(butir.get(j))]
        if lacking:
            raise ValueError(f"{self.temuan.kode}: nothing under {lacking[0]}")
        if "\n" in butir["Apa"].teks:
            raise ValueError(f"{self.temuan.kode}: Apa is more than a paragraph")
        return Penjelasan(self.temuan, rumpun, butir)


def _says(butir: Butir | None) -> bool:
    return butir is not None and bool(butir.teks or butir.contoh)


def _words(lines: Iterable[str]) -> str:
    """Return paragraphs, each on one line, with a blank line between."""
    text = "\n".join(line.strip() for line in lines).strip()
    return "\n\n".join(" ".join(p.split()) for p in re.split(r"\n{2,}", text))


def _sections(text: str) -> Iterator[Penjelasan]:
    """Yield the sections of a file."""
    title, *lines = text.splitlines() or [""]
    if not title.startswith("# "):
        raise ValueError("no title")
    rumpun = title.removeprefix("# ").strip()
    bagian: _Bagian | None = None
    rest = iter(lines)
    for line in rest:
        if line.startswith("## "):
            if bagian is not None:
                yield bagian.done(rumpun)
            bagian = _Bagian(_headed(line))
        elif bagian is not None:
            _put(bagian, line, rest)
        elif line.strip():
            raise ValueError("text before the first section")
    if bagian is not None:
        yield bagian.done(rumpun)


def _headed(line: str) -> Temuan:
    """Return the row of the table that a section is headed with."""
    match = KEPALA.fullmatch(line.strip())
    known = TABEL.get(match[1]) if match else None
    if match is None or known is None:
        raise ValueError(f"{line.strip()!r} heads no code of the table")
    if known.nama != match[2]:
        raise ValueError(f"{known.kode} is called {known.nama}, not {match[2]}")
    return known


def _put(bagian: _Bagian, line: str, rest: Iterator[str]) -> None:
    """Put a line into a section: a heading, an example with what follows, or words."""
    if line.startswith(PAGAR):
        bagian.show(_fenced(line.removeprefix(PAGAR).strip(), rest))
    elif match := BUTIR.fullmatch(line.strip()):
        bagian.begin(match[1], match[2])
    else:
        bagian.add(line)


def _fenced(info: str, rest: Iterator[str]) -> Contoh:
    """Return the example whose fence was just opened."""
    match = INFO.fullmatch(info)
    if match is None:
        raise ValueError(f"{info!r} names no file of an office")
    lines: list[str] = []
    for line in rest:
        if line.rstrip() == PAGAR:
            return Contoh(match[1], "".join(f"{one}\n" for one in lines))
        lines.append(line)
    raise ValueError(f"the example {match[1]} has no end")
