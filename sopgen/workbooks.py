"""Specs from and to Excel, and old SOP taken over, as the commands want them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from sopgen.archive import packed
from sopgen.model.diagnostic import Diagnostic, in_order
from sopgen.ooxml import open_package
from sopgen.output import write_folder
from sopgen.spec.contoh import new_office
from sopgen.spec.exchange import (
    draft_workbook,
    export_workbook,
    import_workbook,
    is_spec,
)
from sopgen.spec.write import write_yaml
from sopgen.takeover import take_over


def annotate(file: Path, findings: tuple[Diagnostic, ...]) -> bytes:
    """Return a workbook with findings marked in it; nothing if it cannot be opened."""
    package, _ = open_package(file)
    if package is None:
        return b""
    from sopgen.spec.workbook.annotate import annotate as mark

    return mark(packed(package.parts), findings)


def export(place: Path) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """Return the workbook of an office's spec, and what was found in that."""
    data, found = export_workbook(place)
    return data, in_order(found)


def new_workbook(nama: str) -> bytes:
    """Return the workbook of a new office, to be filled in."""
    with TemporaryDirectory() as scratch:
        folder = Path(scratch) / nama
        write_folder(folder, new_office(nama))
        return export_workbook(folder)[0]


@dataclass(frozen=True, slots=True)
class Imported:
    """What a file gives: the texts of a spec's files, or the bytes of a workbook."""

    findings: tuple[Diagnostic, ...]
    files: Mapping[str, str] = field(default_factory=dict)
    workbook: bytes = b""


def import_file(file: Path, nama: str, *, workbook: bool = False) -> Imported:
    """Return the spec in a workbook, or in an old SOP drawn by hand.

    The latter may be wished for as a workbook, too.
    """
    package, found = open_package(file)
    if package is None:
        return Imported(found)
    if is_spec(package):
        files, found = import_workbook(file)
        return Imported(found, files)
    taken = take_over(package, nama)
    found = in_order((*found, *taken.findings))
    if workbook and taken.drafts:
        return Imported(found, workbook=draft_workbook(taken.drafts, file))
    files = {draft.name: write_yaml(draft) for draft in taken.drafts}
    return Imported(found, files)
