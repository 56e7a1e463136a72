"""Rules about the columns of charts: what they leave out, what is empty (4xx)."""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.lint.temuan import at_all, listed
from sopgen.lint.waktu import measures
from sopgen.model.buku import Buku
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic, Span
from sopgen.model.jumlah_waktu import is_sum, jumlah_of
from sopgen.model.kata import isian
from sopgen.model.kolom import JUDUL, MUTU, WAKTU
from sopgen.model.sop import Kegiatan, Sop


def mutu_baku_tak_dicetak(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each SOP whose kegiatan say what its chart has no column for."""
    for sop in buku.sop:
        hidden = {
            kunci: [k for k in sop.kegiatan if k.isi(kunci)]
            for kunci in _keys(sop)
            if not sop.prints(kunci)
        }
        for kunci, rows in hidden.items():
            if rows:
                numbers = listed(f"`{one.nomor}`" for one in rows)
                message = f"{_name(kunci)} kegiatan {numbers} tidak dicetak"
                saran = f"bagan ini tanpa kolom itu: hapus isinya, {_turned_on(kunci)}"
                told = diagnose("SOP412", message, rows[0].span, saran)
                yield at_all(told, (one.at(kunci) for one in rows))


def _keys(sop: Sop) -> tuple[str, ...]:
    """Return the columns that kegiatan may fill in, but that of uraian."""
    own = (kunci for one in sop.kegiatan for kunci in one.sendiri)
    return tuple(dict.fromkeys((*MUTU, *own, "keterangan")))


def _name(kunci: str) -> str:
    return JUDUL.get(kunci, kunci.replace("_", " ")).casefold()


def _turned_on(kunci: str) -> str:
    where = isian("mutu_baku", "tidak") if kunci in MUTU else isian("kolom")
    return f"atau ubah {where}"


def jumlah_waktu_tanpa_kolom(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each SOP that sums up a column which its chart has not."""
    for sop in buku.sop:
        if sop.jumlah_waktu and sop.kegiatan and not sop.prints(WAKTU):
            message = "jumlah waktu tidak dicetak: bagan ini tanpa kolom Waktu"
            saran = f"hapus {isian('jumlah_waktu', 'ya')}, atau cetak kolomnya"
            yield diagnose("SOP413", message, sop.at("jumlah_waktu"), saran)


def waktu_tak_terjumlah(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each waktu that is not in the sum below it; what is no time is told so."""
    for sop in _summed(buku):
        for one in jumlah_of(sop).luput:
            waktu = one.mutu_baku.waktu
            if not measures(waktu):
                continue
            message = f"waktu kegiatan `{one.nomor}` `{waktu}` tidak ikut dijumlahkan"
            saran = "tulis angka dan satuannya, mis. 5 menit atau 3–5 hari kerja"
            yield diagnose("SOP414", message, one.at("waktu"), saran)


def jumlah_waktu_ditulis(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each row that is a typed sum where the chart has one of its own."""
    for sop in _summed(buku):
        for one in filter(is_sum, sop.kegiatan):
            message = f"baris `{one.nomor}` menulis jumlah yang sudah dicetak sendiri"
            saran = f"hapus barisnya, atau {isian('jumlah_waktu', 'ya')}"
            yield diagnose("SOP419", message, one.at("uraian"), saran)


def _summed(buku: Buku) -> Iterator[Sop]:
    return (one for one in buku.sop if one.jumlah_waktu and one.prints(WAKTU))


def kolom_kosong(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each column of an office's own that no kegiatan fills in.

    One that the whole book has may be empty in some of its SOP.
    """
    filled: dict[tuple[str, Span], list[Kegiatan]] = {}
    titles: dict[tuple[str, Span], str] = {}
    for sop in buku.sop:
        for one in sop.kolom:
            if one.sendiri and sop.kegiatan:
                key = one.kunci, one.span
                said = (row for row in sop.kegiatan if row.isi(one.kunci))
                filled.setdefault(key, []).extend(said)
                titles[key] = one.judul
    for key, rows in filled.items():
        if not rows:
            message = f"kolom `{titles[key]}` kosong di semua kegiatan"
            saran = f"isi {isian(key[0])} pada kegiatan, atau hapus kolomnya"
            yield diagnose("SOP415", message, key[1], saran)
