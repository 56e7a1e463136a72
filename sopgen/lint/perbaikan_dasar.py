"""What mends a list of legal bases for certain: by the table, in the form it has."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sopgen.lint.kutipan import TERTULIS, Daftar, Kutipan, titled
from sopgen.lint.sitiran import resembles
from sopgen.model.pengganti import Penerus, certain_successor
from sopgen.model.peraturan import (
    Keberlakuan,
    Keyakinan,
    Peraturan,
    kutip_lengkap,
    kutip_pendek,
    terakhir,
)
from sopgen.model.perbaikan import Beri, Hapus, Perbaikan, Susun, Tindakan, Tulis

#: Behind the title: a gazette, then changes, and nothing more.
EKOR = re.compile(
    r"\s*(?:\([^()]*\))?(?:\s*,?\s*sebagaimana\s+(?:telah|sudah)\s[^;]*)?[.;,]?\s*",
    re.IGNORECASE,
)
#: Words of a citation that says more than which regulation is meant.
RINCIAN = re.compile(
    r"\b(?:pasal|ayat|huruf|angka|khususnya|junto|jo)\b|\{\{", re.IGNORECASE
)
#: How a basis begins that is one article of a regulation.
PASAL = re.compile(r"\s*pasal\b", re.IGNORECASE)
END = re.compile(r"[.;,]?\s*\Z")
#: Fields of a basis that is cited by its id.
KODE, TEKS = "peraturan", "teks"
#: In force, be it with changes.
MASIH = (Keberlakuan.BERLAKU, Keberlakuan.DIUBAH)


def as_table(one: Kutipan, daftar: Daftar) -> Perbaikan | None:
    """Return the cure that writes a basis as the table has it, where that is sure."""
    known = one.peraturan
    if known is None or known.status not in MASIH:
        return None
    if known.keyakinan is not Keyakinan.TINGGI or not _near(one, known):
        return None
    return _rewritten(one, known, daftar)


def _near(one: Kutipan, known: Peraturan) -> bool:
    cited = one.pokok
    if cited is None or not cited.tentang:
        return True
    return titled(cited, known) or resembles(cited.tentang, known.tentang)


def _rewritten(one: Kutipan, known: Peraturan, daftar: Daftar) -> Perbaikan | None:
    """Return the cure that lets typed words cite a regulation; by its id none."""
    new = _cited(one, known, daftar) if _sure(one, known) else None
    if new is None or one.dasar.peraturan or _flat(new) == _flat(one.dasar.isi):
        return None
    return Perbaikan((Tulis(one.dasar.span, one.dasar.isi, new),))


def _sure(one: Kutipan, known: Peraturan) -> bool:
    """Tell whether all that words say of a regulation is sure: its changes, too.

    What is only commonly known nobody has seen.
    """
    last = terakhir(known, one.tabel, one.tahun)
    if known.perlu_verifikasi or (last and last.perlu_verifikasi):
        return False
    whole = known.status is Keberlakuan.BERLAKU
    return whole or known.keyakinan is Keyakinan.TINGGI


def _cited(one: Kutipan, known: Peraturan, daftar: Daftar) -> str | None:
    """Return the words that cite a regulation instead of others; none if unsure.

    A gazette that was named must not be lost.
    """
    if not _bare(one):
        return None
    text = _flat(one.dasar.isi)
    gazettes = len(TERTULIS.findall(text))
    whole = daftar.keputusan or gazettes
    made = (kutip_lengkap if whole else kutip_pendek)(known, one.tabel, one.tahun)
    changed = one.peraturan is known
    if len(TERTULIS.findall(made)) < (gazettes if changed else min(gazettes, 1)):
        return None
    return made + _end(text)


def _bare(one: Kutipan) -> bool:
    """Tell whether the words of a basis say which regulation is meant, and no more."""
    cited, text = one.pokok, _flat(one.dasar.isi)
    if cited is None or cited.awal or RINCIAN.search(_untitled(one, text)):
        return False
    behind = cited.sisa
    if cited.tentang:
        behind = behind[behind.index(cited.tentang) + len(cited.tentang) :]
    return EKOR.fullmatch(behind) is not None


def _untitled(one: Kutipan, text: str) -> str:
    """Return a text without its title, which may speak of anything it really has."""
    said = one.pokok.tentang if one.pokok else ""
    proper = one.peraturan.tentang if one.peraturan else ""
    if len(RINCIAN.findall(said)) > len(RINCIAN.findall(proper)):
        return text
    return text.replace(said, " ") if said else text


def renewal(one: Kutipan, daftar: Daftar) -> Penerus | None:
    """Return what certainly takes the place of a repealed basis, and its words."""
    known = one.peraturan
    new = certain_successor(known, one.tabel) if known else None
    if new is None or not _whole(one):
        return None
    if one.dasar.peraturan and not one.dasar.tertulis:
        return Penerus(new)
    return Penerus(new, _cited(one, new, daftar) if _sure(one, new) else None)


def succeeded(at: int, daftar: Daftar) -> Perbaikan | None:
    """Return the cure for a repealed basis: its successor, or nothing beside it."""
    one = daftar.kutipan[at]
    new = renewal(one, daftar)
    if new is None:
        return None
    if new.oleh.id in _there(at, daftar):
        return without(at, daftar)
    if new.teks is None:
        return None
    if not one.dasar.peraturan:
        return Perbaikan((Tulis(one.dasar.span, one.dasar.isi, new.teks),))
    made: list[Tindakan] = [Beri(one.dasar.span, new.oleh.id, (KODE,))]
    if one.dasar.tertulis:
        made.append(Beri(one.dasar.span, new.teks, (TEKS,)))
    return Perbaikan(tuple(made))


def _there(at: int, daftar: Daftar) -> set[str]:
    """Return the ids that a list cites beside a basis, or will when it is mended."""
    ids = {k.peraturan.id for k in daftar.kutipan if k.peraturan}
    for earlier in daftar.kutipan[:at]:
        new = renewal(earlier, daftar)
        if new is not None and new.teks is not None:
            ids.add(new.oleh.id)
    return ids


def _whole(one: Kutipan) -> bool:
    """Tell whether a basis cites a regulation as a whole, by its id or in words."""
    if one.dasar.peraturan:
        return not PASAL.match(one.dasar.isi)
    return _bare(one)


def twice(first: int, second: int, daftar: Daftar) -> Perbaikan | None:
    """Return the cure for a basis named twice, if the second time says nothing new."""
    one, other = daftar.kutipan[first], daftar.kutipan[second]
    more = {s.kunci for s in other.pengubah} - {s.kunci for s in one.pengubah}
    by_id = one.dasar.peraturan and not one.dasar.tertulis
    if not _whole(other) or (more and not by_id):
        return None
    return without(second, daftar)


def without(at: int, daftar: Daftar) -> Perbaikan:
    """Return the cure that takes a basis out; the last one keeps the list's end."""
    made: list[Tindakan] = []
    if at == len(daftar.kutipan) - 1 and at:
        made += _ended(daftar.kutipan[at - 1], _end_of(daftar, at))
    return Perbaikan((*made, Hapus(daftar.kutipan[at].dasar.span)))


def ordered(daftar: Daftar) -> Perbaikan | None:
    """Return the cure that puts a list in order, if every basis has its place."""
    places = [
        k.peraturan.urutan if k.peraturan else k.pokok.urutan if k.pokok else None
        for k in daftar.kutipan
    ]
    known = [(place, n) for n, place in enumerate(places) if place is not None]
    if len(known) < len(places):
        return None
    order = [n for _, n in sorted(known)]
    return Perbaikan((*_swapped(order, daftar), _arranged(order, daftar)))


def _arranged(order: Sequence[int], daftar: Daftar) -> Susun:
    return Susun(tuple(daftar.kutipan[n].dasar.span for n in order))


def _swapped(order: Sequence[int], daftar: Daftar) -> tuple[Tindakan, ...]:
    """Return what gives the old last basis and the new one each other's end."""
    last = len(order) - 1
    if order[-1] == last:
        return ()
    old, new = daftar.kutipan[last], daftar.kutipan[order[-1]]
    inner = _end_of(daftar, order[-1])
    return (*_ended(old, inner), *_ended(new, _end_of(daftar, last)))


def _end_of(daftar: Daftar, at: int) -> str:
    """Return the sign that ends a basis as it is printed."""
    return _end(_flat(daftar.kutipan[at].dasar.isi))


def _ended(one: Kutipan, end: str) -> tuple[Tindakan, ...]:
    """Return what lets the words of a basis end in a sign; cited by id it does so."""
    isi = one.dasar.isi.rstrip()
    if one.dasar.peraturan or _end(isi) == end:
        return ()
    return (Tulis(one.dasar.span, one.dasar.isi, END.sub("", isi, count=1) + end),)


def _end(text: str) -> str:
    found = END.search(text)
    return found[0].strip() if found else ""


def _flat(text: str) -> str:
    return " ".join(text.split())
