"""Rules about the waktu of kegiatan: whether it measures, whether the sums are right.

Source: PermenPAN-RB 35/2012, Lampiran: mutu baku waktu is a length of time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from sopgen.lint.mutu_baku import NOL
from sopgen.lint.ujung import shortest_and_longest
from sopgen.model.buku import Buku
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic, Pokok, Span
from sopgen.model.jumlah_waktu import is_sum
from sopgen.model.kata import isian
from sopgen.model.lama import Lama, lamanya, total_of
from sopgen.model.salah_ketik import nearest
from sopgen.model.sop import Sop

#: Numbers of whole things, halves and quarters, written out.
ANGKA = (
    "satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas|setengah|"
    "seperempat|puluh|belas|ratus"
)
SATUAN = "detik|menit|mnt|jam|hari|hk|minggu|pekan|bulan|triwulan|semester|tahun"
#: An hour of the clock, and one by which, or from which to which, something is done.
PUKUL = r"\b(?:pukul|pkl\.?|jam)\s*[0-9]{1,2}(?:[.:][0-9]{2})?\b"
BATAS_PUKUL = (
    r"\b(?:sebelum|sesudah|setelah|hingga|sampai(?:\s+dengan)?|s\.?/?d\.?|paling\s+\w+|"
    rf"selambat\S*|maks\w*\.?|batas|mulai|sejak|setiap|tiap)\s+{PUKUL}"
    rf"|{PUKUL}\s*(?:wib\s*)?(?:[-–—]|s\.?/?d\.?|sampai|hingga)\s*(?:dengan\s+)?(?:pukul\s*)?[0-9]"
)
BERJAM = re.compile(
    r"\b(?:pukul|pkl)|\bjam\s*[0-9]{1,2}[.:][0-9]{2}|[0-9]\s*WI(?:B|TA?)\b",
    re.IGNORECASE,
)
#: A number and its unit: ``5 menit``, ``1/2 jam``, ``5 (lima) menit``; a day.
TERUKUR = re.compile(
    rf"(?:[0-9½¼¾]|\b(?:{ANGKA}))\s*(?:\([^()]*\)\s*)?"
    rf"(?:{SATUAN})(?![a-z])"
    r"|\bse(?:detik|menit|jam|hari|minggu|pekan|bulan|semester|tahun)\b"
    rf"|\b(?:{SATUAN})\s+(?:yang\s+sama|itu\s+juga|berikutnya)\b"
    rf"|\b(?:setiap|tiap|per|akhir|awal)[\s-]+(?:{SATUAN})\b"
    rf"|\b(?:tanggal|tgl\.?)\s*[0-9]|{BATAS_PUKUL}|\bh\s?[-+–]\s?[0-9]"
    r"|\b(?:sesuai|menurut)\s+(?:dengan\s+)?jadwal\b"
)
NEGATIF = re.compile(r"\s*[-–−]\s*[0-9]")
MUNDUR = re.compile(
    rf"([0-9]+)\s*(?:[-–—]|s\.?/?d\.?|sampai)\s*([0-9]+)\s*(?:{SATUAN})(?![a-z])"
)
#: A letter that looks like a digit, among digits: ``1O menit``.
BERHURUF = re.compile(
    r"(?<![\w.,/-])(?:[0-9]+[ol][0-9ol]*|[ol]+[0-9][0-9ol]*)(?=\s)", re.IGNORECASE
)
ANGKA_MIRIP = str.maketrans("oOlL", "0011")
TERBALIK = re.compile(rf"({SATUAN})\s*([0-9]+(?:[.,][0-9]+)?)\s*$", re.IGNORECASE)
BERSATUAN = re.compile(r"([0-9]+(?:[.,][0-9]+)?)\s*([a-z]+)\.?$", re.IGNORECASE)
#: Units whose first letters are all that was typed.
SINGKATAN = {"m": "menit", "j": "jam", "h": "hari", "d": "detik", "b": "bulan"}
#: Signs that stand for a unit, and a text that has nothing else for one.
TANDA = {"'": "menit", "′": "menit", "’": "menit", '"': "detik", "″": "detik"}
BERTANDA = re.compile(r"([^'′’\"″”]*[0-9½¼¾])\s*(''|['′’\"″”])\s*")
#: A second number behind a length of time, without its unit; the one that is meant.
TERTINGGAL = re.compile(
    rf"(.*[0-9]\s*({SATUAN})(?:\s+kerja)?,?\s+(?:(?:dan|lebih)\s+)?[0-9]+(?:[.,][0-9]+)?)\s*\.?",
    re.DOTALL,
)
LEBIH_KECIL = {
    "menit": "detik", "mnt": "detik", "jam": "menit", "hari": "jam", "hk": "jam",
    "minggu": "hari", "pekan": "hari", "bulan": "hari", "tahun": "bulan",
}  # fmt: skip
#: A text that tells the sum of all waktu.
_LANJUT = (
    r"(?:\s+(?:lama(?:nya)?|waktu(?:nya)?|penyelesaian|pelayanan|proses|prosedur|pengerjaan|"
    r"seluruh(?:nya)?|keseluruhan(?:nya)?|semua(?:nya)?|total(?:nya)?|kegiatan|tahapan?|"
    r"adalah|ialah|yaitu|yang|diperlukan|dibutuhkan|digunakan|memerlukan|membutuhkan|"
    r"memakan|untuk|selama|sebesar|sebanyak|SOP|ini|dari|mulai|sampai|selesai|awal|"
    r"akhir)\b)*"
)
JUMLAH = re.compile(
    r"\b(?:jumlah(?:nya)?|total(?:nya)?|(?:ke)?seluruhan(?:nya)?|seluruhnya|akumulasi)\b"
    + _LANJUT
    + r"|\b(?:lama|waktu)(?:nya)?\s+(?:penyelesaian|pelayanan|proses|pengerjaan|total|"
    r"seluruh|keseluruhan|semua)(?:nya)?\b" + _LANJUT,
    re.IGNORECASE,
)
#: What leaves a sum open.
KIRA = re.compile(r"±|\+/?-|maks|paling|sekitar|kurang|lebih|kira|minimal|≤|<|rata")


def waktu_tak_terukur(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each kegiatan whose waktu is none: ``segera``, ``5``, ``menit 5``."""
    known: dict[str, bool] = {}
    for sop in buku.sop:
        for one in sop.kegiatan:
            waktu = one.mutu_baku.waktu
            if waktu not in known:
                known[waktu] = not waktu or bool(NOL.match(waktu)) or measures(waktu)
            if not known[waktu]:
                message = f"waktu kegiatan `{one.nomor}` `{waktu}` tidak terukur"
                told = diagnose("SOP407", message, one.at("waktu"), _proper(waktu))
                yield told.about(Pokok.KATA, waktu)


def measures(waktu: str) -> bool:
    """Return whether a text tells a length of time, a day or an hour."""
    text = waktu.casefold()
    if NEGATIF.match(text) or not TERUKUR.search(text) or BERHURUF.search(text):
        return False
    if BERTANDA.fullmatch(text) or TERTINGGAL.fullmatch(text):
        return False
    back = MUNDUR.search(text)
    return back is None or int(back[1]) <= int(back[2])


def _proper(waktu: str) -> str:
    """Return what to write instead."""
    text = waktu.strip()
    if BERJAM.search(text):
        return "tulis lamanya, mis. 30 menit, bukan pukulnya"
    if slip := _slip(text):
        return slip
    if match := TERBALIK.match(text):
        return f"tulis `{match[2]} {match[1].casefold()}`"
    if whole := _with_unit(text) or _respelled(text):
        return f"mungkin maksudnya `{whole}`"
    return "tulis angka dan satuannya, mis. 5 menit, 2 jam, 3 hari kerja"


def _respelled(text: str) -> str:
    """Return a time with the unit that is meant by letters near it, if one is."""
    match = BERSATUAN.match(text)
    if match is None:
        return ""
    unit = match[2].casefold()
    near = nearest(unit, SATUAN.split("|"))
    meant = SINGKATAN.get(unit) or (near[0] if near else "")
    return f"{match[1]} {meant}" if meant else ""


def _slip(text: str) -> str:
    """Return what is wrong with the digits of a time, and how it is written."""
    if BERHURUF.search(text):
        right = BERHURUF.sub(lambda one: one[0].translate(ANGKA_MIRIP), text)
        return f"huruf di antara angka; tulis `{right}`"
    back = MUNDUR.search(text)
    if back is None or int(back[1]) <= int(back[2]):
        return ""
    (start, first), (last, end) = back.span(1), back.span(2)
    right = f"{text[:start]}{back[2]}{text[first:last]}{back[1]}{text[end:]}"
    return f"rentangnya terbalik; tulis `{right}`"


def _with_unit(text: str) -> str:
    """Return a time with the unit that lacks at its end, nothing if none lacks."""
    if match := BERTANDA.fullmatch(text):
        return f"{match[1]} {TANDA.get(match[2], 'detik')}"
    match = TERTINGGAL.fullmatch(text.casefold())
    unit = LEBIH_KECIL.get(match[2], "") if match else ""
    return f"{text.rstrip('. ')} {unit}" if unit else ""


def jumlah_waktu_keliru(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each sum of waktu that a SOP tells and that is not the sum."""
    for sop in buku.sop:
        told = list(_sums(sop))
        spent = spent_in(sop) if told else ()
        for text, total, span in told if spent else ():
            if not agrees(total, spent, sop):
                yield told_of(f"`{text}`", "", spent, span)


def told_of(text: str, whose: str, spent: Sequence[Lama], span: Span) -> Diagnostic:
    """Return that what a text tells is not the sum of all waktu."""
    message = f"{text} tidak sama dengan jumlah waktu kegiatan{whose}"
    saran = f"jumlahnya {total_of(spent)}; periksa {isian('waktu')}"
    return diagnose("SOP410", message, span, saran)


def spent_in(sop: Sop) -> tuple[Lama, ...]:
    """Return what each kegiatan of a SOP takes, nothing where one leaves it open."""
    rows = [one for one in sop.kegiatan if not is_sum(one)]
    spent = [lamanya(one.mutu_baku.waktu) for one in rows]
    known = tuple(one for one in spent if one is not None)
    return known if len(known) == len(spent) else ()


def _sums(sop: Sop) -> Iterator[tuple[str, Lama, Span]]:
    """Yield the sums that a SOP tells, as they are written and where."""
    for one in sop.kegiatan:
        if is_sum(one) and (own := lamanya(one.mutu_baku.waktu)):
            yield one.mutu_baku.waktu, own, one.at("waktu")
        yield from _told(one.keterangan, one.at("keterangan"))
        yield from _told(one.uraian, one.at("uraian"))
    for name in ("kualifikasi_pelaksana", "peringatan", "pencatatan"):
        for n, text in enumerate(getattr(sop.identitas, name)):
            yield from _told(text, sop.at(name, n))


def _told(text: str, span: Span) -> Iterator[tuple[str, Lama, Span]]:
    """Yield the sum that a text tells."""
    if match := JUMLAH.search(text):
        rest = text[match.end() :].lstrip(" :=")
        own = re.split(r"[.;()](?![0-9])", rest, maxsplit=1)[0].strip()
        total = lamanya(own)
        if total is not None and not KIRA.search(own.casefold()):
            yield f"{match[0]} {own}", total, span


def agrees(total: Lama, spent: Sequence[Lama], sop: Sop) -> bool:
    """Return whether a sum is that of all kegiatan, or of one way through them."""
    whole = sum(spent, Lama())
    if total.may_be(whole):
        return True
    minutes = [one.menit for one in spent]
    ways = shortest_and_longest(sop, by_row(minutes, sop))
    return ways is not None and ways[0] <= total.menit <= ways[1]


def by_row(spent: Sequence[Fraction], sop: Sop) -> dict[int, Fraction]:
    """Return what each row takes that is a kegiatan, not a sum."""
    rows = enumerate(sop.kegiatan)
    places = (n for n, one in rows if not is_sum(one))
    return dict(zip(places, spent, strict=False))
