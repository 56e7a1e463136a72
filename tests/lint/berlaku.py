"""Small changes of a sound book, each with the place where it is made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from sopgen.model.buku import Buku
from sopgen.model.diagnostic import Span
from sopgen.model.sop import Kegiatan, Sop

#: A book, and where in it something was changed.
Changed = tuple[Buku, Span]
Change = Callable[[Buku], Changed]
MUTU = ("kelengkapan", "waktu", "output")


def sop_of(buku: Buku, kode: str) -> Sop:
    return next(one for one in buku.sop if one.id == kode)


def put(buku: Buku, sop: Sop) -> Buku:
    return replace(buku, sop=tuple(sop if s.id == sop.id else s for s in buku.sop))


def row(kode: str, nomor: int, **words: str) -> Change:
    """Write other words into a kegiatan; the first field is where it stands."""

    def change(buku: Buku) -> Changed:
        sop = sop_of(buku, kode)
        old = sop.kegiatan[nomor - 1]
        rows = list(sop.kegiatan)
        rows[nomor - 1] = written(old, words)
        made = replace(sop, kegiatan=tuple(rows))
        return put(buku, made), old.at(next(iter(words)))

    return change


def written(old: Kegiatan, words: Mapping[str, str]) -> Kegiatan:
    mutu = {name: text for name, text in words.items() if name in MUTU}
    rest = {name: text for name, text in words.items() if name not in MUTU}
    values: dict[str, Any] = {"mutu_baku": replace(old.mutu_baku, **mutu), **rest}
    return replace(old, **values)


def column(kode: str, value: str, *fields: str) -> Change:
    """Write the same into some fields of every kegiatan."""

    def change(buku: Buku) -> Changed:
        sop = sop_of(buku, kode)
        words = dict.fromkeys(fields, value)
        rows = tuple(written(one, words) for one in sop.kegiatan)
        made = replace(sop, kegiatan=rows)
        return put(buku, made), sop.kegiatan[0].at(fields[0])

    return change


def sheet(kode: str, field: str, *texts: str, at: int | None = 0) -> Change:
    """Write a list of the identity sheet anew; ``at`` is the wrong item."""

    def change(buku: Buku) -> Changed:
        sop = sop_of(buku, kode)
        values: dict[str, Any] = {field: texts}
        made = replace(sop, identitas=replace(sop.identitas, **values))
        return put(buku, made), sop.at(field, at) if at is not None else sop.span

    return change


def title(kode: str, field: str, text: str) -> Change:
    def change(buku: Buku) -> Changed:
        sop = sop_of(buku, kode)
        values: dict[str, Any] = {field: text}
        if field == "judul":
            made = replace(sop, identitas=replace(sop.identitas, judul=text))
        else:
            made = replace(sop, **values)
        return put(buku, made), sop.at(field)

    return change


def lane(kode: str, old: str, new: str) -> Change:
    """Call a pelaksana of a SOP otherwise."""

    def change(buku: Buku) -> Changed:
        sop = sop_of(buku, kode)
        (one,) = (each for each in sop.pelaksana if each.nama == old)
        named = replace(one, nama=new)
        lanes = tuple(named if each is one else each for each in sop.pelaksana)
        return put(buku, replace(sop, pelaksana=lanes)), one.span

    return change


def symbol(kode: str, nomor: int, simbol: str, teks: str = "") -> Change:
    """Draw a kegiatan with another symbol."""

    def change(buku: Buku) -> Changed:
        sop = sop_of(buku, kode)
        one = next(each for each in sop.langkah if each.baris == nomor - 1)
        drawn = replace(one, simbol=simbol, teks=teks)
        langkah = tuple(drawn if each is one else each for each in sop.langkah)
        return put(buku, replace(sop, langkah=langkah)), one.at("simbol")

    return change


def exits(kode: str, nomor: int, labels: Mapping[str, int], wrong: int = 0) -> Change:
    """Let a decision lead elsewhere; ``wrong`` is the exit that is told."""

    def change(buku: Buku) -> Changed:
        sop = sop_of(buku, kode)
        ids = {one.baris: one.id for one in reversed(sop.langkah)}
        old = [a for a in sop.alur if a.dari == ids[nomor - 1] and a.label]
        own = [
            replace(old[min(n, len(old) - 1)], label=label, ke=ids[ke - 1])
            for n, (label, ke) in enumerate(labels.items())
        ]
        alur = (*(a for a in sop.alur if a not in old), *own)
        return put(buku, replace(sop, alur=alur)), own[wrong].at("label")

    return change


def doubled(kode: str, nomor: int, uraian: str = "") -> Change:
    """Say in a kegiatan all that the one before it says, in other words both."""

    def change(buku: Buku) -> Changed:
        sop = sop_of(buku, kode)
        first, second = sop.kegiatan[nomor - 2 : nomor]
        said = uraian or first.uraian
        new = {
            first.nomor: replace(first, uraian=said),
            second.nomor: replace(second, uraian=said, mutu_baku=first.mutu_baku),
        }
        rows = tuple(new.get(each.nomor, each) for each in sop.kegiatan)
        return put(buku, replace(sop, kegiatan=rows)), second.at("uraian")

    return change
