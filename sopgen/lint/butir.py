"""Rules about lists in texts: those that name the SOP, and how they end (7xx)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import pairwise

from sopgen.lint.bacaan import KOSONG, Bacaan, bacaan
from sopgen.lint.keterkaitan import names_office
from sopgen.lint.pembetulan_ejaan import respell
from sopgen.lint.temuan import at_all, listed
from sopgen.model.buku import Buku
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic, Pokok
from sopgen.model.ingatan import remembered
from sopgen.model.nilai import dataclass

#: An item of a list, with the lines that belong to it.
BUTIR = re.compile(
    r"^[ \t]*(?:(?P<angka>[0-9]{1,3})|(?P<huruf>[a-z]))[.)][ \t]+"
    r"(?P<isi>\S.*(?:\n[ \t]+(?![ \t]*(?:[0-9]{1,3}|[a-z])[.)][ \t])\S.*)*)",
    re.MULTILINE,
)
#: A loop that prints the SOP, each on its line.
LINGKARAN = re.compile(
    r"\{%-?\s*for\s+(\w+)\s+in\s+sop\s*-?%\}(?P<isi>.*?)\{%-?\s*endfor\s*-?%\}",
    re.DOTALL,
)
#: Of a list that names SOP: so much of it are known names; of the book so much is all.
KENAL, SEMUA = 0.5, 0.6
#: How alike two names are that mean the same SOP, and so many make a list.
SERUPA, SEDIKIT = 0.8, 3
#: The sentence before a list, the SOP that it speaks of, those that it sets apart.
PENGANTAR = re.compile(r"[^.;]{0,300}:\s*(?:[0-9]{1,3}|[a-z])[.)]\s*\Z", re.DOTALL)
BERSOP = re.compile(r"\bSOP\b|operasional\s+prosedur", re.IGNORECASE)
BUKAN_BUKU = re.compile(
    r"\b(?:akan|belum|diusulkan|usul\w*|rencana|direncanakan|dicabut|dihapus|dahulu|"
    r"sebelumnya|lama|tahun\s+(?:lalu|depan|berikutnya)|contoh\w*|misalnya|lain|luar|"
    r"instansi|perangkat\s+daerah)\b",
    re.IGNORECASE,
)
AKHIR = re.compile(r"(?:[;,]?\s*\bdan\b|[;,.])?\s*$")
DAN = re.compile(r"[;,]\s*(?:dan|atau|serta)\s*$")
SINGKAT = re.compile(r"\b(?:dll|dsb|dst|dkk)\.$", re.IGNORECASE)
#: Before a list: that it is the whole one of the book, in a decree or of its SOP.
SELURUHNYA = re.compile(
    r"\b(?:meliputi|mencakup|memuat|terdiri\s+(?:dari|atas)|(?:adalah\s+)?sebagai\s+"
    r"berikut|yaitu|yakni|adalah)\s*:\s*(?:[0-9]{1,3}|[a-z])[.)]\s*\Z",
    re.IGNORECASE,
)
#: Words by which it is one of some SOP only.
SEBAGIAN = re.compile(
    r"\b(?:seksi|sub\w*|sekretariat|bidang|kasi|\w*prioritas\w*|\w*unggul\w*|baru|direvisi|diubah|"
    r"ditambah\w*|antara\s+lain|sebagian|tertentu|tahap|wajib|masing-masing|di\s?antara\w*|"
    r"beberapa|terkait|berkaitan|berhubungan|pelayanan|layanan|jenis|lama|[0-9]+|dua|tiga|"
    r"empat|lima|enam|tujuh|delapan|sembilan|sepuluh)\b",
    re.IGNORECASE,
)
#: What is followed by a list, and by nothing here.
DIUMUMKAN = re.compile(
    r"\b(?:meliputi|mencakup|terdiri\s+(?:dari|atas)|yaitu|yakni|adalah|antara\s+lain|"
    r"(?:sebagai\s+)?berikut(?:\s+ini)?)(?:[ \t\n]+\w+)?[ \t]*:\s*(?:\Z|(?=^\#))",
    re.IGNORECASE | re.MULTILINE,
)
#: A heading with a letter.
BAB = re.compile(r"^(?P<tanda>#+)[ \t]+(?P<huruf>[A-Z])[.] ", re.MULTILINE)
#: How a list that goes on with a sentence or another list ends.
BERLANJUT = re.compile(r"^\s*(?:\n\s*)*(?:[a-z]|\{)")


#: The names of the SOP, each as it is compared and as it is written.
Names = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Butir:
    """An item of a list: its text without sign and end, where it begins and ends."""

    isi: str
    mulai: int
    akhir: int
    berhuruf: bool = False


def daftar_sop_berbeda(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each list of SOP in a text that is not the list of the book."""
    if len(buku.sop) < SEDIKIT:
        return
    names = tuple((_key(one.nama), one.nama) for one in buku.sop)
    for one in bacaan(buku):
        if one.tempat.startswith("SOP ") or not BUTIR.search(one.teks.isi):
            continue
        lists = list(_lists(one.teks.isi, names))
        for items in lists:
            yield from _compared(one, items, names, len(lists) == 1)


def _lists(text: str, names: Names) -> Iterator[list[Butir]]:
    """Yield the lists of a text whose items are mostly names of SOP."""
    found = [
        Butir(nama, match.start(), match.end())
        for match in LINGKARAN.finditer(text)
        for _, nama in names
        if f"{match[1]}.nama" in match["isi"]
    ]
    loops = [(m.start(), m.end()) for m in LINGKARAN.finditer(text)]
    for match in BUTIR.finditer(text):
        inside = any(start <= match.start("isi") < end for start, end in loops)
        if not inside and not match["isi"].rstrip().endswith(":"):
            items = Butir(_bare(match["isi"]), match.start("isi"), match.end())
            found.append(items)
    found.sort(key=lambda item: item.mulai)
    for run in _runs(text, found):
        known = [one for one in run if _meant(_key(one.isi), names)]
        enough = len(known) >= SEDIKIT or (known and _announced(text, run, names))
        if enough and len(known) >= KENAL * len(run):
            yield run


def _announced(text: str, run: list[Butir], names: Names) -> bool:
    """Return whether a short list is one of SOP of this book by the words before it.

    What belongs to another office, or says more than a name, makes it another list.
    """
    before = PENGANTAR.search(text[: run[0].mulai])
    if before is None or not BERSOP.search(before[0]) or BUKAN_BUKU.search(before[0]):
        return False
    items = [_key(one.isi) for one in run]
    others = [one for one in items if not _meant(one, names)]
    longer = any(nama in other for nama, _ in names for other in others)
    return not longer and not any(names_office(one.isi) for one in run)


def _runs(text: str, items: list[Butir]) -> Iterator[list[Butir]]:
    """Yield items that follow each other, with nothing between."""
    run: list[Butir] = []
    for item in items:
        between = text[run[-1].akhir : item.mulai] if run else ""
        if run and len(between.strip()) > len("100. "):
            yield run
            run = []
        run.append(item)
    if run:
        yield run


def _is_whole(text: str) -> bool:
    """Return whether the words before a list say that it is all the SOP there are."""
    found = PENGANTAR.search(text)
    before = found[0] if found else ""
    of_book = BERSOP.search(before) or "diktum" in before.casefold()
    words = before.rpartition(":")[0]
    partly = SEBAGIAN.search(words) or BUKAN_BUKU.search(words)
    return bool(of_book and SELURUHNYA.search(before) and not partly)


def _compared(
    one: Bacaan, items: list[Butir], names: Names, alone: bool
) -> Iterator[Diagnostic]:
    """Yield how a list differs from the book's; one of some SOP lacks none.

    It is one of all if it has most of them, or is the only one and said to be.
    """
    meant = [_meant(_key(item.isi), names) for item in items]
    faults = [*_unlike(items, meant), *_doubled(meant, names)]
    spans = [one.span(item.mulai) for item, fault in _odd(items, meant) if fault]
    most = len(set(filter(None, meant))) >= SEMUA * len(names)
    if most or (alone and _is_whole(one.teks.isi[: items[0].mulai])):
        absent = [nama for _, nama in names if nama not in meant]
        if absent:
            faults.append(f"tanpa {listed(f'`{nama}`' for nama in absent)}")
        elif not faults and [n for n in meant if n] != [nama for _, nama in names]:
            faults.append("urutannya lain")
    if faults:
        message = f"daftar SOP dalam teks berbeda dari daftar buku: {listed(faults)}"
        where = spans or [one.span(items[0].mulai)]
        saran = "samakan dengan daftar SOP; dalam diktum tulis [daftar SOP]"
        told = diagnose("SOP753", message, where[0], saran)
        yield at_all(told.about(Pokok.KATA, " ".join(faults)), where)


def _odd(items: list[Butir], meant: list[str]) -> Iterator[tuple[Butir, bool]]:
    """Yield each item, and whether it is misspelt, unknown or there again."""
    seen: set[str] = set()
    for item, nama in zip(items, meant, strict=True):
        yield item, not nama or not _same(item.isi, nama) or nama in seen
        seen.add(nama)


def _unlike(items: list[Butir], meant: list[str]) -> Iterator[str]:
    for item, nama in zip(items, meant, strict=True):
        if not nama:
            yield f"`{' '.join(item.isi.split())[:60]}` tidak ada dalam daftar"
        elif not _same(item.isi, nama):
            yield f"`{' '.join(item.isi.split())[:60]}`, namanya `{nama}`"


def _doubled(meant: list[str], names: Names) -> Iterator[str]:
    """Yield each name that the list has more often than the book."""
    own = Counter(nama for _, nama in names)
    for nama, count in Counter(filter(None, meant)).items():
        if count > own[nama]:
            yield f"`{nama}` disebut {count} kali"


@remembered(2000)
def _meant(text: str, names: Names) -> str:
    """Return the name of the SOP that an item means, nothing of another one."""
    exact = next((nama for key, nama in names if key == text), "")
    if exact or len(text) > 3 * max(len(key) for key, _ in names):
        return exact
    scored = [(_likeness(text, key), nama) for key, nama in names]
    best, nama = max(scored, key=lambda one: one[0])
    return nama if best >= SERUPA else ""


def _likeness(text: str, key: str) -> float:
    """Return how alike two names are, 0 where they cannot be alike enough."""
    match = SequenceMatcher(None, text, key)
    if match.real_quick_ratio() < SERUPA or match.quick_ratio() < SERUPA:
        return 0
    return match.ratio()


def _same(text: str, nama: str) -> bool:
    """Return whether a text is a name; a misspelling that is told as one aside."""
    return _key(text) == _key(nama) or _key(respell(text)) == _key(nama)


@remembered(2000)
def _key(text: str) -> str:
    """Return a name as it is compared: without SOP before it, in small letters."""
    plain = " ".join(text.split()).casefold()
    plain = re.sub(r"^(?:sop|standar operasional prosedur(?: \(sop\))?)\s+", "", plain)
    return re.sub(r"\s*([/(),-])\s*", r"\1", plain)


def _bare(text: str) -> str:
    return AKHIR.sub("", text)


def daftar_terputus(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each list that breaks off, or has its last but one item's end elsewhere."""
    for one in bacaan(buku):
        text = one.isi
        if one.tempat.startswith("SOP ") or not BUTIR.search(text):
            continue
        for run in _plain_lists(text):
            yield from _ending(one, run)
            yield from _stopped(one, run)


def _plain_lists(text: str) -> Iterator[list[Butir]]:
    """Yield the lists of one level as they are written: of letters, of numbers."""
    found = [
        Butir(
            match["isi"].rstrip(), match.start("isi"), match.end(), bool(match["huruf"])
        )
        for match in BUTIR.finditer(text)
    ]
    for run in _runs(text, found):
        if len(run) > 1 and len({one.berhuruf for one in run}) == 1:
            yield run


def _stopped(one: Bacaan, run: list[Butir]) -> Iterator[Diagnostic]:
    """Yield the items before the last that end otherwise than most: with a stop."""
    before = run[:-1]
    wrong = [item for item in before if _is_stopped(item.isi)]
    whole = sum(item.isi.endswith(";") or bool(DAN.search(item.isi)) for item in before)
    if wrong and whole > max(1, len(wrong)):
        words = _tail(wrong[0].isi)
        message = f"butir di tengah daftar tidak diakhiri titik koma: `{words}`"
        saran = "akhiri dengan titik koma seperti butir lain"
        told = diagnose("SOP754", message, one.span(wrong[0].mulai), saran)
        yield at_all(told, (one.span(item.mulai) for item in wrong))


def _is_stopped(text: str) -> bool:
    """Return whether an item ends in a stop or a comma, that of no short form."""
    return text.endswith((".", ",")) and not SINGKAT.search(text)


def daftar_hilang(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each text that announces a list, at its end or before a heading."""
    for one in bacaan(buku):
        if one.tempat.startswith("SOP ") or ":" not in one.isi:
            continue
        for match in DIUMUMKAN.finditer(one.isi):
            words = " ".join(match[0].split())
            message = f"daftar sesudah `{words}` tidak ada"
            saran = "tulis daftarnya, atau akhiri kalimatnya dengan titik"
            yield diagnose("SOP754", message, one.span(match.start()), saran)


def bab_meloncat(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each chapter whose headings leap over a letter or have one twice."""
    for one in bacaan(buku):
        if not one.naskah or "#" not in one.isi:
            continue
        found = list(BAB.finditer(one.isi))
        for before, own in pairwise(found):
            same = before["tanda"] == own["tanda"]
            if same and ord(own["huruf"]) != ord(before["huruf"]) + 1:
                message = f"judul bagian `{own['huruf']}.` sesudah `{before['huruf']}.`"
                saran = "urutkan hurufnya, atau lengkapi bagian yang hilang"
                yield diagnose("SOP754", message, one.span(own.start()), saran)
                break


def _ending(one: Bacaan, run: list[Butir]) -> Iterator[Diagnostic]:
    last = run[-1]
    rest = one.isi[last.akhir :]
    broken = bool(DAN.search(last.isi)) or last.isi.endswith(("; dan", ","))
    open_end = last.isi.endswith(";") and any(x.isi.endswith(";") for x in run[:-1])
    if KOSONG in last.isi[-3:] or BERLANJUT.match(rest):
        return
    if broken or open_end:
        words = " ".join(last.isi.split()[-4:])
        message = f"daftar putus sesudah `{words}`"
        saran = "lengkapi butir berikutnya, atau akhiri daftar dengan titik"
        yield diagnose("SOP754", message, one.span(last.mulai), saran)
        return
    early = [item for item in run[:-2] if DAN.search(item.isi)]
    if early:
        message = f"kata dan sebelum butir terakhir: `{_tail(early[0].isi)}`"
        saran = "kata dan hanya pada butir sebelum yang terakhir"
        yield diagnose("SOP754", message, one.span(early[0].mulai), saran)


def _tail(text: str) -> str:
    return " ".join(text.split()[-4:])
