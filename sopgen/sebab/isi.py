"""What is said of the form of things that are wrong as a whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sopgen.model.diagnostic import Diagnostic, Pokok, Source

DICABUT = "SOP602"
#: How a basis is written, and where it is named: title, gazette, region, in short.
PENULISAN = frozenset({"SOP607", "SOP608", "SOP611", "SOP613", "SOP630"})
SEKSI_LAIN, DUA_SEBUTAN = "SOP122", "SOP219"
DAERAH_LAIN, SALAH_KETIK, TAK_TERUKUR = "SOP734", "SOP760", "SOP407"
#: A regulation that is not in the table, chosen and cited, or only cited in short.
TAK_DIKENAL, DI_LUAR_TABEL, DISINGKAT = "SOP601", "SOP605", "SOP630"
#: Brackets that stand for nothing that is known.
TAK_TERISI = "SOP721"
#: An act where a thing should be, and what the chain of documents says of it.
TINDAKAN, TAK_DIBUAT, TAK_DIPAKAI = "SOP420", "SOP408", "SOP411"
#: What search and replace has left, and a field that only points at another.
TERCAMPUR, MENUNJUK, TAK_TERKAIT = "SOP744", "SOP773", "SOP117"
#: Dates that no calendar has, or that nobody can read.
DI_LUAR_KALENDER, TANGGAL_TAK_ADA, TAK_TERBACA = "SOP107", "SOP765", "SOP126"
#: A title of another year, and an annex that has a word of its own in its title.
JUDUL_LAIN, JUDUL_LAMPIRAN = "SOP730", "SOP743"
#: What is told of a field, and what follows from it in the same one.
MENYUSUL = (
    (DAERAH_LAIN, SEKSI_LAIN),
    (TAK_TERUKUR, SALAH_KETIK),
    (TAK_DIKENAL, DI_LUAR_TABEL),
    (TAK_DIKENAL, DISINGKAT),
    (TAK_TERISI, SALAH_KETIK),
    (TINDAKAN, TAK_DIBUAT),
    (TINDAKAN, TAK_DIPAKAI),
    (TERCAMPUR, TAK_DIPAKAI),
    (TERCAMPUR, TAK_DIBUAT),
    (MENUNJUK, TAK_DIPAKAI),
    (MENUNJUK, TAK_DIBUAT),
    (MENUNJUK, TAK_TERUKUR),
    (MENUNJUK, TAK_TERKAIT),
    (DI_LUAR_KALENDER, TANGGAL_TAK_ADA),
    (TAK_TERBACA, SALAH_KETIK),
    (JUDUL_LAIN, JUDUL_LAMPIRAN),
)


def of_repealed(found: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield what is said of how a basis is written that is repealed."""
    told = (one for one in found if one.code == DICABUT)
    places = {span for one in told for span in (one.span, *one.juga)}
    for one in found:
        if one.code in PENULISAN and places.issuperset((one.span, *one.juga)):
            yield one


def of_names_of_heads(found: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield heads not of their own seksi that are only called otherwise."""
    odd = {n for one in found if one.code == DUA_SEBUTAN for n in _names(one)}
    for one in found:
        if one.code == SEKSI_LAIN and odd.issuperset(_names(one)):
            yield one


def of_same_field(found: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield what follows from another finding on all its lines, or in all its cells."""
    for code, following in MENYUSUL:
        lines = {line for one in found if one.code == code for line in _lines(one)}
        for one in found:
            if one.code == following and lines.issuperset(_lines(one)):
                yield one


def _lines(one: Diagnostic) -> Iterator[tuple[Source, int, str]]:
    for span in (one.span, *one.juga):
        yield span.source, span.line, span.cell


def _names(one: Diagnostic) -> list[str]:
    hal = one.tentang
    return hal.nama.split("; ") if hal and hal.pokok is Pokok.PELAKSANA else [""]
