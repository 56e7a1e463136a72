"""The tasks of the menu, in its order."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from sopgen.menu.ambil import ambil
from sopgen.menu.bangun import bangun
from sopgen.menu.buat import buat
from sopgen.menu.ganti import ganti
from sopgen.menu.hasil import hasil
from sopgen.menu.meja import Meja
from sopgen.menu.periksa import periksa
from sopgen.menu.tahun_baru import tahun_baru


class Tugas(NamedTuple):
    """A task: how the menu calls it, and what does it."""

    sebutan: str
    lakukan: Callable[[Meja], None]


TUGAS = (
    Tugas("Buat kantor baru", buat),
    Tugas("Periksa isian", periksa),
    Tugas("Bangun buku", bangun),
    Tugas("Buku tahun baru", tahun_baru),
    Tugas("Ambil SOP lama (Excel atau Word)", ambil),
    Tugas("Buka folder hasil", hasil),
    Tugas("Ganti folder kantor", ganti),
)
