"""JSON Schemas of a spec's files, for editors.

An editor sees YAML's own types: where a spec wants text it may show a number, and a
key without a value is null; both are allowed here, as the reader allows them.
"""

from __future__ import annotations

import json
from typing import Any

from pydantic import TypeAdapter

from sopgen.model.kolom import LAZIM
from sopgen.spec.pilihan import JENIS, KERTAS, KERTAS_BAGAN, ORIENTASI, PROFIL
from sopgen.spec.schema import BukuYaml, SopYaml
from sopgen.spec.schema_tabel import KoreksiYaml, TabelYaml
from sopgen.spec.susunan import BAGIAN
from sopgen.spec.tanda import ALIAS
from sopgen.symbols import read_symbols

TEXT = ["string", "number", "boolean"]
TRUTH = {"enum": ["ya", "tidak", True, False]}
#: The fields of a file whose words the program's data files name.
WORDS = {
    "kertas": KERTAS,
    "profil_simbol": PROFIL,
    "kertas_bagan": KERTAS_BAGAN,
    "orientasi_bagan": ORIENTASI,
}
#: Words of pydantic's that say nothing to an author.
NOISE = ("title", "format", "default")


def schemas() -> dict[str, dict[str, Any]]:
    """Return the schemas by file name."""
    kinds: dict[str, Any] = {
        "buku.json": BukuYaml,
        "sop.json": SopYaml,
        "koreksi.json": list[KoreksiYaml],
        "peraturan.json": TabelYaml,
    }
    made = {}
    for name, kind in kinds.items():
        schema = _for_editors(_with_words(TypeAdapter(kind).json_schema()))
        version = "http://json-schema.org/draft-07/schema#"
        made[name] = {"$schema": version, **schema}
    return made


def schema_files() -> dict[str, str]:
    """Return the schemas as the texts of files."""
    return {
        name: json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
        for name, schema in schemas().items()
    }


def _with_words(schema: dict[str, Any]) -> dict[str, Any]:
    """Return a schema that lists the words an editor can offer."""
    models = schema.get("$defs", {})
    for name in ("KegiatanYaml", "SimbolYaml"):
        if name in models:
            models[name]["properties"]["simbol"]["enum"] = [*ALIAS, *_symbols()]
    if "KegiatanYaml" in models:
        _with_columns(models["KegiatanYaml"])
        _with_names(models["KelompokYaml"])
    if "PeraturanYaml" in models:
        models["PeraturanYaml"]["properties"]["jenis"]["enum"] = [*JENIS.read()]
    if "BagianYaml" in models:
        models["BagianYaml"]["properties"]["bagian"]["enum"] = [*BAGIAN]
        options = schema["properties"]["susunan"]["items"]["anyOf"]
        options[0]["enum"] = [*BAGIAN]
    for key, words in WORDS.items():
        if key in schema.get("properties", {}):
            empty = [""] if words.kosong else []
            schema["properties"][key]["enum"] = [*empty, *words.read()]
    return schema


def _with_columns(kegiatan: dict[str, Any]) -> None:
    """Let a kegiatan have columns of the office's own: the usual ones, and others."""
    for kunci, judul in LAZIM.items():
        told = f"Kolom sendiri di bawah Mutu Baku: {judul}"
        kegiatan["properties"][kunci] = {"type": "string", "description": told}
    kegiatan["additionalProperties"] = {"type": "string"}


def _with_names(kelompok: dict[str, Any]) -> None:
    """Let a group have a name, and names in it: no further groups."""
    kelompok["required"] = list(kelompok["properties"])
    kelompok["properties"]["pelaksana"]["items"] = {"type": "string"}


def _symbols() -> list[str]:
    """Return the names of the symbols in the order of the legend."""
    shapes = read_symbols().shapes.values()
    return [shape.nama for shape in sorted(shapes, key=lambda shape: shape.urutan)]


def _for_editors(schema: Any) -> Any:
    """Return a schema as an editor needs it: see the module."""
    if isinstance(schema, list):
        return [_for_editors(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    made = {
        key: _for_editors(value)
        for key, value in schema.items()
        if key not in NOISE or isinstance(value, dict)
    }
    if made.get("type") == "boolean":
        del made["type"]
        made |= TRUTH
    if made.get("type") == "string" and "enum" not in made and "const" not in made:
        made["type"] = TEXT
    if isinstance(made.get("properties"), dict):
        made["properties"] = _nullable(made["properties"], made.get("required", []))
    return made


def _nullable(properties: dict[str, Any], required: list[str]) -> dict[str, Any]:
    """Return properties of which those not required may be left empty."""
    return {
        name: one if name in required else _or_null(one)
        for name, one in properties.items()
    }


def _or_null(schema: dict[str, Any]) -> dict[str, Any]:
    description = {k: v for k, v in schema.items() if k == "description"}
    rest = {k: v for k, v in schema.items() if k != "description"}
    options = [o for o in rest.pop("anyOf", [rest]) if o != {"type": "null"}]
    return {**description, "anyOf": [*options, {"type": "null"}]}
