"""Rules about regions: another office's name, a name written small (codes 7xx)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from sopgen.lint.bacaan import Bacaan, bacaan
from sopgen.lint.belum_diisi import unfilled
from sopgen.lint.kamus import derived, jarak, known
from sopgen.lint.kata import words_of
from sopgen.lint.sitiran import is_foreign, read_pokok
from sopgen.lint.temuan import at_all, listed
from sopgen.lint.wilayah import JAWA_TIMUR, KOTA, TRENGGALEK, is_twin
from sopgen.model.buku import Buku
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic, Pokok, Span, Teks
from sopgen.model.peraturan import Dasar

#: A kind of region or its head, and what may be its name.
WILAYAH = re.compile(
    r"\b(kecamatan|kec\.|camat|distrik|kapanewon|panewu|kemantren|kabupaten|kab\.|bupati|"
    r"wali\s?kota|kota)\s+"
    r"([a-z][a-z]{3,})\b",
    re.IGNORECASE,
)
#: Words by which such a kind begins.
SEBUTAN = frozenset((
    "kecamatan", "kec", "camat", "distrik", "kapanewon", "panewu", "kemantren",
    "kabupaten", "kab", "bupati", "wali", "walikota", "kota",
))  # fmt: skip
SETINGKAT_KECAMATAN = (
    "kecamatan", "kec.", "camat", "distrik", "kapanewon", "panewu", "kemantren",
)  # fmt: skip
SETINGKAT_KABUPATEN = ("kabupaten", "kab.", "bupati", "wali", "walikota", "kota")
#: Before or behind the name of a region with which the office has to do.
_KANTOR = (
    r"berbatasan|perbatasan|batas|tetangga|sebelah|studi|mencontoh|meniru|dicontoh|"
    r"kerja\s+sama|bekerja\s+sama|kunjungan|berkunjung|lintas|misalnya|rsud|imigrasi|"
    r"pengadilan|universitas|mendatangi|pemekaran|dahulu|semula|pelatihan|bimtek|"
    r"laboratorium|labkes\w*|rumah\s+sakit|balai\s+(?:besar|pom|pengujian|latihan)|loka|"
    r"seminar|lokakarya|lomba|menghubungkan|terhubung|jalur|rute|jurusan|berjarak|jarak|"
    r"kilometer|km"
)
#: People who move or were born: of a region they say that it is another one, of its
#: offices nothing.
_PINDAH = r"pindah\w*|perpindahan|kepindahan|mutasi"
_MENETAP = (
    r"berasal|lahir|kelahiran|domisili|berdomisili|merantau|penduduk\s+luar|"
    r"warga\s+luar|luar\s+daerah"
)
_ORANG = rf"{_PINDAH}|{_MENETAP}"
#: What says of a move where it goes or comes from: else it names the own register.
_ARAH = r"\b(?:ke|dari|di|menuju|asal|tujuan|luar|antar\w*|datang|keluar|masuk)\b"
TETANGGA = re.compile(
    rf"\b(?:{_KANTOR}|{_MENETAP})\b|\b(?:{_PINDAH})\b(?=.*{_ARAH})",
    re.IGNORECASE | re.DOTALL,
)
#: Before an office of a region with which the own one has to do: by work, or since
#: somebody moves right there.
MITRA = re.compile(
    rf"\b(?:{_KANTOR})\b|\b(?:{_ORANG}|tempat)\s+(?:ke|dari|menuju|di)\s+$",
    re.IGNORECASE,
)
#: Before a name: that of an office or its head it is.
LEMBAGA = re.compile(
    r"\b(?:Dinas|DINAS|Dis(?:duk|pen|nak|hub|perin|dik|kom|sos)\w+|Din(?:kes|sos)|[Kk]antor|"
    r"KANTOR|Badan|Sekretariat|SEKRETARIAT|Setda|Pemerintah|PEMERINTAH|Inspektorat|DPRD)"
    r"(?P<sisa>(?:[\s,]+(?:dan\s+|serta\s+)?[A-Z]\w*){0,8})\s*$"
)
KEPALA = ("camat", "bupati", "wali", "walikota")
#: Words that say so only where they stand close before the name.
TETANGGA_DEKAT = re.compile(
    r"\b(?:asal|tujuan(?!\s+(?:di)?(?:susun|buat|pe)\w*)|bertujuan(?!\s+(?:untuk|agar|me))|antara(?!\s+lain)|antar(?!a\b)\w*|bersama|contoh|datang|(?<!bagian\s)dari|ke|"
    r"menuju|ibu\s+kota|ibukota|bimbingan|rapat)\b",
    re.IGNORECASE,
)
#: Words that say it of an office that stands right behind them.
ASAL = re.compile(
    r"\b(?:asal|tujuan(?!\s+(?:di)?(?:susun|buat|pe)\w*)|antara(?!\s+lain)|"
    r"antar(?!a\b)\w*|bersama|contoh|datang|(?<!bagian\s)dari|rapat|undangan)\b",
    re.IGNORECASE,
)
TETANGGA_SESUDAH = re.compile(
    r"\b(?:berbatasan|perbatasan|tetangga|asal|tujuan|sebelah|studi\s+(?:banding|tiru)|atau\s+(?:kabupaten|kota|"
    r"kecamatan)\s+lain)\b",
    re.IGNORECASE,
)
#: Of a name so long two letters may be mistyped, of a shorter one one.
PANJANG = 6
#: So much before and behind a name is looked at.
SEBELUM, DEKAT, SESUDAH = 110, 40, 50
#: Words that end a clause.
PUTUS = re.compile(r"[.;:]\s|\n\s*\n")
#: The title of a regulation, in which regions are what they are.
JUDUL_PERATURAN = re.compile(
    r"\bnomor\s?:?\s\S+\s+tahun\s+[0-9]{4}\s+tentang\s[^.;]{0,300}", re.IGNORECASE
)
BULAN = (
    "januari", "februari", "april", "juni", "juli", "agustus", "september", "oktober",
    "november", "desember",
)  # fmt: skip
#: Parts of the country, and months behind a day, that are never written small.
NEGERI = rf"indonesia|jawa\s+timur|pancasila|(?<=[0-9]\s)(?:{'|'.join(BULAN)})"
#: Their first words.
BERHURUF_BESAR = frozenset(("indonesia", "jawa", "pancasila", *BULAN))


def daerah_lain(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each place that names another kecamatan, kabupaten or kota as its own."""
    for tempat, places in groupby(_all_texts(buku), key=lambda one: one.tempat):
        every = [
            (match, one.span(match.start()))
            for one in places
            for match in _foreign(one, buku)
        ]
        meant = [(*one, name) for one in every if (name := _mistyped(one[0], buku))]
        if meant:
            yield _misspelt(meant)
        typed = {one[0] for one in meant}
        found = [one for one in every if one[0] not in typed]
        if found:
            yield _named(found, _own_names(tempat, buku))
    yield from _tempat_lain(buku)


def _own_names(tempat: str, buku: Buku) -> tuple[str, str]:
    """Return how a place says the own kecamatan and kabupaten.

    A template fills them in; SOP and officials are none.
    """
    if tempat.startswith(("SOP ", "pejabat ")):
        return buku.kecamatan.sebutan.nama, buku.kecamatan.sebutan.daerah
    return "{{ kecamatan.nama }}", "{{ kecamatan.kabupaten }}"


def _named(
    found: Sequence[tuple[re.Match[str], Span]], own: tuple[str, str]
) -> Diagnostic:
    """Return that a place names other regions."""
    words = [" ".join(match[0].split()) for match, _ in found]
    message = f"menyebut daerah lain: {listed((f'`{one}`' for one in words), 4)}"
    saran = f"tulis {_own(' '.join(words), own)} bila kantor sendiri yang dimaksud"
    told = diagnose("SOP734", message, found[0][1], saran)
    return at_all(told.about(Pokok.KATA, " ".join(words)), (span for _, span in found))


def _misspelt(found: Sequence[tuple[re.Match[str], Span, str]]) -> Diagnostic:
    """Return that the name of the own region is misspelt at a place."""
    match, span, meant = found[0]
    message = f"`{' '.join(match[0].split())}` mungkin salah ketik"
    told = diagnose("SOP760", message, span, f"mungkin maksudnya `{match[1]} {meant}`")
    told = told.about(Pokok.KATA, match[2].casefold())
    return at_all(told, (span for _, span, _ in found))


def _mistyped(match: re.Match[str], buku: Buku) -> str:
    """Return the own region that a word is nearly the name of, nothing if none."""
    sebutan = buku.kecamatan.sebutan
    small = match[1].casefold() in SETINGKAT_KECAMATAN
    own = sebutan.nama if small else sebutan.daerah
    word, name = match[2].casefold(), own.casefold()
    if word.title() in _every_name() or word[0] != name[0] or " " in name:
        return ""
    limit = 1 if len(name) < PANJANG else 2
    return own if 0 < jarak(word, name, limit) <= limit else ""


def _own(words: str, own: tuple[str, str]) -> str:
    """Return the own regions of the kinds that some words name."""
    kinds = words.casefold().split()
    small = any(one in SETINGKAT_KECAMATAN for one in kinds)
    large = any(one in SETINGKAT_KABUPATEN for one in kinds)
    names = zip(own, (small or not large, large), strict=True)
    return " dan ".join(f"`{name}`" for name, said in names if said)


def _all_texts(buku: Buku) -> Iterator[Bacaan]:
    yield from bacaan(buku)
    alamat = Teks(buku.kecamatan.alamat, buku.at("kecamatan", "alamat"))
    yield Bacaan("kop", "alamat", alamat, alamat.isi)
    signing = dict.fromkeys(
        (buku.penandatangan, *(one.penandatangan for one in buku.keputusan))
    )
    for one in signing:
        teks = Teks(one.jabatan, one.at("jabatan"))
        yield Bacaan(f"pejabat {one.id}", "jabatan", teks, one.jabatan)


def _tempat_lain(buku: Buku) -> Iterator[Diagnostic]:
    """Yield a place of signing that is the seat of another region."""
    k, sebutan = buku.kecamatan, buku.kecamatan.sebutan
    own = (sebutan.nama.casefold(), sebutan.daerah.casefold())
    if k.tempat.casefold() not in own and _elsewhere(k.tempat):
        message = f"ditetapkan di `{k.tempat}`, kantornya {sebutan.kantor}"
        saran = f"tulis `{sebutan.tempat}`, atau tempat di daerah sendiri"
        yield diagnose("SOP734", message, buku.at("kecamatan", "tempat"), saran)


def _elsewhere(tempat: str) -> bool:
    return bool({tempat.title(), *tempat.title().split()} & _every_name())


def _every_name() -> frozenset[str]:
    return TRENGGALEK | JAWA_TIMUR | KOTA


def _foreign(one: Bacaan, buku: Buku) -> Iterator[re.Match[str]]:
    """Yield where a text names another region that is no neighbour."""
    text = one.isi
    if SEBUTAN.isdisjoint(words_of(text).kata):
        return
    if one.dasar:
        if _is_foreign_basis(one.teks, buku):
            return
        text = text.partition(" tentang ")[0]
    elif "entang" in text:
        text = JUDUL_PERATURAN.sub(dotted, text)
    for match in WILAYAH.finditer(text):
        if _is_other(match[1].casefold(), match[2], buku) and not _neighbour(match):
            yield match


def _is_foreign_basis(teks: Teks, buku: Buku) -> bool:
    """Return whether a text is a basis of another region, which is told as such."""
    if not isinstance(teks, Dasar):
        return False
    own = buku.kecamatan.sebutan.dikenal_sebagai
    first, _ = read_pokok(teks, buku.peraturan, own)
    return any(is_foreign(one, own) for one in first)


def dotted(match: re.Match[str]) -> str:
    """Blank a title, but for its line breaks and its kind of regulation."""
    return re.sub(r"\S", "_", match[0])


def _is_other(kind: str, nama: str, buku: Buku) -> bool:
    """Return whether a word behind a kind of region is the name of another one."""
    sebutan = buku.kecamatan.sebutan
    kecamatan = sebutan.nama.split()[0].casefold()
    kabupaten = sebutan.daerah.split()[0].casefold()
    word = nama.casefold()
    small = kind in SETINGKAT_KECAMATAN
    if not (sebutan.setingkat_kecamatan if small else sebutan.sekabupaten):
        return False
    if not small and is_twin("kota" in kind, nama, sebutan.dikenal_sebagai):
        return True
    if word == kabupaten or (small and word == kecamatan):
        return False
    if nama.title() in (TRENGGALEK if small else JAWA_TIMUR | KOTA):
        return not nama.islower() or not known(word)
    named = nama[0].isupper() and not (known(word) or derived(word))
    return named or (word == kecamatan and nama[0].isupper())


def _neighbour(match: re.Match[str]) -> bool:
    """Return whether a region is spoken of as another one."""
    text, start, end = match.string, match.start(), match.end()
    before = PUTUS.split(text[max(0, start - SEBELUM) : start])[-1]
    after = PUTUS.split(text[end : end + SESUDAH])[0]
    office = LEMBAGA.search(before)
    if office or match[1].casefold().split()[0] in KEPALA:
        return _is_partner(before[: office.start()] if office else before, after)
    return bool(
        TETANGGA.search(before)
        or TETANGGA_DEKAT.search(before[-DEKAT:])
        or TETANGGA_SESUDAH.search(after)
    )


def _is_partner(before: str, after: str) -> bool:
    """Return whether an office is another region's on purpose, by the words beside it.

    Papers that somebody forwards go to offices of the own region.
    """
    return bool(
        MITRA.search(before)
        or ASAL.search(before[-DEKAT:])
        or TETANGGA_SESUDAH.search(after)
    )


def nama_huruf_kecil(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each name of the own region, or of the country, that is written small.

    One that is still to be filled in is told as that.
    """
    pattern, own = _small_names(buku), buku.kecamatan.sebutan
    names = BERHURUF_BESAR | words_of(f"{own.nama} {own.daerah}").kata
    for one in bacaan(buku):
        if names.isdisjoint(words_of(one.isi).kata):
            continue
        for match in pattern.finditer(one.isi):
            words = " ".join(match[0].split())
            message = f"`{words}` ditulis dengan huruf kecil"
            saran = f"tulis `{words.title()}`"
            yield diagnose("SOP761", message, one.span(match.start()), saran)
            break


def _small_names(buku: Buku) -> re.Pattern[str]:
    sebutan = buku.kecamatan.sebutan
    daerah = sebutan.daerah
    filled = [one for one in (daerah, sebutan.nama) if not unfilled(one)]
    kinds = ["kabupaten", "bupati", "kecamatan", "camat"]
    if sebutan.macam.bertempat:
        every = f"{sebutan.jenis} {sebutan.kepala} {sebutan.wilayah}".casefold().split()
        kinds += [one for one in every if one not in kinds]
    either = "|".join(
        f"[{one[0].upper()}{one[0]}]{re.escape(one[1:])}" for one in kinds
    )
    region = rf"(?:{either})\s+"
    names = [one.split()[0].casefold() for one in filled]
    own = [rf"{region}(?:{'|'.join(map(re.escape, names))})"] if names else []
    own += [re.escape(one) for one in names[:1] if daerah in filled and not known(one)]
    named = "|".join((*own, NEGERI))
    return re.compile(rf"(?<![\w.@/-])(?:{named})(?![\w@/-]|\.[a-z])")
