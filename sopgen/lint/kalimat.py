"""Passages that break off, or that the common template hands on damaged (SOP744)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from sopgen.lint.kata import AKHIR, Pasangan, pairs, words_of
from sopgen.lint.naskah import found_in, named_of, told_of
from sopgen.lint.temuan import Wacana, once, passages
from sopgen.model.buku import Buku
from sopgen.model.diagnostic import Diagnostic
from sopgen.model.nilai import dataclass

#: Shorter texts are no sentences.
PENDEK = 14


@dataclass(frozen=True, slots=True)
class Rusak:
    """A damaged passage: how it is found, why it is told, what to write instead.

    ``jejak`` are pairs of neighbouring words: without one of them it is not there.
    """

    jejak: frozenset[Pasangan]
    pola: re.Pattern[str]
    sebab: str
    saran: str


def _damaged(jejak: frozenset[Pasangan], pola: str, sebab: str, saran: str) -> Rusak:
    """Return a passage, its blanks of any length, its letters large or small."""
    words = re.compile(pola.replace(" ", r"\s+"), re.IGNORECASE)
    return Rusak(jejak, words, sebab, saran)


RUSAK = (
    _damaged(
        pairs("adanya", "dalam untuk pada di dari oleh bagi agar guna sehingga maka"),
        r"(?:perlu adanya|dengan adanya|tanpa adanya) (?:dalam|untuk|pada|di|dari|"
        r"oleh|bagi|agar|guna|sehingga|maka)\b",
        "objek kalimat hilang",
        "tulis apa yang perlu ada",
    ),
    _damaged(
        pairs(
            "untuk pada kepada terhadap tentang mengenai melalui oleh dengan dari "
            "dalam",
            "pada kepada terhadap tentang mengenai oleh untuk",
        ),
        r"\b(untuk|pada|kepada|terhadap|tentang|mengenai|melalui|oleh|dengan|dari|"
        r"dalam) (?!\1\b)(?:pada|kepada|terhadap|tentang|mengenai|oleh|untuk)\b"
        r"(?! (?:dan|atau))",
        "kata hilang di antara dua kata depan",
        "lengkapi kalimatnya",
    ),
    _damaged(
        pairs(
            "untuk pada kepada terhadap tentang mengenai melalui oleh adanya rangka "
            "dengan berdasarkan merupakan adalah",
            ", . ;",
        ),
        r"\b(?:untuk|pada|kepada|terhadap|tentang|mengenai|melalui|oleh|(?<!apa\s)adanya|"
        r"dalam rangka|sesuai dengan|berdasarkan|merupakan|adalah)\s*[,.;](?![.])",
        "bagian kalimat hilang sebelum tanda baca",
        "lengkapi kalimatnya",
    ),
    _damaged(
        pairs(
            "kepada untuk dengan dalam pada dari oleh yang dan atau serta tentang "
            "terhadap ke di bagi melalui",
            AKHIR,
        ),
        r"(?<![;,]\s)\b(?:kepada|untuk|dengan|dalam|pada|dari|oleh|yang|dan|atau|"
        r"serta|tentang|terhadap|ke|di|bagi|melalui)\s*(?:\0|\Z)",
        "teks putus sesudah kata depan atau kata sambung",
        "lengkapi teksnya",
    ),
    _damaged(
        pairs("peraturan", "ini"),
        r"(?:tidak terpisahkan dari|ditetapkannya|berlakunya) Peraturan ini\b|"
        r"\bPeraturan ini (?:mulai )?berlaku\b",
        "keputusan disebut peraturan",
        "tulis Keputusan ini",
    ),
    _damaged(
        pairs("kecamatan camat", "kabupaten"),
        r"(?<!seluruh\s)(?<!setiap\s)(?<!semua\s)(?<!para\s)(?<!perangkat\s)"
        r"\b(?:Kecamatan|Camat) Kabupaten\b",
        "nama kecamatan hilang",
        "tulis `{{ kecamatan.nama }}`",
    ),
    _damaged(
        pairs("pelayanan", "prima"),
        r"pelayanan prima, antara lain Peraturan",
        "bagian kalimat hilang",
        "sebut dulu apa yang dicontohkan: … sejumlah peraturan, antara lain …",
    ),
    _damaged(
        pairs("telah", "tersusun"),
        r"telah tersusun (?!sebanyak)[^.]{0,120}?yang akan disusun",
        "telah tersusun dan akan disusun bertentangan",
        "pilih salah satu",
    ),
    _damaged(
        pairs("telah", "tersusun"),
        r"telah tersusun SOP sebagai",
        "jumlah SOP tidak disebut",
        "tulis `telah tersusun {{ sop | length }} SOP`",
    ),
    _damaged(
        pairs("sejak", "tahun"),
        r"sejak tahun 1988",
        "tahunnya meragukan",
        "reformasi tata kepemerintahan dimulai tahun 1998; periksa sumbernya",
    ),
    _damaged(
        pairs("kecamatan", "kecamatan"),
        r"di kecamatan-kecamatan yang ada di Kabupaten",
        "ditulis untuk tingkat kabupaten, bukan kecamatan",
        "sebut kecamatan sendiri",
    ),
    _damaged(
        pairs("menyebabkan", "semakin"),
        r"menyebabkan semakin [^.]{0,160}? adalah menyebabkan",
        "kalimat berulang dan tidak runtut",
        "pisahkan menjadi dua kalimat",
    ),
    _damaged(
        pairs("meliputi", "keputusan"),
        r"meliputi Keputusan:",
        "kata Keputusan tidak pada tempatnya",
        "tulis `meliputi:`",
    ),
    _damaged(
        pairs("business", "proses"),
        r"\bBusiness Proses\b",
        "setengah Inggris",
        "tulis proses bisnis",
    ),
    _damaged(
        pairs("menerima", "permohonan"),
        r"Menerima permohonan (?:formulir|berkas) permohonan",
        "kata permohonan berulang",
        "tulis misalnya Menerima berkas permohonan",
    ),
    _damaged(
        pairs("tidak", "terpisahkan"),
        r"Lampiran yang tidak terpisahkan",
        "rumusan Lampiran tidak lengkap",
        "tulis `Lampiran yang merupakan bagian tidak terpisahkan dari`",
    ),
)
#: Where none of these pairs stands nothing is damaged.
JEJAK = frozenset().union(*(one.jejak for one in RUSAK))


@once
def kalimat_rusak(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each passage that the common template hands on damaged."""
    for place in passages(buku):
        likely = _holding(JEJAK, place)
        for one in RUSAK if likely.teks else ():
            found = found_in(_holding(one.jejak, likely), one.pola)
            if found:
                what = f"{one.sebab}: {named_of(found)}"
                yield told_of("SOP744", what, found, one.saran)


def _holding(jejak: frozenset[Pasangan], place: Wacana) -> Wacana:
    """Return a place with those sentences only that hold one of some pairs of words."""
    kept = tuple(
        (nama, teks)
        for nama, teks in place.teks
        if len(teks.isi) > PENDEK and not jejak.isdisjoint(words_of(teks.isi).pasangan)
    )
    return replace(place, teks=kept)
