"""The clause that revokes last year's decree, and what diktum call each other.

Source: UU 12/2011, Lampiran II, ketentuan penutup: what is revoked is named in full.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

from sopgen.model.bahasa import tanggal, urutan
from sopgen.model.buku import Keputusan
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Span
from sopgen.model.draft import Trail
from sopgen.model.pergantian import Langkah, Pergantian, is_open
from sopgen.model.sop import Status
from sopgen.model.suntingan import InsertRow, Set
from sopgen.roll.lama import BUKU, Lama

#: Diktum are referred to up to this number.
TERBANYAK = 40
_SAAT = "Pada saat Keputusan ini mulai berlaku"
MULAI = re.compile(
    r"\s*keputusan\s+(?:\w+\s+){0,6}?ini\s+(?:mulai\s+)?berlaku\b", re.IGNORECASE
)
DICABUT = re.compile(
    r"dicabut\s+dan\s+dinyatakan\s+tidak\s+berlaku|dinyatakan\s+dicabut|\bmencabut\b",
    re.IGNORECASE,
)
NOMOR = re.compile(r"\bnomor\b", re.IGNORECASE)
SEBAB = "mencabut keputusan tahun lalu"
#: The field that names the diktum of a petikan.
PETIKAN = "petikan"
#: What stands within the braces of a template, and the year in it.
KURUNG = re.compile(r"\{[{%].*?[%}]\}", re.DOTALL)
#: Facts that are those of another book then: alone, and in an expression.
_FAKTA = r"(?<![\w.])(keputusan\.(?:nomor|tanggal|tahun)|tahun)\b"
SENDIRI = re.compile(rf"\{{\{{-?\s*{_FAKTA}\s*-?\}}\}}")
FAKTA = re.compile(_FAKTA)
_KATA = sorted((urutan(n) for n in range(1, TERBANYAK + 1)), key=len, reverse=True)
_ORD = "|".join(word.replace(" ", r"\s+") for word in _KATA)
_SELA = r"\s*,?\s*(?:dan|atau|sampai\s+dengan|s\.d\.)?\s*(?:diktum\s+)?"
ORD = re.compile(rf"\b(?:{_ORD})\b", re.IGNORECASE)
RUJUKAN = re.compile(
    rf"\bdiktum\s+(?:{_ORD})\b(?:{_SELA}\b(?:{_ORD})\b)*", re.IGNORECASE
)
KE = {urutan(n): n for n in range(1, TERBANYAK + 1)}


def roll_diktum(lama: Lama) -> Iterator[Langkah]:
    """Yield the revoking clause, be it new or in place of an older one."""
    one = lama.keputusan
    if one is None:
        return
    if is_open(one.nomor) or one.status is Status.DRAF:
        pesan = f"keputusan tahun lalu, {one.nomor}, tidak dicabut: masih draf"
        saran = "bila sudah ditandatangani, tambahkan sendiri diktum pencabutannya"
        yield Langkah(sisa=diagnose("SOP809", pesan, one.at("diktum"), saran))
        return
    clause = _clause(lama, one)
    diktum = [str(text) for text in lama.at(BUKU, (*_at(lama), "diktum")) or ()]
    older = [n for n, text in enumerate(diktum) if DICABUT.search(text)]
    alone = [n for n in older if _only_revokes(diktum[n])]
    if alone and len(older) == 1:
        yield lama.set((*_at(lama), "diktum", alone[0]), clause, SEBAB)
        return
    for n in older:
        yield Langkah(sisa=_unsure(one.at("diktum", n)))
    yield from _inserted(lama, diktum, clause)


def _at(lama: Lama) -> Trail:
    return "keputusan", lama.nomor_urut


def _unsure(span: Span) -> Any:
    pesan = (
        "diktum pencabutan dari tahun lalu tidak diganti: isinya lebih dari satu hal"
    )
    saran = "hapus yang sudah tidak perlu dicabut lagi"
    return diagnose("SOP809", pesan, span, saran)


def _only_revokes(text: str) -> bool:
    """Return whether a diktum revokes one decree, and says nothing else."""
    return len(NOMOR.findall(text)) == 1 and not MULAI.match(text)


def _inserted(lama: Lama, diktum: list[str], clause: str) -> Iterator[Langkah]:
    """Yield the clause before the diktum of coming into force; what refers follows."""
    found = (n for n, text in enumerate(diktum) if MULAI.match(text))
    place = next(found, len(diktum))
    if place < len(diktum):
        yield from _referring(lama, place + 1)
    at = (*_at(lama), "diktum", place)
    told = Pergantian(BUKU, at, None, clause, SEBAB)
    yield Langkah(InsertRow(BUKU, at, clause), told)


def _clause(lama: Lama, one: Keputusan) -> str:
    raw = lama.at(BUKU, (*_at(lama), "tentang")) or one.judul.isi
    tentang = with_old_facts(" ".join(str(raw).split()), lama.buku.tahun, one)
    pimpinan = lama.buku.kecamatan.sebutan.templat_pimpinan
    return (
        f"{_SAAT}, Keputusan {pimpinan} Nomor {one.nomor.strip()} "
        f"tanggal {tanggal(one.tanggal)} tentang {tentang.rstrip(' .;')} dicabut dan "
        "dinyatakan tidak berlaku."
    )


def with_old_facts(text: str, tahun: int, one: Keputusan) -> str:
    """Return a template that goes on to speak of a decree when the book has another."""
    facts: dict[str, str | int] = {
        "tahun": tahun,
        "keputusan.nomor": one.nomor,
        "keputusan.tanggal": tanggal(one.tanggal),
        "keputusan.tahun": one.tanggal.year,
    }
    text = SENDIRI.sub(lambda match: str(facts[match[1]]), text)

    def literal(match: re.Match[str]) -> str:
        return json.dumps(facts[match[1]], ensure_ascii=False)

    return KURUNG.sub(lambda match: FAKTA.sub(literal, match[0]), text)


def _referring(lama: Lama, first: int) -> Iterator[Langkah]:
    """Yield the texts of the decree that refer to a diktum from a number on."""
    at = _at(lama)
    for jejak, text in _texts(lama.at(BUKU, at), at):
        named = jejak[-2:-1] == (PETIKAN,)
        made = renamed(text, first) if named else shifted(text, first)
        if made != text:
            sebab = "nomor diktum bergeser"
            told = Pergantian(BUKU, jejak, text, made, sebab)
            yield Langkah(Set(BUKU, jejak, made), told)


def renamed(text: str, first: int) -> str:
    """Return the name or number of a diktum, one higher from ``first`` on."""
    if text.strip().isdecimal():
        number = int(text)
        return str(number + 1) if number >= first else text
    return shifted(f"diktum {text}", first).removeprefix("diktum ")


def _texts(data: Any, at: Trail) -> Iterator[tuple[Trail, str]]:
    if isinstance(data, str):
        yield at, data
    elif isinstance(data, dict):
        for key, inner in data.items():
            yield from _texts(inner, (*at, key))
    elif isinstance(data, list):
        for n, inner in enumerate(data):
            yield from _texts(inner, (*at, n))


def shifted(text: str, first: int) -> str:
    """Return a text whose references to diktum from ``first`` on are one higher."""

    def one(match: re.Match[str]) -> str:
        number = KE[" ".join(match[0].casefold().split())]
        if number < first:
            return match[0]
        return _written_like(match[0])(urutan(number + 1))

    return RUJUKAN.sub(lambda match: ORD.sub(one, match[0]), text)


def _written_like(word: str) -> Callable[[str], str]:
    if word.isupper():
        return str.upper
    return str.title if word.istitle() or word[0].isupper() else str.lower
