"""The Indonesian for each of pydantic's errors: code, message, saran."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from sopgen.model.kata import frasa, isian
from sopgen.model.kolom import kunci_of
from sopgen.model.nilai import dataclass
from sopgen.model.tanggal import BENTUK
from sopgen.spec.findings import quoted, suggestion
from sopgen.spec.pilihan import LAIN
from sopgen.spec.reader import Trail

DAFTAR_SARAN = frasa("tiap_butir")
TEKS_SARAN = 'beri tanda kutip bila teks memuat ": ", atau tulis setelah `|`'
DASAR_SARAN = f"tulis kalimatnya, atau misalnya {isian('peraturan', 'uu-25-2009')}"
#: The lists whose items may be cited by id.
DASAR = ("mengingat", "memperhatikan", "dasar_hukum")
#: How columns are declared.
TITLED = f"tulis kunci dan judulnya: {isian('kolom', '{biaya: Biaya}')}"
#: The keys of a group of pelaksana.
GROUP = {"kelompok", "pelaksana"}
KELOMPOK_SARAN = "tulis `kunci: nilai` pada baris-baris di bawahnya, menjorok dua spasi"


@dataclass(frozen=True, slots=True)
class Complaint:
    """What to tell; ``at_key`` says whether the caret stands on the key."""

    code: str
    message: str
    saran: str = ""
    at_key: bool = False


Model = type[BaseModel] | None
Maker = Callable[[ErrorDetails, Trail, Model], Complaint]


def complaint(details: ErrorDetails, path: Trail, model: Model) -> Complaint:
    """Return what to tell of one error at a path, in the mapping of a model."""
    return MAKERS.get(details["type"], _other)(details, path, model)


def _name(path: Trail) -> str:
    """Return what the author calls the thing: the key, or item n of a key."""
    if not path:
        return "isi berkas"
    if isinstance(path[-1], int):
        if len(path) == 1:
            return f"butir ke-{path[-1] + 1}"
        return f"butir ke-{path[-1] + 1} dari {isian(str(path[-2]))}"
    return isian(path[-1])


def _describe(path: Trail, model: Model) -> str:
    """Return the description of a key, for the saran."""
    known = model.model_fields.get(str(path[-1])) if model and path else None
    if known is None or not known.description:
        return ""
    first, rest = known.description[:1], known.description[1:]
    return known.description if rest[:1].isupper() else first.lower() + rest


def _missing(_: ErrorDetails, path: Trail, model: Model) -> Complaint:
    message = f"{frasa('kunci')} {_name(path)} belum diisi"
    return Complaint("SOP921", message, _describe(path, model), at_key=True)


def _extra(_: ErrorDetails, path: Trail, model: Model) -> Complaint:
    known = model.model_fields if model else ()
    message = f"{frasa('kunci')} {_name(path)} tidak dikenal"
    saran = suggestion(str(path[-1]), known) or _declared(path)
    if set(known) == GROUP:
        saran = frasa("kelompok")
    return Complaint("SOP920", message, saran, at_key=True)


def _declared(path: Trail) -> str:
    """Return how a key of a kegiatan becomes a column of the office's own."""
    if len(path) != 3 or path[0] != "kegiatan":
        return ""
    kunci = kunci_of(str(path[-1])) or "biaya"
    judul = kunci.replace("_", " ").capitalize()
    return (
        f"bila ini kolom sendiri, daftarkan: {isian('kolom', f'{{{kunci}: {judul}}}')}"
    )


def _empty(_: ErrorDetails, path: Trail, model: Model) -> Complaint:
    message = f"{_name(path)} tidak boleh kosong"
    saran = TITLED if path[:1] == ("kolom",) else _describe(path, model)
    saran = saran or "isi, atau hapus butir itu"
    return Complaint("SOP921", message, saran)


def _short_list(_: ErrorDetails, path: Trail, model: Model) -> Complaint:
    message = f"{_name(path)} memerlukan sedikitnya satu isi"
    return Complaint("SOP921", message, _describe(path, model), at_key=True)


def _kind(wanted: str, saran: str) -> Maker:
    def make(details: ErrorDetails, path: Trail, model: Model) -> Complaint:
        got = _kind_of(details["input"])
        message = f"{_name(path)} harus berupa {wanted}, bukan {got}"
        return Complaint("SOP922", message, saran)

    return make


def _text(details: ErrorDetails, path: Trail, model: Model) -> Complaint:
    """Return the complaint about a list or a mapping where one text is wanted.

    Quotes cure a text that became a mapping by its colon, and no list.
    """
    if not isinstance(details["input"], list):
        return _kind("teks", TEKS_SARAN)(details, path, model)
    described = _describe(path, model)
    saran = (
        f"tulis satu teks saja: {described}" if described else "tulis satu teks saja"
    )
    return _kind("satu teks", saran)(details, path, model)


def _listed(details: ErrorDetails, path: Trail, model: Model) -> Complaint:
    """Return the complaint about what is no list; groups of pelaksana are one, too."""
    grouped = path == ("pelaksana",) and isinstance(details["input"], dict)
    saran = frasa("kelompok") if grouped else DAFTAR_SARAN
    return _kind("daftar", saran)(details, path, model)


def _mapping(details: ErrorDetails, path: Trail, model: Model) -> Complaint:
    saran = TITLED if path == ("kolom",) else KELOMPOK_SARAN
    return _kind("kelompok `kunci: nilai`", saran)(details, path, model)


def _union(details: ErrorDetails, path: Trail, model: Model) -> Complaint:
    if set(path) & set(DASAR):
        return _kind(f"teks atau {isian('peraturan', 'kode')}", DASAR_SARAN)(
            details, path, model
        )
    if path[:1] == ("pelaksana",):
        return _kind("nama", frasa("kelompok"))(details, path, model)
    if path[-1:] == ("lampiran",):
        return _mapping(details, path, model)
    return _kind("teks atau daftar", TEKS_SARAN)(details, path, model)


def _kind_of(value: Any) -> str:
    if isinstance(value, dict):
        return "kelompok `kunci: nilai`"
    return "daftar" if isinstance(value, list) else f"teks {quoted(str(value))}"


def _number(details: ErrorDetails, path: Trail, _: Model) -> Complaint:
    if not isinstance(details["input"], str):
        return _kind("bilangan", "tulis angkanya saja")(details, path, None)
    message = f"{_name(path)} harus berupa bilangan, bukan {quoted(details['input'])}"
    return Complaint("SOP922", message, "tulis angkanya saja, tanpa titik")


def _bound(word: str, key: str) -> Maker:
    def make(details: ErrorDetails, path: Trail, _: Model) -> Complaint:
        limit = details.get("ctx", {}).get(key, "")
        value = quoted(str(details["input"]))
        return Complaint("SOP923", f"{_name(path)} {value} {word} dari {limit}")

    return make


def _literal(details: ErrorDetails, path: Trail, _: Model) -> Complaint:
    listed = re.findall(r"'([^']*)'", str(details.get("ctx", {}).get("expected", "")))
    allowed = [word for word in listed if word]
    value = details["input"]
    if not isinstance(value, str):
        return _kind("teks", suggestion("", allowed))(details, path, None)
    message = f"{_name(path)} tidak mengenal {quoted(value)}"
    other = LAIN.get(value.strip().casefold(), "")
    return Complaint(
        "SOP923", message, suggestion(other if other in allowed else value, allowed)
    )


def _pattern(details: ErrorDetails, path: Trail, _: Model) -> Complaint:
    value = str(details["input"])
    slug = "-".join(re.findall(r"[a-z0-9]+", value.casefold())) or "surat-masuk"
    message = f"kode {quoted(value)} tidak benar"
    saran = f"huruf kecil, angka, dan tanda hubung saja: {quoted(slug)}"
    return Complaint("SOP923", message, saran, at_key=details["loc"][-1] == "[key]")


def _tanggal(details: ErrorDetails, path: Trail, _: Model) -> Complaint:
    if not isinstance(details["input"], str):
        return _kind("tanggal", BENTUK)(details, path, None)
    told = details.get("ctx", {})
    message = f"{_name(path)} {quoted(details['input'])} bukan tanggal yang benar"
    why = f": {told['sebab']}" if told.get("sebab") else ""
    return Complaint("SOP924", f"{message}{why}", told.get("saran", BENTUK))


def _lembaran(details: ErrorDetails, path: Trail, _: Model) -> Complaint:
    message = f"{_name(path)} {quoted(str(details['input']))} tidak terbaca"
    saran = "tulis seperti `LN 2009/112, TLN 5038` atau `BN 2012/649`; boleh kosong"
    return Complaint("SOP923", message, saran)


def _ya(details: ErrorDetails, path: Trail, _: Model) -> Complaint:
    message = f"{_name(path)} harus `ya` atau `tidak`"
    return Complaint("SOP923", message)


def _other(details: ErrorDetails, path: Trail, _: Model) -> Complaint:
    return Complaint("SOP922", f"nilai {_name(path)} tidak dapat dipakai")


MAKERS: dict[str, Maker] = {
    "missing": _missing,
    "extra_forbidden": _extra,
    "string_too_short": _empty,
    "too_short": _short_list,
    "string_type": _text,
    "list_type": _listed,
    "dict_type": _mapping,
    "model_type": _mapping,
    "model_attributes_type": _mapping,
    "union": _union,
    "int_parsing": _number,
    "int_parsing_size": _number,
    "int_type": _number,
    "int_from_float": _number,
    "greater_than_equal": _bound("kurang", "ge"),
    "less_than_equal": _bound("lebih", "le"),
    "literal_error": _literal,
    "string_pattern_mismatch": _pattern,
    "tanggal": _tanggal,
    "ya_tidak": _ya,
    "lembaran": _lembaran,
}
