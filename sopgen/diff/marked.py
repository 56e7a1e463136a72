"""A chart in which what changed is seen: by sign and weight, and by colour.

The sign stands before the number of a kegiatan, the name of a pelaksana and each text
that differs, which is bold; symbols and arrows that differ have a heavier line, and
their sign on it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sopgen.diff.signs import signed
from sopgen.model.chart import Chart, ChartPage
from sopgen.model.perubahan import Macam, Ubah, tanda_of
from sopgen.model.sop import Kegiatan, Sop

UBAH = Macam.UBAH.tanda
MUTU = ("kelengkapan", "waktu", "output")


def marked(sop: Sop, ubah: tuple[Ubah, ...], *, lama: bool) -> Sop:
    """Return a SOP whose texts carry the signs of what changed."""
    tanda = tanda_of(ubah, lama=lama)
    rows = {sop.alur[n].dari: s for n, s in tanda.alur.items()}
    touched = {
        one.baris
        for n, one in enumerate(sop.langkah)
        if one.id in rows or n in tanda.langkah
    }
    own = frozenset(one.kunci for one in sop.kolom if one.sendiri)
    kegiatan = tuple(
        _row(
            one,
            tanda.kegiatan.get(n, UBAH if n in touched else ""),
            tanda.isian.get(n, frozenset()),
            own,
        )
        for n, one in enumerate(sop.kegiatan)
    )
    names = _names(ubah, lama=lama)
    pelaksana = tuple(
        replace(one, nama=f"{names[one.nama]} {one.nama}") if one.nama in names else one
        for one in sop.pelaksana
    )
    return replace(sop, kegiatan=kegiatan, pelaksana=pelaksana)


def _names(ubah: Iterable[Ubah], *, lama: bool) -> dict[str, str]:
    """Return the signs of the pelaksana that are new, gone, renamed or moved."""
    signs: dict[str, str] = {}
    for one in ubah:
        if one.isian == "pelaksana" and one.titik is None:
            name = one.pada or (one.lama if lama else one.baru)
            signs[name] = one.macam.tanda
    return signs


def _row(
    one: Kegiatan, sign: str, isian: frozenset[str], own: frozenset[str]
) -> Kegiatan:
    """Return a row with its sign; ``own`` are the office's own columns."""
    if not sign:
        return one
    mutu = {
        name: _text(getattr(one.mutu_baku, name), UBAH)
        for name in MUTU
        if name in isian
    }
    sendiri = {kunci: _text(one.isi(kunci), UBAH) for kunci in sorted(isian & own)}
    whole = sign != UBAH
    uraian = _bold(one.uraian) if whole else one.uraian
    return replace(
        one,
        nomor=_bold(f"{sign} {one.nomor}"),
        uraian=_text(one.uraian, UBAH) if "uraian" in isian else uraian,
        keterangan=_text(one.keterangan, UBAH)
        if "keterangan" in isian
        else one.keterangan,
        mutu_baku=replace(one.mutu_baku, **mutu),
        sendiri={**one.sendiri, **sendiri},
    )


def _text(text: str, sign: str) -> str:
    """Return a text that differs, also one that is empty now."""
    return f"{sign} {_bold(text)}" if text.strip() else f"{sign} (kosong)"


def _bold(text: str) -> str:
    """Return a text in bold, unless it has marks of its own."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if "*" in text or not lines:
        return text
    return "\n".join(f"**{line}**" for line in lines)


def weighed(chart: Chart, sop: Sop, ubah: tuple[Ubah, ...], *, lama: bool) -> Chart:
    """Return a chart whose symbols and arrows that changed have their signs."""
    tanda = tanda_of(ubah, lama=lama)
    signs = {sop.langkah[n].id: s for n, s in tanda.langkah.items()}
    new = {n: s for n, s in tanda.kegiatan.items() if s != UBAH}
    signs |= {one.id: new[one.baris] for one in sop.langkah if one.baris in new}
    arrows = {
        n: signs[end]
        for n, one in enumerate(sop.alur)
        for end in (one.dari, one.ke)
        if signs.get(end, UBAH) != UBAH
    }
    arrows |= tanda.alur
    ends = {one.id for one in sop.langkah if one.beralih}
    signs |= {sop.alur[n].ke: s for n, s in arrows.items() if sop.alur[n].ke in ends}
    return replace(chart, pages=tuple(_page(p, signs, arrows) for p in chart.pages))


def _page(page: ChartPage, signs: dict[str, str], arrows: dict[int, str]) -> ChartPage:
    symbols = tuple(
        replace(s, tanda=signs.get(s.langkah or s.id, "")) for s in page.symbols
    )
    ties = tuple(replace(k, tanda=signs.get(k.langkah, "")) for k in page.ikatan)
    edges = tuple(
        replace(e, tanda=next((arrows[n] for n in e.alur if n in arrows), ""))
        for e in page.edges
    )
    return signed(replace(page, symbols=symbols, edges=edges, ikatan=ties))
