"""Open the files of a spec: text of a bounded size, from inside its folder only.

``Files`` is what an office has written, as every reader sees it; a ``Folder`` of YAML
and text files is one, a workbook (``spec.workbook``) the other.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, Protocol

from sopgen import fotofile, svgfile
from sopgen.celltext import UNSEEN
from sopgen.model.diagnose import diagnose_lightly
from sopgen.model.diagnostic import Diagnostic, Source, Span, Teks
from sopgen.model.kata import frasa
from sopgen.model.nama_windows import is_elsewhere, why_not
from sopgen.model.nilai import dataclass
from sopgen.openable import UNREADABLE_SARAN, broken_link, stands, unread, unusable
from sopgen.spec.findings import Findings, nearest, quoted
from sopgen.spec.folders import fault_of, listed
from sopgen.spec.reader import Content, read_text

MAX_BYTES = 2_000_000
MAX_PICTURE_BYTES = 20_000_000
#: Where earlier years of an office lie below its folder, and what seals each of them.
ARSIP, SEGEL = "arsip", "arsip.json"

UTF8_SARAN = "simpan ulang sebagai UTF-8 (Notepad: Simpan Sebagai, Pengodean: UTF-8)"


class Files(Protocol):
    """What an office has written, by the names of its files."""

    @property
    def id(self) -> str:
        """Return the code of the office."""
        ...

    @property
    def lalu(self) -> Teks | None:
        """Return where last year's book lies, if it is said."""
        ...

    def names(self, sub: str) -> tuple[str, ...]:
        """Return the names of the files in a part of it: ``sop`` or ``naskah``."""
        ...

    def has(self, name: str) -> bool:
        """Return whether there is such a file, be it unusable."""
        ...

    def yaml(self, name: str, findings: Findings) -> Content:
        """Return what stands in a file; its data is None if it is unusable."""
        ...

    def text(self, name: str, findings: Findings) -> tuple[str | None, Source]:
        """Return the text of a chapter, or nothing with an error."""
        ...

    def place(self, name: str) -> Span:
        """Return the place of a file as a whole."""
        ...

    def fault(self, sub: str) -> Diagnostic | None:
        """Return why a part of it, ``sop`` or ``naskah``, cannot be read."""
        ...

    def picture(
        self, name: str, span: Span, findings: Findings, *, svg: bool = False
    ) -> Path | None:
        """Return a sound PNG or JPG picture, or nothing with an error.

        A drawing (``svg``) is one only where it can be printed.
        """
        ...


@dataclass(frozen=True, slots=True)
class Folder:
    """The folder of a spec, as the user named it."""

    path: Path

    @property
    def id(self) -> str:
        """Return its name; of an archived year, that of the office."""
        path = self.path.resolve()
        return path.parent.parent.name if path.parent.name == ARSIP else path.name

    @property
    def lalu(self) -> Teks | None:
        """Return nothing: the archive lies in the folder itself."""
        return None

    def shown(self, name: str) -> str:
        """Return the path of a file in it for messages."""
        return (self.path / name).as_posix()

    def inside(self, name: str) -> Path | None:
        """Return a file in it; nothing if it lies elsewhere, links followed."""
        try:
            file = (self.path / name).resolve()
            return file if file.is_relative_to(self.path.resolve()) else None
        except (OSError, ValueError, RuntimeError):
            return None

    def names(self, sub: str) -> tuple[str, ...]:
        """Return the names of what stands in a folder of it, without hidden files.

        There are none in a folder with a ``fault``.
        """
        try:
            return listed(self.path / sub)
        except OSError:
            return ()

    def has(self, name: str) -> bool:
        """Return whether something of that name is there, be it unreadable."""
        return stands(self.path / name)

    def fault(self, sub: str) -> Diagnostic | None:
        """Return why a folder of it cannot be read, or is not where it should be."""
        return fault_of(self.path, sub)

    def yaml(self, name: str, findings: Findings) -> Content:
        """Return the content of a YAML file; its data is None if it is unusable."""
        text, source = read_file(self, name, findings)
        if text is None:
            return Content(source, None)
        return read_text(text, source, findings)

    def text(self, name: str, findings: Findings) -> tuple[str | None, Source]:
        """Return the text of a file with plain line ends, or nothing with an error."""
        return read_file(self, name, findings)

    def place(self, name: str) -> Span:
        """Return the place of a file as a whole."""
        return Span(Source(self.shown(name)))

    def picture(
        self, name: str, span: Span, findings: Findings, *, svg: bool = False
    ) -> Path | None:
        """Return the path of a sound picture, or nothing with an error."""
        fault = _drawing_fault if svg and is_svg(name) else _picture_fault
        return read_picture(self, name, fault, span, findings)


def read_file(
    folder: Folder, name: str, findings: Findings
) -> tuple[str | None, Source]:
    """Return the text of a file with plain line ends, or nothing with an error."""
    bare = Source(folder.shown(name))
    data = read_bytes(folder, name, findings, MAX_BYTES)
    if data is None:
        return None, bare
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        message = "berkas tersimpan sebagai UTF-16, bukan UTF-8"
        findings.tell("SOP906", message, Span(bare), UTF8_SARAN)
        return None, bare
    text = data.decode("utf-8-sig", errors="replace")
    source = Source(bare.path, tuple(text.splitlines()))
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        good = data[: error.start].decode("utf-8-sig", errors="replace")
        span = _at(source, good)
        message = f"huruf 0x{data[error.start]:02x} bukan UTF-8"
        findings.tell("SOP906", message, span, UTF8_SARAN)
        return None, source
    if match := UNSEEN.search(text):
        span = _at(source, text[: match.start()])
        message = f"karakter kendali U+{ord(match[0]):04X} tidak diizinkan"
        findings.tell("SOP907", message, span, "hapus karakter itu")
        return None, source
    return text.replace("\r\n", "\n").replace("\r", "\n"), source


def read_bytes(
    folder: Folder, name: str, findings: Findings, limit: int
) -> bytes | None:
    """Return what stands in a file, or nothing with an error."""
    problem = _problem(folder, name, limit)
    if problem is None:
        try:
            return (folder.path / name).read_bytes()
        except OSError as error:
            problem = "SOP903", f"berkas {unread(error)}"
    code, message = problem
    span = Span(Source(folder.shown(name)))
    findings.tell(code, message, span, _advice(folder, name, code))
    return None


def _problem(folder: Folder, name: str, limit: int) -> tuple[str, str] | None:
    """Return code and message of why a file of a folder is not even opened."""
    if _leaves(folder, name):
        return "SOP916", f"berkas berada di luar {frasa('folder')}"
    return unusable(folder.path / name, limit)


def _leaves(folder: Folder, name: str) -> bool:
    """Tell whether a name leads out of a folder, here or on Windows.

    One that begins elsewhere is known before the disk is asked: to look for a share of
    a network is to log on to its server.
    """
    plain = name.replace("\\", "/")
    if is_elsewhere(plain):
        return True
    broken = plain == name and broken_link(folder.path / name)
    return folder.inside(plain) is None and not broken


def _advice(folder: Folder, name: str, code: str) -> str:
    """Return what to do about a file that is not opened."""
    if code == "SOP901":
        return _renamed(folder, name)
    if code == "SOP916":
        return f"salin berkasnya ke dalam `{folder.path.as_posix()}`"
    return UNREADABLE_SARAN if code == "SOP903" else ""


def _renamed(folder: Folder, name: str) -> str:
    """Return the saran for a file that is missing: one with a similar name."""
    sub, _, bare = name.rpartition("/")
    close = nearest(bare, folder.names(sub))
    return f"mungkin maksudnya {quoted(close)}; ganti namanya" if close else ""


def is_svg(name: str) -> bool:
    """Return whether a file is a drawing, by its name."""
    return name.casefold().endswith(".svg")


def read_picture(
    folder: Folder,
    name: str,
    fault_of: Callable[[Path], Fault],
    span: Span,
    findings: Findings,
) -> Path | None:
    """Return the path of a sound picture, or nothing with an error."""
    if "\\" in name and not _leaves(folder, name):
        message = f"gambar `{name}`: garis miring terbalik hanya dikenal di Windows"
        plain = name.replace("\\", "/")
        findings.tell("SOP928", message, span, f"tulis `{plain}`")
        return None
    problem = _problem(folder, name, MAX_PICTURE_BYTES)
    if problem is not None:
        code, message = problem
        small = "perkecil gambarnya, lalu simpan sebagai PNG"
        saran = small if code == "SOP905" else _advice(folder, name, code)
        saran = saran or f"simpan gambarnya dengan nama itu di {frasa('folder')}"
        findings.tell(code, f"gambar `{name}`: {message}", span, saran)
        return None
    fault = fault_of(folder.path / name)
    if fault.what:
        findings.tell("SOP931", f"gambar `{name}` {fault.what}", span, fault.saran)
        return None
    if why := next(filter(None, map(why_not, name.split("/"))), ""):
        message = f"nama gambar `{name}` {why}; tidak dapat ada di Windows"
        saran = "ganti nama berkasnya, dan yang menyebutnya"
        findings.add(diagnose_lightly("SOP928", message, span, saran))
    return folder.path / name


class Fault(NamedTuple):
    """What is wrong with a picture, or nothing, and what to do about it."""

    what: str = ""
    saran: str = "perkecil gambarnya, lalu simpan ulang sebagai PNG"


def _drawing_fault(file: Path) -> Fault:
    """Return what is wrong with a drawing, or nothing."""
    try:
        what = svgfile.fault_of(file.read_bytes())
    except OSError as error:
        what = unread(error)
    return Fault(what, "buka gambarnya di penyunting gambar, lalu simpan sebagai PNG")


def _picture_fault(file: Path) -> Fault:
    """Return what is wrong with a picture, or nothing."""
    return Fault(fotofile.fault_of(file))


def _at(source: Source, before: str) -> Span:
    """Return the place just after some text at the beginning of a file."""
    lines = f"{before}.".splitlines()
    return Span(source, len(lines), len(lines[-1]))
