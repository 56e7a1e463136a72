"""Rules about how texts are written: blanks, brackets, capitals (codes 7xx)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from sopgen.lint.bacaan import KOSONG, Bacaan, bacaan, filled
from sopgen.lint.temuan import at_all, listed
from sopgen.lint.terputus import broken
from sopgen.model.bahasa import urutan
from sopgen.model.buku import Buku
from sopgen.model.diagnose import diagnose, diagnose_lightly
from sopgen.model.diagnostic import Diagnostic, Span

GANDA, RAPAT = "spasi ganda", "tanpa spasi sesudah tanda baca"
#: A degree is short for two words: a stop parts their letters, M.Si.
GELAR = "koma di dalam gelar"
BERGELAR = re.compile(
    r"(?:(?<=\b[SM]),(?=(?:Si|Sos|Pd|I?P|AP|H|E|T|M|Kom|Hum|Kes|Ag|Psi|Ak|Keb|Kep|Farm|"
    r"Gz|Sc|Ed|STP|Stat|Pt|Hut|Pi|Tr|Ikom|Ling|Th|Kn|AB|Akun)\b)|(?<=\bA),(?=M[ad]\b))"
)
#: What is wrong with blanks and marks, by what it is called.
SPASI = tuple(
    (what, re.compile(pattern))
    for what, pattern in (
        (GANDA, r"(?<=[^\s.|])(?<!\x00) {2,}(?=[^\s|\x00])(?!Kabupaten\b)"),
        ("spasi sebelum tanda baca", r"(?<=\w)[ \t]+(?=[,;:?!.](?:\s|$))"),
        (RAPAT, r"(?<=[\w).])[,;](?=[A-Za-z])"),
        (RAPAT, r"(?<=[a-z]{3})\.(?=[A-Z][a-z]{2})"),
        (
            RAPAT,
            r"(?:(?<=\b[0-9]{4})|(?<=[a-z]\s[0-9]{2})|(?<=[a-z]\s[0-9])|(?<=\w\)))"
            r"\.(?=[A-Z][a-z]{2,}[\s,])",
        ),
        ("tanda baca ganda", r"(?<!\.)\.\.(?!\.)|,\s*,|;\s*;|[,;]\s*\.(?!\.)"),
    )
)
#: Without one of these, and two blanks, nothing is wrong with blanks.
ADA = re.compile(
    r"[,;:.?!](?:(?<=\s.)|(?<=[\w).][,;.])(?=[A-Za-z])|(?<=[.,;])\s*[.,;])"
)
#: How each of these is written rightly.
BENAR = (
    (re.compile(r"\s+([,;:?!.])"), r"\1"),
    (re.compile(r"([,;])(?:\s*\1)+"), r"\1"),
    (re.compile(r"\.\.+(?=\s+[SMA]\.[A-Z])"), ".,"),
    (re.compile(r"[,;]\.|\.\.+"), "."),
    (BERGELAR, "."),
    (
        re.compile(
            r"(?<=[\w).])([,;])(?=[A-Za-z])|(?:(?<=[a-z]{3})|(?<=[0-9)]))(\.)"
            r"(?=[A-Z][a-z]{2})"
        ),
        r"\1\2 ",
    ),
    (re.compile(r" {2,}"), " "),
)
#: A letter or number of an item, before its bracket.
BUTIR = re.compile(r"(?:^|\s)(?:[0-9]{1,3}|[a-zA-Z]|[ivx]+)$")
PASANGAN = {"(": ")", "[": "]", "“": "”"}
PENUTUP = {close: opened for opened, close in PASANGAN.items()}
ALINEA = re.compile(r"\n\s*\n")
TANDA = re.compile(r"[()\[\]“”\"]")
INCI = re.compile(r"[0-9]\"")
#: A paragraph as long as a sentence, no item of a list, table or heading.
KALIMAT = re.compile(r"(?!\w{1,3}[.)]\s)[A-Z][^|]{80}")
#: The sign of an item: how a list ends is told elsewhere.
DAFTAR = re.compile(r"\s*(?:[0-9]{1,3}|[a-z])[.)]\s")
#: A text that breaks off behind one of these is told as damaged.
PUTUS = re.compile(
    r"\b(?:kepada|untuk|dengan|dalam|pada|dari|oleh|yang|dan|atau|serta|tentang|terhadap|"
    r"ke|di|bagi|melalui)\Z"
)
#: Marks in which no title ends, and short forms that end in one.
AKHIR = frozenset((".", ",", ";", ":"))
SINGKAT = re.compile(r"\b(?:dll|dsb|dst|dkk|[A-Z]|[A-Z]\.[A-Z])\.$")
#: With fewer SOP there are no others to write one like.
SEDIKIT = 3


def tanda_baca(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each place with blanks or marks that are one too many or too few."""
    for _, places in groupby(bacaan(buku), key=lambda one: one.tempat):
        faults: dict[str, Span] = {}
        for one in places:
            for what, match in _blanks(one):
                faults.setdefault(
                    f"{what} `{_shown(one.isi, match)}`", one.span(_word(one, match))
                )
        if faults:
            message = listed(faults, 3)
            span = next(iter(faults.values()))
            saran = f"perbaiki spasi dan tanda bacanya{_right(next(iter(faults)))}"
            light = all(fault.startswith(GANDA) for fault in faults)
            told = (diagnose_lightly if light else diagnose)(
                "SOP763", message, span, saran
            )
            yield at_all(told, faults.values())


def _right(fault: str) -> str:
    """Return how the words of a fault are written rightly."""
    words = fault.partition(" `")[2].rstrip("`")
    for pattern, proper in BENAR:
        words = pattern.sub(proper, words)
    return f": `{words}`" if words and f"`{words}`" not in fault else ""


def _blanks(one: Bacaan) -> Iterator[tuple[str, re.Match[str]]]:
    text = one.isi
    if one.dasar or not ("  " in text or ADA.search(text)):
        return
    for what, pattern in SPASI:
        for match in pattern.finditer(text):
            if what != GANDA or not _indent(text, match):
                degree = what == RAPAT and BERGELAR.match(text, match.start())
                yield GELAR if degree else what, match


def _indent(text: str, match: re.Match[str]) -> bool:
    """Return whether blanks stand behind the sign of an item or in a table."""
    line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
    return (
        bool(re.fullmatch(r"\s*(?:[0-9]{1,3}|[A-Za-z]|[-*+#]+)[.)]?", line))
        or "|" in line
    )


def _word(one: Bacaan, match: re.Match[str]) -> int:
    """Return where the word before a mark begins."""
    return (
        max(one.isi.rfind(" ", 0, match.start()), one.isi.rfind("\n", 0, match.start()))
        + 1
    )


def _shown(text: str, match: re.Match[str]) -> str:
    start, end = max(0, match.start() - 12), match.end() + 8
    return text[start:end].replace("\n", " ").replace(KOSONG, "…").strip()


def kurung_tak_berpasangan(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each text with a bracket or a quotation mark that has no partner."""
    for _, places in groupby(bacaan(buku), key=lambda one: one.tempat):
        found = [(one, *fault) for one in places for fault in _unpaired(one.isi)]
        if found:
            one, start, mark = found[0]
            what = "tanda kutip" if mark in '"“”' else "kurung"
            message = f"{what} `{mark}` tidak berpasangan: `{_near(one.isi, start)}`"
            told = diagnose("SOP764", message, one.span(start), "lengkapi, atau hapus")
            yield at_all(told, (text.span(at) for text, at, _ in found))


def _near(text: str, start: int) -> str:
    words = text[max(0, start - 20) : start + 20].replace(KOSONG, "…")
    return " ".join(words.split())


def _unpaired(text: str) -> Iterator[tuple[int, str]]:
    """Yield the first mark without a partner of each paragraph."""
    if not TANDA.search(text):
        return
    start = 0
    for end in (*(m.end() for m in ALINEA.finditer(text)), len(text)):
        fault = _first_unpaired(text[start:end])
        if fault:
            yield start + fault[0], fault[1]
        start = end


def _first_unpaired(text: str) -> tuple[int, str] | None:
    plain = INCI.sub("00", text)
    opened: list[tuple[int, str]] = []
    for match in TANDA.finditer(plain):
        mark = match[0]
        if mark == '"':
            if opened and opened[-1][1] == '"':
                opened.pop()
            else:
                opened.append((match.start(), mark))
        elif mark in PASANGAN:
            opened.append((match.start(), mark))
        elif opened:
            if opened.pop()[1] != PENUTUP[mark]:
                return match.start(), mark
        elif not BUTIR.search(plain[max(0, match.start() - 6) : match.start()]):
            return match.start(), mark
    return opened[0] if opened else None


def huruf_nama_berbeda(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each name of a SOP that is written in other letters than the others'."""
    if len(buku.sop) < SEDIKIT:
        return
    for what, odd in (
        ("huruf besar semua", [s for s in buku.sop if _large(s.nama)]),
        ("huruf kecil", [s for s in buku.sop if s.nama[:1].islower()]),
    ):
        if 0 < len(odd) < len(buku.sop) / 2:
            named = listed((f"`{one.nama}`" for one in odd), 3)
            message = f"nama SOP ditulis dengan {what}: {named}"
            saran = "tulis seperti nama SOP lain"
            told = diagnose("SOP762", message, odd[0].at("nama"), saran)
            yield at_all(told, (one.at("nama") for one in odd))


def uraian_huruf_kecil(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each SOP with kegiatan that begin small where most of the book do not."""
    every = [one.uraian for sop in buku.sop for one in sop.kegiatan]
    if sum(text[:1].islower() for text in every) * 2 > len(every):
        return
    for sop in buku.sop:
        odd = [one for one in sop.kegiatan if one.uraian[:1].islower()]
        if odd:
            named = listed((f"`{one.nomor}`" for one in odd), 3)
            message = f"uraian diawali huruf kecil: kegiatan {named}"
            saran = "awali dengan huruf besar seperti kegiatan lain"
            told = diagnose("SOP762", message, odd[0].at("uraian"), saran)
            yield at_all(told, (one.at("uraian") for one in odd))


def alinea_tanpa_titik(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each chapter with a paragraph of sentences whose last has no stop."""
    for one in bacaan(buku):
        if not one.naskah:
            continue
        open_ends = [end for end, text in _paragraphs(one.isi) if _unended(text)]
        if open_ends:
            words = " ".join(one.isi[: open_ends[0]].split()[-4:])
            message = f"alinea tanpa titik: `{words.replace(KOSONG, '…')}`"
            spans = [one.span(_last_line(one.isi, end)) for end in open_ends]
            saran = "akhiri kalimatnya dengan titik"
            yield at_all(diagnose("SOP763", message, spans[0], saran), spans)


def diktum_tanpa_titik(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each diktum without a stop where most of its decree have one.

    What breaks off, or is to go on with a list, is told as that.
    """
    for one in buku.keputusan:
        ends = [filled(teks.isi, buku).rstrip() for teks in one.diktum]
        plain = [end for end in ends if not end.endswith(KOSONG)]
        if sum(end.endswith(".") for end in plain) * 2 <= len(plain):
            continue
        for n, (teks, end) in enumerate(zip(one.diktum, ends, strict=True), 1):
            last = end[end.rfind("\n") + 1 :]
            open_end = end[-1:].isalnum() and not DAFTAR.match(last)
            if open_end and not (broken(end) or PUTUS.search(end)):
                words = " ".join(end.split()[-3:]).replace(KOSONG, "…")
                message = f"diktum {urutan(n).upper()} tanpa titik: `{words}`"
                saran = "akhiri kalimatnya dengan titik"
                yield diagnose("SOP763", message, teks.span, saran)


def _paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """Yield the paragraphs of a text with their ends, those before a list aside."""
    start, parts = 0, []
    for end, following in (
        *((m.start(), m.end()) for m in ALINEA.finditer(text)),
        (len(text.rstrip()), len(text)),
    ):
        parts.append((end, text[start:end]))
        start = following
    for n, (end, part) in enumerate(parts):
        behind = parts[n + 1][1] if n + 1 < len(parts) else ""
        if not behind or behind[:1] == "#" or behind[:1].isupper():
            yield end, part


def _unended(text: str) -> bool:
    """Return whether a paragraph is a sentence, or several, and ends in a word."""
    return text[-1:].isalnum() and bool(KALIMAT.match(text)) and not text.isupper()


def _last_line(text: str, end: int) -> int:
    return text.rfind("\n", 0, end) + 1


def nama_bertanda_baca(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each name of a SOP, and title, that ends in a mark."""
    names = [
        (getattr(sop, name), sop.at(name), f"{name.replace('_', ' ')} SOP")
        for sop in buku.sop
        for name in ("nama", "judul_sampul", "judul_prosedur")
        if name == "nama" or not _is_made(getattr(sop, name), sop.nama)
    ]
    titles = [("judul keputusan", one.judul) for one in buku.keputusan]
    titles.append(("judul buku", buku.judul))
    names += [(teks.isi, teks.span, what) for what, teks in titles]
    for text, span, what in names:
        words = text.rstrip()
        if words[-1:] in AKHIR and not SINGKAT.search(words):
            message = f"{what} diakhiri tanda baca: `{' '.join(words.split())}`"
            saran = f"tulis tanpa `{words[-1]}` di belakangnya"
            yield diagnose("SOP763", message, span, saran)


def _is_made(title: str, nama: str) -> bool:
    """Return whether a title is made of a name: then that is told."""
    return nama.casefold() in title.casefold()


def _large(nama: str) -> bool:
    return nama.isupper() and len(re.findall(r"[A-Za-z]{4,}", nama)) > 1
