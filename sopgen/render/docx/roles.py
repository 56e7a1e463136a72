"""Say what staff do with each style: its place in Word's list, what follows it."""

from __future__ import annotations

from typing import NamedTuple


class Role(NamedTuple):
    """What a style is for.

    ``order`` is its place in Word's list; ``following`` the style of the paragraph that
    is typed next, if another; ``quick`` whether it stands among those to choose from.
    """

    order: int
    following: str = ""
    quick: bool = False


#: Running text: what staff type themselves.
ROLES = {
    "Isi": Role(10, quick=True),
    "Butir": Role(11, quick=True),
    "Bab": Role(12, "Isi"),
    "Anak Bab": Role(12, "Isi"),
    "Sub Bab": Role(12, "Isi"),
    "Sub Sub Bab": Role(12, "Isi"),
    "Tabel Judul": Role(20, "Tabel", quick=True),
    "Tabel": Role(21, quick=True),
    "Keterangan Gambar": Role(22, "Isi", quick=True),
    "Catatan": Role(23, quick=True),
    "Tanda Tangan": Role(24, quick=True),
    "Keputusan Judul": Role(30, "Keputusan Butir", quick=True),
    "Keputusan Butir": Role(31, quick=True),
    "Keputusan": Role(32, quick=True),
    "Keputusan Tanda Tangan": Role(33, quick=True),
    "Keputusan Tabel Judul": Role(34, "Keputusan Tabel", quick=True),
    "Keputusan Tabel": Role(34, quick=True),
    "Lampiran Tabel Judul": Role(35, "Lampiran Tabel"),
}
#: Those that fill a form or a drawing, by the first word of their name.
GROUPS = {
    "Lampiran": Role(35),
    "Kepala": Role(35),
    "Sampul": Role(40),
    "Kop": Role(45),
    "Identitas": Role(50),
    "Bagan": Role(60),
    "Gambar": Role(90),
    "Nomor": Role(90),
    "Urutan": Role(90),
    "Jarak": Role(95),
    "Sel": Role(95),
}
#: Word's own: headings and the lines of the contents have these places in every file.
HEADING, TOC = Role(9, "Isi", quick=True), Role(39)
OTHER = Role(70)


def role_of(nama: str) -> Role:
    """Return what the style of a name is for."""
    return ROLES.get(nama) or GROUPS.get(nama.partition(" ")[0], OTHER)
