"""The columns that a book or a SOP declares under ``kolom``, and what a chart prints.

The key of a column of the office's own becomes a field of every kegiatan: the schema of
a SOP depends on what its own file and buku.yaml declare.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, replace
from typing import Any, cast

from pydantic import BaseModel, Field, create_model

from sopgen.model.diagnostic import Span
from sopgen.model.ingatan import remembered
from sopgen.model.kata import isian
from sopgen.model.kolom import BAKU, JUDUL, LAZIM, MUTU, TANPA, URAIAN, Kolom, kunci_of
from sopgen.model.nilai import dataclass
from sopgen.spec.findings import Findings, quoted
from sopgen.spec.reader import Content, Trail
from sopgen.spec.schema import KegiatanYaml, SopYaml

KOLOM = "kolom"
#: Headings of the sheet of a SOP beside the columns of its chart.
TERPAKAI = ("no", "pelaksana", "simbol", "jawaban", "ke", "tembusan", "teks simbol",
            "kode")  # fmt: skip
NAMA = "beri kunci lain, misalnya {}"


def own_keys(*files: Any) -> tuple[str, ...]:
    """Return the fields of a kegiatan that are columns of the office's own.

    ``files`` is the data of buku.yaml and of a SOP, wrong as it may be.
    """
    found = dict.fromkeys(LAZIM)
    for data in files:
        declared = data.get(KOLOM) if isinstance(data, Mapping) else None
        if isinstance(declared, Mapping):
            found |= dict.fromkeys(declared)
        elif isinstance(declared, list):
            found |= dict.fromkeys(kunci_of(k) for k in declared if isinstance(k, str))
    return tuple(k for k in found if k not in KegiatanYaml.model_fields and _fits(k))


def _fits(kunci: str) -> bool:
    """Return whether a key can be a field at all."""
    return bool(kunci) and not kunci.startswith("_") and not hasattr(BaseModel, kunci)


@remembered(64)
def sop_schema(kunci: tuple[str, ...]) -> type[SopYaml]:
    """Return the schema of a SOP whose kegiatan have some fields more."""
    described = {key: (str, Field("", description="Kolom sendiri")) for key in kunci}
    kegiatan = create_model(
        KegiatanYaml.__name__,
        __base__=KegiatanYaml,
        **cast("dict[str, Any]", described),
    )
    listed = SopYaml.model_fields["kegiatan"]
    rows: Any = Field(default=[], description=listed.description)
    made = create_model(
        SopYaml.__name__,
        __base__=SopYaml,
        kegiatan=(list[kegiatan], rows),
    )
    return cast("type[SopYaml]", made)


@dataclass(frozen=True, slots=True)
class Terdaftar:
    """What a file declares of columns: headings by key, and the places of these.

    ``urutan`` is their order, if it names all three of mutu baku.
    """

    judul: Mapping[str, Kolom] = field(default_factory=dict)
    mutu_baku: bool | None = None
    jumlah_waktu: bool | None = None
    urutan: tuple[str, ...] = ()

    def over(self, buku: Terdaftar) -> Terdaftar:
        """Return what a SOP declares together with what its book does."""
        mutu, jumlah = self.mutu_baku, self.jumlah_waktu
        return Terdaftar(
            {**buku.judul, **self.judul},
            buku.mutu_baku if mutu is None else mutu,
            buku.jumlah_waktu if jumlah is None else jumlah,
            self.urutan or buku.urutan,
        )


def read_terdaftar(yaml: Any, content: Content, findings: Findings) -> Terdaftar:
    """Return what a file declares of columns; what is wrong with it is told."""
    every = [
        Kolom(kunci, judul, content.span(KOLOM, kunci), mutu=True)
        for kunci, judul in yaml.kolom.items()
    ]
    for one in every:
        _check(one, content.key(KOLOM, one.kunci), findings)
    good = {one.kunci: one for one in every if _is_usable(one)}
    order = tuple(good) if set(MUTU) <= set(good) else ()
    return Terdaftar(good, yaml.mutu_baku, yaml.jumlah_waktu, order)


def _is_usable(one: Kolom) -> bool:
    """Return whether a column can be printed, be it wrong in some way."""
    if one.kunci in JUDUL:
        return one.kunci != URAIAN or one.judul != TANPA
    return one.kunci not in KegiatanYaml.model_fields and _fits(one.kunci)


def _check(one: Kolom, key: Span, findings: Findings) -> None:
    """Report what is wrong with the key or the heading of a column."""
    better = kunci_of(one.kunci) or "biaya"
    if one.kunci == URAIAN and one.judul == TANPA:
        message = "kolom Kegiatan selalu dicetak"
        findings.tell("SOP417", message, one.span, "tulis judulnya, atau hapus")
    elif one.kunci in JUDUL:
        return
    elif one.kunci in KegiatanYaml.model_fields:
        message = f"kolom sendiri {quoted(one.kunci)} bernama seperti isian kegiatan"
        findings.tell("SOP417", message, key, NAMA.format(quoted(f"{better}_lain")))
    elif one.kunci != better or not _fits(one.kunci):
        message = f"kunci kolom {quoted(one.kunci)} tidak dapat dipakai"
        fitting = better if _fits(better) else f"kolom_{better}"
        saran = f"huruf kecil, angka, dan garis bawah saja: {quoted(fitting)}"
        findings.tell("SOP418", message, key, saran)
    elif _word(one.judul) in TERPAKAI:
        message = f"judul kolom {quoted(one.judul)} sama dengan nama isian lain"
        findings.tell("SOP417", message, one.span, "beri judul lain")


def columns_of(
    declared: Terdaftar, rows: Iterable[KegiatanYaml], content: Content
) -> tuple[Kolom, ...]:
    """Return the columns that the chart of a SOP prints, in their order."""
    first, *form, last = (_titled(one, declared, content) for one in BAKU)
    own = [k for k in declared.judul.values() if k.sendiri]
    own += _undeclared(declared, rows, content)
    if declared.mutu_baku is False:
        form, own = [], [replace(one, mutu=False) for one in own]
    order = declared.urutan
    mutu = sorted([*form, *own], key=lambda k: _place(k.kunci, order))
    return tuple(one for one in (first, *mutu, last) if one.judul != TANPA)


def _titled(one: Kolom, declared: Terdaftar, content: Content) -> Kolom:
    """Return a column of the form with its own heading, if it has one."""
    own = declared.judul.get(one.kunci)
    if own is None:
        return replace(one, span=content.span(KOLOM))
    return replace(one, judul=own.judul, span=own.span)


def _place(kunci: str, order: tuple[str, ...]) -> int:
    """Return where a column stands: as it is declared, or behind those."""
    return order.index(kunci) if kunci in order else len(order)


def _undeclared(
    declared: Terdaftar, rows: Iterable[KegiatanYaml], content: Content
) -> Iterator[Kolom]:
    """Yield the usual columns that kegiatan fill in though nobody declares them."""
    every = list(rows)
    for kunci, judul in LAZIM.items():
        used = [n for n, one in enumerate(every) if getattr(one, kunci, "")]
        if used and kunci not in declared.judul:
            path: Trail = ("kegiatan", used[0], kunci)
            yield Kolom(kunci, judul, content.key(*path), mutu=True)


def own_texts(one: KegiatanYaml) -> dict[str, str]:
    """Return what a kegiatan says in columns of the office's own."""
    own = (k for k in type(one).model_fields if k not in KegiatanYaml.model_fields)
    return {kunci: text for kunci in own if (text := str(getattr(one, kunci)))}


def tell_twins(columns: Iterable[Kolom], findings: Findings) -> None:
    """Report headings that two columns of a chart have in common."""
    seen: dict[str, Kolom] = {}
    for one in sorted(columns, key=lambda k: k.judul != JUDUL.get(k.kunci)):
        first = seen.setdefault(_word(one.judul), one)
        if first is not one:
            message = f"judul kolom {quoted(one.judul)} dipakai dua kali"
            saran = f"juga judul {isian(first.kunci)}; bedakan kata-katanya"
            findings.tell("SOP416", message, one.span, saran)


def _word(judul: str) -> str:
    return kunci_of(judul).replace("_", " ")
