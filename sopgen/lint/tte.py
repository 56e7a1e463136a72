"""Rules about electronic signatures: the tag, the box, the address, who signs (1xx).

Source: the clients of BSrE, BSSN, which look for one character in the PDF and sign with
the certificate of a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sopgen.kotak_tte import MOST_LETTERS, fits, sign_box
from sopgen.lint.temuan import forbid_final
from sopgen.model.buku import Buku
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic, Span
from sopgen.model.geometry import MM_PER_PT
from sopgen.model.kata import isian
from sopgen.model.nilai import dataclass
from sopgen.model.pejabat import Pejabat
from sopgen.model.salah_ketik import nearest
from sopgen.model.tte import SISIP, SISIPAN, Dokumen, TandaTangan

#: Sizes of boxes that clients are seen with, in points: width and height.
LEBAR, TINGGI = range(55, 301), range(55, 151)
LAZIM = "ukuran yang lazim 160 × 70 poin (56 × 25 mm)"
#: So many letters stand at the foot of a page in two lines.
KAKI_TERPANJANG = 320
HTTPS = re.compile(r"https://[^\s/?#]+\.[^\s/?#]+(?:[/?#]\S*)?")
#: Parts that are signed with the book.
BAGIAN_BUKU = ("lembar_pengesahan", "kata_pengantar")


@dataclass(frozen=True, slots=True)
class Bertanda:
    """Something that is signed electronically: what it is, and by whom."""

    dokumen: Dokumen
    pejabat: Pejabat


def signed_so(buku: Buku) -> Iterator[Bertanda]:
    """Yield all that is signed electronically."""
    for one in _of_book(buku):
        if one.tanda_tangan is TandaTangan.ELEKTRONIK:
            yield Bertanda(Dokumen("buku", buku.tahun), one)
    for keputusan in buku.keputusan:
        if keputusan.elektronik:
            own = Dokumen(f"keputusan-{keputusan.id}", buku.tahun, keputusan.nomor)
            yield Bertanda(own, keputusan.penandatangan)
    for sop in buku.sop:
        if buku.elektronik(sop):
            own = Dokumen(f"sop-{sop.id}", buku.tahun, sop.nomor_sop)
            yield Bertanda(own, buku.pengesah(sop))


def _of_book(buku: Buku) -> tuple[Pejabat, ...]:
    """Return who signs the book itself."""
    parts = {one.jenis for one in buku.susunan}
    if not buku.pengesahan_bertanda or parts.isdisjoint(BAGIAN_BUKU):
        return ()
    listed = (one.pejabat for one in buku.lembar_pengesahan)
    return (buku.penandatangan, *listed)


def tanda_tte_keliru(buku: Buku) -> Iterator[Diagnostic]:
    """Yield a tag that no application finds, or that stands in every text."""
    tanda = buku.tte.tanda
    fault = ""
    if len(tanda) != 1:
        fault = f"{len(tanda)} karakter"
    elif tanda.isalnum() or tanda.isspace() or not tanda.isprintable():
        fault = "huruf, angka, atau spasi"
    if fault:
        message = f"tanda TTE `{tanda[:20]}` berupa {fault}"
        saran = 'satu karakter yang tidak ada dalam teks: "#" atau "$"'
        yield forbid_final("SOP190", message, _place(buku, "tanda"), saran)


def tte_tidak_muat(buku: Buku) -> Iterator[Diagnostic]:
    """Yield a box that is too small for what stands in it, or of an odd size."""
    tte = buku.tte
    at = _place(buku, "lebar" if tte.letak.said("lebar") else "tinggi")
    every = list(signed_so(buku))
    boxes = [sign_box(one.pejabat, tte, tte.alamat(one.dokumen), "") for one in every]
    larger = [box for box in boxes if not fits(box, tte)]
    size = f"{tte.lebar} × {tte.tinggi} poin"
    if larger:
        need = (max(getattr(b, s) for b in larger) for s in ("width", "height"))
        wide, high = (round(mm / MM_PER_PT + 0.499) for mm in need)
        message = f"kotak TTE {size} terlalu kecil; isinya perlu {wide} × {high} poin"
        yield diagnose("SOP191", f"{message}, dicetak sebesar itu", at, LAZIM)
    elif (every or tte.ada) and (tte.lebar not in LEBAR or tte.tinggi not in TINGGI):
        message = f"ukuran kotak TTE {size} tidak lazim"
        saran = f"{LEBAR[0]}–{LEBAR[-1]} × {TINGGI[0]}–{TINGGI[-1]} poin; {LAZIM}"
        yield diagnose("SOP191", message, at, saran)
    if len(tte.kaki) > KAKI_TERPANJANG:
        message = f"kaki TTE {len(tte.kaki)} huruf tidak muat dalam dua baris"
        saran = f"paling banyak {KAKI_TERPANJANG} huruf"
        yield diagnose("SOP191", message, _place(buku, "kaki"), saran)


def tte_tak_dipakai(buku: Buku) -> Iterator[Diagnostic]:
    """Yield what is said of electronic signatures where everything is signed by pen."""
    if buku.tte.ada and not any(signed_so(buku)):
        message = f"{isian('tte')} tidak dipakai: semua ditandatangani dengan pena"
        saran = (
            f"tulis {isian('tanda_tangan', 'elektronik')} pada pejabatnya, atau hapus"
        )
        yield diagnose("SOP192", message, _place(buku), saran)


def tte_tanpa_nama(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each official who signs electronically and is not known by name and NIP."""
    for one in dict.fromkeys(one.pejabat for one in signed_so(buku)):
        lacking = [key for key in ("nama", "nip") if not getattr(one, key).strip()]
        if lacking:
            what = " dan ".join(isian(key) for key in lacking)
            message = f"{one.jabatan} bertanda tangan elektronik tanpa {what}"
            saran = "isi: sertifikat elektronik milik orang, bukan milik jabatan"
            yield forbid_final("SOP193", message, one.at("tanda_tangan"), saran)


def alamat_verifikasi_keliru(buku: Buku) -> Iterator[Diagnostic]:
    """Yield an address that no camera opens: no https, or too long for the QR."""
    tte = buku.tte
    page, at = tte.halaman_verifikasi, _place(buku, "halaman_verifikasi")
    named = SISIP.findall(page)
    if not page:
        return
    if unknown := next((one for one in named if one not in SISIPAN), None):
        close = next(iter(nearest(unknown, SISIPAN)), "")
        message = f"alamat verifikasi memuat `{{{unknown}}}` yang tidak dikenal"
        saran = f"mungkin maksudnya `{{{close}}}`" if close else _known()
        yield forbid_final("SOP194", message, at, saran)
    elif re.search(r"[{}]", SISIP.sub("", page)):
        message = f"kurung kurawal dalam alamat verifikasi `{page}` tidak berpasangan"
        yield forbid_final("SOP194", message, at, _known())
    elif not HTTPS.fullmatch(page):
        message = f"alamat verifikasi `{page}` bukan alamat https"
        saran = "tulis seperti https://tte.kabupaten.go.id/periksa, tanpa spasi"
        yield forbid_final("SOP194", message, at, saran)
    else:
        yield from _too_long(buku, at)


def _known() -> str:
    return "yang dikenal: " + ", ".join(f"`{{{one}}}`" for one in SISIPAN)


def _too_long(buku: Buku, at: Span) -> Iterator[Diagnostic]:
    """Yield that the longest address does not go into the least QR."""
    every = (buku.tte.alamat(one.dokumen) for one in signed_so(buku))
    longest = max(every, key=len, default="")
    if len(longest) > MOST_LETTERS:
        message = f"alamat verifikasi `{longest[:160]}` terlalu panjang untuk QR 20 mm"
        saran = f"paling banyak {MOST_LETTERS} huruf: pendekkan alamatnya atau kode SOP"
        yield forbid_final("SOP194", f"{message}; tidak dicetak", at, saran)


def tanda_tte_bersama(buku: Buku) -> Iterator[Diagnostic]:
    """Yield that several sign the lembar pengesahan by one tag."""
    if not _of_book(buku) or all(
        one.jenis != "lembar_pengesahan" for one in buku.susunan
    ):
        return
    signers = dict.fromkeys(
        one.pejabat.jabatan
        for one in buku.lembar_pengesahan
        if one.pejabat.tanda_tangan is TandaTangan.ELEKTRONIK
    )
    if len(signers) > 1:
        names = ", ".join(signers)
        message = f"{len(signers)} pejabat berbagi tanda TTE `{buku.tte.tanda}` di "
        message += f"lembar pengesahan: {names}"
        saran = (
            f"seorang saja {isian('tanda_tangan', 'elektronik')}, atau bubuhkan TTE "
            "mereka menurut letak, bukan menurut tanda"
        )
        yield diagnose("SOP195", message, buku.at("lembar_pengesahan"), saran)


def _place(buku: Buku, *trail: str) -> Span:
    """Return the place of a field of ``tte``, or who makes it needed."""
    found = buku.tte.at(*trail) or buku.tte.at()
    if found is None and (first := next(signed_so(buku), None)):
        found = first.pejabat.at("tanda_tangan")
    return found or buku.span
