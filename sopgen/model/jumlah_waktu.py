"""The sum of a SOP's waktu as its chart prints it: each unit apart, nothing guessed.

It is that of all rows, as offices count it: what branches leave out or do again does
not matter.  Of ``3–5 hari`` both ends are added: the sum says the least and the most.
Minutes become hours only where hours are written, and days never do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from fractions import Fraction
from functools import cache

from sopgen.model.bahasa import terbilang
from sopgen.model.gaya import unmarked
from sopgen.model.ingatan import remembered
from sopgen.model.lama import count_of
from sopgen.model.nilai import dataclass
from sopgen.model.perubahan import KOSONG
from sopgen.model.sop import Kegiatan, Sop

#: Units in the order they are written, each with the words that mean it.
SATUAN: Mapping[str, str] = {
    "tahun": "tahun|thn",
    "semester": "semester",
    "triwulan": "triwulan",
    "bulan": "bulan|bln",
    "minggu": "minggu|pekan",
    "hari kerja": "hari kerja|hk",
    "hari kalender": "hari kalender",
    "hari": "hari",
    "jam": "jam",
    "menit": "menit|mnt|['′’]",
    "detik": 'detik|dtk|["″”]',
}
#: Units that are so many of the next: what is written in both is counted in both.
BAGIAN = (("menit", "detik", 60), ("jam", "menit", 60))
#: What makes a time none in particular, and what its sum is then.
KIRA, PALING, SEDIKIT = "±", "paling lama", "paling sedikit"
SIFAT = (
    (KIRA, r"±|\+/?-|kurang lebih|lebih kurang|sekitar|kira-kira|rata-rata"),
    (
        PALING,
        r"maks(?:imal|imum)?\.?|paling (?:lama|lambat|banyak)|selambat-lambatnya"
        r"|(?:kurang|tidak lebih) dari|≤|<=?",
    ),
    (
        SEDIKIT,
        r"min(?:imal|imum)?\.?|paling (?:sedikit|cepat|singkat)|sekurang-kurangnya"
        r"|lebih dari|≥|>=?",
    ),
)
ANGKA = r"[0-9]+(?:[.,][0-9]+)*(?:/[0-9]+)?"
SAMPAI = r" ?(?:[-–—]|s\.?/?d\.?|sampai(?: dengan)?|hingga) ?"
UNIT = "|".join(f"(?:{words})" for words in SATUAN.values())
UKURAN = re.compile(rf"({ANGKA})(?:{SAMPAI}({ANGKA}))? ?({UNIT})(?![a-z])")
MURNI = re.compile(rf"{UKURAN.pattern}(?:[ ,]+(?:dan )?{UKURAN.pattern})*")
RENTANG = re.compile(rf"(.*[^0-9 ]){SAMPAI}(?=[0-9])")
#: What says nothing: dashes and dots.
HAMPA = re.compile(r"[\W_]*")
BARIS_JUMLAH = re.compile(
    r"\s*(?:jumlah|total)\b(?=.*\b(?:waktu|lama)\b|[\s:]*$)", re.IGNORECASE
)
#: Fractions as single letters, and the words in which one is hidden.
PECAHAN = {"½": "5", "¼": "25", "¾": "75"}
KALI = re.compile(r"([0-9]+) ?[x×] ?([0-9]+)(?= ?[a-z])")
SE = re.compile(r"\bse(detik|menit|jam|hari|minggu|pekan|bulan|tahun)\b")
#: A number said again in words: ``5 (lima) menit``.
TERBILANG = re.compile(r"(?<=[0-9]) ?\([a-z ]+\)")
#: What stands before a text that changed, or before the number of its row.
TANDA = re.compile(rf"^[+–~] (?=\*\*|{re.escape(KOSONG)}$)|^\*\*[+–~] ")
#: The largest number that is read in words.
TERBESAR = 99

Hitungan = Mapping[str, Fraction]


@dataclass(frozen=True, slots=True)
class Waktu:
    """A time in its units, at least and at most; ``sifat`` is what it is but about."""

    paling_singkat: Hitungan = field(default_factory=dict)
    paling_lama: Hitungan = field(default_factory=dict)
    sifat: frozenset[str] = frozenset()

    def __add__(self, other: Waktu) -> Waktu:
        """Return both times one behind the other."""
        return Waktu(
            _added(self.paling_singkat, other.paling_singkat),
            _added(self.paling_lama, other.paling_lama),
            self.sifat | other.sifat,
        )

    def __str__(self) -> str:
        """Return ``2 hari kerja 45 menit``, ``3–5 hari 10 menit``."""
        least, most = map(_carried, (self.paling_singkat, self.paling_lama))
        told = " ".join(self.sifat) if len(self.sifat) == 1 else KIRA * bool(self.sifat)
        differing = {unit for unit in most if least.get(unit, 0) != most[unit]}
        if least.keys() == most.keys() and differing.isdisjoint(_joined(most)):
            words = " ".join(_between(u, least[u], most[u]) for u in _ordered(most))
        else:
            words = " – ".join(map(_said, (least, most)))
        return f"{told} {words}".strip()


@dataclass(frozen=True, slots=True)
class Jumlah:
    """The sum of a SOP's waktu, and the kegiatan whose waktu is not in it."""

    waktu: Waktu | None
    luput: tuple[Kegiatan, ...]

    def __str__(self) -> str:
        """Return the sum as it is printed; what is not in it is said."""
        words = str(self.waktu) if self.waktu else "–"
        numbers = ", ".join(_bare(one.nomor) for one in self.luput)
        return f"{words} (tidak termasuk kegiatan {numbers})" if numbers else words


def jumlah_of(sop: Sop) -> Jumlah:
    """Return the sum of a SOP's waktu."""
    rows = [k for k in sop.kegiatan if not is_sum(k) and not HAMPA.fullmatch(_of(k))]
    read = [(k, read_waktu(_of(k))) for k in rows]
    known = [waktu for _, waktu in read if waktu is not None]
    total = sum(known, Waktu()) if known else None
    return Jumlah(total, tuple(k for k, waktu in read if waktu is None))


def _of(one: Kegiatan) -> str:
    return _bare(one.mutu_baku.waktu)


def _bare(text: str) -> str:
    """Return a text without what a chart that shows changes adds to it."""
    made = TANDA.sub("", text)
    return "" if made == KOSONG else unmarked(made).strip("*")


def is_sum(one: Kegiatan) -> bool:
    """Return whether a row is no kegiatan but a sum that was typed."""
    return BARIS_JUMLAH.match(one.uraian) is not None


@remembered(2000)
def read_waktu(text: str) -> Waktu | None:
    """Return the time that a text tells, or nothing where it tells none to be added."""
    plain = _plain(text)
    sifat = next((s for s, words in SIFAT if re.match(f"(?:{words}) ?", plain)), "")
    if sifat:
        plain = re.sub(f"^(?:{dict(SIFAT)[sifat]}) ?", "", plain)
    told = frozenset(filter(None, [sifat]))
    parted = RENTANG.match(plain)
    if parted and MURNI.fullmatch(parted[1]) and MURNI.fullmatch(plain[parted.end() :]):
        first, last = _measured(parted[1]), _measured(plain[parted.end() :])
        if first is None or last is None:
            return None
        return Waktu(first.paling_singkat, last.paling_lama, told)
    found = _measured(plain) if MURNI.fullmatch(plain) else None
    return Waktu(found.paling_singkat, found.paling_lama, told) if found else None


def _plain(text: str) -> str:
    """Return a time in digits and single blanks."""
    plain = " ".join(unmarked(text).casefold().split()).rstrip(" .;,")
    for letter, digits in PECAHAN.items():
        plain = re.sub(f"(?<=[0-9]) ?{letter}", f",{digits}", plain)
        plain = plain.replace(letter, f"0,{digits}")
    plain = SE.sub(r"1 \1", TERBILANG.sub("", plain)).replace("setengah", "0,5")
    plain = _words().sub(lambda m: str(_numbers()[m[0]]), plain)
    return KALI.sub(lambda m: str(int(m[1]) * int(m[2])), plain)


@cache
def _numbers() -> Mapping[str, int]:
    return {terbilang(n): n for n in range(1, TERBESAR + 1)}


@cache
def _words() -> re.Pattern[str]:
    longest = sorted(_numbers(), key=lambda word: (-len(word), word))
    return re.compile(rf"\b(?:{'|'.join(longest)})\b")


def _measured(plain: str) -> Waktu | None:
    """Return the time that measures one behind the other tell."""
    total = Waktu()
    for first, last, word in UKURAN.findall(plain):
        unit = next(u for u, w in SATUAN.items() if re.fullmatch(w, word))
        least = count_of(first)
        most = count_of(last) if last else least
        if least is None or most is None or least > most:
            return None
        total += Waktu({unit: least}, {unit: most})
    return total


def _added(one: Hitungan, other: Hitungan) -> Hitungan:
    return {u: one.get(u, Fraction(0)) + other.get(u, Fraction(0)) for u in SATUAN
            if u in one or u in other}  # fmt: skip


def _joined(every: Iterable[str]) -> Iterator[str]:
    """Yield the units that are counted together because both are written."""
    units = set(every)
    for large, small, _ in BAGIAN:
        if {large, small} <= units:
            yield from (large, small)


def _carried(every: Hitungan) -> Hitungan:
    """Return a time in which no unit is more than one of the next that is written."""
    made = dict(every)
    for large, small, count in BAGIAN:
        if large in made and small in made:
            whole, rest = divmod(made[large] * count + made[small], count)
            made[large], made[small] = Fraction(whole), rest
    return made


def _ordered(every: Hitungan) -> Iterator[str]:
    """Yield the units of a time that are not nothing; of none at all the smallest."""
    some = [unit for unit in SATUAN if every.get(unit)]
    yield from some or [unit for unit in SATUAN if unit in every][-1:]


def _said(every: Hitungan) -> str:
    return " ".join(f"{_number(every[unit])} {unit}" for unit in _ordered(every))


def _between(unit: str, least: Fraction, most: Fraction) -> str:
    both = dict.fromkeys((_number(least), _number(most)))
    return f"{'–'.join(both)} {unit}"


def _number(one: Fraction) -> str:
    return f"{float(one):.2f}".rstrip("0").rstrip(".").replace(".", ",")
