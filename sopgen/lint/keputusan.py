"""Rules about the form of a decree and its annex (codes 7xx).

Source: form of a Keputusan Kepala Daerah, Permendagri 80/2015 jo. 120/2018; UU 12/2011,
Lampiran II.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sopgen.lint.judul_sop import owned_by_another
from sopgen.lint.perbaikan_keputusan import (
    KEPALA,
    ended,
    whole_head,
    without_menetapkan,
    worded,
)
from sopgen.lint.rujukan import MULAI, URUTAN
from sopgen.lint.sitiran import split_words
from sopgen.lint.tanda_ganda import without_mark
from sopgen.lint.temuan import at_all, listed, once, parts_of
from sopgen.model.bahasa import huruf, tanggal, urutan
from sopgen.model.buku import Buku, Keputusan
from sopgen.model.diagnose import diagnose, diagnose_lightly
from sopgen.model.diagnostic import Diagnostic, Pokok, Teks
from sopgen.model.kata import isian
from sopgen.model.sisipan import BARIS

#: An item of menimbang begins with bahwa, and with what is considered.
BERBAHWA = re.compile(r"bahwa\w*\W+\w", re.IGNORECASE)
#: Parts of a decree of which no two items are the same.
BERBUTIR = ("menimbang", "diktum")
#: What the last consideration comes to.
MENETAPKAN = re.compile(
    r"\b(?:menetapkan|ditetapkan|membentuk|dibentuk|mengubah|diubah|mencabut|dicabut)\b",
    re.IGNORECASE,
)
#: A diktum that begins with its own name, which is printed before it.
BERNAMA = re.compile(rf"\s*(?:di[kc]tum\s+)?({URUTAN})\s*[:.,)]", re.IGNORECASE)
#: ``huruf a, b dan c``: the word huruf is not repeated.
RINGKAS = re.compile(r"huruf\s+[a-z]\s*(?:,\s*(?:dan\s+)?|\s+dan\s+)[a-z]\b")


def keputusan_kembar(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each decree of the same date about the same as an earlier one."""
    seen: dict[tuple[str, tuple[str, ...]], Keputusan] = {}
    for one in buku.keputusan:
        key = (tanggal(one.tanggal), split_words(one.tentang.isi))
        if key in seen:
            first = seen[key]
            told = diagnose(
                "SOP736",
                f"keputusan {one.id} bertanggal dan berjudul sama dengan {first.id}",
                one.span,
                f"pilih satu nomor: {first.nomor} atau {one.nomor}",
            )
            yield at_all(told, (one.at("nomor"), first.at("nomor")))
        seen.setdefault(key, one)


def menetapkan_kosong(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each decree with nothing behind "Menetapkan :"."""
    for one in buku.keputusan:
        if one.menetapkan is not None and not one.menetapkan.isi.strip():
            message = 'baris "Menetapkan :" tanpa isi'
            saran = (
                f"hapus {isian('menetapkan')}; sopgen mengisinya dengan judul keputusan"
            )
            told = diagnose("SOP737", message, one.menetapkan.span, saran)
            yield told.cured_by(without_menetapkan(one.menetapkan))


@once
def penutup_menimbang(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each last menimbang that is not in the prescribed form."""
    for one in buku.keputusan:
        last = one.menimbang[-1]
        text = " ".join(last.isi.split())
        if "pertimbangan" not in text:
            if len(one.menimbang) > 1 and not MENETAPKAN.search(text):
                message = "menimbang tanpa butir penutup"
                rumusan = _word_rumusan(len(one.menimbang) + 1, buku)
                yield diagnose("SOP738", message, last.span, f"tambahkan: {rumusan}")
            continue
        faults = [
            fault
            for fault, wrong in (
                ("kata huruf tidak diulang", bool(RINGKAS.search(text))),
                ("tanpa kata sebagaimana", "sebagaimana dimaksud" not in text),
                ("tanpa perlu menetapkan", "perlu menetapkan" not in text),
            )
            if wrong
        ]
        if faults:
            message = f"rumusan butir terakhir menimbang: {', '.join(faults)}"
            rumusan = _word_rumusan(len(one.menimbang), buku)
            told = diagnose("SOP738", message, last.span, rumusan)
            yield told.cured_by(worded(last))


def _word_rumusan(count: int, buku: Buku) -> str:
    marks = [f"huruf {huruf(n).lower()}" for n in range(1, count)]
    several = f"{', '.join(marks[:-1])}, dan {marks[-1]}" if marks[1:] else "huruf a"
    if len(marks) == 2:
        several = " dan ".join(marks)
    return (
        f"bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam {several}, perlu "
        f"menetapkan Keputusan {buku.kecamatan.sebutan.kepala} tentang …;"
    )


@once
def diktum_tanpa_predikat(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each decree whose first diktum has no verb."""
    for one in buku.keputusan:
        first = one.diktum[0]
        if not _begun(first).lower().startswith("me"):
            message = "diktum KESATU tanpa kata kerja"
            saran = "awali dengan Menetapkan"
            yield diagnose("SOP739", message, first.span, saran)


@once
def tanpa_bahwa(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each decree with considerations that do not begin with bahwa.

    Source: UU 12/2011, Lampiran II: each of them does, wherever there are several.
    """
    for one in buku.keputusan:
        faults = {
            f"huruf {huruf(n).lower()}": teks
            for n, teks in enumerate(one.menimbang, 1)
            if not (_is_printed_for(teks) or BERBAHWA.match(_begun(teks)))
        }
        if faults:
            message = f"menimbang tanpa bahwa: {listed(faults)}"
            saran = "awali setiap butir menimbang dengan bahwa"
            told = diagnose("SOP740", message, one.span, saran)
            yield at_all(told, (teks.span for teks in faults.values()))


def _begun(teks: Teks) -> str:
    """Return a text from its first word on; a mark before it is told as one."""
    return without_mark(teks.isi).strip()


def _is_printed_for(teks: Teks) -> bool:
    """Return whether a line of a template stands for what is considered."""
    return bool(BARIS.fullmatch(teks.isi.strip()))


@once
def tanda_baca_butir(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each decree with items that lack their semicolon."""
    for one in buku.keputusan:
        faults: dict[str, Teks] = {}
        for n, teks in enumerate(one.menimbang, 1):
            if not (_is_printed_for(teks) or teks.isi.strip().endswith(";")):
                faults[f"menimbang huruf {huruf(n).lower()}"] = teks
        for n, dasar in enumerate(one.mengingat, 1):
            if not dasar.isi.strip().endswith(";"):
                faults[f"mengingat nomor {n}"] = dasar
        if faults:
            message = f"bentuk butir: {listed(faults)}"
            saran = "akhiri setiap butir dengan titik koma"
            told = diagnose_lightly("SOP740", message, one.span, saran)
            told = told.cured_by(*map(ended, faults.values()))
            yield at_all(told, (teks.span for teks in faults.values()))


def diktum_bernama(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each diktum whose text begins with the name that is printed before it."""
    for one in buku.keputusan:
        for n, teks in enumerate(one.diktum, 1):
            if found := BERNAMA.match(teks.isi):
                message = f"diktum {urutan(n).upper()} diawali `{found[0].strip()}`"
                saran = f"hapus `{found[0].strip()}`; sopgen mencetaknya sendiri"
                yield diagnose("SOP740", message, teks.span, saran)


def butir_kembar(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each menimbang or diktum that says the same as an earlier one.

    Two that put the decree in force are told as that.
    """
    for one in buku.keputusan:
        seen: dict[tuple[str, str], str] = {}
        for nama, teks in parts_of(one):
            kind = nama.partition(" ")[0]
            if kind in BERBUTIR and not MULAI.match(teks.isi):
                key = kind, " ".join(teks.isi.casefold().split())
                first = seen.setdefault(key, nama)
                if first != nama:
                    message = f"{nama} sama dengan {first}"
                    yield diagnose("SOP740", message, teks.span, "hapus salah satu")


@once
def daftar_satu_butir(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each diktum with a letter a and no b."""
    for one in buku.keputusan:
        for n, teks in enumerate(one.diktum, 1):
            lone = re.search(r"(?m)^[ \t]*a\. ", teks.isi)
            if lone and not re.search(r"(?m)^[ \t]*b\. ", teks.isi):
                message = f"diktum {urutan(n).upper()} memuat huruf a tanpa huruf b"
                saran = "hapus huruf a, atau lengkapi dengan huruf b"
                yield diagnose("SOP741", message, teks.span, saran)


@once
def kepala_lampiran(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each annex whose head lacks number, date or title of the decree."""
    for one in buku.keputusan:
        for lampiran in one.lampiran:
            absent = [nama for nama in KEPALA if nama not in lampiran.kepala]
            if absent:
                message = f"kepala lampiran tanpa {' dan '.join(absent)}"
                saran = f"tulis {isian('kepala', '[nomor, tanggal, tentang]')}"
                span = one.at(*lampiran.jejak, "kepala")
                told = diagnose("SOP742", message, span, saran)
                yield told.cured_by(whole_head(span))


def sebutan_berbeda(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each annex, and the daftar isi, with other names of SOP than the list.

    A code that the list lacks is told where it is read.
    """
    names = {sop.id: sop for sop in buku.sop}
    for one in buku.keputusan:
        for lampiran in one.lampiran:
            other = [
                kode
                for kode, nama in lampiran.sebutan.items()
                if kode in names
                and nama != names[kode].nama
                and not owned_by_another(nama, names[kode], buku)
            ]
            if other:
                numbers = ", ".join(str(names[kode].nomor) for kode in other)
                message = f"lampiran {one.id} menyebut SOP {numbers} dengan nama lain"
                saran = f"hapus {isian('sebutan')}, agar satu SOP bernama satu"
                spans = [one.at(*lampiran.jejak, "sebutan", kode) for kode in other]
                told = diagnose("SOP735", message, one.span, saran)
                named = " ".join(lampiran.sebutan[kode] for kode in other)
                yield at_all(told.about(Pokok.KATA, named), spans)
    short = [
        sop
        for sop in buku.sop
        if not _shortened(sop.nama_pendek, sop.nama)
        and not owned_by_another(sop.nama_pendek, sop, buku)
    ]
    if short:
        numbers = listed([f"{sop.nomor} `{sop.nama_pendek}`" for sop in short], 3)
        message = f"daftar isi menyebut SOP dengan nama lain: {numbers}"
        saran = f"pilih {isian('nama_pendek')} dari kata-kata {isian('nama')}"
        told = diagnose("SOP735", message, buku.span, saran)
        named = " ".join(sop.nama_pendek for sop in short)
        spans = [sop.at("nama_pendek") for sop in short]
        yield at_all(told.about(Pokok.KATA, named), spans)


def _shortened(short: str, nama: str) -> bool:
    """Return whether a short name has only words of the name, abbreviations too."""
    words = re.findall(r"\w+", nama.casefold())
    return all(w == "sop" or w in words for w in re.findall(r"\w+", short.casefold()))


@once
def nama_keputusan_berbeda(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each decree that its annex calls otherwise than its title."""
    for one in buku.keputusan:
        for lampiran in one.lampiran[:1] if len(one.lampiran) == 1 else ():
            if lampiran.bertabel:
                continue
            title, annex = (
                split_words(one.judul.isi),
                split_words(lampiran.judul.isi),
            )
            extra = [word for word in annex if word not in title]
            if extra:
                message = (
                    f"judul lampiran memuat `{' '.join(extra)}`, keputusannya tidak"
                )
                saran = "samakan judulnya"
                told = diagnose("SOP743", message, lampiran.judul.span, saran)
                yield told.about(Pokok.KATA, " ".join(extra))


def susunan_bagian(buku: Buku) -> Iterator[Diagnostic]:
    """Yield a book whose decree does not stand before the daftar isi.

    Source: PermenPAN-RB 35/2012, Dokumen SOP AP: cover, decree, daftar isi.
    """
    jenis = [bagian.jenis for bagian in buku.susunan]
    if "keputusan" in jenis and "daftar_isi" in jenis:
        at = jenis.index("keputusan")
        if at > jenis.index("daftar_isi"):
            message = "keputusan berdiri sesudah daftar isi"
            saran = "menurut PermenPAN-RB 35/2012 keputusan mendahului daftar isi"
            yield diagnose("SOP747", message, buku.susunan[at].span, saran)
