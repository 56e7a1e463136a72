"""The chart of a SOP: pelaksana, kegiatan, the symbols in their cells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from sopgen.model.bahasa import huruf
from sopgen.model.diagnostic import Span
from sopgen.model.kata import frasa, isian
from sopgen.model.nilai import dataclass
from sopgen.model.sop import Alur, Kegiatan, Langkah, MutuBaku, Pelaksana
from sopgen.spec.alur import read_alur
from sopgen.spec.bersama import Pembaca
from sopgen.spec.check import misspelt
from sopgen.spec.findings import Findings, quoted, suggestion
from sopgen.spec.kelompok import read_lanes
from sopgen.spec.kolom import own_texts
from sopgen.spec.panggilan import TANPA_DAFTAR, Daftar, Peralihan, read_called
from sopgen.spec.reader import Content, Trail
from sopgen.spec.schema import KegiatanYaml, SimbolYaml, SopYaml
from sopgen.spec.tanda import ALIAS, Numbers, Tanda
from sopgen.symbols import read_symbols


@dataclass(frozen=True, slots=True)
class Bagan:
    """What is drawn of a SOP."""

    pelaksana: tuple[Pelaksana, ...]
    kegiatan: tuple[Kegiatan, ...] = ()
    langkah: tuple[Langkah, ...] = ()
    alur: tuple[Alur, ...] = ()


KOSONG = Bagan(())
#: Symbols in the row of a kegiatan: two for each of fifteen pelaksana.
MOST_SYMBOLS = 30


def read_bagan(
    yaml: SopYaml,
    content: Content,
    findings: Findings,
    profil: str,
    daftar: Daftar = TANPA_DAFTAR,
) -> Bagan:
    """Return the chart; without kegiatan if a symbol has no column to stand in.

    ``daftar`` are the SOP that it may call.
    """
    lanes = read_lanes(content, findings)
    if not lanes:
        saran = f"tulis nama-namanya dari kiri ke kanan: {frasa('nama_pelaksana')}"
        span = content.key("pelaksana" if yaml.pelaksana else "kegiatan")
        if not misspelt(content, (), SopYaml, "pelaksana"):
            findings.tell("SOP210", f"daftar {isian('pelaksana')} kosong", span, saran)
        return KOSONG
    tanda = tuple(_tanda(yaml, content, findings))
    langkah: list[Langkah] = []
    pembaca = Pembaca(lanes, content, findings)
    for one in tanda:
        lajur = pembaca.lajur(one)
        simbol = _simbol(one, profil, content, findings)
        sop = read_called(one, content, findings, daftar)
        if lajur:
            made = _langkah(one, lajur, simbol, content)
            langkah.append(replace(made, sop=sop, sebutan=daftar.sebutan(sop)))
    peralihan = Peralihan(daftar, {one.id for one in tanda})
    alur = tuple(read_alur(tanda, content, findings, peralihan))
    pelaksana = tuple(
        Pelaksana(one.nama, content.span(*one.jejak), one.kelompok)
        for one in lanes.values()
    )
    every = tuple(peralihan.among(langkah))
    if len(langkah) < len(tanda) or _crowded(tanda, every, findings):
        return Bagan(pelaksana)
    kegiatan = tuple(_kegiatan(yaml, tanda, content))
    return Bagan(pelaksana, kegiatan, every, alur)


def _langkah(
    one: Tanda, lajur: tuple[int, ...], simbol: str, content: Content
) -> Langkah:
    """Return a symbol in its columns."""
    made = Langkah(
        id=one.id,
        baris=one.baris,
        lajur=lajur[0],
        simbol=simbol,
        teks=one.yaml.teks or ALIAS.get(one.yaml.simbol, ("", ""))[1],
        span=one.span,
        letak=content.letak(*one.path),
    )
    return made.di(lajur)


def _crowded(
    tanda: tuple[Tanda, ...], langkah: tuple[Langkah, ...], findings: Findings
) -> bool:
    """Tell whether a kegiatan has more symbols than can be drawn, reporting it."""
    rows = Counter(one.baris for one in langkah)
    crowded = [one for one in tanda if one.main and rows[one.baris] > MOST_SYMBOLS]
    for one in crowded:
        message = (
            f"kegiatan {quoted(one.nomor)} memuat {rows[one.baris]} simbol, lebih dari "
            f"{MOST_SYMBOLS}; bagan tidak digambar"
        )
        saran = "pecah kegiatan ini menjadi beberapa baris"
        findings.tell("SOP214", message, one.span, saran)
    return bool(crowded)


def _numbers(yaml: SopYaml) -> Iterator[str]:
    """Yield the nomor of each kegiatan; those without one count on."""
    numbers = Numbers()
    for one in yaml.kegiatan:
        yield numbers.following(one.nomor)


def _tanda(yaml: SopYaml, content: Content, findings: Findings) -> Iterator[Tanda]:
    """Yield every symbol, row by row, with an id of its own."""
    names: dict[str, Span] = {}
    numbers: dict[str, Span] = {}
    for baris, (one, nomor) in enumerate(
        zip(yaml.kegiatan, _numbers(yaml), strict=True)
    ):
        path: Trail = ("kegiatan", baris)
        span = content.span(*path, "nomor" if one.nomor else "uraian")
        fresh = nomor not in numbers
        if not fresh:
            findings.tell(
                "SOP203",
                f"nomor kegiatan {quoted(nomor)} dipakai dua kali",
                span,
                f"yang pertama pada {numbers[nomor].where}{frasa('sisipan')}",
            )
        numbers.setdefault(nomor, span)
        for sub, symbol, spare in _in_row(one, nomor):
            place = content.span(*path, *sub, "id" if symbol.id else "uraian")
            tell = findings if fresh or symbol.id else None
            known = _named(symbol.id or spare, place, names, tell)
            mark = content.span(*path, *sub, "simbol" if sub else "uraian")
            yield Tanda(symbol, (*path, *sub), baris, known, nomor, not sub, mark)


def _in_row(one: KegiatanYaml, nomor: str) -> Iterator[tuple[Trail, SimbolYaml, str]]:
    """Yield the symbols of a kegiatan with the id each has if it names none."""
    yield (), one, nomor
    for n, extra in enumerate(one.tambahan):
        yield ("tambahan", n), extra, f"{nomor}{huruf(n + 1).lower()}"


def _named(
    name: str, place: Span, names: dict[str, Span], findings: Findings | None
) -> str:
    """Return an id that no symbol has yet, reporting one that is taken."""
    if name in names and findings is not None:
        findings.tell(
            "SOP204",
            f"kode simbol {quoted(name)} dipakai dua kali",
            place,
            f"yang pertama pada {names[name].where}",
        )
    unique, n = name, 2
    while unique in names:
        unique, n = f"{name}#{n}", n + 1
    names[unique] = place
    return unique


def _simbol(one: Tanda, profil: str, content: Content, findings: Findings) -> str:
    """Return the name of the symbol's file; proses if there is none."""
    nama = ALIAS.get(one.yaml.simbol, (one.yaml.simbol, ""))[0]
    shapes = read_symbols().shapes
    span = content.span(*one.path, "simbol")
    if nama not in shapes:
        message = f"simbol {quoted(nama)} tidak dikenal"
        findings.tell("SOP205", message, span, suggestion(nama, (*ALIAS, *shapes)))
        return "proses"
    if profil not in shapes[nama].profil and shapes[nama].pengganti:
        return shapes[nama].pengganti
    if profil not in shapes[nama].profil:
        allowed = [s.nama for s in shapes.values() if profil in s.profil]
        findings.tell(
            "SOP206",
            f"simbol {quoted(nama)} bukan bagian dari profil {profil}",
            span,
            "pilihannya: " + ", ".join(map(quoted, allowed)),
        )
    return nama


def _kegiatan(
    yaml: SopYaml, tanda: tuple[Tanda, ...], content: Content
) -> Iterator[Kegiatan]:
    rows = [one for one in tanda if one.main]
    for one, row in zip(yaml.kegiatan, rows, strict=True):
        yield Kegiatan(
            nomor=row.nomor,
            uraian=one.uraian,
            mutu_baku=MutuBaku(one.kelengkapan, one.waktu, one.output),
            keterangan=one.keterangan,
            span=row.span,
            letak=content.letak(*row.path),
            sendiri=own_texts(one),
        )
