"""Rules about what a decree refers to: its diktum, letters, annex, other decrees (7xx).

Source: UU 12/2011, Lampiran II; form of a Keputusan Kepala Daerah.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sopgen.lint.bacaan import filled
from sopgen.lint.bilangan import ordinal_of, satuan
from sopgen.lint.tahun import year_of
from sopgen.model.bahasa import huruf, urutan
from sopgen.model.buku import Buku, Keputusan
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic, Span
from sopgen.model.sitiran_lampiran import cited, number_of

URUTAN = rf"(?:ke(?:{satuan()})|pertama)"
DIKTUM = re.compile(
    rf"\bdi[kc]tum\s+({URUTAN}(?:(?:\s*,\s*(?:dan\s+)?|\s+dan\s+|\s+sampai(?:\s+dengan)?\s+|"
    rf"\s+s\.?d\.?\s+)(?:di[kc]tum\s+)?{URUTAN})*)",
    re.IGNORECASE,
)
#: A name that no diktum has, and one that is torn apart.
PERTAMA = "PERTAMA"
TERPISAH = re.compile(rf"\bdi[kc]tum\s+ke\s+({satuan()})\b", re.IGNORECASE)
SATU_URUTAN = re.compile(rf"\b{URUTAN}\b", re.IGNORECASE)
HURUF = re.compile(
    r"\bhuruf\s+([a-z](?:(?:\s*,\s*(?:dan\s+)?|\s+dan\s+|\s+sampai(?:\s+dengan)?\s+|"
    r"\s+s\.?d\.?\s+)(?:huruf\s+)?[a-z])*)\b(?![.)])",
)
#: Letters of a regulation that is cited.
PASAL = re.compile(r"(?:pasal\s+\S+|ayat\s+\(\S+\)|angka\s+\S+)\s*$", re.IGNORECASE)
#: An article that is meant, and what names the law that it is of.
DALAM_PASAL = re.compile(
    r"\bdimaksud\s+(?:dalam|pada)\s+(?P<pasal>pasal\s+[0-9]+(?:\s+ayat\s+\(?[0-9]+\)?)?)",
    re.IGNORECASE,
)
PERATURAN = re.compile(
    r"\b(?:undang-undang|peraturan|keputusan\s+(?!ini)|instruksi|UU|PP|perpres|perda|"
    r"perbup|permen\w*)\b",
    re.IGNORECASE,
)
PANDANG = 80
SAMPAI = re.compile(r"\bsampai|\bs\.?d\.?\b", re.IGNORECASE)
BERLAKU = re.compile(
    r"\b(?:mulai\s+berlaku|keputusan\s+ini\s+berlaku|berlaku\s+(?:sejak|pada|mulai|terhitung|surut)|mempunyai\s+daya"
    r"\s+laku|berlaku\s+efektif|diberlakukan\s+(?:sejak|mulai|terhitung))",
    re.IGNORECASE,
)
#: What is done with a law, not with a decree.
DIUNDANGKAN = re.compile(
    r"\bmulai\s+berlaku\b[^.;]{0,40}?\b(diundangkan|disahkan|diumumkan)\b",
    re.IGNORECASE,
)
#: Where it should say from when, and ends.
TANPA_TANGGAL = re.compile(r"\b(?:pada|sejak|mulai|tanggal)\s*[.;]?\s*\Z", re.I)
#: How the diktum begins that puts the decree in force.
MULAI = re.compile(
    r"\s*keputusan\s+(?:\w+\s+){0,6}?ini\s+(?:mulai\s+)?berlaku\b", re.IGNORECASE
)
MENCABUT = re.compile(
    r"\b(?:dicabut|mencabut|tidak\s+berlaku(?:\s+lagi)?|tidak\s+lagi\s+berlaku)\b", re.I
)
#: What is repealed without a number: whatever contradicts, or a part of the same.
UMUM = re.compile(
    r"bertentangan|ketentuan|apabila|jika|sepanjang|sampai", re.IGNORECASE
)
BERNOMOR = re.compile(r"\bnomor\s*:?\s*(\S*[0-9]\S*)", re.IGNORECASE)
BERTANGGAL = re.compile(
    r"\btanggal\s+[0-9]|\btahun\s+[0-9]{4}|/[0-9]{4}\b", re.IGNORECASE
)


#: A decree of another office that a text calls its own: ``Keputusan Bupati ini``.
KEPUTUSAN_LAIN = re.compile(
    r"\b(?P<apa>(?:keputusan|peraturan|instruksi)\s+(?P<siapa>(?:bupati|wali\s?kota|"
    r"gubernur|menteri|presiden|lurah|sekretaris|direktur|ketua|kepala|inspektur)"
    r"(?:\s+\w+){0,6}?))\s+ini\b",
    re.IGNORECASE,
)


def rujukan_keliru(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each reference of a decree to what it has not, or to the same item."""
    for one in buku.keputusan:
        for n, teks in enumerate(one.diktum, 1):
            text = filled(teks.isi, buku)
            faults = [*_diktum(text, n, len(one.diktum)), *_lampiran(text, one)]
            faults += list(_articles(text))
            faults += [
                f"menyebut `{' '.join(match['apa'].split())} ini`"
                for match in KEPUTUSAN_LAIN.finditer(text)
                if not buku.kecamatan.sebutan.means_head(match["siapa"])
            ]
            yield from _told(faults, f"diktum {urutan(n).upper()}", teks.span)
        for n, teks in enumerate(one.menimbang, 1):
            faults = [*_letters(teks.isi, n, len(one.menimbang)), *_articles(teks.isi)]
            yield from _told(faults, f"menimbang huruf {huruf(n).lower()}", teks.span)


def _told(faults: list[str], where: str, span: Span) -> Iterator[Diagnostic]:
    if faults:
        message = f"{where} {', '.join(dict.fromkeys(faults))}"
        yield diagnose("SOP756", message, span, "perbaiki rujukannya")


def _diktum(text: str, own: int, count: int) -> Iterator[str]:
    for match in TERPISAH.finditer(text):
        whole = f"KE{match[1].upper()}"
        yield f"menyebut diktum KE {match[1].upper()}, yang ditulis {whole}"
    for match in DIKTUM.finditer(text):
        for words in SATU_URUTAN.findall(match[1]):
            number = ordinal_of(words)
            nama = " ".join(words.upper().split())
            if nama == PERTAMA:
                yield f"menyebut diktum {PERTAMA}, yang bernama KESATU"
                continue
            if number is None or number > count:
                yield f"mengacu ke diktum {nama} yang tidak ada"
            elif number >= own and "dimaksud" in text[: match.start()][-40:]:
                later = f"ke diktum {nama} yang baru menyusul"
                yield f"mengacu {'ke dirinya sendiri' if number == own else later}"


def _articles(text: str) -> Iterator[str]:
    """Yield the articles of which no law is named: a decree has none itself."""
    for match in DALAM_PASAL.finditer(text):
        if not PERATURAN.search(text[match.end() :][:PANDANG]):
            pasal = " ".join(match["pasal"].split())
            yield f"mengacu ke {pasal}, padahal keputusan tidak berpasal"


def _lampiran(text: str, keputusan: Keputusan) -> Iterator[str]:
    count = len(keputusan.lampiran)
    for one in cited(text):
        if not count and keputusan.letak.said("lampiran"):
            continue  # what is written there cannot be read, which is told
        if not count:
            yield "menyebut Lampiran, keputusannya tanpa lampiran"
            continue
        for angka in one.angka:
            if number_of(angka) > count:
                yield f"menyebut Lampiran {angka} yang tidak ada"


def _letters(text: str, own: int, count: int) -> Iterator[str]:
    cited: set[int] = set()
    for match in HURUF.finditer(text):
        if PASAL.search(text[: match.start()][-30:]):
            continue
        numbers = [
            ord(one) - ord("a") + 1 for one in re.findall(r"\b[a-z]\b", match[1])
        ]
        if SAMPAI.search(match[1]):
            numbers = list(range(min(numbers), max(numbers) + 1))
        cited.update(numbers)
        for number in numbers:
            if number > count:
                yield f"mengacu ke huruf {huruf(number).lower()} yang tidak ada"
            elif number == own:
                yield "mengacu ke dirinya sendiri"
    absent = [n for n in range(1, own) if n not in cited]
    if cited and own == count and absent and "pertimbangan" in text:
        letters = ", ".join(f"huruf {huruf(n).lower()}" for n in absent)
        yield f"tidak menyebut {letters}"


def tanpa_mulai_berlaku(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each decree that does not say from when it is in force.

    One with a single consideration and a single diktum is only begun.
    """
    for one in buku.keputusan:
        begun = max(len(one.diktum), len(one.menimbang)) == 1
        if not begun and not any(BERLAKU.search(t.isi) for t in one.diktum):
            message = "tanpa diktum mulai berlaku"
            saran = "tambahkan `Keputusan ini mulai berlaku pada tanggal ditetapkan.`"
            yield diagnose("SOP755", message, one.diktum[-1].span, saran)
        for teks in one.diktum:
            found = DIUNDANGKAN.search(teks.isi)
            if found:
                message = f"diktum mulai berlaku menyebut `{found[1]}`"
                saran = "keputusan ditetapkan: tulis `pada tanggal ditetapkan`"
                yield diagnose("SOP755", message, teks.span, saran)
            if MULAI.match(teks.isi) and TANPA_TANGGAL.search(teks.isi):
                message = "diktum mulai berlaku tidak menyebut tanggalnya"
                saran = "lengkapi: `mulai berlaku pada tanggal ditetapkan.`"
                yield diagnose("SOP755", message, teks.span, saran)
        again = [t for t in one.diktum if MULAI.match(t.isi)][1:]
        if again:
            message = "mulai berlaku ditetapkan dalam dua diktum"
            saran = "hapus salah satu"
            yield diagnose("SOP755", message, again[0].span, saran)


def pencabutan_keliru(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each diktum that repeals the decree itself, or does not say what."""
    for one in buku.keputusan:
        for teks in one.diktum:
            fault = _repealing(filled(teks.isi, buku), one)
            if fault:
                saran = "tulis nomor, tanggal, dan judul keputusan yang dicabut"
                yield diagnose("SOP758", f"pencabutan {fault}", teks.span, saran)


def _repealing(text: str, keputusan: Keputusan) -> str:
    """Return what is wrong with a repeal, nothing of a sound or none."""
    verb = MENCABUT.search(text)
    if verb is None or UMUM.search(text):
        return ""
    numbers = [one.rstrip(".,;)") for one in BERNOMOR.findall(text)]
    if keputusan.nomor.replace(" ", "") in numbers:
        return "keputusan ini sendiri"
    if re.search(
        r"^\W*(?:maka\s+)?keputusan\s+ini\s+(?:dinyatakan\s+)?$", _head(text), re.I
    ):
        return "keputusan ini sendiri"
    return _unclear(text, numbers) or _newer(numbers, keputusan)


def _unclear(text: str, numbers: list[str]) -> str:
    """Return what a repeal does not say of the decree that it repeals."""
    if not numbers:
        return "tanpa nomor keputusan yang dicabut"
    return "" if BERTANGGAL.search(text) else "tanpa tanggal keputusan yang dicabut"


def _newer(numbers: list[str], keputusan: Keputusan) -> str:
    """Return that a repealed decree is of a later year than the one that repeals."""
    years = [year for one in numbers if (year := year_of(one)) is not None]
    if max(years, default=0) > keputusan.tanggal.year:
        return f"keputusan tahun {max(years)}, yang lebih baru daripada keputusan ini"
    return ""


def _head(text: str) -> str:
    """Return what stands before the verb of a repeal."""
    found = MENCABUT.search(text)
    return text[: found.start()] if found else ""
