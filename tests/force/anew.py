"""Specs written anew: every field of the schemas, with flows that hang together."""

from __future__ import annotations

import re
from collections.abc import Callable
from copy import deepcopy
from functools import cache
from typing import Any

from hypothesis import strategies as st

from sopgen.spec.jsonschema import schemas
from tests.force.changed_trees import known
from tests.force.oddities import LARGE, ODD, picked

Draw = Callable[[st.SearchStrategy[Any]], Any]
OFFICIALS, DECREES, SOP = ("kadis", "sek"), ("sk", "sk-2"), ("izin", "tamu", "arsip")
LANES = ("Pemohon", "Petugas Loket", "Kasi", "Sekretaris", "Camat", "Polsek", "Desa")
LABELS = (
    "Ya",
    "Tidak",
    "Lengkap",
    "Belum lengkap",
    "Kurang",
    "a",
    "Setuju dengan syarat",
)
#: Fields that name a thing of the same spec, and what they may name.
NAMED: dict[str, tuple[str, ...]] = {
    "penandatangan": OFFICIALS, "pejabat": OFFICIALS, "disalin_oleh": OFFICIALS,
    "disahkan_oleh": OFFICIALS, "keputusan": DECREES, "berkas": ("naskah/visi.md", ""),
    "peraturan": ("uu-25-2009", "uu-43-2009", "perda-1-2020"), "lambang": ("",),
    "lambang_kanan": ("",), "seksi": ("Umum", "Pemerintahan", ""),
}  # fmt: skip


@cache
def schema(name: str) -> dict[str, Any]:
    """Return the schema of a file."""
    return schemas()[name]


def _text(draw: Draw, key: str) -> str:
    """Return a text for a field: mostly such as others write there."""
    good = [one for one in known().get(key, []) if isinstance(one, str)]
    if key in NAMED:
        good = list(NAMED[key])
    kind = draw(st.integers(0, 19))
    if kind == 0:
        return str(draw(picked(LARGE)))
    if kind < 4 or not good:
        return str(draw(ODD))
    return str(good[draw(st.integers(0, len(good) - 1))])


def _value(draw: Draw, told: dict[str, Any], root: dict[str, Any], key: str) -> Any:
    """Return a value as a schema says it."""
    if "$ref" in told:
        return _value(draw, root["$defs"][told["$ref"].rpartition("/")[2]], root, key)
    if options := [o for o in told.get("anyOf", ()) if o.get("type") != "null"]:
        return _value(draw, draw(st.sampled_from(options)), root, key)
    if words := told.get("enum"):
        return str(draw(st.sampled_from(words)))
    match told.get("type"):
        case "object":
            made = _mapping(draw, told, root, key)
        case "array":
            least, inner = told.get("minItems", 0), told.get("items", {})
            count = draw(st.integers(least, least + 3))
            made = [_value(draw, inner, root, key) for _ in range(count)]
        case _:
            made = _text(draw, key)
    return made


def _mapping(draw: Draw, told: dict[str, Any], root: dict[str, Any], key: str) -> Any:
    if fields := told.get("properties"):
        wanted = [
            name
            for name in fields
            if name in told.get("required", ()) or draw(st.integers(0, 2)) == 0
        ]
        return {name: _value(draw, fields[name], root, name) for name in wanted}
    inner = told.get("additionalProperties")
    names = draw(st.lists(st.sampled_from(("biaya", "surat", "a-b", "x")), max_size=2))
    kind = inner if isinstance(inner, dict) else {}
    return {name: _value(draw, kind, root, key) for name in names}


def buku(draw: Draw) -> dict[str, Any]:
    """Return a buku.yaml in which what is named is there."""
    root = schema("buku.json")
    made: dict[str, Any] = _mapping(draw, root, root, "")
    made["tahun"] = draw(st.sampled_from(("2025", "2026", "1950", "2999")))
    official = root["$defs"]["PejabatYaml"]
    made["pejabat"] = {o: _mapping(draw, official, root, "pejabat") for o in OFFICIALS}
    for one, id_ in zip(made.get("keputusan", ()), DECREES, strict=False):
        one["id"] = id_
    del made.get("keputusan", [])[len(DECREES) :]
    entry = root["$defs"]["DaftarSopYaml"]
    made["sop"] = [{**_mapping(draw, entry, root, ""), "id": id_} for id_ in SOP]
    for n, one in enumerate(made["sop"], 1):
        if one.get("nomor"):
            one["nomor"] = str(n * draw(st.sampled_from((1, 7, 99))))
    return made


def sop(draw: Draw) -> dict[str, Any]:
    """Return a SOP whose arrows mostly lead to what is there."""
    root = schema("sop.json")
    made: dict[str, Any] = _mapping(draw, root, root, "")
    count = draw(st.integers(1, 7))
    lanes = [LANES[(n * 3 + count) % 7] for n in range(count)]
    made["pelaksana"] = list[Any](lanes)
    if draw(st.integers(0, 3)) == 0:
        cut = draw(st.integers(0, count - 1))
        group = {"kelompok": _text(draw, "unit"), "pelaksana": lanes[cut:]}
        made["pelaksana"] = [*lanes[:cut], group]
    steps = draw(st.integers(1, 9))
    made["kegiatan"] = [_kegiatan(draw, lanes, n, steps) for n in range(1, steps + 1)]
    return made


def _kegiatan(draw: Draw, lanes: list[str], n: int, steps: int) -> dict[str, Any]:
    root = schema("sop.json")
    step = deepcopy(root["$defs"]["KegiatanYaml"])
    for name in ("ke", "tembusan", "tambahan", "sop", "nomor", "id"):
        del step["properties"][name]
    made: dict[str, Any] = _mapping(draw, step, root, "")
    made |= _symbol(draw, lanes, steps)
    if n in (1, steps) and draw(st.booleans()):
        made["simbol"] = "mulai" if n == 1 else "selesai"
    if draw(st.integers(0, 4)) == 0:
        id_ = f"t{n}"
        made["tambahan"] = [{"id": id_, **_symbol(draw, lanes, steps)}]
        made["tembusan"] = draw(st.sampled_from((id_, [id_], str(n), ["1", id_])))
    return made


def _symbol(draw: Draw, lanes: list[str], steps: int) -> dict[str, Any]:
    """Return what a symbol says: who, what shape, where to."""
    some = st.lists(st.sampled_from(lanes), min_size=1, max_size=3, unique=True)
    made: dict[str, Any] = {"pelaksana": draw(st.sampled_from(lanes) | some)}
    target: Any = st.integers(1, steps).map(str) | st.sampled_from(
        ({"sop": "tamu"}, {"sop": "arsip"}, "t1", "0", "99", "Camat")
    )
    match draw(st.integers(0, 7)):
        case 0 | 1:
            made["simbol"] = "keputusan"
            labels = st.sampled_from(LABELS) | ODD
            goals = target | st.lists(target, min_size=1, max_size=3)
            made["ke"] = draw(st.dictionaries(labels, goals, min_size=1, max_size=4))
        case 2:
            made["ke"] = draw(target | st.lists(target, max_size=3))
        case 3:
            made |= {"simbol": "subproses", "sop": draw(st.sampled_from((*SOP, "")))}
        case 4:
            shapes = [one for one in known()["simbol"] if re.match(r"^\w+$", str(one))]
            made["simbol"] = draw(st.sampled_from(shapes))
        case _:
            pass
    return made
