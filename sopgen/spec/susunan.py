"""The parts of the book in their order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sopgen.model.buku import PER_SOP, Angka, Bagian, Keputusan
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic, Pokok, Span
from sopgen.model.kata import berkas, frasa, isian
from sopgen.spec.findings import quoted, suggestion
from sopgen.spec.naskah import FOLDER, MD, NASKAH, nama_naskah
from sopgen.spec.office import Office
from sopgen.spec.schema import BagianYaml

#: Every kind of part.  In the usual order the decrees stand before the daftar isi
#: (PermenPAN-RB 35/2012) and the SOP follow the chapter that lists them.
DEPAN = (
    "sampul",
    "halaman_judul",
    "lembar_pengesahan",
    "kata_pengantar",
    "daftar_isi",
)
ISI = ("pendahuluan", "simbol", "daftar_sop", "sop", "penutup")
DEKRET = ("keputusan", "lampiran", "salinan")
#: Parts that a book has only when it asks for them.
PILIHAN = (NASKAH, "peta", "matriks_perubahan", "riwayat")
BAGIAN = (*DEPAN, *ISI, *DEKRET, *PILIHAN)


def read_susunan(
    office: Office, keputusan: tuple[Keputusan, ...]
) -> tuple[Bagian, ...]:
    """Return the parts, with the usual order where the office gives none."""
    wanted = tuple(_wanted(office, keputusan)) or tuple(_usual(keputusan))
    entries = tuple(_known(office, wanted, keputusan))
    kinds = [entry.bagian for entry, _ in entries]
    roman = (
        kinds.index("daftar_isi") + 1
        if "daftar_isi" in kinds
        else next((i for i, k in enumerate(kinds) if k not in DEPAN), len(kinds))
    )
    return tuple(
        Bagian(
            jenis=entry.bagian,
            keputusan=entry.keputusan,
            angka=_angka(office, entry, at, front=i < roman),
            judul=entry.judul,
            span=office.content.span("susunan", at),
            naskah=nama_naskah(entry.berkas) if entry.bagian == NASKAH else "",
        )
        for i, (entry, at) in enumerate(entries)
    )


class Entry(NamedTuple):
    """A part that is wanted, and its place in the list of them."""

    yaml: BagianYaml
    at: int


def _angka(office: Office, entry: BagianYaml, at: int, *, front: bool) -> Angka:
    """Return how a part's pages count; that of each SOP by itself is for SOP only."""
    if entry.angka != PER_SOP or entry.bagian == "sop":
        return entry.angka or _usual_angka(entry.bagian, front=front)
    office.findings.tell(
        "SOP923",
        f"{isian('angka', PER_SOP)} hanya untuk bagian `sop`, bukan "
        f"{quoted(entry.bagian)}",
        office.content.span("susunan", at, "angka"),
        "tulis romawi, arab, atau tanpa; atau kosongkan",
    )
    return _usual_angka(entry.bagian, front=front)


def _usual_angka(jenis: str, *, front: bool) -> Angka:
    if jenis == "sampul":
        return "tanpa"
    return "romawi" if front else "arab"


def _wanted(office: Office, keputusan: tuple[Keputusan, ...]) -> Iterator[Entry]:
    """Yield the office's own entries; the only decree need not be named."""
    for at, item in enumerate(office.buku.susunan):
        if isinstance(item, str):
            item = BagianYaml.model_construct(bagian=item)
        if item.bagian in DEKRET and not item.keputusan and len(keputusan) == 1:
            item = item.model_copy(update={"keputusan": keputusan[0].id})
        yield Entry(item, at)


def _usual(keputusan: tuple[Keputusan, ...]) -> Iterator[Entry]:
    *front, listing = DEPAN
    for jenis in front:
        yield Entry(BagianYaml.model_construct(bagian=jenis), 0)
    for one in keputusan:
        for jenis in DEKRET[:2] if one.lampiran else DEKRET[:1]:
            yaml = BagianYaml.model_construct(bagian=jenis, keputusan=one.id)
            yield Entry(yaml, 0)
    for jenis in (listing, *ISI):
        yield Entry(BagianYaml.model_construct(bagian=jenis), 0)


def _known(
    office: Office, entries: tuple[Entry, ...], keputusan: tuple[Keputusan, ...]
) -> Iterator[Entry]:
    """Yield the entries that can be printed, reporting the others."""
    seen: set[tuple[str, str]] = set()
    for entry, at in entries:
        same = (entry.bagian, entry.keputusan or nama_naskah(entry.berkas))
        span = office.content.span("susunan", at)
        fault = _fault(entry, keputusan, span) or _berkas_fault(office, entry, at)
        if fault:
            office.findings.add(fault)
        elif same in seen:
            message = f"bagian {quoted(entry.bagian)} dicetak dua kali"
            office.findings.tell("SOP708", message, span, "hapus salah satu")
        if not fault:
            seen.add(same)
            yield Entry(entry, at)


def _fault(
    entry: BagianYaml, keputusan: tuple[Keputusan, ...], span: Span
) -> Diagnostic | None:
    """Return why an entry cannot be printed; nothing if it can."""
    if entry.bagian not in BAGIAN:
        message = f"bagian {quoted(entry.bagian)} tidak dikenal"
        return diagnose("SOP701", message, span, suggestion(entry.bagian, BAGIAN))
    return _dekret_fault(entry, keputusan, span) if entry.bagian in DEKRET else None


def _berkas_fault(office: Office, entry: BagianYaml, at: int) -> Diagnostic | None:
    """Return why the file of a chapter cannot be printed, or is not wanted here."""
    files, nama = office.files, nama_naskah(entry.berkas)
    span = office.content.span("susunan", at, "berkas")
    if entry.bagian != NASKAH:
        if not entry.berkas:
            return None
        saran = f"hapus {isian('berkas')}, atau tulis {isian('bagian', NASKAH)}"
        message = f"{isian('berkas')} hanya untuk bagian `{NASKAH}`, bukan "
        return diagnose("SOP781", message + quoted(entry.bagian), span, saran)
    if not nama:
        what = f"berkas {quoted(entry.berkas)} di luar folder naskah"
        message = what if entry.berkas else f"bagian `{NASKAH}` tanpa berkas"
        saran = f"tulis {isian('berkas', 'naskah/visi.md')}, berkas di folder naskah"
        return diagnose("SOP781", message, span, saran)
    if files.has(f"{FOLDER}{nama}{MD}"):
        return None
    known = (name.removesuffix(MD) for name in files.names(NASKAH))
    message = f"{berkas(f'{FOLDER}{nama}{MD}')} tidak ada"
    saran = suggestion(nama, known) or frasa("tulis_naskah")
    return diagnose("SOP901", message, span, saran)


def _dekret_fault(
    entry: BagianYaml, keputusan: tuple[Keputusan, ...], span: Span
) -> Diagnostic | None:
    if not entry.keputusan:
        return _unnamed(entry.bagian, keputusan, span)
    known = {one.id: one for one in keputusan}
    if entry.keputusan not in known:
        message = f"keputusan {quoted(entry.keputusan)} tidak dikenal"
        return diagnose("SOP702", message, span, suggestion(entry.keputusan, known))
    if entry.bagian == "salinan":
        return _uncopied(known[entry.keputusan], span)
    if entry.bagian != "lampiran" or known[entry.keputusan].lampiran:
        return None
    message = f"keputusan {quoted(entry.keputusan)} tidak punya lampiran"
    saran = f"tambahkan {isian('lampiran')} pada keputusan itu"
    told = diagnose("SOP704", message, span, saran)
    return told.about(Pokok.KEPUTUSAN, entry.keputusan)


def _uncopied(one: Keputusan, span: Span) -> Diagnostic | None:
    """Return that a decree has no copy; nothing where its kind is written wrongly."""
    if one.jenis or one.letak.said("jenis"):
        return None
    message = f"keputusan {quoted(one.id)} tanpa salinan atau petikan"
    saran = f"tulis {isian('jenis', 'salinan')} pada keputusan itu"
    return diagnose("SOP714", message, span, saran)


def _unnamed(bagian: str, keputusan: tuple[Keputusan, ...], span: Span) -> Diagnostic:
    if not keputusan:
        saran = (
            f"isi {isian('keputusan')} di {berkas('buku.yaml')}, atau hapus bagian ini"
        )
        message = f"bagian {quoted(bagian)} memerlukan keputusan"
        return diagnose("SOP703", message, span, saran)
    saran = f"tulis {isian('keputusan', keputusan[0].id)} pada bagian itu"
    return diagnose("SOP703", f"bagian {quoted(bagian)} tanpa keputusan", span, saran)
