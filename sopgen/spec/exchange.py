"""A spec from YAML to a workbook and back, without losing a word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter

from sopgen.model.diagnostic import Diagnostic, Severity, in_order
from sopgen.model.draft import Draft
from sopgen.spec.check import validate
from sopgen.spec.files import Files
from sopgen.spec.findings import Findings, quoted
from sopgen.spec.naskah import KOREKSI
from sopgen.spec.parse import BUKU, open_files
from sopgen.spec.peraturan import PERATURAN
from sopgen.spec.schema import BukuYaml, KoreksiYaml, SopYaml, TabelYaml
from sopgen.spec.tanda import Numbers
from sopgen.spec.write import write_yaml

if TYPE_CHECKING:
    from sopgen.ooxml import Package

MODELS: dict[str, Any] = {
    BUKU: BukuYaml,
    PERATURAN: TabelYaml,
    KOREKSI: list[KoreksiYaml],
}
#: The part of an Excel file that names its sheets.
WORKBOOK = "xl/workbook.xml"


@dataclass(slots=True)
class Spec:
    """What stands in an office's files: data and texts by the names of the files.

    ``meaning`` is the data as the schemas understand it.
    """

    data: dict[str, Any] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    meaning: dict[str, Any] = field(default_factory=dict)


def export_workbook(place: Path) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """Return a workbook that says what an office's spec says, and what was found.

    There is none if the spec has errors, or says what no workbook can.
    """
    findings = Findings()
    files = open_files(place, findings)
    spec = read_spec(files, findings) if files else None
    if files is None or spec is None or _broken(findings):
        return b"", findings.ordered
    from sopgen.spec.workbook import read_workbook
    from sopgen.spec.workbook.dump import dump

    data = dump(spec.data, spec.texts)
    again = read_workbook(data, place, Findings())
    lost = Spec() if again is None else read_spec(again, Findings()) or Spec()
    for name in _differing(spec, lost):
        span = files.yaml(name, Findings()).span() if name in spec.data else None
        message = f"isi {quoted(name)} tidak dapat ditulis seluruhnya dalam buku kerja"
        saran = "laporkan berkas itu kepada pembuat sopgen; pakai YAML-nya"
        findings.error(
            "SOP956", message, span or files.yaml(BUKU, Findings()).span(), saran
        )
    return (b"" if _broken(findings) else data), findings.ordered


def import_workbook(place: Path) -> tuple[dict[str, str], tuple[Diagnostic, ...]]:
    """Return the YAML and text files that say what a workbook says.

    There are none if part of the workbook could not be read.
    """
    findings = Findings()
    files = open_files(place, findings)
    if files is None or _broken(findings):
        return {}, findings.ordered
    spec = read_spec(files, findings)
    if spec is None:
        return {}, findings.ordered
    made = {n: write_yaml(Draft(n, _ordered(n, d))) for n, d in spec.data.items()}
    return {**made, **spec.texts}, findings.ordered


def _ordered(name: str, data: Any) -> Any:
    """Return the data of a file with its keys in the order of the schema."""
    keys = getattr(MODELS.get(name, SopYaml), "model_fields", ())
    if not isinstance(data, dict):
        return data
    return {key: data[key] for key in (*keys, *data) if key in data}


def draft_workbook(drafts: Sequence[Draft], place: Path) -> bytes:
    """Return the workbook of drafts, each remark beside the value it is about."""
    from sopgen.spec.workbook import read_workbook
    from sopgen.spec.workbook.annotate import annotate
    from sopgen.spec.workbook.dump import dump

    data = dump({draft.name: draft.data for draft in drafts}, {})
    book = read_workbook(data, place, Findings())
    if book is None:
        raise LookupError("a workbook of drafts cannot be read back")
    marks = [
        Diagnostic(
            "SOP960",
            Severity.WARNING,
            remark,
            book.yaml(draft.name, Findings()).span(*path),
        )
        for draft in drafts
        for path, remark in draft.remarks.items()
    ]
    return annotate(data, in_order(marks))


def is_spec(package: Package) -> bool:
    """Tell whether a file is the workbook of a spec."""
    if WORKBOOK not in package.parts:
        return False
    names = {(one.get("name") or "").casefold() for one in package.xml(WORKBOOK).iter()}
    return {"buku", "daftar sop"} <= names


def read_spec(files: Files, findings: Findings) -> Spec | None:
    """Return what all files say; nothing without a book."""
    spec = Spec()
    for name in _names(files):
        content = files.yaml(name, findings)
        if content.data is None:
            continue
        spec.data[name] = content.data
        model = MODELS.get(name, SopYaml)
        checked, found = validate(content, model)
        findings.add(*found)
        spec.meaning[name] = _numbered(TypeAdapter(model).dump_python(checked))
    for name in files.names("naskah"):
        text, _ = files.text(f"naskah/{name}", findings)
        if text is not None:
            spec.texts[f"naskah/{name}"] = text
    return spec if BUKU in spec.data else None


def _numbered(meaning: Any) -> Any:
    """Return what a file says with every kegiatan numbered, as it is printed."""
    numbers = Numbers()
    for row in meaning.get("kegiatan", ()) if isinstance(meaning, dict) else ():
        row["nomor"] = numbers.following(row["nomor"])
    return meaning


def _names(files: Files) -> Iterator[str]:
    yield BUKU
    yield from (f"sop/{name}" for name in files.names("sop") if name.endswith(".yaml"))
    yield from (name for name in (PERATURAN, KOREKSI) if files.has(name))


def _differing(first: Spec, second: Spec) -> Iterator[str]:
    """Yield the names of the files that do not say the same."""
    for name, meaning in first.meaning.items():
        if second.meaning.get(name) != meaning and (meaning or name in second.meaning):
            yield name
    for name, text in first.texts.items():
        if second.texts.get(name, "").split() != text.split():
            yield name


def _broken(findings: Findings) -> bool:
    return any(f.severity is Severity.ERROR for f in findings.ordered)
