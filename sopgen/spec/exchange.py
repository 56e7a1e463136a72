"""A spec from YAML to a workbook and back, without losing a word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lxml import etree

from sopgen.kosakata import BUKU_KERJA, YAML
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic, Severity, Span, Teks, in_order
from sopgen.model.draft import Draft, Trail
from sopgen.model.nilai import dataclass
from sopgen.spec.check import validate
from sopgen.spec.daftar import check_presence
from sopgen.spec.files import Files
from sopgen.spec.findings import Findings, quoted
from sopgen.spec.gambar import pictures_in
from sopgen.spec.meaning import MODELS, first_difference, meaning_of, schema_of
from sopgen.spec.naskah import KOREKSI, chapters, own_chapters
from sopgen.spec.parse import BUKU, open_files
from sopgen.spec.peraturan import PERATURAN
from sopgen.spec.reader import Content
from sopgen.spec.schema import SopYaml
from sopgen.spec.schema_kantor import LAMBANG
from sopgen.yamltext import write_yaml

if TYPE_CHECKING:
    from sopgen.ooxml import Package

#: The part of an Excel file that names its sheets.
WORKBOOK = "xl/workbook.xml"


@dataclass(slots=True)
class Spec:
    """What stands in an office's files, by the names of the files.

    ``meaning`` is the data as the schemas understand it.
    """

    contents: dict[str, Content] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    meaning: dict[str, Any] = field(default_factory=dict)

    @property
    def data(self) -> dict[str, Any]:
        """Return the plain data of all files."""
        return {name: content.data for name, content in self.contents.items()}

    @property
    def lambang(self) -> dict[str, str]:
        """Return the names of the pictures that there are, by their fields."""
        office = (self.meaning.get(BUKU) or {}).get("kecamatan", {})
        return {key: str(office[key]) for key in LAMBANG if office.get(key)}

    @property
    def pictures(self) -> tuple[str, ...]:
        """Return the names of all pictures: the lambang, those of chapters."""
        inner = (
            one.berkas for text in self.texts.values() for one in pictures_in(text)
        )
        return tuple(dict.fromkeys(filter(None, (*self.lambang.values(), *inner))))


@dataclass(frozen=True, slots=True)
class Exchanged:
    """What a spec became: a workbook, or the files of a folder; and its pictures.

    Nothing was made where an error is among the findings.
    """

    findings: tuple[Diagnostic, ...]
    workbook: bytes = b""
    files: dict[str, bytes] = field(default_factory=dict)


def export_workbook(place: Path) -> Exchanged:
    """Return a workbook that says what an office's spec says, with its pictures."""
    findings = Findings()
    files = open_files(place, findings)
    spec = read_spec(files, findings) if files else None
    if files is None or spec is None or _broken(findings):
        return Exchanged(_worded(place, findings))
    from sopgen.spec.workbook import read_workbook
    from sopgen.spec.workbook.dump import dump

    data = dump(spec.data, spec.texts, _own(files))
    again = read_workbook(data, place, Findings())
    lost = Spec() if again is None else read_spec(again, Findings()) or Spec()
    for name, path in _differing(spec, lost):
        what = ".".join(map(str, path)) or name
        span = (
            spec.contents[name].span(*path)
            if name in spec.contents
            else Span(files.place(name).source)
        )
        message = f"{quoted(what)} tidak dapat ditulis apa adanya dalam buku kerja"
        saran = "ubah nilai itu, atau tetap pakai YAML"
        findings.tell("SOP956", message, span, saran)
    if _broken(findings):
        return Exchanged(_worded(place, findings))
    pictures = _pictures(spec, files, findings)
    return Exchanged(_worded(place, findings), data, pictures)


def _own(files: Files) -> dict[str, str]:
    """Return what a workbook says of itself: its office, and last year's workbook."""
    lalu = files.lalu.isi if files.lalu else ""
    return {"kode_kantor": files.id, "buku_tahun_lalu": lalu}


def import_workbook(place: Path) -> Exchanged:
    """Return the files of a folder that say what a workbook says.

    There are none if part of the workbook could not be read.
    """
    findings = Findings()
    files = open_files(place, findings)
    if files is None or _broken(findings):
        return Exchanged(_worded(place, findings))
    spec = read_spec(files, findings)
    if spec is None:
        return Exchanged(_worded(place, findings))
    if files.lalu is not None:
        findings.add(_left_behind(files.lalu))
    made = {n: write_yaml(Draft(n, _ordered(n, d))) for n, d in spec.data.items()}
    texts = {**made, **spec.texts}
    pictures = _pictures(spec, files, findings)
    encoded = {name: text.encode() for name, text in texts.items()}
    return Exchanged(_worded(place, findings), files={**encoded, **pictures})


def _left_behind(lalu: Teks) -> Diagnostic:
    """Return what is told of last year's workbook: a folder has an archive for it."""
    return diagnose(
        "SOP825",
        f"buku tahun lalu `{lalu.isi}` tidak ikut ke folder",
        lalu.span,
        "ambil juga buku kerja itu, lalu taruh hasilnya di arsip/TAHUN kantor ini",
    )


def _pictures(spec: Spec, files: Files, findings: Findings) -> dict[str, bytes]:
    """Return the pictures that a spec names, by their names."""
    made: dict[str, bytes] = {}
    for name in spec.pictures:
        keys = [key for key, own in spec.lambang.items() if own == name]
        if keys:
            span = spec.contents[BUKU].span("kecamatan", keys[0])
        else:
            texts = [n for n, t in spec.texts.items() if name in t]
            span = files.place(texts[0])
        if file := files.picture(name, span, findings, svg=not keys):
            made[name] = file.read_bytes()
    return made


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
        diagnose(
            "SOP960",
            remark,
            book.yaml(draft.name, Findings()).span(*path),
        )
        for draft in drafts
        for path, remark in draft.remarks.items()
    ]
    return annotate(data, in_order(marks))


def is_spec(package: Package) -> bool:
    """Tell whether a file is the workbook of a spec."""
    try:
        root = package.xml(WORKBOOK)
    except (KeyError, etree.XMLSyntaxError):
        return False
    names = {(one.get("name") or "").strip().casefold() for one in root.iter()}
    return {"buku", "daftar sop"} <= names


def read_spec(files: Files, findings: Findings) -> Spec | None:
    """Return what all files say; nothing without a book."""
    spec = Spec()
    for name in _names(files):
        content = files.yaml(name, findings)
        if content.data is None:
            continue
        spec.contents[name] = content
        buku = spec.contents[BUKU].data if BUKU in spec.contents else None
        checked, found = validate(content, schema_of(name, buku, content.data))
        findings.add(*found)
        spec.meaning[name] = meaning_of(name, checked)
    buku = spec.meaning.get(BUKU) or {}
    known = (*chapters(), *own_chapters(buku.get("susunan", ())))
    for name in files.names("naskah"):
        if name.removesuffix(".md") not in known:
            message = f"naskah {quoted(name)} tidak dipakai bagian mana pun; tidak ikut"
            findings.tell("SOP917", message, files.place(f"naskah/{name}"))
            continue
        text, _ = files.text(f"naskah/{name}", findings)
        if text is not None:
            spec.texts[f"naskah/{name}"] = text
    if BUKU not in spec.contents:
        return None
    listed = (spec.meaning[BUKU] or {}).get("sop", ())
    check_presence(files, [f"sop/{one['id']}.yaml" for one in listed], findings)
    return spec


def _names(files: Files) -> Iterator[str]:
    yield BUKU
    yield from (f"sop/{name}" for name in files.names("sop") if name.endswith(".yaml"))
    yield from (name for name in (PERATURAN, KOREKSI) if files.has(name))


def _differing(first: Spec, second: Spec) -> Iterator[tuple[str, Trail]]:
    """Yield the files that do not say the same, and where they begin to differ."""
    for name, meaning in first.meaning.items():
        path = first_difference(meaning, second.meaning.get(name))
        if path is not None:
            yield name, path
    for name, text in first.texts.items():
        if second.texts.get(name, "").split() != text.split():
            yield name, ()


def _worded(place: Path, findings: Findings) -> tuple[Diagnostic, ...]:
    """Return findings in words that suit where they were found."""
    kosakata = YAML if place.is_dir() else BUKU_KERJA
    return tuple(map(kosakata.said, findings.ordered))


def _broken(findings: Findings) -> bool:
    return any(f.severity is Severity.ERROR for f in findings.ordered)
