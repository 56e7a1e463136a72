"""Rules about the names of pelaksana (codes 2xx).

Source: PermenPAN-RB 35/2012: a pelaksana is a jabatan, the same in every SOP.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from sopgen.lint.nama_pejabat import is_jabatan
from sopgen.lint.temuan import at_all
from sopgen.model.buku import Buku
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic, Pokok, Span
from sopgen.model.ingatan import remembered
from sopgen.model.sebutan_kantor import Sebutan
from sopgen.model.sop import Pelaksana, Sop

#: What is written before or behind the name of a person, or a number of one.
ORANG = re.compile(
    r"\b(?:Drs|Dra|Drg|Ir|Prof|Sdr|Sdri|KH|Hj|Bpk|Bp|Tn|Ny|Nn)\.|\b(?:H|Dr|dr)\.\s*[A-Z]"
    r"|^\s*(?:Pak|Bapak|Bu|Mas|Mbak|Saudara|Saudari)\s+\w"
    r"|^\s*Ibu\s+(?!(?i:hamil|nifas|menyusui|melahirkan|pkk|rumah|bayi|dan\b|balita|bersalin))\w"
    r"|\b(?:S|M|A|D)\.\s?(?:[A-Z]{1,4}|[A-Z][a-z]{1,5}|[A-Z]\.\s?[A-Z][a-z]*)(?:\.|\b)"
    r"(?:\s?[A-Z][a-z]*\.?)?"
    r"|,\s*(?:SH|SE|ST|SSos|SSTP|SKM|SPd|SIP|SAP|MM|MH|MSi|MAP|MPd|AMd|AKS)\b"
    r"|\bNIP\b|[0-9]{8}\s?[0-9]{6}",
)
#: Short forms of jabatan and offices, by what they stand for.
SINGKATAN = {
    "sekcam": "sekretaris kecamatan", "kasi": "kepala seksi", "kasie": "kepala seksi",
    "kasubag": "kepala subbagian", "kasubbag": "kepala subbagian",
    "kasubagian": "kepala subbagian", "subbag": "subbagian", "subag": "subbagian",
    "ka": "kepala", "kep": "kepala", "kades": "kepala desa",
    "sekdes": "sekretaris desa",
    "pemdes": "pemerintah desa", "umpeg": "umum kepegawaian",
    "kesra": "kesejahteraan rakyat", "tapem": "tata pemerintahan",
    "trantib": "ketenteraman ketertiban umum", "trantibum":
    "ketenteraman ketertiban umum", "ekbang": "perekonomian pembangunan",
    "pmd": "pemberdayaan masyarakat desa", "ptgs": "petugas", "adm": "administrasi",
    "admin": "administrasi", "ketentraman": "ketenteraman", "yan": "pelayanan",
    "registrasi": "register",
    "yanum": "pelayanan umum", "pem": "pemerintahan", "sie": "seksi", "keu":
    "keuangan", "opr": "operator", "kel": "kelurahan",
}  # fmt: skip
#: Kinds of units: no two of a kecamatan have the same name behind them.
TINGKAT = frozenset(("seksi", "subbagian", "bagian", "bidang"))
#: Words that tell no jabatan from another.
HAMPA = ("dan", "serta", "kantor")
#: Tokens must be so long to be taken for misspellings of each other.
PANJANG = 6


def pelaksana_nama_orang(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each pelaksana that is a person, not a jabatan."""
    signing = buku.penandatangan.nama.partition(",")[0].strip().casefold()
    if is_jabatan(signing):
        signing = ""
    known: dict[str, bool] = {}
    for sop in buku.sop:
        for one in sop.pelaksana:
            if one.nama not in known:
                whole = one.nama.casefold().strip()
                named = bool(signing) and whole.startswith(signing)
                known[one.nama] = named or bool(ORANG.search(one.nama))
            if known[one.nama]:
                message = f"pelaksana `{one.nama}` bernama orang"
                saran = "tulis jabatannya, mis. Kasi Pelayanan Umum"
                yield diagnose("SOP218", message, one.span, saran)


def pelaksana_dua_sebutan(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each pelaksana that the book calls by two names."""
    places = _places(buku)
    groups: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for nama in places:
        groups[jabatan(nama, buku.kecamatan.sebutan)].append(nama)
    for same in groups.values():
        if len(same) > 1:
            usual, *odd = _by_use(same, places)
            names = " dan ".join(f"`{one}`" for one in odd)
            message = f"pelaksana yang sama disebut {names}, di tempat lain `{usual}`"
            saran = f"samakan di semua SOP: `{usual}`"
            spans = [span for one in odd for span in places[one]]
            told = diagnose("SOP219", message, spans[0], saran)
            yield at_all(told.about(Pokok.PELAKSANA, "; ".join(odd)), spans)


def pelaksana_beda_tingkat(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each pelaksana who heads a seksi here and a subbagian of its name there."""
    places = _places(buku)
    units: defaultdict[tuple[str, ...], dict[str, list[str]]] = defaultdict(dict)
    for nama in places:
        first, *rest = jabatan(nama, buku.kecamatan.sebutan) or ("",)
        if first == "kepala" and len(rest) > 1 and rest[0] in TINGKAT:
            units[tuple(rest[1:])].setdefault(rest[0], []).append(nama)
    for levels in units.values():
        if len(levels) > 1:
            every = [one for names in levels.values() for one in names]
            usual, *others = _by_use(every, places)
            odd = next(one for one in others if not _same_level(one, usual, levels))
            message = f"pelaksana `{odd}` di tempat lain `{usual}`"
            saran = f"mungkin maksudnya `{usual}`"
            told = diagnose("SOP219", message, places[odd][0], saran)
            yield at_all(told.about(Pokok.PELAKSANA, odd), places[odd])


def _same_level(one: str, other: str, levels: Mapping[str, list[str]]) -> bool:
    """Return whether two names are of heads of the same kind of unit."""
    return any({one, other} <= {*names} for names in levels.values())


def pelaksana_salah_ketik(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each pelaksana whose name is another's but for a letter."""
    places = _places(buku)
    names = {tuple(one.casefold().split()): one for one in places}
    tokens = {token for words in names for token in words}
    near = _near(tokens)
    for words, nama in names.items():
        for other in _respelled(words, near, names):
            if len(places[nama]) < len(places[other]):
                message = f"pelaksana `{nama}` berbeda satu huruf dari `{other}`"
                saran = f"mungkin maksudnya `{other}`"
                spans = places[nama]
                told = diagnose("SOP221", message, spans[0], saran)
                yield at_all(told.about(Pokok.KATA, nama), spans)
                break


def _places(buku: Buku) -> dict[str, list[Span]]:
    """Return where each name of a pelaksana stands, in the order of the book."""
    made: dict[str, list[Span]] = {}
    for one in _every(buku.sop):
        made.setdefault(one.nama, []).append(one.span)
    return made


def _every(sop: Iterable[Sop]) -> Iterator[Pelaksana]:
    return (one for each in sop for one in each.pelaksana)


def _by_use(names: Iterable[str], places: Mapping[str, list[Span]]) -> list[str]:
    """Return names by how often they are used; of those alike the longest first."""
    return sorted(names, key=lambda one: (-len(places[one]), -len(one), one))


@remembered(2000)
def jabatan(nama: str, kantor: Sebutan) -> tuple[str, ...]:
    """Return the words of a jabatan in their full forms, without the office's name."""
    hollow = (*HAMPA, *kantor.jenis.casefold().split())
    text = re.sub(r"\bsub[\s-]+bag(?:ian)?\b", "subbagian", nama.casefold())
    head = re.escape(kantor.kepala.casefold()).replace(r"\ ", r"\s+")
    text = re.sub(rf"\bsekretaris\s+{head}\b", "sekretaris", text)
    own = kantor.nama.casefold().split()
    full = (SINGKATAN.get(one, one).split() for one in re.findall(r"\w+", text))
    words = [one for words in full for one in words if one not in hollow]
    if len(words) > len(own) and words[-len(own) :] == own:
        words = words[: -len(own)]
    return tuple(words)


def _near(tokens: Iterable[str]) -> dict[str, list[str]]:
    """Return the tokens that differ from each by a letter, two swapped, or an -an."""
    shared: defaultdict[str, list[str]] = defaultdict(list)
    for one in sorted(tokens):
        if len(one) >= PANJANG and one.isalpha():
            less = (one[:n] + one[n + 1 :] for n in range(len(one)))
            for short in {one, one.removesuffix("an"), *less}:
                shared[short].append(one)
    near: defaultdict[str, list[str]] = defaultdict(list)
    for alike in shared.values():
        for one in alike:
            near[one] += [o for o in alike if o != one and o not in near[one]]
    return near


def _respelled(
    words: tuple[str, ...],
    near: Mapping[str, list[str]],
    names: Mapping[tuple[str, ...], str],
) -> Iterator[str]:
    """Yield the names in which one word is spelled a little differently."""
    for n, word in enumerate(words):
        for other in near.get(word, ()):
            meant = (*words[:n], other, *words[n + 1 :])
            if meant in names:
                yield names[meant]
