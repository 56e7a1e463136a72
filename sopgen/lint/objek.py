"""Rules about what a kegiatan is done to, and to whom: a thing, no person (2xx)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sopgen.lint.kamus import derived
from sopgen.lint.kata import words_of
from sopgen.lint.pokok import each_word
from sopgen.lint.temuan import at_all, listed
from sopgen.lint.tindakan import first_verb
from sopgen.model.buku import Buku
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic, Span
from sopgen.model.sop import Sop

#: A verb of something that is done to a thing; of these nothing need be said.
VERBA = re.compile(r"\W*(?P<verba>me\w{4,})\W*", re.IGNORECASE)
SENDIRI = each_word(
    "menunggu mengantre mengantri mendaftar melapor menghadap menginap menepi membaca "
    "merapat meninjau mengundi"
)
#: How somebody is addressed, and whom behind it no person is called.
SAPAAN = re.compile(
    r"(?<![\w/])(?:Bapak|Bpk\.?|Pak|Ibu|Bu|Mas|Mbak|Saudara|Saudari|Sdri?\.?)"
    r"(?:/(?:Bapak|Pak|Ibu|Bu|Saudari|Sdri))?\s+(?:(?:H|Hj|Drs|Dra|Ir|dr)\.\s*)?"
    r"(?P<nama>[A-Z][a-z]{2,})"
)
MENYAPA = each_word("bapak bpk pak ibu bu mas mbak saudara saudari sdr sdri")
BUKAN_NAMA = each_word(
    "camat sekretaris kepala kasi kasubag kasubbag bupati wakil lurah kades ketua staf "
    "petugas pemohon pimpinan rumah kota hamil menyusui nifas bersalin balita bayi "
    "negara kandung angkat tiri asuh mertua kawin pengurus kader anggota guru dosen "
    "danramil kapolsek perangkat sekcam sekdes pejabat yang dan atau warga dalam"
)
#: A name with a degree behind it.
BERGELAR = re.compile(r"\b[A-Z][A-Za-z]+,\s+(?:S|M|A)\.[A-Z][A-Za-z]{0,4}\b")
#: Longer words that are made of others are no names: Pelapor, Terlapor.
PENDEK = 6
LEMBAR = ("peringatan", "pencatatan", "peralatan", "kualifikasi_pelaksana")


def uraian_tanpa_objek(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each SOP with kegiatan of a verb alone: nothing says what it is done to."""
    for sop in buku.sop:
        found = [one for one in sop.kegiatan if _bare(one.uraian)]
        if found:
            named = listed((f"{one.nomor} `{one.uraian.strip()}`" for one in found), 3)
            message = f"uraian tanpa objek: kegiatan {named}"
            saran = "sebut apa yang dikerjakan, mis. Menyusun konsep surat"
            told = diagnose("SOP224", message, found[0].at("uraian"), saran)
            yield at_all(told, (one.at("uraian") for one in found))


def _bare(uraian: str) -> bool:
    match = VERBA.fullmatch(uraian)
    if match is None or match["verba"].casefold() in SENDIRI:
        return False
    return first_verb(match["verba"]) is not None


def teks_bernama_orang(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each SOP that names a person in its kegiatan or on its sheet."""
    for sop in buku.sop:
        found = [(w, span) for text, span in _texts(sop) for w in _persons(text)]
        if found:
            named = listed((f"`{words}`" for words, _ in found), 3)
            message = f"isian SOP bernama orang: {named}"
            saran = "tulis jabatannya; orang berganti, jabatan tetap"
            told = diagnose("SOP218", message, found[0][1], saran)
            yield at_all(told, (span for _, span in found))


def _texts(sop: Sop) -> Iterator[tuple[str, Span]]:
    for row in sop.kegiatan:
        yield row.uraian, row.at("uraian")
        yield row.keterangan, row.at("keterangan")
        for name in ("kelengkapan", "output"):
            yield getattr(row.mutu_baku, name), row.at(name)
    for name in LEMBAR:
        for n, text in enumerate(getattr(sop.identitas, name)):
            yield text, sop.at(name, n)


def _persons(text: str) -> Iterator[str]:
    """Yield the persons that a text names; a word of the language may be a name."""
    addressed = not MENYAPA.isdisjoint(words_of(text).kata)
    for match in SAPAAN.finditer(text) if addressed else ():
        nama = match["nama"].casefold()
        if nama not in BUKAN_NAMA and not (len(nama) > PENDEK and derived(nama)):
            yield match[0]
    for match in BERGELAR.finditer(text) if ", " in text and "." in text else ():
        yield match[0]
