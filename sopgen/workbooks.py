"""Specs from and to Excel, and old SOP taken over, as the commands want them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from lxml import etree

from sopgen.archive import packed, unpacked
from sopgen.assets import BrokenAssetError, asset
from sopgen.kosakata import BUKU_KERJA, YAML
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic, Severity, Source, Span, in_order
from sopgen.model.draft import Data
from sopgen.ooxml import ULANG, Package, open_package
from sopgen.output import write_folder
from sopgen.sheetxml import BrokenPartError
from sopgen.spec.contoh import Kehendak, new_office
from sopgen.spec.exchange import (
    Exchanged,
    draft_workbook,
    export_workbook,
    import_workbook,
    is_spec,
)
from sopgen.spec.workbook.annotate import annotate as mark
from sopgen.spec.workbook.overlay import Words, lost
from sopgen.takeover import take_over
from sopgen.yamltext import write_yaml

#: Findings after which there is nothing to mark.
UNREADABLE = {"SOP941", "SOP944"}
#: How it is told what is lost with an old workbook.
OVERWRITTEN = Words(
    "hilang bersama buku kerja lama",
    "gambar ulang bila masih diperlukan; lain kali tulis ke nama lain dengan --output",
)
#: Letters that a cell of Excel holds.
MAX_LETTERS = 32_767


def annotate(
    file: Path, findings: tuple[Diagnostic, ...]
) -> tuple[bytes, Diagnostic | None]:
    """Return a workbook with findings marked in it, or why it cannot be marked.

    There is neither where the findings themselves say that it was not read.
    """
    package, _ = open_package(file)
    if package is None or UNREADABLE & {finding.code for finding in findings}:
        return b"", None
    try:
        return mark(packed(package.parts), findings), None
    except BrokenPartError as why:
        span = Span(Source(file.as_posix()))
        return b"", diagnose("SOP941", why.pesan, span, ULANG)


def overwritten(file: Path, data: bytes) -> tuple[Diagnostic, ...]:
    """Return what a workbook has beside its cells and its successor has not."""
    package, _ = open_package(file)
    return () if package is None else in_order(_lacking(package, data, OVERWRITTEN))


def _lacking(old: Package, new: bytes, words: Words) -> Iterator[Diagnostic]:
    try:
        yield from lost(old, Package(old.source, unpacked(BytesIO(new))), words)
    except (KeyError, etree.XMLSyntaxError):  # parts that are broken, or missing
        message = f"{words.message}: isi di luar sel, yang tidak terbaca"
        span = Span(old.source)
        yield diagnose("SOP932", message, span, words.saran)


def new_workbook(nama: str, kehendak: Kehendak | None = None) -> bytes:
    """Return the workbook of a new office, to be filled in."""
    with TemporaryDirectory() as scratch:
        folder = Path(scratch) / nama
        texts = new_office(nama, kehendak)
        write_folder(folder, {name: text.encode() for name, text in texts.items()})
        made = export_workbook(folder)
        if not made.workbook:
            raise _broken(made.findings, folder)
    return made.workbook


def _broken(findings: Sequence[Diagnostic], folder: Path) -> BrokenAssetError:
    """Return the error for an example that is no spec, at its place in the assets."""
    problem = next(f for f in findings if f.severity is Severity.ERROR)
    source = problem.span.source
    file = asset("contoh") / Path(source.path).relative_to(folder)
    span = replace(problem.span, source=replace(source, path=file.as_posix()))
    return BrokenAssetError(problem.message, span)


def import_file(file: Path, nama: str, *, workbook: bool = False) -> Exchanged:
    """Return the spec in a workbook, or in an old SOP drawn by hand.

    The latter may be wished for as a workbook, too.
    """
    package, found = open_package(file)
    if package is None:
        return Exchanged(found)
    if is_spec(package):
        return import_workbook(file)
    taken = take_over(package, nama)
    kosakata = BUKU_KERJA if workbook else YAML
    found = in_order(map(kosakata.said, (*found, *taken.findings)))
    drafts = tuple(map(kosakata.drafted, taken.drafts))
    if workbook and drafts:
        too_long = [d for d in drafts if longest(d.data) > MAX_LETTERS]
        if too_long:
            return Exchanged((*found, _too_long(file)))
        return Exchanged(found, draft_workbook(drafts, file))
    files = {draft.name: write_yaml(draft).encode() for draft in drafts}
    return Exchanged(found, files=files)


def longest(data: Data) -> int:
    """Return the letters of the longest text in the data of a file."""
    if isinstance(data, str):
        return len(data)
    members = data.values() if isinstance(data, dict) else data
    return max(map(longest, members), default=0)


def _too_long(file: Path) -> Diagnostic:
    message = f"ada teks lebih dari {MAX_LETTERS} huruf; tidak muat dalam satu sel"
    span = Span(Source(file.as_posix()))
    return diagnose("SOP956", message, span, "ulangi tanpa --xlsx")
