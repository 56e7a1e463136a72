"""A book beside last year's: what changed with nothing said, what stayed unrenewed."""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic
from sopgen.model.kata import isian
from sopgen.model.pejabat import Pejabat
from sopgen.model.perubahan import Perubahan, Ubah, UbahBagian, UbahSop

#: Fields of a SOP that change with the year, or by which it is only called.
TAHUNAN = frozenset(
    {
        "tanggal_pembuatan", "tanggal_revisi", "tanggal_efektif", "nomor", "nomor_sop",
        "nama_pendek", "judul_sampul", "status", "catatan", "seksi",
    }
)  # fmt: skip


def perubahan_tanpa_revisi(perubahan: Perubahan) -> Iterator[Diagnostic]:
    """Report SOP that are not what they were, but were never revised."""
    for one in perubahan.sop:
        lama, baru = one.lama, one.baru
        if lama is None or baru is None or not _content(one):
            continue
        dates = [s.identitas.tanggal_revisi.cetak for s in (lama, baru)]
        if dates[0] == dates[1]:
            words = ", ".join(dict.fromkeys(u.nama for u in _content(one)))
            yield diagnose(
                "SOP830",
                f"SOP {baru.nomor} berubah sejak buku {perubahan.lama.tahun} "
                f"({words}), tetapi tanggal revisinya tetap `{dates[1] or '-'}`",
                baru.at("tanggal_revisi"),
                f"isi {isian('tanggal_revisi')} dengan tanggal perubahan itu",
            )


def _content(one: UbahSop) -> list[Ubah]:
    """Return the changes of what a SOP says, not of its dates and numbers."""
    own = (u for u in one.ubah if u.pada != "pengesah")
    return [u for u in own if u.titik is not None or u.isian not in TAHUNAN]


def pejabat_tahun_lalu(perubahan: Perubahan) -> Iterator[Diagnostic]:
    """Report the official of last year who signs a new decree."""
    buku = perubahan.baru
    if _of_signer(perubahan.buku) or not buku.penandatangan.nama:
        return
    new = [one for one in perubahan.keputusan if _renewed(one)]
    if new and not any(_of_signer(one.ubah) for one in new):
        signer = buku.penandatangan
        yield diagnose(
            "SOP831",
            f"keputusan sudah baru, tetapi {_who(signer)} "
            f"{signer.nama} masih seperti pada buku {perubahan.lama.tahun}",
            signer.at("nama"),
            "pastikan nama, pangkat, NIP, dan kapasitasnya masih benar",
        )


def _who(signer: Pejabat) -> str:
    return f"{signer.kapasitas.sebutan} {signer.jabatan}".strip()


def _of_signer(ubah: tuple[Ubah, ...]) -> bool:
    return any(one.pada == "penandatangan" for one in ubah)


def _renewed(one: UbahBagian) -> bool:
    """Return whether a decree is new, or has a number or date that is."""
    if not one.ubah:
        return one.macam == "baru"
    return any(u.isian in ("nomor", "tanggal") for u in one.ubah)


def keputusan_tahun_lalu(perubahan: Perubahan) -> Iterator[Diagnostic]:
    """Report decrees of a new year that have the number or date of the old one."""
    lama, baru = perubahan.lama, perubahan.baru
    if lama.tahun == baru.tahun:
        return
    known = {one.id: one for one in lama.keputusan}
    for one in baru.keputusan:
        old = known.get(one.id)
        same = [
            name
            for name in ("nomor", "tanggal")
            if old is not None and getattr(old, name) == getattr(one, name)
        ]
        if same:
            yield diagnose(
                "SOP832",
                f"{' dan '.join(same)} keputusan {one.nomor} sama seperti pada buku "
                f"{lama.tahun}",
                one.at(same[0]),
                f"tulis {' dan '.join(same)} keputusan tahun {baru.tahun}",
            )
