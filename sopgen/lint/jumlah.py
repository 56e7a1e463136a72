"""Rules about counts that are typed: of SOP, and numbers with their words (7xx)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sopgen.lint.bacaan import Bacaan, bacaan
from sopgen.lint.bilangan import number_of, satuan
from sopgen.lint.kata import words_of
from sopgen.model.bahasa import terbilang
from sopgen.model.buku import Buku
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic
from sopgen.model.nilai import dataclass
from sopgen.model.sebutan_kantor import JENIS, WILAYAH

#: Words before a number by which a text says how many SOP the book has.
MENYATAKAN = re.compile(
    r"\b(?:memuat|berisi|berisikan|terdiri|meliputi|mencakup|sebanyak|sejumlah|jumlah\w*|"
    r"berjumlah|total|tersusun|disusun|menyusun|ditetapkan|menetapkan|adalah|yaitu|yakni|"
    r"seluruh\w*|ke|semua|menghasilkan|terdapat|ada|mempunyai|memiliki|tersedia|"
    r"menghimpun|dari|menyajikan|disajikan|merangkum|kumpulan|himpunan|daftar)\b",
    re.IGNORECASE,
)
#: What makes a number one of some SOP only.
SEBAGIAN = re.compile(
    r"^\s*(?:\(SOP\)\s*)?(?:baru|lama|lain\w*|tambahan|teknis|prioritas|pertama|terakhir|"
    r"lintas|(?:pada|di|dari|untuk|milik|tentang|mengenai|bidang|urusan)\s+(?:seksi|sub|"
    r"sekretariat|bagian|bidang|urusan|unit|kasi|setiap|tiap|masing|pelayanan|tingkat)|"
    r"seksi\b|sub\s?bag\w*|per\b|setiap|tiap|di\s?antara\w*|pelayanan|"
    r"administrasi\s+(?!pemerintahan)|"
    r"yang\s+(?:baru|direvisi|diubah|dicabut|dihapus|ditambah\w*|disempurnakan|belum|"
    r"berkaitan|berhubungan|menyangkut|perlu|diusulkan|sering|paling|mengatur|dievaluasi|"
    r"diperbarui|\w+\s+(?:oleh\s+)?(?:seksi|sub|sekretariat|kasi|kasub|bidang|unit))|"
    r"(?:telah|sudah|akan)\s+(?:direvisi|diubah|dicabut|dihapus|disempurnakan|dievaluasi|"
    r"diperbarui))",
    re.IGNORECASE,
)
DIBANDING = re.compile(
    r"\b(?:di\s?antara\w*|antara\s+lain|setiap|tiap|minimal|maksimal|paling|menambah\w*|"
    r"ditambah\w*|merevisi|mencabut|mengubah|menghapus|semula|sebelumnya|dahulu|"
    r"tahun\s+lalu|baru|sekurang\w*|kurang|lebih|hingga|rata-rata|untuk(?!\s+itu\b)|menggabungkan)\b"
    r"[^.;]{0,50}$",
    re.IGNORECASE,
)
#: Before a number: what it is a part of has been named.
DARI_SEMUA = re.compile(
    r"\bdari\s+(?:jumlah|seluruh\w*|semua\w*|keseluruhan|sekian|(?:\w+\s+){1,4}?SOP|SOP)\b",
    re.IGNORECASE,
)
#: Behind a number: what is said of all SOP of the book.
SEMUANYA = re.compile(
    r"^\s*(?:\(SOP\)\s*)?(?:(?:ini|itu|tersebut)\s+)?"
    rf"(?:(?:(?:pada|di|milik)\s+)?(?:{'|'.join(JENIS)})\s+[A-Z]\w+\s+"
    rf"(?:(?:{'|'.join(WILAYAH)})\s+[A-Z]\w+\s+)?)?"
    r"(?:(?:di\s?)?(?:dalam|pada)\s+(?:buku|lampiran|keputusan|dokumen|naskah)(?:\s+ini)?"
    r"\s+)?(?:yang\s+)?(?:(?:telah|sudah|kami|perlu|wajib|harus|hendaknya|dapat)\s+)*"
    r"(?:disusun|tersusun|ditetapkan|tercantum|termuat|dimuat|terhimpun|dihimpun|"
    r"disahkan|dipatuhi|dipedomani|dilaksanakan|dijalankan|ditaati|diterapkan|menjadi|"
    r"dijadikan|digunakan|dipergunakan|dipakai|berlaku)\b",
    re.IGNORECASE,
)
#: Before a number that is of most SOP of the book: what was made.
DIBUAT = re.compile(r"\b(?:dibuat|disusun|dihasilkan|diterbitkan)(?:lah)?\s*$", re.I)
ANGKA = re.compile(r"[0-9]")
#: Parts of words by one of which a text calls SOP; by others only one of the book.
NAMA, NAMA_LAIN = ("SOP", "perasional"), ("rosedur", "edoman")
BERSOP = re.compile(r"\bSOP\b|operasional\s+prosedur", re.IGNORECASE)
TAHUN = re.compile(r"\btahun\s+([12][0-9]{3})", re.IGNORECASE)
KALIMAT = re.compile(r"(?<=[.;])\s+|\n\s*\n")
#: A unit in which SOP are not counted, or copies of them.
SALINAN = re.compile(
    r"\b(?:dicetak|digandakan|dijilid|dibagikan|disimpan|rangkap|eksemplar)\b", re.I
)
#: Words of which one stands between SOP and a number that follows.
BERJUMLAH = frozenset(
    ("sebanyak", "berjumlah", "sejumlah", "jumlah", "banyaknya", "total")
)
#: Between SOP and their number: a part of the office, or of the SOP.
UNIT = re.compile(r"\b(?:seksi|sub\w*|sekretariat|kasi|lama|baru)\b", re.IGNORECASE)
SEBELUM = 150


@dataclass(frozen=True, slots=True)
class Bilangan:
    """A number of SOP in a text: how many, its words, where they are.

    ``himpun`` says that it is of all of so many, ``dinyatakan`` that the words
    themselves tell that all SOP are counted, ``lain`` that they are called otherwise.
    """

    nilai: int | None
    kata: str
    mulai: int
    akhir: int
    himpun: bool
    dinyatakan: bool
    lain: bool = False


@cache
def _count() -> re.Pattern[str]:
    """Return the pattern of a number of SOP, in digits, in words, or in both."""
    words = satuan()
    return re.compile(
        rf"(?<![\w./,-])(?P<ke>ke-?)?(?:(?P<angka>[0-9]{{1,3}})"
        rf"(?:\s*\(\s*(?P<huruf>[a-z\s]+?)\s*\))?"
        rf"|(?P<kata>{words}))\s+(?:(?:buah|jenis|macam|dokumen|judul|naskah)\s+)?"
        r"(?:SOP|standar\s+operasional\s+prosedur|(?P<benda>prosedur|pedoman)"
        r"(?!\s+(?:pelayanan|administrasi|kerja\s+sama)))\b(?!\.[0-9]|\s+[0-9])",
        re.IGNORECASE,
    )


@cache
def _count_behind() -> re.Pattern[str]:
    """Return the pattern of SOP whose number follows: ``SOP sebanyak 18 buah``."""
    number = rf"(?:(?P<angka>[0-9]{{1,3}})(?:\s*\([a-z\s]+\))?|(?P<kata>{satuan()}))"
    return re.compile(
        r"\b(?:(?:SOP|prosedur)\)?(?:\s+[\w/-]+){0,6}?\s+(?:sebanyak|berjumlah|sejumlah)"
        r"|(?:jumlah|banyaknya|total)\s+SOP(?:\s+[\w/-]+){0,6}?)(?:\s*:)?\s+"
        rf"(?:adalah\s+)?{number}(?:\s+(?:buah|judul|jenis|macam|naskah)\b|\s*(?=[.,;)]|$)"
        r"|\s+(?=yang\b))",
        re.IGNORECASE,
    )


def jumlah_sop(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each number of SOP in a text that is not the number of the list."""
    total = len(buku.sop)
    for one in bacaan(buku):
        if not (_named(one) and _counts(one.isi)):
            continue
        found = [n for n in _numbers(one.isi) if not n.lain or _speaks_of_sop(one)]
        if sum(number.nilai or 0 for number in found) == total:
            continue
        for n, number in enumerate(found):
            earlier = [other.nilai for other in found[:n]]
            if number.nilai != total and _of_the_book(one, number, earlier, buku):
                words = " ".join(number.kata.split())
                message = f"tertulis `{words}`, daftar buku ini memuat {total} SOP"
                saran = "tulis `{{ sop | length }}`, atau perbaiki daftarnya"
                yield diagnose("SOP751", message, one.span(number.mulai), saran)


def _named(one: Bacaan) -> bool:
    """Return whether a text may speak of SOP."""
    if any(word in one.isi for word in NAMA):
        return True
    of_sop = one.tempat.startswith("SOP ")
    return not of_sop and any(word in one.isi for word in NAMA_LAIN)


def _counts(text: str) -> bool:
    """Return whether a text has a number, in digits or in words."""
    return bool(ANGKA.search(text)) or not _number_words().isdisjoint(
        words_of(text).kata
    )


@cache
def _number_words() -> frozenset[str]:
    words = {word for n in range(1, 100) for word in terbilang(n).split()}
    return frozenset((*words, *(f"ke{word}" for word in words)))


def _numbers(text: str) -> Iterator[Bilangan]:
    """Yield the numbers of SOP in a text, in its order."""
    ahead = [(m, False) for m in _count().finditer(text)]
    taken = [(m.start(), m.end()) for m, _ in ahead]
    behind = [
        (m, True)
        for m in (() if BERJUMLAH.isdisjoint(words_of(text).kata) else _behind(text))
        if not any(a < m.end() and m.start() < b for a, b in taken)
        and not SALINAN.search(m[0])
    ]
    for match, stated in sorted((*ahead, *behind), key=lambda one: one[0].start()):
        number = number_of(match["angka"] or match["kata"])
        together = not stated and bool(match["ke"])
        other = not stated and bool(match["benda"])
        yield Bilangan(number, match[0], *match.span(), together, stated, other)


def _speaks_of_sop(one: Bacaan) -> bool:
    """Return whether prosedur and pedoman of a text are the SOP of the book."""
    if one.tempat.startswith("SOP "):
        return False
    return one.tempat.startswith("keputusan ") or bool(BERSOP.search(one.isi))


def _behind(text: str) -> Iterator[re.Match[str]]:
    yield from _count_behind().finditer(text)


def _of_the_book(
    one: Bacaan, number: Bilangan, earlier: list[int | None], buku: Buku
) -> bool:
    """Return whether a number is said of the whole book."""
    text, total = one.isi, len(buku.sop)
    before = KALIMAT.split(text[max(0, number.mulai - SEBELUM) : number.mulai])[-1]
    after = KALIMAT.split(text[number.akhir : number.akhir + SEBELUM])[0]
    around = f"{before} {number.kata if number.dinyatakan else ''} {after}"
    years = TAHUN.findall(around)
    if any(int(year) != buku.tahun for year in years) or DIBANDING.search(before):
        return False
    whole = rf"\b(?:{total}|{terbilang(total)})\b".replace(" ", r"\s+")
    if re.search(whole, before + after, re.I) or DARI_SEMUA.search(before):
        return False
    partly = SEBAGIAN.search(after) or (number.dinyatakan and _of_a_unit(number.kata))
    if partly and (number.nilai or 0) < total:
        return False
    if number.himpun:
        return number.nilai not in earlier and 2 * (number.nilai or 0) >= total
    of_most = one.tempat.startswith("keputusan ") or 2 * (number.nilai or 0) >= total
    whole_book = SEMUANYA.search(after) or DIBUAT.search(before)
    stated = MENYATAKAN.search(before) or (of_most and whole_book)
    return number.dinyatakan or bool(stated)


def _of_a_unit(words: str) -> bool:
    """Return whether words between SOP and their number name a part of the office."""
    return bool(
        re.search(r"\b(?:seksi|sub\w*|sekretariat|kasi|lama|baru)\b", words, re.I)
    )


@cache
def _spelled() -> re.Pattern[str]:
    """Return the pattern of a number with its words, one of them in brackets."""
    return re.compile(
        rf"(?<![\w./,:-])(?:(?P<angka>[0-9]{{1,3}})\s*\(\s*(?P<huruf>{satuan()})\s*\)"
        rf"|(?P<kata>{satuan()})\s*\(\s*(?P<dalam>[0-9]{{1,3}})\s*\))",
        re.IGNORECASE,
    )


def terbilang_lain(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each number whose words in brackets are those of another one."""
    for one in bacaan(buku):
        if "(" not in one.isi or one.dasar:
            continue
        for match in _spelled().finditer(one.isi):
            number = int(match["angka"] or match["dalam"])
            if number_of(match["huruf"] or match["kata"]) != number:
                words = " ".join(match[0].split())
                message = f"angka dan hurufnya berbeda: `{words}`"
                saran = (
                    f"tulis `{number} ({terbilang(number)})`, atau perbaiki angkanya"
                )
                yield diagnose("SOP752", message, one.span(match.start()), saran)
