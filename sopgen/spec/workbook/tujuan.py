"""Which sheets a row of a spec's list stands on, and what its cells say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from sopgen.model.draft import Trail
from sopgen.model.nilai import dataclass
from sopgen.spec.workbook import lembar, rows
from sopgen.spec.workbook.lampiran import (
    KEY,
    annexes_of,
    label_of,
    table_row,
    table_rows,
)
from sopgen.spec.workbook.lembar import Kolom
from sopgen.spec.workbook.peraturan import Pilihan
from sopgen.spec.workbook.rows import Row

#: The table on each sheet; the sheets of SOP have that of kegiatan.
TABEL: Mapping[str, Sequence[Kolom]] = {
    lembar.PEJABAT: lembar.TABEL_PEJABAT,
    lembar.PENGESAHAN: lembar.TABEL_PENGESAHAN,
    lembar.SUSUNAN: lembar.TABEL_SUSUNAN,
    lembar.KEPUTUSAN: lembar.TABEL_KEPUTUSAN,
    lembar.TABEL_LAMPIRAN: lembar.KOLOM_TABEL,
    lembar.DASAR_HUKUM: lembar.TABEL_DASAR,
    lembar.SEKSI: lembar.TABEL_SEKSI,
    lembar.DAFTAR_SOP: lembar.TABEL_DAFTAR,
    lembar.NASKAH: lembar.TABEL_NASKAH,
    lembar.PERATURAN: lembar.TABEL_PERATURAN,
    lembar.KOREKSI: lembar.TABEL_KOREKSI,
    lembar.ABAIKAN: lembar.TABEL_ABAIKAN,
}
#: The legal bases of a SOP that do not stand on its sheet.
DASAR_SOP = "dasar_hukum"
#: The sheet of a SOP, whatever it is called.
SOP = ""
JUDUL = {key: judul for judul, key in lembar.BAGIAN_DASAR.items()}


@dataclass(frozen=True, slots=True)
class Tujuan:
    """Rows that belong on a sheet."""

    sheet: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Berkas:
    """A file of a workbook that rows are for: its name, data, and the regulations."""

    nama: str
    data: Any
    pilihan: Pilihan

    @property
    def kode(self) -> str:
        """Return the code of its SOP, or nothing."""
        own = self.nama.startswith("sop/")
        return self.nama.removeprefix("sop/").removesuffix(".yaml") if own else ""


def rows_for(berkas: Berkas, jejak: Trail, nilai: Any) -> Iterator[Tujuan]:
    """Yield the rows that a new value at a trail is written in; none if unknown."""
    place = tuple(step for step in jejak if isinstance(step, str))
    if place[:1] == ("keputusan",):
        yield from _keputusan(berkas, jejak, nilai)
    elif place[:1] == ("pejabat",) and len(place) == 2:
        yield Tujuan(lembar.PEJABAT, ({"kode": place[1], **nilai},))
    elif place == (DASAR_SOP,):
        row = rows.dasar(berkas.kode, JUDUL[DASAR_SOP], nilai, berkas.pilihan)
        yield Tujuan(lembar.DASAR_HUKUM, (row,))
    elif place in LISTS:
        sheet, made = LISTS[place]
        yield Tujuan(sheet, tuple(made(berkas.kode, nilai)))


def _simbol(_: str, nilai: Any) -> Iterable[Row]:
    return tuple(rows.kegiatan({"kegiatan": [{"tambahan": [nilai]}]}))[1:]


def _abaikan(kode: str, nilai: Any) -> Iterable[Row]:
    return ({**nilai, "sop": kode},)


#: Lists by their trails without numbers: the sheet, and the rows of one item, given the
#: code of its SOP.
LISTS: Mapping[Trail, tuple[str, Callable[[str, Any], Iterable[Row]]]] = {
    (): (lembar.KOREKSI, lambda _, one: (one,)),
    ("susunan",): (lembar.SUSUNAN, lambda _, one: rows.susunan({"susunan": [one]})),
    ("seksi",): (lembar.SEKSI, lambda _, one: rows.seksi({"seksi": [one]})),
    ("lembar_pengesahan",): (lembar.PENGESAHAN, lambda _, one: (one,)),
    ("sop",): (lembar.DAFTAR_SOP, lambda _, one: (one,)),
    ("abaikan",): (lembar.ABAIKAN, _abaikan),
    ("peraturan",): (
        lembar.PERATURAN, lambda _, one: rows.peraturan({"peraturan": [one]}),
    ),
    ("kegiatan",): (SOP, lambda _, one: rows.kegiatan({"kegiatan": [one]})),
    ("kegiatan", "tambahan"): (SOP, _simbol),
}  # fmt: skip


def _keputusan(berkas: Berkas, jejak: Trail, nilai: Any) -> Iterator[Tujuan]:
    """Yield the rows of a decree, or of a part of one."""
    data, pilihan = berkas.data, berkas.pilihan
    if len(jejak) == 2:
        whole = {"keputusan": [nilai]}
        yield Tujuan(lembar.KEPUTUSAN, tuple(rows.keputusan(whole)))
        yield from _tables(whole)
        yield Tujuan(lembar.DASAR_HUKUM, tuple(rows.dasar_hukum(whole, {}, pilihan)))
        return
    kode = data["keputusan"][jejak[1]]["id"]
    key = str(jejak[2])
    if key in JUDUL:
        row = rows.dasar(kode, JUDUL[key], nilai, pilihan)
        yield Tujuan(lembar.DASAR_HUKUM, (row,))
        return
    if key == KEY:
        yield from _lampiran(data["keputusan"][jejak[1]], jejak[3:], nilai)
        return
    part = {key: [nilai] if isinstance(jejak[-1], int) else nilai}
    whole = {"keputusan": [{"id": kode, **part}]}
    yield Tujuan(lembar.KEPUTUSAN, tuple(rows.keputusan(whole)))


def _tables(whole: Any) -> Iterator[Tujuan]:
    """Yield the rows of the tables that annexes have of their own, if any do."""
    if made := tuple(table_rows(whole)):
        yield Tujuan(lembar.TABEL_LAMPIRAN, made)


def _lampiran(keputusan: Any, sub: Trail, nilai: Any) -> Iterator[Tujuan]:
    """Yield the rows of annexes, of one of them, or of a part of one."""
    kode, every = keputusan["id"], annexes_of(keputusan)
    urut = int(sub[0]) if sub and isinstance(sub[0], int) else 0
    inner = sub[1:] if sub and isinstance(sub[0], int) else sub
    if not inner:
        listed = nilai if isinstance(nilai, list) else [nilai]
        before: list[Any] = [{}] * urut
        whole = {"keputusan": [{"id": kode, KEY: [*before, *listed]}]}
        count = max(len(every), urut + len(listed))
        made = [
            rows.lampiran(one, label_of(urut + n, count))
            for n, one in enumerate(listed)
        ]
        yield Tujuan(lembar.KEPUTUSAN, tuple(row for one in made for row in one))
        yield from _tables(whole)
    elif inner[0] in ("kolom", "baris"):
        cells = nilai if isinstance(nilai, list) else [nilai]
        if inner[0] == "baris" or len(inner) == 1:
            row = table_row(kode, urut, cells)
            yield Tujuan(lembar.TABEL_LAMPIRAN, (row,))
    else:
        part: Any = [nilai] if isinstance(inner[-1], int) else nilai
        for step in reversed([one for one in inner if isinstance(one, str)]):
            part = {step: part}
        label = label_of(urut, len(every))
        there = urut < len(every)
        own = tuple(rows.lampiran(part, label))
        yield Tujuan(lembar.KEPUTUSAN, own[1:] if there else own)
