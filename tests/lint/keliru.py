"""Single mistakes about decree, officials and words, put into a sound book."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from sopgen.model.buku import Buku
from sopgen.model.diagnostic import Teks
from sopgen.model.pejabat import Kapasitas
from sopgen.model.sop import Sop

Change = Callable[[Buku], Buku]


def decree(buku: Buku, **changes: Any) -> Buku:
    (own,) = buku.keputusan
    return replace(buku, keputusan=(replace(own, **changes),))


def sentence(text: str) -> Change:
    """Add a paragraph to the chapter pendahuluan."""

    def change(buku: Buku) -> Buku:
        own = buku.naskah["pendahuluan"]
        teks = Teks(f"{own.teks.isi}\n\n{text}\n", own.teks.span)
        return replace(
            buku, naskah={**buku.naskah, "pendahuluan": replace(own, teks=teks)}
        )

    return change


def in_diktum(n: int, text: str) -> Change:
    """Replace a diktum; with the number behind the last add one before the last."""

    def change(buku: Buku) -> Buku:
        own = list(buku.keputusan[0].diktum)
        if n > len(own):
            own.insert(-1, Teks(text, own[-1].span))
        else:
            own[n - 1] = Teks(text, own[n - 1].span)
        return decree(buku, diktum=tuple(own))

    return change


def considering(text: str) -> Change:
    """Replace the last menimbang."""

    def change(buku: Buku) -> Buku:
        *own, last = buku.keputusan[0].menimbang
        return decree(buku, menimbang=(*own, Teks(text, last.span)))

    return change


def of_decree(**changes: Any) -> Change:
    def change(buku: Buku) -> Buku:
        own = buku.keputusan[0]
        made = {
            name: Teks(value, own.at(name)) if name in TEXTS else value
            for name, value in changes.items()
        }
        return decree(buku, **made)

    return change


TEXTS = ("judul", "tentang", "menetapkan")


def of_camat(**changes: Any) -> Change:
    def change(buku: Buku) -> Buku:
        own = replace(buku.penandatangan, **changes)
        sop = tuple(
            replace(one, identitas=replace(one.identitas, pengesah=own))
            for one in buku.sop
        )
        made = replace(buku, penandatangan=own, sop=sop)
        return decree(made, penandatangan=own)

    return change


def signed_by(**changes: Any) -> Change:
    """Let somebody else sign the decree."""

    def change(buku: Buku) -> Buku:
        own = replace(buku.penandatangan, id="lain", **changes)
        return decree(buku, penandatangan=own)

    return change


def of_office(**changes: Any) -> Change:
    return lambda buku: replace(buku, kecamatan=replace(buku.kecamatan, **changes))


def of_sop(number: int, **changes: Any) -> Change:
    def change(buku: Buku) -> Buku:
        made: list[Sop] = list(buku.sop)
        made[number - 1] = replace(made[number - 1], **changes)
        return replace(buku, sop=tuple(made))

    return change


def without(*kinds: str) -> Change:
    return lambda buku: replace(
        buku, susunan=tuple(one for one in buku.susunan if one.jenis not in kinds)
    )


def cell(kode: str, nomor: int, keterangan: str) -> Change:
    """Write a remark into a kegiatan of a SOP."""

    def change(buku: Buku) -> Buku:
        return replace(
            buku, sop=tuple(_noted(s, nomor, keterangan, kode) for s in buku.sop)
        )

    return change


def _noted(sop: Sop, nomor: int, keterangan: str, kode: str) -> Sop:
    if sop.id != kode:
        return sop
    rows = tuple(
        replace(one, keterangan=keterangan) if n == nomor else one
        for n, one in enumerate(sop.kegiatan, 1)
    )
    return replace(sop, kegiatan=rows)


def both(*changes: Change) -> Change:
    def change(buku: Buku) -> Buku:
        for one in changes:
            buku = one(buku)
        return buku

    return change


def doing(number: int, text: str) -> Change:
    """Replace what is done in the second kegiatan of a SOP."""

    def change(buku: Buku) -> Buku:
        own = list(buku.sop[number - 1].kegiatan)
        own[1] = replace(own[1], uraian=text)
        return of_sop(number, kegiatan=tuple(own))(buku)

    return change


def listing(change: Callable[[list[str]], list[str]]) -> Change:
    """Type the list of SOP out in diktum KEDUA."""

    def made(buku: Buku) -> Buku:
        names = change([one.nama for one in buku.sop])
        items = "".join(f"{n}. {nama};\n" for n, nama in enumerate(names, 1))
        return in_diktum(2, f"SOP dalam Diktum KESATU meliputi:\n{items[:-2]}.\n")(buku)

    return made


def misspelt(old: str, new: str) -> Change:
    return listing(lambda names: [name.replace(old, new) for name in names])


PERTIMBANGAN = (
    "bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam {}, perlu menetapkan "
    "Keputusan Camat Karangan tentang {} Kecamatan Karangan Kabupaten Trenggalek;"
)
JUDUL = "Penetapan Standar Operasional Prosedur"
AN = {"kapasitas": Kapasitas.AN, "atas_nama": "Camat Karangan"}
