"""What has one name in several places has it in all of them.

A new part, format, column of mutu baku or rule that is missing somewhere is named with
the place that lacks it.
"""

from __future__ import annotations

import ast
import json
from collections.abc import Callable, Iterable
from dataclasses import fields
from pathlib import Path

import pytest

from sopgen.cli.build import build
from sopgen.cli.draw import draw
from sopgen.layout.columns import text_columns
from sopgen.lint import RULES
from sopgen.lint.rules import YEAR_RULES
from sopgen.model.buku import Buku
from sopgen.model.sop import MutuBaku
from sopgen.parts import PARTS
from sopgen.render.formats import DRAWINGS, FORMATS
from sopgen.spec import read_buku
from sopgen.spec.jsonschema import schemas
from sopgen.spec.naskah import chapters
from sopgen.spec.schema import KegiatanYaml
from sopgen.spec.susunan import BAGIAN
from sopgen.spec.workbook.choices import JENIS_BAGIAN, choices_of
from sopgen.spec.workbook.lembar import NASKAH_BAKU, TABEL_KEGIATAN
from sopgen.symbols import read_symbols
from sopgen.takeover.roles import MUTU
from tests.books import ROOT
from tests.spec.kantor import write_kantor

PANDUAN = (ROOT / "docs" / "panduan.md").read_text(encoding="utf-8")
#: What a public function of a rule's module takes, if it is a rule.
RULE = ("buku", "perubahan")


def help_of(command: object, option: str) -> str:
    params = getattr(command, "params", ())
    return next(str(p.help) for p in params if option in p.opts)


def words_of(text: str) -> set[str]:
    return {word.strip("`.,;:()") for word in text.split()}


PARTS_IN: dict[str, Callable[[], Iterable[str]]] = {
    "susunan (spec/susunan.py)": lambda: BAGIAN,
    "skema (spec/jsonschema.py)": lambda: json.loads(
        json.dumps(schemas()["buku.json"]["$defs"]["BagianYaml"])
    )["properties"]["bagian"]["enum"],
    "buku kerja (spec/workbook/choices.py)": lambda: choices_of({}, {}, ()).options[
        JENIS_BAGIAN
    ],
    "panduan (docs/panduan.md)": lambda: words_of(PANDUAN),
}
FORMATS_IN: dict[str, Callable[[], Iterable[str]]] = {
    "bantuan build (cli/build.py)": lambda: words_of(help_of(build, "--format")),
    "panduan (docs/panduan.md)": lambda: words_of(PANDUAN.replace("/", " ")),
}
COLUMNS_IN: dict[str, Callable[[], Iterable[str]]] = {
    "skema (spec/schema.py)": lambda: KegiatanYaml.model_fields,
    "lembar SOP (spec/workbook/lembar.py)": lambda: [k.key for k in TABEL_KEGIATAN],
    "ambil alih (takeover/roles.py)": lambda: MUTU,
    "panduan (docs/panduan.md)": lambda: words_of(PANDUAN),
}


@pytest.mark.parametrize("place", PARTS_IN)
def test_every_part_is_known_there(place: str) -> None:
    assert set(PARTS) - set(PARTS_IN[place]()) == set()


@pytest.mark.parametrize("place", FORMATS_IN)
def test_every_format_of_a_build_is_known_there(place: str) -> None:
    known = {word.casefold() for word in FORMATS_IN[place]()}
    assert set(FORMATS) - known == set()


def test_every_format_of_a_chart_is_in_its_help() -> None:
    assert set(DRAWINGS) - words_of(help_of(draw, "--format")) == set()


def test_every_field_of_a_kegiatan_has_its_column_in_a_workbook() -> None:
    columns = {kolom.key for kolom in TABEL_KEGIATAN}
    assert set(KegiatanYaml.model_fields) - columns == {"tambahan"}


def test_every_chapter_has_its_choice_in_a_workbook_and_stands_in_the_guide() -> None:
    assert set(chapters()) - set(NASKAH_BAKU) == set()
    assert set(chapters()) - words_of(PANDUAN.replace("/", " ")) == set()


def test_every_symbol_stands_in_the_guide() -> None:
    automatic = {"penghubung"}
    shapes = set(read_symbols().shapes) - automatic
    assert shapes - words_of(PANDUAN) == set()


@pytest.mark.parametrize("place", COLUMNS_IN)
def test_every_column_of_mutu_baku_is_known_there(place: str) -> None:
    columns = {field.name for field in fields(MutuBaku)}
    assert columns - set(COLUMNS_IN[place]()) == set()


def test_every_column_of_mutu_baku_is_drawn(tmp_path: Path) -> None:
    sop = sound(tmp_path).sop[0]
    drawn = {c.judul.casefold() for c in text_columns(sop) if c.group == "mutu"}
    assert drawn == {field.name for field in fields(MutuBaku)}


def test_every_rule_is_registered() -> None:
    named = {rule.__name__ for rule in (*RULES, *YEAR_RULES)}
    written = {
        node.name
        for file in (ROOT / "sopgen" / "lint").glob("*.py")
        for node in ast.parse(file.read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef) and _is_rule(node)
    }
    assert written - named == set()


def _is_rule(node: ast.FunctionDef) -> bool:
    """Return whether a function takes a book, or a change, and yields findings."""
    told = ast.unparse(node.returns) if node.returns else ""
    taken = [arg.arg for arg in node.args.args]
    public = not node.name.startswith("_")
    return (
        public and taken in [[one] for one in RULE] and told == "Iterator[Diagnostic]"
    )


def sound(folder: Path) -> Buku:
    buku = read_buku(write_kantor(folder / "uji")).buku
    assert buku is not None
    return buku
