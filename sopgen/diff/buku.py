"""What became of the book around its SOP and decrees."""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.diff.fields import pejabat, plain, value
from sopgen.diff.lists import replaced
from sopgen.diff.matching import Pairs, moved, rest, same
from sopgen.diff.pengesah import ubah_pengesah
from sopgen.diff.sisi import Kedua
from sopgen.diff.sop import Terdaftar, follows_number
from sopgen.model.buku import LANSKAP, Bagian, Buku, Kecamatan
from sopgen.model.perubahan import Macam, Ubah

Kind = tuple[str, str]


def ubah_buku(kedua: Kedua, keputusan: Pairs) -> Iterator[Ubah]:
    """Yield what became of the book itself."""
    a, b = kedua.lama.buku, kedua.baru.buku
    yield from plain(a, b)
    yield from kedua.judul("judul", a.judul, b.judul)
    yield from _office(kedua)
    yield from plain(a.kertas, b.kertas, "kertas")
    yield from _bagan(a, b)
    yield from pejabat(a.penandatangan, b.penandatangan, "penandatangan")
    yield from ubah_pengesah(kedua)
    if a.ber_tte or b.ber_tte:
        yield from plain(a.tte, b.tte, "tte")
    for place in sorted(a.awalan_sop | b.awalan_sop):
        if place not in a.awalan_sop:
            yield Ubah("awalan_sop", Macam.BARU, "", place)
        elif place not in b.awalan_sop:
            yield Ubah("awalan_sop", Macam.HILANG, place, "")
    old, new = (", ".join(one.judul for one in buku.seksi) for buku in (a, b))
    yield from value("seksi", old, new)
    yield from _susunan(a, b, keputusan)
    yield from _naskah(kedua)


def _office(kedua: Kedua) -> Iterator[Ubah]:
    a, b = kedua.lama.buku.kecamatan, kedua.baru.buku.kecamatan
    yield from plain(a, b, "kecamatan")
    yield from _sebutan(a, b)
    if a.tempat != a.sebutan.tempat or b.tempat != b.sebutan.tempat:
        yield from value("tempat", a.tempat, b.tempat, "kecamatan")
    if kedua.lama.lambang != kedua.baru.lambang:
        both = _pictures(a.berkas_lambang, b.berkas_lambang)
        yield Ubah("lambang", Macam.UBAH, *both, "kecamatan")
    if kedua.lama.lambang_kanan != kedua.baru.lambang_kanan:
        both = _pictures(a.berkas_lambang_kanan, b.berkas_lambang_kanan)
        yield Ubah("lambang_kanan", Macam.UBAH, *both, "kecamatan")


def _sebutan(a: Kecamatan, b: Kecamatan) -> Iterator[Ubah]:
    """Yield what became of the words of the office, however they are written.

    A head that goes with the kind of office is no change of its own.
    """
    old, new = a.sebutan, b.sebutan
    yield from value("nama", old.nama, new.nama, "kecamatan")
    yield from value("jenis", old.jenis, new.jenis, "kecamatan")
    if a.kepala or b.kepala:
        yield from value("kepala", old.kepala, new.kepala, "kecamatan")
    yield from value("kabupaten", old.daerah, new.daerah, "kecamatan")
    yield from value("jenis_wilayah", old.wilayah, new.wilayah, "kecamatan")


def _bagan(a: Buku, b: Buku) -> Iterator[Ubah]:
    """Yield what became of the sheets of charts that are no other than the usual."""
    if a.kertas_bagan or b.kertas_bagan:
        old, new = (one.kertas_bagan or one.kertas.nama for one in (a, b))
        yield from value("kertas_bagan", old, new)
    old, new = (one.orientasi_bagan or LANSKAP for one in (a, b))
    yield from value("orientasi_bagan", old, new)


def _pictures(old: str, new: str) -> tuple[str, str]:
    """Return what is told of two pictures that differ, by their names."""
    after = _picture(new)
    return _picture(old), f"{after} baru" if after and old == new else after


def _picture(name: str) -> str:
    return f"gambar {name}" if name else ""


def _kinds(buku: Buku, renamed: dict[str, str]) -> list[Kind]:
    """Return the parts by what they are; decrees by the code of the newer book."""
    return [
        (b.jenis, renamed.get(b.keputusan, b.keputusan) or b.naskah)
        for b in buku.susunan
    ]


def _susunan(a: Buku, b: Buku, keputusan: Pairs) -> Iterator[Ubah]:
    renamed = {a.keputusan[i].id: b.keputusan[j].id for i, j in keputusan.items()}
    kinds = _kinds(a, renamed), _kinds(b, {})
    pairs = same(*kinds)
    left = rest(len(kinds[0]), set(pairs)), rest(len(kinds[1]), set(pairs.values()))
    others = same([kinds[0][i][0] for i in left[0]], [kinds[1][j][0] for j in left[1]])
    pairs |= {left[0][i]: left[1][j] for i, j in others.items()}
    pairs |= replaced(pairs, (len(kinds[0]), len(kinds[1])))
    shifted, back = moved(pairs), {j: i for i, j in pairs.items()}
    for j, part in enumerate(b.susunan):
        i = back.get(j)
        if i is None:
            yield Ubah("susunan", Macam.BARU, "", _named(part))
            continue
        if i in shifted:
            places = f"urutan {i + 1}", f"urutan {j + 1}"
            yield Ubah("susunan", Macam.PINDAH, *places, _named(part))
        if kinds[0][i] != kinds[1][j]:
            yield Ubah("susunan", Macam.UBAH, _named(a.susunan[i]), _named(part))
        yield from plain(a.susunan[i], part, f"bagian {_named(part)}")
    for i in rest(len(kinds[0]), set(pairs)):
        yield Ubah("susunan", Macam.HILANG, _named(a.susunan[i]), "")


def _named(part: Bagian) -> str:
    return " ".join(filter(None, (part.jenis.replace("_", " "), part.id.id)))


def _naskah(kedua: Kedua) -> Iterator[Ubah]:
    """Yield what became of the chapters that are printed in either book."""
    a, b = kedua.lama.buku, kedua.baru.buku
    printed = {part.naskah or part.jenis for part in (*a.susunan, *b.susunan)}
    for nama in sorted({*a.naskah, *b.naskah} & printed):
        if nama in a.naskah and nama in b.naskah:
            yield from kedua.bab(nama, a.naskah[nama].teks, b.naskah[nama].teks)
    for nama, before in kedua.lama.gambar.items():
        if kedua.baru.gambar.get(nama, before) != before:
            yield Ubah("gambar", Macam.UBAH, *_pictures(nama, nama))


def common_pattern(a: Buku, b: Buku, pairs: Pairs) -> Ubah | None:
    """Return the change of the numbers of all SOP, if all are numbered anew."""
    both = [(Terdaftar(a, i), Terdaftar(b, j)) for i, j in pairs.items()]
    if len(both) < 2 or any(follows_number(old, new) for old, new in both):
        return None
    old, new = (one.sop for one in both[0])
    pada = f"{len(both)} SOP; misalnya SOP {new.nomor}"
    return Ubah("nomor_sop", Macam.UBAH, old.nomor_sop, new.nomor_sop, pada)
