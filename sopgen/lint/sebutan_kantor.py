"""Rules about how an office calls itself: in its names, its keys and its texts (18x).

What is printed of itself always has the words of ``Sebutan``; this is about what the
office wrote: words that two places say differently, or that belong to another office.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from sopgen.lint.bacaan import Bacaan, bacaan
from sopgen.lint.daerah import JUDUL_PERATURAN, dotted
from sopgen.lint.temuan import at_all, listed
from sopgen.lint.wilayah import KEMBAR
from sopgen.model.buku import Buku
from sopgen.model.diagnose import diagnose, diagnose_lightly
from sopgen.model.diagnostic import Diagnostic, Pokok, Span
from sopgen.model.ingatan import remembered
from sopgen.model.kata import isian
from sopgen.model.sebutan_kantor import (
    JENIS,
    KECAMATAN,
    Sebutan,
    split_jenis,
    split_wilayah,
)

#: Behind a name: that it is the name of another region, which lies beside it.
BAGIAN = (
    r"(?!\s+(?i:barat|timur|utara|selatan|tengah|tenggara|hulu|hilir|raya|baru|lama|"
    r"atas|bawah|daya|laut)\b)"
)
CAMAT = JENIS[KECAMATAN].kepala.casefold()


def is_head(who: str, buku: Buku) -> bool:
    """Return whether a decree is said to be one of the head of the office.

    A camat is taken for the head everywhere: that he is none is told by itself.
    """
    camat = re.match(rf"\s*{CAMAT}\b", who, re.IGNORECASE)
    return camat is not None or buku.kecamatan.sebutan.means_head(who)


def nama_menyebut_jenis(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each name that says of what kind it is where the key does not."""
    k, sebutan = buku.kecamatan, buku.kecamatan.sebutan
    said, nama = split_jenis(k.nama)
    if said and not k.jenis:
        what = f"`{k.nama}` sudah menyebut jenis kantornya; dicetak `{sebutan.kantor}`"
        kind = said.casefold() if said.casefold() in JENIS else said
        key = isian("jenis_kantor", kind)
        saran = f"boleh dipisah: {key} dan {isian('nama_kantor', nama)}"
        yield diagnose("SOP180", what, buku.at("kecamatan", "nama"), saran)
    region, daerah = split_wilayah(k.kabupaten)
    if region and not k.jenis_wilayah:
        what = (
            f"`{k.kabupaten}` sudah menyebut jenis wilayahnya; dicetak "
            f"`{sebutan.pemerintah}`"
        )
        key = isian("jenis_wilayah", region.casefold())
        saran = f"boleh dipisah: {key} dan {isian('kabupaten', daerah)}"
        yield diagnose("SOP180", what, buku.at("kecamatan", "kabupaten"), saran)


def sebutan_bertentangan(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each name that says it is of another kind than the key beside it."""
    k, sebutan = buku.kecamatan, buku.kecamatan.sebutan
    pairs = (
        ("jenis_kantor", "jenis", split_jenis(k.nama)[0], k.jenis, sebutan.jenis),
        (
            "jenis_wilayah", "jenis_wilayah", split_wilayah(k.kabupaten)[0],
            k.jenis_wilayah, sebutan.wilayah,
        ),
    )  # fmt: skip
    for nama, key, said, written, printed in pairs:
        if written and said and said.casefold() != printed.casefold():
            whole = sebutan.kantor if key == "jenis" else sebutan.wilayahnya
            message = f"namanya menyebut {said}, jenisnya {printed}: dicetak `{whole}`"
            saran = f"hapus kata {said} dari namanya, atau perbaiki {isian(nama)}"
            yield diagnose("SOP181", message, buku.at("kecamatan", key), saran)


def kantor_disebut_lain(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each place whose text calls the own office, head or region otherwise."""
    wrong = _otherwise(buku.kecamatan.sebutan)
    for _, places in groupby(bacaan(buku), key=lambda one: one.tempat):
        found = [hit for one in places for hit in _found(one, wrong)]
        if found:
            said = listed(dict.fromkeys(f"`{words}`" for words, _, _ in found), 4)
            meant = " dan ".join(dict.fromkeys(f"`{right}`" for _, right, _ in found))
            message = f"kantor ini disebut {said}"
            told = diagnose("SOP182", message, found[0][2], f"tulis {meant}")
            words = " ".join(words for words, _, _ in found)
            yield at_all(told.about(Pokok.KATA, words), (span for _, _, span in found))
    yield from _pelaksana(buku)


def _found(
    one: Bacaan, wrong: tuple[tuple[re.Pattern[str], str], ...]
) -> Iterator[tuple[str, str, Span]]:
    """Yield the words, those that belong there, and the place."""
    if one.dasar:
        return
    text = JUDUL_PERATURAN.sub(dotted, one.isi) if "entang" in one.isi else one.isi
    for pattern, right in wrong:
        for match in pattern.finditer(text):
            words = " ".join(match[0].split())
            meant = right.upper() if words.isupper() else right
            yield words, meant, one.span(match.start())


@remembered(20)
def _otherwise(sebutan: Sebutan) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return how the own office would be called wrongly, and what is right."""
    made = []
    level = [one for one in JENIS.values() if one.setingkat == sebutan.macam.setingkat]
    if sebutan.macam.setingkat:
        kinds = {one.kata for one in level} - {sebutan.jenis}
        made.append((_named(kinds, sebutan.nama), sebutan.kantor))
        heads = {one.kepala for one in level} - {
            sebutan.awalan_pimpinan,
            sebutan.kepala,
        }
        made.append((_named(heads, sebutan.nama), sebutan.pimpinan))
    if sebutan.sekota and sebutan.daerah.title() not in KEMBAR:
        made.append((_named({"Kabupaten"}, sebutan.daerah), sebutan.wilayahnya))
    if not sebutan.means_head(CAMAT):
        decree = re.compile(rf"\bkeputusan\s+{CAMAT}\b(?!\w)", re.IGNORECASE)
        made.append((decree, f"Keputusan {sebutan.kepala}"))
    return tuple(made)


def _named(kinds: set[str], nama: str) -> re.Pattern[str]:
    """Return the pattern of a name behind one of some words that do not belong there.

    Both begin with capitals, so that it is the name and no word of the language.
    """
    words = "|".join(
        re.escape(form).replace(r"\ ", r"\s+")
        for one in sorted(kinds)
        for form in (one, one.upper())
    )
    name = re.escape(nama).replace(r"\ ", r"\s+")
    upper = re.escape(nama.upper()).replace(r"\ ", r"\s+")
    if not words:
        return re.compile(r"(?!)")
    return re.compile(rf"(?<![\w/])(?:{words})\s+(?:{name}|{upper})(?!\w){BAGIAN}")


def _pelaksana(buku: Buku) -> Iterator[Diagnostic]:
    """Yield the camat among the pelaksana of an office of his level that has none."""
    sebutan = buku.kecamatan.sebutan
    if not sebutan.setingkat_kecamatan or sebutan.means_head(CAMAT):
        return
    spans = [
        one.span
        for sop in buku.sop
        for one in sop.pelaksana
        if one.nama.strip().casefold() == CAMAT
    ]
    if spans:
        message = f"pelaksana `Camat`; kepala kantor ini {sebutan.kepala}"
        saran = f"tulis `{sebutan.kepala}`"
        yield at_all(diagnose_lightly("SOP182", message, spans[0], saran), spans)
