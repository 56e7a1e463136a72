"""Open a Word or Excel file that somebody sent, without trusting it.

Such a file is a zip of XML parts.  It is read into memory within limits, nothing of it
is run, followed or fetched, and what makes it dangerous is refused with a reason.
"""

from __future__ import annotations

import lzma
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import TypeAlias

from lxml import etree

from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic, Source, Span
from sopgen.model.nilai import dataclass
from sopgen.openable import unread, unusable

Element: TypeAlias = etree._Element

MB = 1_000_000
#: What the library lets out on a ZIP that is broken, or packed as no Office packs.
BROKEN = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, OSError, EOFError, ValueError,
    NotImplementedError,
)  # fmt: skip
#: Bytes of a file, of all that is packed in it, and how many parts it may have.
MAX_BYTES, MAX_UNPACKED, MAX_PARTS = 20 * MB, 100 * MB, 3000
#: Bytes of one part that is read as XML, and ways a cell may look: Excel's own limit.
MAX_XML, MAX_LOOKS = 40 * MB, 64_000
#: Parts that are pictures and the like, and never read as XML.
BINARY = (".png", ".jpg", ".jpeg", ".gif", ".emf", ".wmf", ".tif", ".tiff", ".bin")
#: The encodings that Office writes, as an XML declaration names them.
ENCODING = re.compile(rb"""encoding=["']([^"']+)["']""")
KNOWN = (b"utf-8", b"utf-16", b"us-ascii", b"iso-8859-1", b"windows-1252")
#: A part larger than a MB that was packed more tightly than this is a trap.
MAX_RATIO = 300
#: How the old binary formats of Office begin; locked files of the new one do too.
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#: Declarations that no file of Office has, in the encodings XML may be in.
DECLARED = re.compile(rb"<\0?!\0?(?:D\0?O\0?C\0?T\0?Y\0?P\0?E|E\0?N\0?T\0?I\0?T\0?Y)")
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"

ULANG = "buka di Excel atau Word, lalu simpan ulang sebagai .xlsx atau .docx"
CONTOH_LAMA = "buka di Excel (atau Word), Simpan Sebagai, pilih .xlsx (atau .docx)"


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a file by their names; ``foreign`` are links out of it."""

    source: Source
    parts: Mapping[str, bytes]
    foreign: tuple[str, ...] = ()

    def xml(self, name: str) -> Element:
        """Return a part as a tree.

        Raises KeyError where there is no such part, etree.XMLSyntaxError where it is
        broken.
        """
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
            remove_comments=True, remove_pis=True,
        )  # fmt: skip
        return etree.fromstring(self.parts[name], parser)

    def relations(self, name: str) -> dict[str, tuple[str, str]]:
        """Return kind and part of each relation of a part, by its id."""
        folder, base = posixpath.split(name)
        rels = posixpath.join(folder, "_rels", f"{base}.rels")
        if rels not in self.parts:
            return {}
        found = {}
        for one in self.xml(rels):
            if one.get("TargetMode") == "External" or not one.get("Target"):
                continue
            target = posixpath.normpath(posixpath.join("/", folder, one.get("Target")))
            kind = (one.get("Type") or "").rpartition("/")[2]
            found[one.get("Id") or ""] = (kind, target.lstrip("/"))
        return found


class RefusedError(Exception):
    """A file is not read any further: code, message and saran tell why."""

    def __init__(self, code: str, message: str, saran: str = "") -> None:
        super().__init__(message)
        self.code, self.message, self.saran = code, message, saran


def open_package(
    file: Path, limit: int = MAX_BYTES
) -> tuple[Package | None, tuple[Diagnostic, ...]]:
    """Return the parts of an .xlsx or .docx file, or why it is refused."""
    span = Span(Source(file.as_posix()))
    try:
        parts = read_parts(_read(file, limit))
    except RefusedError as why:
        refusal = diagnose(why.code, why.message, span, why.saran)
        return None, (refusal,)
    foreign = tuple(_foreign(parts))
    return Package(span.source, parts, foreign), tuple(_left_out(foreign, span))


def _read(file: Path, limit: int) -> bytes:
    if problem := unusable(file, limit):
        raise RefusedError(*problem)
    try:
        return file.read_bytes()
    except OSError as error:
        raise RefusedError("SOP903", f"berkas {unread(error)}") from error


def _left_out(foreign: tuple[str, ...], span: Span) -> Iterator[Diagnostic]:
    for target in foreign[:1]:
        message = f"tautan ke berkas lain diabaikan: `{target[:80]}`"
        saran = "salin nilainya ke dalam berkas ini bila diperlukan"
        yield diagnose("SOP946", message, span, saran)


def read_parts(data: bytes) -> dict[str, bytes]:
    """Return the parts in the bytes of a file; raises RefusedError."""
    if not data:
        raise RefusedError("SOP904", "berkas kosong", "pakai salinan yang utuh")
    if data.startswith(OLD):
        message = "ini berkas Office lama (.xls, .doc) atau berkas berkata sandi"
        raise RefusedError("SOP942", message, f"{CONTOH_LAMA}; hapus kata sandinya")
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = _unpacked(archive)
    except BROKEN as error:
        message = "bukan berkas .xlsx atau .docx, atau rusak"
        raise RefusedError("SOP941", message, ULANG) from error
    except RuntimeError as error:
        saran = "hapus kata sandinya"
        raise RefusedError("SOP942", "berkas berkata sandi", saran) from error
    _check_harmless(parts)
    return parts


def _unpacked(archive: zipfile.ZipFile) -> dict[str, bytes]:
    """Return all parts, read no further than the limits allow."""
    entries = archive.infolist()
    if len(entries) > MAX_PARTS:
        message = f"berkas memuat lebih dari {MAX_PARTS} bagian"
        raise RefusedError("SOP944", message, ULANG)
    room = MAX_UNPACKED
    parts: dict[str, bytes] = {}
    for entry in entries:
        tight = entry.file_size > MAX_RATIO * max(entry.compress_size, 1)
        if entry.file_size > room or (entry.file_size > MB and tight):
            raise _swollen()
        with archive.open(entry) as stream:
            content = stream.read(room + 1)
        room -= len(content)
        if room < 0:
            raise _swollen()
        parts[entry.filename.lstrip("/")] = content
    return parts


def _swollen() -> RefusedError:
    message = f"isi berkas membengkak di atas {MAX_UNPACKED // MB} MB bila dibuka"
    saran = "berkas seperti ini berbahaya; jangan dipakai"
    return RefusedError("SOP944", message, saran)


def _check_harmless(parts: Mapping[str, bytes]) -> None:
    """Refuse a file that has macros or entities, or is not of Office."""
    if b"opendocument" in parts.get("mimetype", b""):
        message = "ini berkas OpenDocument (.ods, .odt)"
        raise RefusedError("SOP941", message, CONTOH_LAMA)
    kinds = parts.get("[Content_Types].xml")
    if kinds is None:
        raise RefusedError("SOP941", "bukan berkas .xlsx atau .docx", ULANG)
    if _has_macros(parts, kinds):
        message = "berkas memuat makro (.xlsm, .docm); makro tidak dijalankan"
        saran = "Simpan Sebagai .xlsx atau .docx tanpa makro, lalu ulangi"
        raise RefusedError("SOP943", message, saran)
    if parts.get("xl/styles.xml", b"").count(b"<xf ") > MAX_LOOKS:
        message = f"berkas memuat lebih dari {MAX_LOOKS} gaya sel"
        raise RefusedError("SOP944", message, "salin isinya ke buku kerja baru")
    for name, content in parts.items():
        if not name.casefold().endswith(BINARY):
            _check_xml(name, content)


def _has_macros(parts: Mapping[str, bytes], kinds: bytes) -> bool:
    names = [name.casefold() for name in parts]
    binary = any(name.endswith("vbaproject.bin") for name in names)
    sheets = any("macrosheets/" in name for name in names)
    return binary or sheets or b"macro" in kinds.lower()


def _check_xml(name: str, content: bytes) -> None:
    """Refuse a part that declares entities, hides its text or is too large."""
    if len(content) > MAX_XML:
        message = f"bagian `{name}` lebih besar dari {MAX_XML // MB} MB"
        raise RefusedError("SOP944", message, "pecah berkas itu")
    start = content[:200]
    encoding = ENCODING.search(start.replace(b"\0", b""))
    wide = b"\0\0" in start[:8]
    strange = encoding is not None and encoding[1].lower() not in KNOWN
    if wide or strange or DECLARED.search(content):
        message = f"bagian `{name}` memuat deklarasi DOCTYPE atau ENTITY"
        if wide or strange:
            message = f"bagian `{name}` memakai pengodean yang tidak lazim"
        saran = "berkas Office yang wajar tidak begitu; jangan dipakai"
        raise RefusedError("SOP945", message, saran)


def _foreign(parts: Mapping[str, bytes]) -> Iterator[str]:
    """Yield what a file would fetch from elsewhere; plain hyperlinks are not."""
    for name, content in parts.items():
        if not name.endswith(".rels") or b"External" not in content:
            continue
        try:
            root = etree.fromstring(content)
        except etree.XMLSyntaxError:
            continue
        for one in root.iter(f"{{{RELATIONS}}}Relationship"):
            plain = (one.get("Type") or "").endswith("/hyperlink")
            if one.get("TargetMode") == "External" and not plain:
                yield one.get("Target") or ""
