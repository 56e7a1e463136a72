"""Rules about the identity sheets of the SOP (codes 1xx)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator

from sopgen.lint.sitiran import kata
from sopgen.lint.temuan import bernomor, daftar, info, warning
from sopgen.model.buku import Buku
from sopgen.model.diagnostic import Diagnostic
from sopgen.model.sop import Sop

#: Permendagri 83/2022: a code begins with a whole hundred; older ones do not.
KODE = re.compile(r"\s*([0-9])([0-9]{2})(?![0-9])")
BARU = "000.8.3.3"
SEKOLAH = re.compile(r"\b(?:SLTA|SLTP|SMA|SMK|SD|Sarjana|Diploma|S1|D3|D-?III)\b")
KEMAMPUAN = re.compile(r"mampu|memahami|menguasai|mengetahui|terampil", re.IGNORECASE)
#: Shorter lists may well be the same by chance.
PANJANG = 3


def kode_lama(buku: Buku) -> Iterator[Diagnostic]:
    """Yield numbers with a code of the scheme before Permendagri 83/2022."""
    saran = f"kode SOP menurut Permendagri 83 Tahun 2022: `{BARU}`"
    for one in buku.keputusan:
        if _old(one.nomor):
            message = f"nomor `{one.nomor}` memakai kode klasifikasi lama"
            yield warning("SOP114", message, one.span, saran)
    old = [sop for sop in buku.sop if _old(sop.nomor_sop)]
    if old:
        message = f"nomor SOP `{old[0].nomor_sop}` memakai kode klasifikasi lama"
        saran = f"ubah `pola_nomor_sop`; {saran}"
        yield warning("SOP114", message, buku.span, saran)


def _old(nomor: str) -> bool:
    match = KODE.match(nomor)
    return match is not None and match[2] != "00"


def nomor_tak_rata(buku: Buku) -> Iterator[Diagnostic]:
    """Yield a book whose numbers of SOP are not padded to the same length."""
    if len({len(sop.nomor_sop) for sop in buku.sop}) > 1:
        first, last = buku.sop[0].nomor_sop, buku.sop[-1].nomor_sop
        message = f"nomor SOP tidak sama panjang: `{first}`, `{last}`"
        yield info("SOP125", message, buku.span, "tulis `{nomor:02}` pada pola")


def tanggal_tanpa_hari(buku: Buku) -> Iterator[Diagnostic]:
    """Yield the SOP whose dates name no day."""
    bare = [
        sop
        for sop in buku.sop
        if any(
            day.kurun and not day.kurun.lengkap
            for day in (
                sop.identitas.tanggal_pembuatan,
                sop.identitas.tanggal_efektif,
            )
        )
    ]
    if bare:
        message = f"tanggal tanpa hari pada {bernomor(bare)}"
        saran = "tulis lengkap, mis. 10 Januari 2025"
        yield warning("SOP115", message, bare[0].span, saran)


def keterkaitan_sendiri(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each SOP that names itself as related."""
    for sop in buku.sop:
        for text in sop.identitas.keterkaitan:
            if _meant(text, buku) is sop:
                message = f"keterkaitan `{text}` adalah SOP ini sendiri"
                saran = "sebut SOP lain yang berkaitan"
                yield warning("SOP116", message, sop.span, saran)


def keterkaitan_tak_dikenal(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each SOP that names a SOP which the book does not have."""
    for sop in buku.sop:
        absent = [
            f"`{text}`"
            for text in sop.identitas.keterkaitan
            if text.startswith("SOP ") and _meant(text, buku) is None
        ]
        if absent:
            message = f"keterkaitan tidak ada dalam buku ini: {daftar(absent)}"
            saran = "sebut SOP dari daftar, atau kantor lain yang memilikinya"
            yield info("SOP117", message, sop.span, saran)


def _meant(text: str, buku: Buku) -> Sop | None:
    """Return the SOP that a keterkaitan names: the one with the most words of it."""
    words = set(kata(text)) - {"sop"}
    best, most = None, 0.0
    for sop in buku.sop:
        for nama in (sop.nama, sop.nama_pendek, sop.judul_sampul):
            own = set(kata(nama)) - {"sop"}
            share = len(words & own) / max(len(words | own), 1)
            if share > most:
                best, most = sop, share
    return best if most > 0.7 else None


def _shared(buku: Buku, field: Callable[[Sop], Hashable]) -> Iterator[tuple[Sop, ...]]:
    """Yield the SOP that have the same in a field, where several have."""
    groups: defaultdict[Hashable, list[Sop]] = defaultdict(list)
    for sop in buku.sop:
        if field(sop):
            groups[field(sop)].append(sop)
    yield from (tuple(group) for group in groups.values() if len(group) > 1)


def peralatan_disalin(buku: Buku) -> Iterator[Diagnostic]:
    """Yield the SOP that have the very same long list of peralatan."""
    for group in _shared(buku, lambda sop: sop.identitas.peralatan):
        if len(group[0].identitas.peralatan) > PANJANG:
            message = f"daftar peralatan {bernomor(group)} sama persis"
            saran = "sebut hanya yang dipakai langsung oleh prosedur itu"
            yield warning("SOP118", message, group[0].span, saran)


def peringatan_disalin(buku: Buku) -> Iterator[Diagnostic]:
    """Yield the SOP that have the same peringatan: it speaks of one of them at most."""
    for group in _shared(buku, lambda sop: sop.identitas.peringatan):
        message = f"peringatan {bernomor(group)} sama persis"
        saran = "tulis akibat bila prosedur ini sendiri tidak dilaksanakan"
        yield warning("SOP119", message, group[0].span, saran)


def pencatatan_umum(buku: Buku) -> Iterator[Diagnostic]:
    """Yield the SOP whose pencatatan names no register of their own."""
    for group in _shared(buku, lambda sop: sop.identitas.pencatatan):
        message = f"pencatatan {bernomor(group)} sama persis"
        saran = "sebut buku register atau arsip prosedur itu"
        yield warning("SOP120", message, group[0].span, saran)


def kualifikasi_sekolah(buku: Buku) -> Iterator[Diagnostic]:
    """Yield the SOP that ask for schooling, not for competence."""
    bare = [
        sop
        for sop in buku.sop
        if (texts := sop.identitas.kualifikasi_pelaksana)
        and all(SEKOLAH.search(t) and not KEMAMPUAN.search(t) for t in texts)
    ]
    if bare:
        message = f"kualifikasi {bernomor(bare)} hanya pendidikan"
        saran = "sebut kemampuan yang diperlukan: Mampu …, Memahami …"
        yield warning("SOP121", message, bare[0].span, saran)


def seksi_berbeda(buku: Buku) -> Iterator[Diagnostic]:
    """Yield the SOP of a seksi whose head is not the one that acts in it."""
    odd = [sop for sop in buku.sop if _heads(sop) and not _agrees(sop)]
    if odd:
        head = daftar(_heads(odd[0]))
        message = f"unit `{odd[0].identitas.unit}`, pelaksananya {head}"
        saran = f"samakan nama seksinya pada {bernomor(odd)}"
        yield warning("SOP122", message, odd[0].span, saran)


def _heads(sop: Sop) -> tuple[str, ...]:
    """Return the heads of a seksi that act in a SOP of a seksi."""
    if not sop.identitas.unit.startswith("Seksi "):
        return ()
    return tuple(one.nama for one in sop.pelaksana if one.nama.startswith("Kasi "))


def _agrees(sop: Sop) -> bool:
    unit = set(kata(sop.identitas.unit)) - {"seksi", "kecamatan"}
    return any(set(kata(head)) - {"kasi"} == unit for head in _heads(sop))


def dokumen_sop_lain(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each SOP that handles what another SOP is about, without naming it."""
    subjects = [(one, _subject(one)) for one in buku.sop]
    for sop in buku.sop:
        named = (sop.nama, *sop.identitas.keterkaitan)
        own = {word for text in named for word in kata(text)}
        rows = [(row, set(kata(row.mutu_baku.output))) for row in sop.kegiatan]
        for other, subject in subjects:
            if len(subject) < PANJANG or subject <= own:
                continue
            row = next((row for row, words in rows if subject <= words), None)
            if row:
                message = f"output `{row.mutu_baku.output}` milik SOP {other.nomor}"
                saran = "tulis dokumen SOP ini, atau sebut SOP itu pada `keterkaitan`"
                yield warning("SOP404", message, row.span, saran)


def _subject(sop: Sop) -> set[str]:
    """Return the words that tell a SOP from others."""
    return set(kata(sop.nama)) - {"rekomendasi", "permohonan"}
