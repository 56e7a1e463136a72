"""The table of regulations, and the legal bases that are cited from it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache

from sopgen.assets import BrokenAssetError, asset
from sopgen.model.bentuk_peraturan import AWALAN, SERUMPUN, sebutan_of, split_words
from sopgen.model.cari_peraturan import find_near
from sopgen.model.diagnostic import Diagnostic, Span
from sopgen.model.kata import berkas, frasa, isian, peraturan
from sopgen.model.nilai import dataclass
from sopgen.model.peraturan import (
    BENTUK,
    Dasar,
    Keberlakuan,
    Keyakinan,
    Peraturan,
    Tabel,
    kutip_lengkap,
    kutip_pendek,
)
from sopgen.model.salah_ketik import letters, meant
from sopgen.model.sebutan_peraturan import all_named
from sopgen.spec.check import validate
from sopgen.spec.files import Files, Folder
from sopgen.spec.findings import OFFERED, Findings, quoted, suggestion
from sopgen.spec.reader import Content, Trail
from sopgen.spec.schema import DasarHukum
from sopgen.spec.schema_tabel import PeraturanYaml, TabelYaml
from sopgen.spec.tanggal import full_date

#: Words that are printed before a title, and before the name of a region.
TENTANG = re.compile(r"\A\s*tentang\s+(?=\S)", re.IGNORECASE)
WILAYAH = {
    "Kabupaten": re.compile(r"\A\s*kab(?:upaten|\.)?\s+(?=\S)", re.IGNORECASE),
    "Kota": re.compile(r"\A\s*kota\s+(?=\S)", re.IGNORECASE),
    "Provinsi": re.compile(r"\A\s*pro(?:vinsi|pinsi|v\.?)\s+(?=\S)", re.IGNORECASE),
}
#: Words beside the numbers of a regulation.
HAMPA = frozenset(("nomor", "no", "tahun", "thn", "th"))
PERATURAN = "peraturan.yaml"
TABEL_SENDIRI = berkas(PERATURAN)


def read_peraturan(files: Files, findings: Findings) -> Tabel:
    """Return the table of sopgen, with what the office adds or overrides by id."""
    table = table_of_sopgen()
    if not files.has(PERATURAN):
        return table
    return Tabel({**table, **_table(files, table, findings)})


def table_of_sopgen() -> Tabel:
    """Return the table of sopgen; raise BrokenAssetError if anything is wrong in it."""
    table, found = shipped()
    if found:
        raise BrokenAssetError(found[0].message, found[0].span)
    return table


@cache
def shipped() -> tuple[Tabel, tuple[Diagnostic, ...]]:
    """Return the table of sopgen, and what is wrong with it."""
    findings = Findings()
    made = _table(Folder(asset("peraturan")), {}, findings)
    return Tabel(made), findings.ordered


def table_with(content: Content) -> Tabel:
    """Return the table of sopgen with what an office's own file adds to it."""
    table = table_of_sopgen()
    return Tabel({**table, **_table_in(content, table, Findings())})


def _table(
    files: Files, known: Mapping[str, Peraturan], findings: Findings
) -> dict[str, Peraturan]:
    return _table_in(files.yaml(PERATURAN, findings), known, findings)


def _table_in(
    content: Content, known: Mapping[str, Peraturan], findings: Findings
) -> dict[str, Peraturan]:
    if content.data is None:
        return {}
    yaml, found = validate(content, TabelYaml)
    findings.add(*found)
    per = (
        full_date(yaml.per, content.span("per"), findings)
        if yaml and yaml.per
        else None
    )
    made: dict[str, Peraturan] = {}
    for at, one in enumerate(yaml.peraturan if yaml else ()):
        span = content.span("peraturan", at, "id")
        if one.id in made:
            message = f"peraturan {quoted(one.id)} ditulis dua kali"
            saran = f"yang pertama pada {made[one.id].span.where}; hapus satu"
            findings.tell("SOP614", message, span, saran)
        else:
            made[one.id] = _peraturan(one, content, at, per)
    for code, message, span, saran in _unknown(content, yaml, {**known, **made}):
        findings.tell(code, message, span, saran)
    return made


def _peraturan(
    one: PeraturanYaml, content: Content, at: int, per: date | None
) -> Peraturan:
    return Peraturan(
        id=one.id,
        jenis=one.jenis,
        nomor=one.nomor,
        tahun=one.tahun,
        tentang=TENTANG.sub("", one.tentang, count=1),
        daerah=_daerah(one),
        lembaran=one.lembaran,
        status=Keberlakuan(one.status),
        oleh=_codes(one.oleh),
        sebagian=_codes(one.sebagian),
        sejak=one.sejak,
        keyakinan=Keyakinan(one.keyakinan),
        perlu_verifikasi=one.perlu_verifikasi,
        sumber=one.sumber,
        catatan=one.catatan,
        per=per,
        span=content.span("peraturan", at, "id"),
    )


def _daerah(one: PeraturanYaml) -> str:
    """Return the name of a region without what sort it is, as its kind says already."""
    said = WILAYAH.get(BENTUK[one.jenis].wilayah)
    return said.sub("", one.daerah, count=1) if said else one.daerah


def _codes(written: str | list[str]) -> tuple[str, ...]:
    return (written,) if isinstance(written, str) else tuple(written)


def _unknown(
    content: Content, yaml: TabelYaml | None, known: Mapping[str, Peraturan]
) -> Iterator[tuple[str, str, Span, str]]:
    """Yield each code of what changed a regulation that is not what it must be."""
    for at, one in enumerate(yaml.peraturan if yaml else ()):
        for kode in _codes(one.oleh):
            if kode not in known:
                message = f"peraturan {quoted(kode)} pada `oleh` tidak ada dalam tabel"
                span = content.span("peraturan", at, "oleh")
                yield "SOP615", message, span, suggestion(kode, known)
        for kode in _codes(one.sebagian):
            if kode not in _codes(one.oleh):
                message = (
                    f"peraturan {quoted(kode)} pada `sebagian` tidak ada pada `oleh`"
                )
                span = content.span("peraturan", at, "sebagian")
                yield "SOP615", message, span, "tulis juga pada `oleh`"


def _say_pasal(written: str) -> str:
    """Return the words for an article, which stand before the name."""
    bare = re.sub(r"^pasal\s+", "", written, flags=re.IGNORECASE)
    return f"Pasal {bare} " if bare else ""


#: How a regulation is cited in a book of a year; the last word says whether it ends
#: its list.
Format = Callable[[Peraturan, Tabel, int, bool], str]


def in_decree(one: Peraturan, table: Tabel, tahun: int, _: bool) -> str:
    """Return a citation of a decree: in full, each with a semicolon."""
    return f"{kutip_lengkap(one, table, tahun)};"


def in_sop(one: Peraturan, table: Tabel, tahun: int, last: bool) -> str:
    """Return a citation of a SOP: short, the last one with a full stop."""
    return kutip_pendek(one, table, tahun) + ("." if last else ";")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a list of bases stands, and how it cites in a book of which year."""

    content: Content
    path: Trail
    cite: Format
    tahun: int


def _in_words(one: DasarHukum, place: Place, at: int, findings: Findings) -> Dasar:
    """Return a basis in the office's own words; an article needs its regulation."""
    if isinstance(one, str):
        return Dasar(one, place.content.span(*place.path, at))
    if one.pasal or not one.teks:
        message = f"{frasa('kunci')} {isian('peraturan')} belum diisi"
        saran = "tulis kodenya menurut tabel peraturan, mis. uu-25-2009"
        span = place.content.span(*place.path, at, "peraturan")
        findings.tell("SOP921", message, span, saran)
    return Dasar(one.teks or ";", place.content.span(*place.path, at, "teks"))


def suggest_peraturan(word: str, table: Tabel) -> str:
    """Return the saran for an unknown regulation: those that are like it.

    A citation that is not in the table may be a right one; so may one of a region.
    """
    fits = _same_sort(word)
    near, lain = [kode for kode in meant(word, table) if fits(table[kode])], ""
    if not near and (" " in word or _without_region(word)):
        words = split_words(word)
        near = [one.id for one in find_near(words, table) if fits(one)]
        lain = f"; atau tambahkan pada {TABEL_SENDIRI}"
    names = all_named(table)
    close = [peraturan(kode, names[kode]) for kode in near[:OFFERED]]
    return f"mungkin maksudnya {' atau '.join(close)}{lain}" if close else ""


def _same_sort(word: str) -> Callable[[Peraturan], bool]:
    """Return what tells whether a regulation may be meant: of that kind and region.

    A mistyped kind may be any.  A region that is not named may be that of the office's
    own table alone, for the table of sopgen has a single one.
    """
    named = sebutan_of(split_words(word))
    if named is None:
        return lambda _: True
    bentuk, typed = BENTUK[named.kode], letters(word)
    if bentuk.penerbit or named.kode in AWALAN.values():
        return lambda one: not BENTUK[one.jenis].berdaerah
    kinds = (named.kode, *SERUMPUN.get(named.kode, ()))
    if not bentuk.berdaerah:
        return lambda one: one.jenis in kinds
    open_region, shipped_table = _without_region(word), table_of_sopgen()

    def fits(one: Peraturan) -> bool:
        ours = open_region and shipped_table.get(one.id) is not one
        numbered = one.nomor in split_words(word)
        same = BENTUK[one.jenis].nama == bentuk.nama
        return same and (letters(one.daerah) in typed or (ours and numbered))

    return fits


def _without_region(word: str) -> bool:
    """Return whether a regulation of a region is named by kind and numbers alone."""
    words = split_words(word)
    named = sebutan_of(words)
    if named is None or not BENTUK[named.kode].berdaerah:
        return False
    rest = (one.casefold() for one in words[named.panjang :])
    return all(one.isdigit() or one in HAMPA for one in rest)


def read_dasar(
    items: Sequence[DasarHukum], place: Place, table: Tabel, findings: Findings
) -> tuple[Dasar, ...]:
    """Return the bases in the words that are printed."""
    made = []
    for at, one in enumerate(items):
        span = place.content.span(*place.path, at)
        if isinstance(one, str) or not one.peraturan:
            made.append(_in_words(one, place, at, findings))
            continue
        found = table.get(one.peraturan)
        if found is None:
            span = place.content.span(*place.path, at, "peraturan")
            message = f"peraturan {quoted(one.peraturan)} tidak ada dalam tabel"
            saran = suggest_peraturan(one.peraturan, table)
            saran = saran or f"tulis kalimatnya, atau tambahkan pada {TABEL_SENDIRI}"
            findings.tell("SOP601", message, span, saran)
            made.append(Dasar(one.teks or f"{one.peraturan};", span))
        else:
            last = at == len(items) - 1
            cited = _say_pasal(one.pasal) + place.cite(found, table, place.tahun, last)
            made.append(Dasar(one.teks or cited, span, found.id, bool(one.teks)))
    return tuple(made)
