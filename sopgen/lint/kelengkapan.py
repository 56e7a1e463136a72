"""Rules about what a SOP in force has to say (codes 1xx)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sopgen.lint.temuan import at_all, forbid_final
from sopgen.model.buku import Buku
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic
from sopgen.model.kata import berkas, frasa, isian
from sopgen.model.sop import Sop, Status, TanggalSop

#: Fields of the identity sheet that no SOP in force may leave empty.
WAJIB = (
    "unit",
    "tanggal_pembuatan",
    "tanggal_efektif",
    "dasar_hukum",
    "kualifikasi_pelaksana",
    "peralatan",
    "peringatan",
    "pencatatan",
)
#: Parts of a book that print the lambang: on covers, in the kop, on sheets.
BERLAMBANG = ("sampul", "halaman_judul", "keputusan", "sop")
#: What a kop must name besides the office.
KOP = ("alamat", "telepon", "kode_pos")


def isian_kosong(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each SOP in force with empty fields; a draft may have them."""
    for sop in buku.sop:
        if sop.status is Status.BERLAKU:
            empty = list(_empty(sop))
            if empty:
                told = diagnose(
                    "SOP109",
                    f"SOP berlaku belum lengkap: {', '.join(map(isian, empty))}",
                    sop.span,
                    f"isi, atau tulis {isian('status', 'draf')} sampai lengkap",
                )
                yield at_all(told, map(sop.at, empty))


def _said(value: str | tuple[object, ...]) -> bool:
    """Return whether a field says more than that there is nothing: ``-``."""
    texts = (value,) if isinstance(value, str) else value
    return any(not isinstance(one, str) or re.search(r"\w", one) for one in texts)


def _empty(sop: Sop) -> Iterator[str]:
    for name in WAJIB:
        value = getattr(sop.identitas, name)
        if not (value.cetak if isinstance(value, TanggalSop) else _said(value)):
            yield name
    if not sop.kegiatan:
        yield "kegiatan"


def nama_pejabat_kosong(buku: Buku) -> Iterator[Diagnostic]:
    """Yield who signs without name and NIP: dots are printed, to be filled in."""
    pejabat = buku.penandatangan
    if not (pejabat.nama or pejabat.nip):
        told = diagnose(
            "SOP110",
            f"nama dan NIP {pejabat.jabatan} kosong; dicetak titik-titik",
            pejabat.span,
            f"isi {isian('nama')} dan {isian('nip')} sebelum dicetak untuk "
            "ditandatangani",
        )
        yield at_all(told, (pejabat.at("nama"), pejabat.at("nip")))


def pengesahan_tanpa_tanggal(buku: Buku) -> Iterator[Diagnostic]:
    """Yield a lembar pengesahan that prints dots for its date."""
    for bagian in buku.susunan:
        if bagian.jenis == "lembar_pengesahan" and not buku.tanggal_pengesahan:
            yield diagnose(
                "SOP123",
                "lembar pengesahan tanpa tanggal",
                buku.letak.at("tanggal_pengesahan") or bagian.span,
                f"isi {isian('tanggal_pengesahan')} di {berkas('buku.yaml')}",
            )


def lambang_kosong(buku: Buku) -> Iterator[Diagnostic]:
    """Yield a book that prints the word LAMBANG in a box.

    A picture that is named and cannot be used is told where it is read.
    """
    printed = any(bagian.jenis in BERLAMBANG for bagian in buku.susunan)
    if printed and not (buku.kecamatan.lambang or buku.kecamatan.berkas_lambang):
        yield forbid_final(
            "SOP131",
            "tanpa gambar lambang; pada sampul, kop, dan lembar SOP tercetak kotak "
            "bertulisan LAMBANG",
            buku.at("kecamatan", "lambang"),
            f"simpan gambar PNG atau JPG di {frasa('folder')}, lalu tulis "
            f"{isian('lambang', 'lambang.png')} di {frasa('kecamatan')}",
        )


def kop_tanpa_kode_pos(buku: Buku) -> Iterator[Diagnostic]:
    """Yield a kop that has some of address, telephone, kode pos and lacks others.

    Source: tata naskah dinas, kop naskah dinas perangkat daerah.
    """
    absent = [n for n in KOP if not getattr(buku.kecamatan, n)]
    if 0 < len(absent) < len(KOP) and buku.keputusan:
        told = diagnose(
            "SOP124",
            f"kop naskah dinas tanpa {', '.join(absent).replace('_', ' ')}",
            buku.span,
            f"isi di {frasa('kecamatan')}",
        )
        yield at_all(told, (buku.at("kecamatan", name) for name in absent))
