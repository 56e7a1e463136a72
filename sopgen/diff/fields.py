"""Compare the fields of a thing; which fields mean nothing is said here, with why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import date
from enum import StrEnum
from typing import Any

from sopgen.model.bahasa import tanggal
from sopgen.model.buku import (
    Bagian,
    Buku,
    Kecamatan,
    Keputusan,
    Kertas,
    Lampiran,
    Naskah,
    Pengesah,
)
from sopgen.model.kolom import Kolom
from sopgen.model.pejabat import Kapasitas, Pejabat
from sopgen.model.peraturan import Dasar
from sopgen.model.perubahan import Macam, Titik, Ubah
from sopgen.model.seksi import Seksi
from sopgen.model.sop import (
    Alur,
    Identitas,
    Kegiatan,
    Langkah,
    MutuBaku,
    Pelaksana,
    Sop,
    TanggalSop,
)
from sopgen.model.tte import TandaTangan, Tte

_LETAK = "tempat dalam berkas"
_PASANGAN = "menjodohkan, tidak dicetak"
#: Fields that no page shows, each with the reason why it is not compared.
TAK_DIBANDINGKAN: Mapping[type, Mapping[str, str]] = {
    Buku: {
        "id": "nama folder hasil",
        "peraturan": "tabel; yang dikutip darinya dibandingkan",
        "pola_nomor_sop": "nomor yang dibentuknya dibandingkan",
        "span": _LETAK, "letak": _LETAK,
    },
    Seksi: {
        "kode": "nomor yang dibentuknya dibandingkan", "span": _LETAK,
        "terdaftar": "tempat ditulisnya; tidak dicetak",
    },
    Kecamatan: {
        "berkas_lambang": "nama berkas; gambarnya dibandingkan",
        "berkas_lambang_kanan": "nama berkas; gambarnya dibandingkan",
    },
    Kertas: {"lebar": "ikut nama", "tinggi": "ikut nama", "excel": "ikut nama"},
    Bagian: {"span": _LETAK},
    Pejabat: {"id": _PASANGAN, "span": _LETAK, "letak": _LETAK},
    Tte: {"ada": "tidak dicetak", "letak": _LETAK},
    Keputusan: {
        "id": _PASANGAN, "catatan": "tidak dicetak", "span": _LETAK, "letak": _LETAK,
    },
    Lampiran: {"jejak": _LETAK},
    Pengesah: {"span": _LETAK},
    Naskah: {"nama": _PASANGAN},
    Sop: {
        "id": _PASANGAN, "cabang": "ikut buku", "span": _LETAK, "letak": _LETAK,
        "bernomor_sendiri": "nomornya sendiri dibandingkan",
        "urut": "nomor yang dibentuknya dibandingkan",
    },
    Identitas: {},
    TanggalSop: {"kurun": "arti dari yang dicetak", "span": _LETAK},
    Pelaksana: {"span": _LETAK},
    Kolom: {"span": _LETAK, "kunci": _PASANGAN},
    Kegiatan: {"span": _LETAK, "letak": _LETAK},
    MutuBaku: {},
    Langkah: {
        "id": _PASANGAN, "sebutan": "ikut nomor SOP yang dipanggil", "span": _LETAK,
        "letak": _LETAK,
    },
    Alur: {"span": _LETAK, "letak": _LETAK},
    Dasar: {
        "peraturan": "kode; kalimatnya dibandingkan", "tertulis": _PASANGAN,
        "span": _LETAK,
    },
}  # fmt: skip
#: Fields that are compared in a way of their own; all others are plain values.
SENDIRI: Mapping[type, frozenset[str]] = {
    Buku: frozenset(
        {
            "judul", "kecamatan", "kertas", "penandatangan", "susunan", "awalan_sop",
            "keputusan", "sop", "naskah", "kertas_bagan", "orientasi_bagan", "seksi",
            "lembar_pengesahan", "gambar", "tte",
        }
    ),
    Kecamatan: frozenset(
        {
            "nama", "kabupaten", "jenis", "jenis_wilayah", "kepala", "tempat",
            "lambang", "lambang_kanan",
        }
    ),
    Bagian: frozenset({"jenis", "keputusan", "naskah"}),
    Pejabat: frozenset({"atas_nama", "untuk_beliau"}),
    Pengesah: frozenset({"peran", "pejabat"}),
    Lampiran: frozenset({"judul", "kepala", "sebutan", "kolom", "baris"}),
    Keputusan: frozenset(
        {
            "judul", "tentang", "menimbang", "mengingat", "memperhatikan", "menetapkan",
            "diktum", "tembusan", "lampiran", "penandatangan", "disalin_oleh",
            "petikan", "tanda_tangan",
        }
    ),
    Sop: frozenset(
        {
            "nomor", "nama_pendek", "judul_sampul", "judul_prosedur", "nomor_sop",
            "identitas", "pelaksana", "kegiatan", "langkah", "alur", "catatan", "kolom",
            "jumlah_waktu", "kertas_bagan", "orientasi_bagan", "seksi", "tanda_tangan",
        }
    ),
    Identitas: frozenset(
        {
            "unit", "judul", "tanggal_pembuatan", "tanggal_revisi", "tanggal_efektif",
            "pengesah", "dasar_hukum", "kualifikasi_pelaksana", "keterkaitan",
            "peralatan", "peringatan", "pencatatan",
        }
    ),
    Pelaksana: frozenset({"kelompok"}),
    Kolom: frozenset({"judul", "mutu"}),
    Kegiatan: frozenset({"nomor", "mutu_baku", "sendiri"}),
}  # fmt: skip


def plain_fields(kind: type) -> Iterator[str]:
    """Yield the fields of a class that are compared as they are shown."""
    skipped = {*TAK_DIBANDINGKAN[kind], *SENDIRI.get(kind, ())}
    for one in fields(kind):
        if one.name not in skipped:
            yield one.name


def shown(value: Any) -> str:
    """Return a plain value as people read it; raises TypeError for any other."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, date):
        return tanggal(value)
    if isinstance(value, (str, int)):
        return "\n".join(" ".join(line.split()) for line in str(value).splitlines())
    raise TypeError(f"{type(value).__name__} has no comparison")


def plain(
    old: Any, new: Any, pada: str = "", titik: Titik | None = None
) -> Iterator[Ubah]:
    """Yield what differs in the plain fields of two things of a class."""
    for name in plain_fields(type(new)):
        yield from value(name, getattr(old, name), getattr(new, name), pada, titik)


def value(
    isian: str, old: Any, new: Any, pada: str = "", titik: Titik | None = None
) -> Iterator[Ubah]:
    """Yield the change of one value, if it is one."""
    lama, baru = shown(old), shown(new)
    if lama != baru:
        yield Ubah(isian, Macam.UBAH, lama, baru, pada, titik)


def pejabat(old: Pejabat, new: Pejabat, pada: str) -> Iterator[Ubah]:
    """Yield what differs in an official; for whom one signs is printed with a.n."""
    yield from plain(old, new, pada)
    if old.kapasitas == new.kapasitas and old.kapasitas.mewakili:
        yield from value("atas_nama", old.atas_nama, new.atas_nama, pada)
    if old.kapasitas == new.kapasitas == Kapasitas.UB:
        yield from value("untuk_beliau", old.untuk_beliau, new.untuk_beliau, pada)


def same_pejabat(one: Pejabat, other: Pejabat) -> bool:
    """Return whether two officials are printed alike."""
    return not any(pejabat(one, other, ""))


def cara(
    own: tuple[TandaTangan | None, TandaTangan | None], both: tuple[bool, bool]
) -> Iterator[Ubah]:
    """Yield that something is signed otherwise, where it says so itself.

    ``both`` are whether it is signed electronically; its official's way is told there.
    """
    if any(own):
        old, new = (
            TandaTangan.ELEKTRONIK if one else TandaTangan.BASAH for one in both
        )
        yield from value("tanda_tangan", old, new)
