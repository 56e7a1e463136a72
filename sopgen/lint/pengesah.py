"""Rules about those who sign: for whom (a.n., u.b.), and the lembar pengesahan (1xx).

Source: tata naskah dinas, kewenangan penandatanganan.
"""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.lint.identitas import signing
from sopgen.lint.melingkar import plain, ring_of
from sopgen.model.buku import Buku
from sopgen.model.diagnose import diagnose, diagnose_lightly
from sopgen.model.diagnostic import Diagnostic
from sopgen.model.kata import isian
from sopgen.model.pejabat import Kapasitas


def untuk_beliau_keliru(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each official who signs u.b. for nobody, or for himself."""
    for one in signing(buku):
        field = isian("untuk_beliau")
        if one.kapasitas is not Kapasitas.UB:
            if one.untuk_beliau:
                message = f"{field} pejabat {one.jabatan} tidak dipakai"
                saran = f"tulis {isian('kapasitas', 'ub')}, atau hapus"
                at = one.at("untuk_beliau")
                yield diagnose_lightly("SOP179", message, at, saran)
        elif not one.untuk_beliau:
            message = f"pejabat {one.jabatan} menandatangani u.b. tanpa {field}"
            saran = f"isi {field} dengan jabatan di bawah a.n.: Sekretaris Kecamatan"
            yield diagnose("SOP179", message, one.at("kapasitas"), saran)
        elif plain(one.untuk_beliau) in (plain(one.jabatan), plain(one.atas_nama)):
            message = (
                f"{field} `{one.untuk_beliau}` sama dengan jabatan lain di blok itu"
            )
            saran = "a.n. Camat, Sekretaris, u.b. Kepala Seksi: tiga jabatan yang lain"
            yield diagnose("SOP179", message, one.at("untuk_beliau"), saran)


def atas_nama_melingkar(buku: Buku) -> Iterator[Diagnostic]:
    """Yield officials who sign for each other, once for each ring of them."""
    told: set[str] = set()
    for one in signing(buku):
        ring = ring_of(one, buku)
        if ring and one.id not in told:
            told |= {each.id for each in ring}
            names = " a.n. ".join(each.jabatan for each in (*ring, one))
            message = f"penandatanganan melingkar: {names}"
            saran = f"seorang di antaranya {isian('kapasitas', 'definitif')}"
            yield diagnose("SOP174", message, one.at("atas_nama"), saran)


def lembar_pengesahan_keliru(buku: Buku) -> Iterator[Diagnostic]:
    """Yield what is odd about those who sign the lembar pengesahan.

    Who puts the book in force is among them, and nobody twice.
    """
    signers = buku.lembar_pengesahan
    if signers and all(one.pejabat.id != buku.penandatangan.id for one in signers):
        message = (
            f"penandatangan buku, {buku.penandatangan.jabatan}, tidak ada di lembar "
            "pengesahan"
        )
        saran = f"tambahkan, atau ganti {isian('penandatangan')}"
        yield diagnose("SOP185", message, buku.at("lembar_pengesahan"), saran)
    seen: set[str] = set()
    for one in signers:
        if one.pejabat.id in seen:
            message = f"{one.pejabat.jabatan} dua kali di lembar pengesahan"
            yield diagnose("SOP185", message, one.span, "hapus salah satu")
        seen.add(one.pejabat.id)


def pengesah_tak_dicetak(buku: Buku) -> Iterator[Diagnostic]:
    """Yield the signers of a lembar pengesahan that is not printed, or not signed."""
    if not buku.lembar_pengesahan:
        return
    field, at = isian("lembar_pengesahan"), buku.at("lembar_pengesahan")
    if not buku.pengesahan_bertanda:
        message = f"{field} tidak dicetak: {isian('pengesahan_bertanda', 'tidak')}"
        saran = f"tulis {isian('pengesahan_bertanda', 'ya')}, atau hapus daftarnya"
        yield diagnose("SOP759", message, at, saran)
    elif all(one.jenis != "lembar_pengesahan" for one in buku.susunan):
        message = f"{field} tidak dicetak: bagian itu tidak ada dalam susunan"
        yield diagnose("SOP759", message, at, "tambahkan bagiannya, atau hapus isinya")
