"""Rules about counts that are typed: of SOP, and numbers with their words (7xx)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sopgen.lint.bacaan import Bacaan, bacaan
from sopgen.lint.bilangan import number_of, satuan
from sopgen.model.bahasa import terbilang
from sopgen.model.buku import Buku
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic

#: Words before a number by which a text says how many SOP the book has.
MENYATAKAN = re.compile(
    r"\b(?:memuat|berisi|berisikan|terdiri|meliputi|mencakup|sebanyak|sejumlah|jumlah\w*|"
    r"total|tersusun|disusun|menyusun|ditetapkan|menetapkan|adalah|yaitu|yakni|seluruh\w*|"
    r"ke|semua|menghasilkan|terdapat|ada|mempunyai|memiliki|tersedia|menghimpun|dari)\b",
    re.IGNORECASE,
)
#: What makes a number one of some SOP only.
SEBAGIAN = re.compile(
    r"^\s*(?:\(SOP\)\s*)?(?:baru|lama|lain\w*|tambahan|teknis|prioritas|pertama|terakhir|"
    r"lintas|(?:pada|di|dari|untuk|milik|tentang|mengenai|bidang|urusan)\s+(?:seksi|sub|"
    r"sekretariat|bagian|bidang|urusan|unit|kasi|setiap|tiap|masing|pelayanan|tingkat)|"
    r"per\b|setiap|tiap|di\s?antara\w*|pelayanan|administrasi\s+(?!pemerintahan)|"
    r"yang\s+(?:baru|direvisi|diubah|dicabut|dihapus|ditambah\w*|disempurnakan|belum|"
    r"berkaitan|berhubungan|menyangkut|perlu|diusulkan|sering|paling|mengatur|dievaluasi|"
    r"diperbarui))",
    re.IGNORECASE,
)
DIBANDING = re.compile(
    r"\b(?:di\s?antara\w*|antara\s+lain|setiap|tiap|minimal|maksimal|paling|menambah\w*|"
    r"ditambah\w*|merevisi|mencabut|mengubah|menghapus|semula|sebelumnya|dahulu|"
    r"tahun\s+lalu|baru|sekurang\w*|kurang|lebih|hingga|rata-rata|untuk|menggabungkan)\b"
    r"[^.;]{0,50}$",
    re.IGNORECASE,
)
TAHUN = re.compile(r"\btahun\s+([12][0-9]{3})", re.IGNORECASE)
KALIMAT = re.compile(r"(?<=[.;])\s+|\n\s*\n")
SEBELUM = 150


@cache
def _count() -> re.Pattern[str]:
    """Return the pattern of a number of SOP, in digits, in words, or in both."""
    words = satuan()
    return re.compile(
        rf"(?<![\w./,-])(?:(?P<angka>[0-9]{{1,3}})(?:\s*\(\s*(?P<huruf>[a-z\s]+?)\s*\))?"
        rf"|(?P<kata>{words}))\s+(?:(?:buah|jenis|macam|dokumen|judul|naskah)\s+)?"
        r"(?:SOP|standar\s+operasional\s+prosedur)\b(?!\.[0-9]|\s+[0-9])",
        re.IGNORECASE,
    )


def jumlah_sop(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each number of SOP in a text that is not the number of the list."""
    total = len(buku.sop)
    for one in bacaan(buku):
        if "SOP" not in one.isi and "perasional" not in one.isi:
            continue
        found = list(_count().finditer(one.isi))
        numbers = [number_of(m["angka"] or m["kata"]) for m in found]
        if sum(number or 0 for number in numbers) == total:
            continue
        for match, number in zip(found, numbers, strict=True):
            if number != total and _of_the_book(one, match, buku):
                words = " ".join(match[0].split())
                message = f"tertulis `{words}`, daftar buku ini memuat {total} SOP"
                saran = "tulis `{{ sop | length }}`, atau perbaiki daftarnya"
                yield diagnose("SOP751", message, one.span(match.start()), saran)


def _of_the_book(one: Bacaan, match: re.Match[str], buku: Buku) -> bool:
    """Return whether a number is said of the whole book."""
    text = one.isi
    before = KALIMAT.split(text[max(0, match.start() - SEBELUM) : match.start()])[-1]
    after = KALIMAT.split(text[match.end() : match.end() + SEBELUM])[0]
    years = TAHUN.findall(before + after)
    if any(int(year) != buku.tahun for year in years) or DIBANDING.search(before):
        return False
    if re.search(rf"\b{len(buku.sop)}\b", before + after):
        return False
    return bool(MENYATAKAN.search(before)) and not SEBAGIAN.search(after)


@cache
def _spelled() -> re.Pattern[str]:
    """Return the pattern of a number with words in brackets behind it."""
    return re.compile(
        rf"(?<![\w./,:-])([0-9]{{1,3}})\s*\(\s*({satuan()})\s*\)", re.IGNORECASE
    )


def terbilang_lain(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each number whose words in brackets are those of another one."""
    for one in bacaan(buku):
        if "(" not in one.isi or one.dasar:
            continue
        for match in _spelled().finditer(one.isi):
            number = int(match[1])
            if number_of(match[2]) != number:
                words = " ".join(match[0].split())
                message = f"angka dan hurufnya berbeda: `{words}`"
                saran = (
                    f"tulis `{number} ({terbilang(number)})`, atau perbaiki angkanya"
                )
                yield diagnose("SOP752", message, one.span(match.start()), saran)
