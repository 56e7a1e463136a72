"""Every field of the model, changed alone, is told once and at its place.

A new field that nothing compares is named here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest

from sopgen.comparison import side
from sopgen.diff.fields import TAK_DIBANDINGKAN
from sopgen.layout import arrange
from sopgen.model.buku import Buku
from sopgen.model.chart import Chart
from sopgen.model.diagnostic import Source, Span, Teks
from sopgen.model.document import Document
from sopgen.model.sop import Sop
from sopgen.model.tte import TandaTangan
from sopgen.parts import chart_room, compose
from sopgen.parts.bahan import Figures
from sopgen.symbols import read_symbols
from tests.diff.books import book, compared, told, write_office

NOWHERE = Span(Source("uji"))
Trail = tuple[str | int, ...]

#: A group of pelaksana in the office's SOP.
GROUPED = (
    "sop/surat.yaml", "[Petugas, Kasi, Camat]",
    "[Petugas, {kelompok: Pimpinan, pelaksana: [Kasi, Camat]}]",
)  # fmt: skip
#: The office's SOP, ordered by a seksi.
SEKSI = (
    ("buku.yaml", "sop:\n  - id: surat\n",
     "seksi: [Umum]\nsop:\n  - id: surat\n    seksi: Umum\n"),
    ("buku.yaml", "  - id: cuti\n", "  - id: cuti\n    seksi: Umum\n"),
    ("buku.yaml", "  - id: arsip-aktif\n",
     "  - id: arsip-aktif\n    seksi: Umum\n"),
)  # fmt: skip
#: How a field is called where it is told, if not by its own name.
TOLD = {
    ("Langkah", "lajur"): "pelaksana",
    ("Langkah", "bersama"): "pelaksana",
    ("Langkah", "teks"): "teks simbol",
    ("Langkah", "baris"): "simbol tambahan",
    ("Pelaksana", "nama"): "pelaksana",
    ("Bagian", "jenis"): "susunan",
    ("Bagian", "keputusan"): "susunan",
    ("Naskah", "teks"): "penutup",
    ("Sop", "nomor_sop"): "nomor sop",
    ("Kegiatan", "sendiri"): "biaya",
    ("Kolom", "judul"): "kolom",
    ("Pengesah", "peran"): "lembar pengesahan",
}
#: Fields that are told by the name of the field in which their object stands.
OUTER = {"TanggalSop", "Dasar", "Teks", "Alur"}
#: Fields of a book by which others are found, so that they cannot change alone.
LINKED = {
    ("Keputusan", "id"), ("Langkah", "id"), ("Sop", "id"), ("Naskah", "nama"),
    ("Pejabat", "id"), ("Kolom", "kunci"), ("Seksi", "nama"), ("Bagian", "naskah"),
}  # fmt: skip
#: Files, of which what they show is compared; each has a test of its own.
PICTURES = {"lambang", "lambang_kanan", "gambar"}
#: Of which paper: the program's data file says it, not the office.
DATA = {
    ("Kertas", "nama"),
    ("Kertas", "lebar"),
    ("Kertas", "tinggi"),
    ("Kertas", "excel"),
}
#: What is told although no page shows it by itself.
UNSEEN = {
    ("Kecamatan", "kode_unit"): "dicetak dalam nomor, yang juga berubah",
    ("Buku", "profil_simbol"): "himpunan simbol; simbolnya dicetak bila dipakai",
    ("Buku", "cabang"): "cara menggambar; tampak bila satu simbol menuju beberapa",
    ("Langkah", "baris"): "baris bagan berubah hanya bila simbolnya tergambar",
}
#: Texts that must be other words than their own with one more.
OTHER: Mapping[tuple[str, str], Any] = {
    ("Bagian", "jenis"): "halaman_judul",
    ("Bagian", "keputusan"): "sk-2",
    ("Bagian", "angka"): "romawi",
    ("Kecamatan", "jenis_wilayah"): "kota",
    ("Langkah", "simbol"): "persiapan",
    ("Langkah", "lajur"): 0,
    ("Langkah", "bersama"): (),
    ("Langkah", "baris"): 0,
    ("Alur", "dari"): "4",
    ("Alur", "ke"): "2",
    ("Kertas", "nama"): "A4",
    ("Buku", "profil_simbol"): "permenpan5",
    ("Buku", "kertas_bagan"): "A4",
    ("Buku", "orientasi_bagan"): "potret",
    ("Sop", "kertas_bagan"): "A4",
    ("Sop", "orientasi_bagan"): "potret",
    ("Buku", "awalan_sop"): frozenset({"diktum", "lampiran"}),
    ("Lampiran", "kepala"): ("nomor",),
    ("Lampiran", "baris"): (
        (Teks("1", NOWHERE), Teks("Enam", NOWHERE)),
        (Teks("2", NOWHERE), Teks("Lima", NOWHERE)),
    ),
    ("Keputusan", "petikan"): (2,),
    ("Keputusan", "jenis"): "salinan",
    ("Keputusan", "tanda_tangan"): TandaTangan.ELEKTRONIK,
    ("Sop", "tanda_tangan"): TandaTangan.ELEKTRONIK,
}
#: What a SOP without a chart does not print.
OF_CHART = ("judul_prosedur", "jumlah_waktu", "kertas_bagan", "orientasi_bagan")
#: Of several objects of a class, the one that is changed; else the first.
CHOSEN = {"Bagian": 4, "Alur": 3, "Pelaksana": 1, "Kolom": 2, "keputusan": 0, "sop": 0}

#: The official who signs for another.
AN: Trail = ("sop", 0, "identitas", "pengesah")
DISALIN: Trail = ("keputusan", 0, "disalin_oleh")
#: The official who signs for one who signs for another.
UB: Trail = ("lembar_pengesahan", 0, "pejabat")


@dataclass(frozen=True)
class Isian:
    """A field of an object in the book: the class, its name, the way to it."""

    kelas: str
    nama: str
    trail: Trail

    @property
    def key(self) -> tuple[str, str]:
        return self.kelas, self.nama

    def __str__(self) -> str:
        return ".".join(map(str, self.trail))


def walk(thing: Any, trail: Trail = ()) -> Iterator[Isian]:
    """Yield every field of the book that holds a value, through all objects in it."""
    for one in fields(thing):
        value = getattr(thing, one.name)
        here = (*trail, one.name)
        if value == () or type(value).__name__ == "Kurun":
            continue
        if one.name in ("span", "letak", "peraturan") or _is_leaf(value):
            yield Isian(type(thing).__name__, one.name, here)
        elif isinstance(value, tuple):
            for n in _some(type(value[0]).__name__, len(value)):
                yield from walk(value[n], (*here, n))
        elif isinstance(value, Mapping):
            yield from walk(value["penutup"], (*here, "penutup"))
        else:
            yield from walk(value, here)


def _some(kelas: str, count: int) -> tuple[int, ...]:
    """Return which of several objects are changed: one of a kind, all kinds."""
    if kelas == "Sop":
        return (0, 1)
    if kelas == "Lampiran":
        return (0, 1)
    if kelas == "Langkah":
        return (3, 1)
    return (CHOSEN.get(kelas, 0),)


def _is_leaf(value: Any) -> bool:
    if isinstance(value, tuple):
        return not value or not is_dataclass(value[0])
    if isinstance(value, Mapping):
        return not any(map(is_dataclass, value.values()))
    return not is_dataclass(value)


def changed(thing: Any, trail: Trail, key: tuple[str, str]) -> Any:
    """Return an object with what lies at a trail replaced by something else."""
    step, *rest = trail
    if isinstance(thing, tuple):
        assert isinstance(step, int)
        inner = changed(thing[step], tuple(rest), key)
        return (*thing[:step], inner, *thing[step + 1 :])
    if isinstance(thing, Mapping):
        return {**thing, step: changed(thing[step], tuple(rest), key)}
    value = getattr(thing, str(step))
    new = changed(value, tuple(rest), key) if rest else other(value, key)
    return replace(thing, **{str(step): new})


def other(value: Any, key: tuple[str, str]) -> Any:
    """Return a value that is not the one given."""
    if key in OTHER and OTHER[key] != value:
        return OTHER[key]
    if isinstance(value, StrEnum):
        return next(one for one in type(value) if one != value)
    change = next(c for kind, c in CHANGES.items() if isinstance(value, kind))
    return change(value)


CHANGES: Mapping[type, Callable[[Any], Any]] = {
    type(None): lambda _: Teks("baru", NOWHERE),
    bool: lambda value: not value,
    str: lambda value: f"{value} lagi".strip(),
    int: lambda value: value + 1,
    date: lambda value: value + timedelta(days=1),
    tuple: lambda value: (*value[:-1], f"{value[-1]} lagi"),
    Mapping: lambda value: {kode: f"{nama} lagi" for kode, nama in value.items()},
}


@pytest.fixture(scope="module")
def buku(tmp_path_factory: pytest.TempPathFactory) -> Buku:
    return book(write_office(tmp_path_factory.mktemp("buku") / "uji", GROUPED, *SEKSI))


@pytest.fixture(scope="module")
def plain(buku: Buku) -> Document:
    return printed(buku)


def chart_of(sop: Sop, room: tuple[float, float]) -> Chart:
    """Return the chart of a SOP, drawn once for one that did not change."""
    if (id(sop), room) not in DRAWN:
        made = arrange(sop, room, read_symbols(), keterangan=True)
        DRAWN[id(sop), room] = sop, replace(made, findings=())
    return DRAWN[id(sop), room][1]


#: The charts that were drawn; each holds its SOP, so that its id stays its own.
DRAWN: dict[tuple[int, tuple[float, float]], tuple[Sop, Chart]] = {}


def printed(buku: Buku) -> Document:
    """Return the book as it is printed."""
    room = chart_room(buku)
    charts = {sop.id: chart_of(sop, room) for sop in buku.sop}
    return compose(buku, Figures(charts), read_symbols()).document


def every() -> list[Isian]:
    """Return the fields of the book, each once for every kind of object."""
    import tempfile

    with tempfile.TemporaryDirectory() as scratch:
        return list(walk(book(write_office(Path(scratch) / "uji", GROUPED, *SEKSI))))


EVERY = every()
PLACES = [
    one
    for one in EVERY
    if one.nama not in ("span", "letak", "peraturan")
    # the symbol of a kegiatan itself always stands in its row
    and one.trail != ("sop", 0, "langkah", 1, "baris")
]


def uncompared(one: Isian) -> str:
    """Return why a field is not compared, nothing for one that is."""
    known = {kelas.__name__: names for kelas, names in TAK_DIBANDINGKAN.items()}
    if one.kelas == "Sop" and one.nama == "catatan" and one.trail[1] == 0:
        return "dicetak hanya pada SOP tanpa kegiatan"
    drawn = one.kelas == "Kolom" or (one.kelas == "Sop" and one.nama in OF_CHART)
    if drawn and one.trail[1] == 1:
        return "dicetak hanya bersama bagan"
    return _of_others(one) or known.get(one.kelas, {}).get(one.nama, "")


def _of_others(one: Isian) -> str:
    """Return why a field says nothing of a thing that is of another kind."""
    whose = one.trail[:-1]
    if one.nama == "atas_nama" and whose not in (AN, UB, DISALIN):
        return "dicetak hanya untuk yang menandatangani a.n."
    if one.nama == "untuk_beliau" and whose != UB:
        return "dicetak hanya untuk yang menandatangani u.b."
    if one.nama == "tanda_tangan" and whose == DISALIN:
        return "salinan ditandatangani dengan pena"
    if one.nama == "sebutan" and whose[-1] == 1:
        return "dicetak hanya dalam tabel daftar SOP"
    return ""


COMPARED = [
    one
    for one in PLACES
    if not uncompared(one) and one.key not in LINKED and one.nama not in PICTURES
]


def test_the_office_uses_every_class_of_the_model() -> None:
    met = {one.kelas for one in EVERY}
    assert {kelas.__name__ for kelas in TAK_DIBANDINGKAN} - met == set()


@pytest.mark.parametrize("one", COMPARED, ids=str)
def test_a_field_changed_alone_is_told_once_at_its_place(
    one: Isian, buku: Buku
) -> None:
    made = compared(buku, changed(buku, one.trail, one.key))
    found = told(made)
    assert len(found) == 1, found
    outer = (
        str(next(s for s in reversed(one.trail[:-1]) if isinstance(s, str)))
        if (one.kelas in OUTER)
        else one.nama
    )
    name = TOLD.get(one.key, "penutup" if "naskah" in one.trail else outer)
    assert name.replace("_", " ") in found[0], found
    assert found[0].startswith(_home(one, buku)), found


def _home(one: Isian, buku: Buku) -> str:
    """Return the part of what is told in which a field must stand."""
    if one.trail[0] == "sop":
        return f"SOP {buku.sop[int(one.trail[1])].id} "
    return "keputusan " if one.trail[0] == "keputusan" else "buku "


@pytest.mark.parametrize(
    "one",
    [o for o in PLACES if uncompared(o) and o.key not in LINKED],
    ids=str,
)
def test_a_field_that_is_not_compared_is_no_change(one: Isian, buku: Buku) -> None:
    assert told(compared(buku, changed(buku, one.trail, one.key))) == []


#: What the words of a document show; its picture has a test of its own.
WORDED = [o for o in PLACES if o.key not in {*LINKED, *DATA} and o.nama not in PICTURES]


@pytest.mark.parametrize("one", WORDED, ids=str)
def test_what_is_told_is_what_is_printed(
    one: Isian, buku: Buku, plain: Document
) -> None:
    other_book = changed(buku, one.trail, one.key)
    moved = printed(other_book) != plain
    assert moved == bool(told(compared(buku, other_book))) or one.key in UNSEEN


LISTS: tuple[Trail, ...] = (
    ("susunan",), ("keputusan",), ("sop",),
    *(("keputusan", 0, name) for name in ("menimbang", "mengingat", "diktum")),
    *(("sop", 0, "identitas", name) for name in ("dasar_hukum", "peralatan")),
)  # fmt: skip


@pytest.mark.parametrize("trail", LISTS, ids=str)
def test_an_item_less_is_told_once_and_printed(
    trail: Trail, buku: Buku, plain: Document
) -> None:
    less = shortened(buku, trail)
    if trail == ("keputusan",):
        less = replace(
            less, susunan=tuple(s for s in less.susunan if s.keputusan != "sk-2")
        )
    found = told(compared(buku, less))
    assert len([one for one in found if "susunan" not in one] or found) == 1
    assert printed(less) != plain


def shortened(thing: Any, trail: Trail) -> Any:
    """Return an object whose list at a trail has lost its last item."""
    if not trail:
        return thing[:-1]
    step, *rest = trail
    if isinstance(thing, tuple):
        assert isinstance(step, int)
        inner = shortened(thing[step], tuple(rest))
        return (*thing[:step], inner, *thing[step + 1 :])
    inner = shortened(getattr(thing, str(step)), tuple(rest))
    return replace(thing, **{str(step): inner})


def test_another_picture_is_told_once(buku: Buku) -> None:
    one = replace(side(buku), lambang="gambar")
    assert told(compared(side(buku), one)) == [
        "buku [kecamatan] lambang: (kosong) → (kosong)"
    ]


def test_a_book_is_the_same_as_itself(buku: Buku) -> None:
    assert compared(buku, buku).kosong
