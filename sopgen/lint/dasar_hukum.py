"""Rules about legal bases: are they in force, rightly named, in order (codes 6xx)."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from itertools import pairwise

from sopgen.lint.kutipan import Kutipan, lists, titled
from sopgen.lint.perbaikan_dasar import as_table, ordered, succeeded, twice
from sopgen.lint.riwayat import is_past
from sopgen.lint.sitiran import (
    Sitiran,
    find_meant,
    find_other_kind,
    is_foreign,
    located,
    read_sitiran,
    resembles,
    split_words,
)
from sopgen.lint.teks import line_of
from sopgen.lint.temuan import at_all, listed, once, passages
from sopgen.model.bahasa import tanggal
from sopgen.model.bentuk_peraturan import BENTUK
from sopgen.model.buku import Buku
from sopgen.model.diagnose import diagnose, diagnose_lightly
from sopgen.model.diagnostic import Diagnostic
from sopgen.model.kata import berkas, isian
from sopgen.model.peraturan import (
    Keberlakuan,
    Keyakinan,
    Peraturan,
    Tabel,
    pengganti,
    terakhir,
)
from sopgen.model.sop import Status

GANTI = "sebut peraturan daerah sendiri, atau hapus"
JDIH = f"periksa di JDIH, lalu lengkapi {berkas('peraturan.yaml')}"


def _say_per(peraturan: Peraturan) -> str:
    return f" (tabel per {tanggal(peraturan.per)})" if peraturan.per else ""


@once
def dasar_dicabut(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each basis that is repealed, with its successor.

    It is an error where a text in force takes it from the table; what the office
    wrote itself is only warned of, so that an old book can still be printed.
    """
    for one in lists(buku):
        for at, kutipan in enumerate(one.kutipan):
            known = kutipan.peraturan
            if known and kutipan.dicabut:
                beside = {k.peraturan.id for k in one.kutipan if k.peraturan}
                chosen = not kutipan.dasar.tertulis and one.status is Status.BERLAKU
                yield (diagnose if chosen else diagnose_lightly)(
                    "SOP602",
                    say_dicabut(known),
                    kutipan.dasar.span,
                    propose_ganti(known, buku.peraturan, beside),
                ).cured_by(succeeded(at, one))


def say_dicabut(known: Peraturan) -> str:
    """Return that a regulation is repealed, and since when."""
    since = f" sejak {known.sejak}" if known.sejak else ""
    return f"{known.nama} sudah dicabut{since}{_say_per(known)}"


def propose_ganti(known: Peraturan, tabel: Tabel, beside: Collection[str] = ()) -> str:
    """Return what to cite instead of a regulation that is repealed.

    ``beside`` are the ids of those that the same list cites.
    """
    today = pengganti(known, tabel)
    titles = " dan ".join(one.judul for one in today)
    saran = f"ganti dengan {titles}" if today else JDIH
    if today and all(one.id in beside for one in today):
        saran = f"hapus; {titles} sudah ada dalam daftar ini"
    return f"{saran}{_say_unseen(known, *today)}"


def _say_unseen(known: Peraturan, *today: Peraturan) -> str:
    """Return the doubt that stands behind what rests on common knowledge."""
    unseen = known.oleh and any(one.perlu_verifikasi for one in (known, *today))
    return "; umum diketahui, pastikan di JDIH" if unseen else ""


@once
def perubahan_tertinggal(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each basis that does not name the last change of its regulation."""
    for one in lists(buku):
        for kutipan in one.kutipan:
            known = kutipan.peraturan
            if known is None or known.status is not Keberlakuan.DIUBAH:
                continue
            last = terakhir(known, buku.peraturan, buku.tahun)
            named = [s.peraturan.id for s in kutipan.pengubah if s.peraturan]
            if last is None or last.id in named:
                continue
            sure = known.keyakinan is Keyakinan.TINGGI
            yield (diagnose if sure else diagnose_lightly)(
                "SOP603",
                f"perubahan terakhir {known.nama} belum disebut{_say_per(known)}",
                kutipan.dasar.span,
                f"tambahkan perubahannya, yang terakhir dengan {last.nama}; atau tulis "
                f"{isian('peraturan', known.id)}{_say_unseen(known)}",
            ).cured_by(as_table(kutipan, one))


@once
def dasar_perlu_diperiksa(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each basis whose status nobody has verified yet."""
    for one in lists(buku):
        for kutipan in one.kutipan:
            known = kutipan.peraturan
            if known and known.status is Keberlakuan.PERLU_VERIFIKASI:
                message = f"status {known.nama} belum diverifikasi"
                note = f"{JDIH}; {known.catatan}" if known.catatan else JDIH
                yield diagnose("SOP604", message, kutipan.dasar.span, note)


@once
def dasar_di_luar_tabel(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each basis that the table does not have; letters and decrees aside."""
    for one in lists(buku):
        for kutipan in one.kutipan:
            cited = kutipan.pokok
            if cited is None or kutipan.peraturan or not BENTUK[cited.jenis].mengatur:
                continue
            if _find_keliru(cited, buku) is None:
                message = f"{cited.nama} tidak ada dalam tabel peraturan"
                yield diagnose("SOP605", message, kutipan.dasar.span, JDIH)


@once
def dasar_keliru(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each regulation with the title of another one, or of another region."""
    for one in lists(buku):
        for kutipan in one.kutipan:
            for cited in (kutipan.pokok, *kutipan.pengubah):
                told = _find_keliru(cited, buku) if cited else None
                if told:
                    yield diagnose("SOP606", told[0], kutipan.dasar.span, told[1])


def _find_keliru(cited: Sitiran, buku: Buku) -> tuple[str, str] | None:
    """Return what seems to be wrong in the name of a regulation, and what is meant."""
    own = buku.kecamatan.sebutan.dikenal_sebagai
    foreign = is_foreign(cited, own)
    if cited.peraturan and not foreign:
        return None
    meant = find_meant(cited, buku.peraturan, own)
    if foreign:
        if meant is None:
            ours = buku.kecamatan.sebutan.wilayahnya
            return f"{cited.nama} peraturan daerah lain, bukan {ours}", GANTI
        message = f"nama daerah pada {cited.nama} tampaknya keliru"
        return message, f"mungkin maksudnya {meant.judul}"
    what = "nomor atau tahun"
    if meant is None and cited.tentang:
        what, meant = "jenis", find_other_kind(cited, buku.peraturan, own)
    if meant is None:
        return None
    message = f"{what} {cited.nama} tampaknya keliru"
    return message, f"mungkin maksudnya {meant.judul}"


@once
def judul_berbeda(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each regulation that is cited with another title than its own.

    Where that is the title of one with the same number or year, these are wrong.
    """
    for one in lists(buku):
        for kutipan in one.kutipan:
            for cited in (kutipan.pokok, *kutipan.pengubah):
                known = cited.peraturan if cited else None
                if cited is None or known is None or titled(cited, known):
                    continue
                told = _mistitled(cited, known, buku)
                if told and told.code == "SOP607":
                    told = told.cured_by(as_table(kutipan, one))
                if told:
                    yield replace(told, span=kutipan.dasar.span)


def _mistitled(cited: Sitiran, known: Peraturan, buku: Buku) -> Diagnostic | None:
    """Return what is wrong where a title is not that of the regulation it follows."""
    near = resembles(cited.tentang, known.tentang)
    if _lost_tentang(cited, known):
        message = f"kata tentang hilang sesudah {cited.nama}"
        saran = f"tulis `{cited.nama} tentang {known.tentang}`"
        return diagnose("SOP607", message, buku.span, saran)
    meant = None
    if cited.tentang and not near:
        meant = find_meant(
            cited, buku.peraturan, buku.kecamatan.sebutan.dikenal_sebagai
        )
    if meant and meant.id != known.id:
        message = f"nomor atau tahun {cited.nama} milik peraturan lain"
        saran = f"mungkin maksudnya {meant.judul}"
        return diagnose("SOP606", message, buku.span, saran)
    if not cited.tentang or known.keyakinan is Keyakinan.RENDAH:
        return None
    message = f"judul {known.nama} tidak sesuai dengan tabel peraturan"
    saran = f"judulnya: {known.tentang}"
    return (diagnose_lightly if near else diagnose)("SOP607", message, buku.span, saran)


def _lost_tentang(cited: Sitiran, known: Peraturan) -> bool:
    """Return whether the title stands right behind the number, without tentang."""
    title, behind = split_words(known.tentang), split_words(cited.sisa)
    return not cited.tentang and behind[: len(title)] == title


@once
def urutan_dasar(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each list that is not in order of rank and year.

    What is repealed has no place in it, what has a wrong number that of what is meant.

    Source: UU 12/2011, Lampiran II, dasar hukum.
    """
    for one in lists(buku):
        places = [(kutipan, _place_of(kutipan, buku)) for kutipan in one.kutipan]
        ranked = [(k, place) for k, place in places if place]
        for (before, a), (after, b) in pairwise(ranked):
            if b < a:
                yield (diagnose if one.keputusan else diagnose_lightly)(
                    "SOP609",
                    f"{after.nama} seharusnya sebelum {before.nama}",
                    after.dasar.span,
                    "urutkan menurut tingkat (UU, PP, Perpres, Keppres, Permen, Perda, "
                    "Perbup), lalu menurut tahun",
                ).cured_by(ordered(one))
                break


def _place_of(kutipan: Kutipan, buku: Buku) -> tuple[int, int] | None:
    """Return the place of a basis among others, if it has one that is known."""
    own = kutipan.pokok
    if own is None or kutipan.dicabut:
        return None
    kabupaten = buku.kecamatan.sebutan.dikenal_sebagai
    known = kutipan.peraturan or find_meant(own, buku.peraturan, kabupaten)
    if known is None and own.tentang:
        known = find_other_kind(own, buku.peraturan, kabupaten)
    return (known or own).urutan


@once
def dasar_ganda(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each basis that its list names twice."""
    for one in lists(buku):
        seen: dict[object, int] = {}
        for at, kutipan in enumerate(one.kutipan):
            known = kutipan.peraturan
            key = known.id if known else kutipan.pokok.kunci if kutipan.pokok else None
            if key in seen:
                message = f"{kutipan.nama} disebut dua kali"
                told = diagnose("SOP610", message, kutipan.dasar.span, "hapus satu")
                yield told.cured_by(twice(seen[key], at, one))
            elif key is not None:
                seen[key] = at


def _may_be_past(cited: Sitiran) -> bool:
    known = cited.peraturan
    return known is None or known.status is Keberlakuan.DICABUT


@once
def naskah_di_luar_mengingat(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each chapter that builds on a regulation which no decree names."""
    cited = {
        kutipan.nama for one in lists(buku) for kutipan in one.kutipan if one.keputusan
    }
    if not cited:
        return
    for place in passages(buku):
        if not place.nama.startswith("naskah"):
            continue
        for _, teks in place.teks:
            found = read_sitiran(
                teks.isi, buku.peraturan, buku.kecamatan.sebutan.dikenal_sebagai
            )
            named = [
                (s.peraturan.nama if s.peraturan else s.nama, one)
                for one in located(teks.isi, found)
                if not (_may_be_past(s := one.sitiran) and is_past(teks, s))
            ]
            absent = [
                (nama, one)
                for nama, one in named
                if nama not in cited and BENTUK[one.sitiran.jenis].berlembaran
            ]
            if absent:
                names = listed(nama for nama, _ in absent)
                message = f"tidak ada dalam Mengingat: {names}"
                places = [line_of(teks, one.awal) for _, one in absent]
                saran = f"tambahkan pada {isian('mengingat')}, atau hapus dari naskah"
                yield at_all(diagnose("SOP611", message, place.span, saran), places)
