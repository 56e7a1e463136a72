"""Rules about the labels of a decision's exits (codes 3xx)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sopgen.lint.temuan import listed
from sopgen.lint.ujung import UJUNG, mains
from sopgen.model.buku import Buku
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic
from sopgen.model.kata import isian
from sopgen.model.sop import Alur, Jenis, Sop

KEPUTUSAN = "keputusan"
#: First words of labels by which work goes on, and by which it does not.
LANJUT = (
    "ya", "iya", "lengkap", "sesuai", "setuju", "disetujui", "menyetujui", "ms",
    "memenuhi", "benar", "betul", "layak", "laik", "sah", "valid", "diterima",
    "terima", "baik", "ok", "oke", "cocok", "lulus", "tepat", "acc", "terpenuhi",
    "berhak", "dikabulkan",
)  # fmt: skip
BALIK = (
    "tidak", "tdk", "tak", "belum", "bukan", "tms", "kurang", "salah", "ditolak",
    "tolak", "menolak", "keliru", "revisi", "direvisi", "perbaiki", "perbaikan",
    "diperbaiki", "dikembalikan", "gagal", "cacat", "batal",
)  # fmt: skip
YA = re.compile(rf"(?:{'|'.join(LANJUT)})\b")
TIDAK = re.compile(rf"(?:{'|'.join(BALIK)})\b")
#: Words of labels that are a yes together, in whatever order.
SEARTI = frozenset((
    "ya", "iya", "sudah", "telah", "lengkap", "sesuai", "setuju", "disetujui", "benar",
    "memenuhi", "terpenuhi", "syarat", "persyaratan", "ketentuan", "layak", "laik",
    "sah", "valid", "diterima", "baik", "ok", "oke", "cocok", "lulus", "tepat", "acc",
    "betul", "ms", "komplit", "ada", "tersedia",
))  # fmt: skip
#: Words that add nothing to it: ``Sudah lengkap``, ``Berkas dinyatakan sah``.
PENGISI = frozenset((
    "dan", "dinyatakan", "cukup", "berkas", "data", "dokumen", "konsep", "semua",
    "semuanya",
))  # fmt: skip
#: Words of a kegiatan that looks for what is wrong or left: there Ya leads back.
MENCARI = re.compile(
    r"kurang|kesalahan|salah|keliru|perbaik|revisi|koreksi|cacat|masalah|hambatan|"
    r"keberatan|sanggah|ulang|lagi\b|masih|sisa|belum|perlu|temuan|tambahan|tunggak|"
    r"penolakan|ditolak|rusak|hilang|ganda|terlambat|tidak",
    re.IGNORECASE,
)
#: What is done with what is not in order: it is mended, sent back, refused.
PERBAIKAN = re.compile(
    r"\W*(?:memperbaiki|mengembalikan|melengkapi|menolak|merevisi|mengoreksi|membetulkan|"
    r"menyempurnakan|mengulang\w*|membatalkan|menghentikan|"
    r"(?:meminta|memberi\w*|menyampaikan|menyusun|membuat|menerbitkan)\s+(?:\w+\s+){0,2}?"
    r"(?:kekurangan|penolakan|perbaikan|kelengkapan|revisi|pengembalian|koreksi))\b",
    re.IGNORECASE,
)
#: Labels that mean yes or no to whatever is asked.
JAWABAN = re.compile(r"(?:i?ya|tidak|tdk|tak|belum|bukan)\W*")
TANDA = re.compile(r"[^\w]+")


def plain(label: str) -> str:
    """Return the words of a label, without signs and capitals."""
    return TANDA.sub(" ", label.casefold()).strip()


def meaning(label: str) -> str:
    """Return ``ya`` or ``tidak`` for a label that means so, else nothing."""
    text = plain(label)
    if TIDAK.match(text):
        return "tidak"
    return "ya" if YA.match(text) else ""


def decisions(sop: Sop) -> Iterator[tuple[int, tuple[Alur, ...]]]:
    """Yield the row of each decision with its labelled exits."""
    exits: dict[str, list[Alur]] = {}
    for one in sop.alur:
        if one.label and one.jenis is Jenis.PROSES:
            exits.setdefault(one.dari, []).append(one)
    if exits:
        rows = {one.id: one.baris for one in sop.langkah}
        yield from ((rows[dari], tuple(ways)) for dari, ways in exits.items())


def label_terbalik(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each decision that leads back on yes and on with no."""
    for sop in buku.sop:
        for baris, ways in decisions(sop):
            back, on = _swapped(sop, baris, ways)
            if back and on and not _seeks(sop, baris, back):
                nomor = sop.kegiatan[baris].nomor
                message = f"label terbalik pada kegiatan `{nomor}`: `{back.label}` "
                told = f"{message}kembali, `{on.label}` maju"
                saran = f"tukar tujuannya pada {isian('ke')}"
                yield diagnose("SOP320", told, back.at("label"), saran)
            elif pair := exchanged(sop, baris, ways):
                yield _exchanged(sop, baris, pair)


def exchanged(sop: Sop, baris: int, ways: tuple[Alur, ...]) -> tuple[Alur, Alur] | None:
    """Return a yes that leads to mending or refusing, and the no that does not."""
    rows = {one.id: one.baris for one in sop.langkah if not one.beralih}
    targets = {one.label: sop.kegiatan[rows[one.ke]] for one in ways if one.ke in rows}
    mends = {label for label, row in targets.items() if PERBAIKAN.match(row.uraian)}
    known = [one for one in ways if one.label in targets]
    yes = [one for one in known if meaning(one.label) == "ya"]
    no = [one for one in known if meaning(one.label) == "tidak"]
    if len(yes) != 1 or not no or _seeks(sop, baris, yes[0]):
        return None
    swapped = yes[0].label in mends and mends.isdisjoint(one.label for one in no)
    return (yes[0], no[0]) if swapped else None


def _exchanged(sop: Sop, baris: int, pair: tuple[Alur, Alur]) -> Diagnostic:
    """Return that a yes leads to mending."""
    rows = {one.id: one.baris for one in sop.langkah}
    yes, no = pair
    nomor, target = sop.kegiatan[baris].nomor, sop.kegiatan[rows[yes.ke]]
    message = f"label terbalik pada kegiatan `{nomor}`: `{yes.label}` menuju kegiatan "
    told = f"{message}`{target.nomor}` `{target.uraian}`, `{no.label}` tidak"
    saran = f"tukar tujuannya pada {isian('ke')}"
    return diagnose("SOP320", told, yes.at("label"), saran)


def label_tanpa_keputusan(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each symbol with answers that is no decision.

    One way on may have a word beside it; two of them, or a yes, answer something.
    """
    for sop in buku.sop:
        symbols = {one.id: one for one in sop.langkah}
        for baris, ways in decisions(sop):
            one = symbols[ways[0].dari]
            labels = list(dict.fromkeys(way.label for way in ways))
            answers = len(labels) > 1 or bool(meaning(labels[0]))
            if answers and one.simbol not in (KEPUTUSAN, UJUNG):
                named = listed((f"`{label}`" for label in labels), 3)
                message = f"jalan keluar berlabel {named} pada kegiatan "
                told = f"{message}`{sop.kegiatan[baris].nomor}` yang bukan keputusan"
                saran = f"tulis {isian('simbol', 'keputusan')}, atau hapus labelnya"
                yield diagnose("SOP310", told, one.at("simbol"), saran)


def _swapped(
    sop: Sop, baris: int, ways: tuple[Alur, ...]
) -> tuple[Alur | None, Alur | None]:
    """Return the exit that means yes and leads back, and its opposite."""
    rows = {one.id: one.baris for one in sop.langkah}
    back = (w for w in ways if rows[w.ke] < baris and meaning(w.label) == "ya")
    on = (w for w in ways if rows[w.ke] > baris and meaning(w.label) == "tidak")
    return next(back, None), next(on, None)


def _seeks(sop: Sop, baris: int, back: Alur) -> bool:
    """Return whether a bare yes answers whether something is wrong or left."""
    one = sop.kegiatan[baris]
    symbol = next((s.teks for s in mains(sop) if s.baris == baris), "")
    asked = f"{one.uraian} {symbol} {one.keterangan}"
    bare = JAWABAN.fullmatch(back.label.casefold().strip())
    return bool(bare and MENCARI.search(asked))


def label_searti(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each decision of whose exits two mean the same."""
    for sop in buku.sop:
        for baris, ways in decisions(sop):
            pair = _alike(ways)
            if pair:
                first, second = pair
                nomor = sop.kegiatan[baris].nomor
                message = f"label `{first.label}` dan `{second.label}` searti pada "
                saran = "beri label yang berlawanan: Lengkap dan Tidak"
                told = f"{message}kegiatan `{nomor}`"
                yield diagnose("SOP321", told, second.at("label"), saran)


def _alike(ways: tuple[Alur, ...]) -> tuple[Alur, Alur] | None:
    """Return two exits that mean the same; of many only those of the same words.

    The very same label is told where it is read.
    """
    seen: dict[str, Alur] = {}
    for one in ways:
        other = seen.setdefault(plain(one.label), one)
        if other is not one and other.label.casefold() != one.label.casefold():
            return other, one
    if len(seen) == 2:
        first, second = seen.values()
        if _same(first.label, second.label) and first.ke != second.ke:
            return first, second
    return None


def _same(one: str, other: str) -> bool:
    """Return whether two labels are both a no, or both nothing but a yes.

    What is agreed to with a remark, or in some other way, is another answer.
    """
    if meaning(one) == "tidak" == meaning(other):
        return True
    both = [set(plain(label).split()) - PENGISI for label in (one, other)]
    return all(words and words <= SEARTI for words in both)
