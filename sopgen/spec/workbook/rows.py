"""The data of a spec's files as the rows of tables, in the order they are printed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from sopgen.model.draft import Data, Trail
from sopgen.model.lajur import PELAKSANA, lajur_of
from sopgen.model.tanggal import TanggalError, read_tanggal
from sopgen.model.tujuan import sop_of
from sopgen.spec.bersama import SAMBUNG
from sopgen.spec.skalar import YA
from sopgen.spec.tanda import Numbers
from sopgen.spec.workbook import lembar
from sopgen.spec.workbook.kolom import KOLOM, column_lines
from sopgen.spec.workbook.lampiran import KEY, annexes_of, label_of
from sopgen.spec.workbook.lembar import KOSONG, Isian
from sopgen.spec.workbook.peraturan import Pilihan
from sopgen.spec.workbook.values import SHORT
from sopgen.spec.workbook.words import calling, holds_date

#: Fields that are yes or no.
YA_TIDAK = ("pengesahan_bertanda", "mutu_baku", "jumlah_waktu")
#: What stands in a cell: text, or a date that Excel shall know as one.
Isi = str | date
#: What stands in a row, by the keys of its columns.
Row = Mapping[str, Isi]


#: Fields whose lines are no plain texts: how these are written.
LISTED: Mapping[Trail, Callable[[Any], Iterator[str]]] = {
    (PELAKSANA,): lambda found: (lane.nama for lane in lajur_of(found)),
    (KOLOM,): column_lines,
}


def at(data: Any, path: tuple[str | int, ...]) -> Any:
    """Return what stands at a path, or None."""
    for step in path:
        data = data.get(step) if isinstance(data, dict) else None
    return data


def values(isian: Isian, data: Any) -> list[Isi]:
    """Return the values of a form's line, none where it is blank."""
    found = at(data, isian.path)
    if isian.path in LISTED or isinstance(found, list):
        return _several(isian, found)
    if isian.key in YA_TIDAK and isinstance(found, str):
        return ["ya" if found.casefold() in YA else "tidak"]
    if found in (None, ""):
        return []
    if holds_date(isian.model, isian.key):
        return [dated(str(found))]
    return [str(found)]


def _several(isian: Isian, found: Any) -> list[Isi]:
    """Return the values of a line that may have several."""
    if isian.path in LISTED:
        return [*LISTED[isian.path](found)]
    return [str(one) for one in found] or [KOSONG] * (isian.key in SHORT)


def dated(text: str) -> Isi:
    """Return a text as the date that it certainly means; else as it is."""
    try:
        kurun = read_tanggal(text)
    except TanggalError:
        return text
    certain = kurun.lengkap and not kurun.hari_sebenarnya
    return kurun.awal if certain else text


def pejabat(buku: Any) -> Iterator[Row]:
    """Yield a row for each official."""
    for kode, one in (buku.get("pejabat") or {}).items():
        yield {"kode": kode, **one}


def pengesahan(buku: Any) -> Iterator[Row]:
    """Yield a row for each who signs the lembar pengesahan."""
    yield from buku.get("lembar_pengesahan") or ()


def susunan(buku: Any) -> Iterator[Row]:
    """Yield a row for each part of the book."""
    for one in buku.get("susunan") or ():
        yield {"bagian": one} if isinstance(one, str) else dict(one)


def seksi(buku: Any) -> Iterator[Row]:
    """Yield a row for each seksi of the book's own list."""
    for one in buku.get("seksi") or ():
        yield {"nama": one} if isinstance(one, str) else dict(one)


def keputusan(buku: Any, *, offered: Collection[str] = ()) -> Iterator[Row]:
    """Yield the parts of each decree, one item in a row.

    Those that are ``offered`` have a row even if they say nothing.
    """
    for one in buku.get("keputusan") or ():
        for row in _bagian(one, offered):
            yield {"keputusan": one["id"], **row}


def _bagian(one: Any, offered: Collection[str]) -> Iterator[Row]:
    for isian in lembar.BAGIAN_KEPUTUSAN:
        if isian.path[0] == KEY:
            continue
        said = values(isian, one)
        empty = isian.key == "menetapkan" and one.get("menetapkan") == ""
        if empty or (isian.key in offered and not said):
            yield {"bagian": isian.judul}
        for isi in said:
            yield {"bagian": isian.judul, "isi": isi}
    every = annexes_of(one)
    for urut, annex in enumerate(every):
        yield from lampiran(annex, label_of(urut, len(every)))


def lampiran(annex: Any, label: str) -> Iterator[Row]:
    """Yield the rows of an annex, all but those of a table of its own."""
    yield {"bagian": label, "isi": "ya"}
    for isian in lembar.BAGIAN_KEPUTUSAN:
        judul = isian.judul.replace(lembar.LAMPIRAN, label, 1)
        if isian.key == "sebutan":
            for kode, nama in (annex.get("sebutan") or {}).items():
                yield {"bagian": judul, "isi": nama, "kode_sop": kode}
        elif isian.path[0] == KEY:
            for isi in values(isian, {KEY: annex}):
                yield {"bagian": judul, "isi": isi}


def dasar_hukum(buku: Any, sop: Mapping[str, Any], pilihan: Pilihan) -> Iterator[Row]:
    """Yield the legal bases of the decrees, then those of some SOP."""
    for judul, key in lembar.BAGIAN_DASAR.items():
        for one in buku.get("keputusan") or ():
            yield from _dasar((one["id"], judul), one.get(key), pilihan)
    for kode, data in sop.items():
        yield from _dasar((kode, "Dasar hukum"), data.get("dasar_hukum"), pilihan)


def _dasar(place: tuple[str, str], items: Any, pilihan: Pilihan) -> Iterator[Row]:
    for item in items or ():
        yield dasar(*place, item, pilihan)


def dasar(untuk: str, bagian: str, item: Any, pilihan: Pilihan) -> Row:
    """Return the row of a legal basis, its regulation by what it is called."""
    words = {"teks": item} if isinstance(item, str) else dict(item)
    if words.get("peraturan"):
        words["peraturan"] = pilihan.shown(words["peraturan"])
    return {"untuk": untuk, "bagian": bagian, **words}


def naskah(texts: Mapping[str, str]) -> Iterator[Row]:
    """Yield the paragraphs of each chapter."""
    for name, text in texts.items():
        stem = name.rpartition("/")[2].removesuffix(".md")
        for block in text.strip("\n").split("\n\n"):
            yield {"naskah": stem, "teks": block.strip("\n")}


def peraturan(data: Any) -> Iterator[Row]:
    """Yield the office's own regulations."""
    for one in (data or {}).get("peraturan") or ():
        codes = {key: one[key] for key in lembar.BERKODE if key in one}
        words = {
            k: ", ".join(v) if isinstance(v, list) else v for k, v in codes.items()
        }
        yield {**one, **words}


def abaikan(buku: Any, sop: Mapping[str, Any]) -> Iterator[Row]:
    """Yield the findings that are right: in the whole book, then in each SOP."""
    yield from buku.get("abaikan") or ()
    for kode, data in sop.items():
        yield from ({**one, "sop": kode} for one in data.get("abaikan") or ())


def kegiatan(data: Any) -> Iterator[Row]:
    """Yield a row for each kegiatan, and one for each further symbol."""
    numbers = Numbers()
    for one in data.get("kegiatan") or ():
        yield {**_simbol(one), "nomor": numbers.following(one.get("nomor", ""))}
        for more in one.get("tambahan") or ():
            yield _simbol(more)


def _simbol(one: Any) -> Row:
    row = {k: v for k, v in one.items() if isinstance(v, str)}
    row.pop("ke", None)
    row.pop("tembusan", None)
    if isinstance(one.get(PELAKSANA), list):
        row[PELAKSANA] = bersama(one[PELAKSANA])
    for n, (label, target) in enumerate(_exits(one.get("ke")), 1):
        row |= {f"jawaban {n}": label, f"ke {n}": target}
    for n, target in enumerate(_listed(one.get("tembusan")), 1):
        row[f"tembusan {n}"] = target
    return row


def bersama(names: Iterable[str]) -> str:
    """Return the names of those who do a kegiatan together as one cell has them."""
    return SAMBUNG.join(str(nama) for nama in names)


def _exits(ke: Data | None) -> list[tuple[str, str]]:
    if isinstance(ke, dict) and sop_of(ke) is None:
        return [(label, ", ".join(_listed(target))) for label, target in ke.items()]
    if ke == []:
        return [("", KOSONG)]
    return [("", target) for target in _listed(ke)]


def _listed(value: Data | None) -> list[str]:
    if isinstance(value, list):
        return [_target(one) for one in value]
    return [_target(value)] if value else []


def _target(target: Data) -> str:
    """Return a target as it stands in a cell."""
    sop = sop_of(target)
    return str(target) if sop is None else calling(sop)
