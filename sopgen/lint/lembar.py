"""Rules about the identity sheets of the SOP (codes 1xx)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator

from sopgen.lint.perbaikan_keputusan import coded_anew, padded
from sopgen.lint.sitiran import split_words
from sopgen.lint.temuan import at_all, listed, numbered
from sopgen.model.buku import Buku
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic, Pokok, Span
from sopgen.model.kata import isian
from sopgen.model.nomor_sop import ROMAWI
from sopgen.model.sop import Sop, TanggalSop

#: Permendagri 83/2022: a code begins with a whole hundred; older ones do not.
KODE = re.compile(r"\s*([0-9])([0-9]{2})(?![0-9])")
BARU = "000.8.3.3"
SEKOLAH = re.compile(r"\b(?:SLTA|SLTP|SMA|SMK|SD|Sarjana|Diploma|S1|D3|D-?III)\b")
#: Levels of schooling by their names, without signs between the letters.
TINGKAT = (
    ("sd", "sd|sekolahdasar"),
    ("sltp", "sltp|smp|mts"),
    ("slta", "slta|sma|smk|smu|sekolahmenengahatas"),
    ("d1", "d1|di|diplomai|d2|dii"),
    ("d3", "d3|diii|diploma|diplomaiii|diploma3|d4|div|diplomaiv|diploma4"),
    ("s1", "s1|sarjana|strata1|stratasatu"),
    ("s2", "s2|magister|pascasarjana"),
)
JENJANG = re.compile(
    r"\b(?:SD|SLTP|SMP|MTs|SLTA|SMA|SMK|SMU|D-?[1-4]|D-?I{1,3}|D-?IV|S-?[12]|"
    r"(?i:sarjana|magister|pascasarjana|diploma(?:[ -](?:iii|iv|i|[1-4]))?|"
    r"strata (?:1|satu)))\b"
)
TERENDAH = re.compile(r"minimal|minimum|paling rendah|sekurang|serendah", re.IGNORECASE)
#: The last of several from which one is enough.
ATAU = re.compile(r",\s*(?:dan/)?atau\s", re.IGNORECASE)
#: So many levels are a choice: SLTA atau D3.
PILIHAN = 2
#: What names a book, a list or a file in which something is kept.
REGISTER = re.compile(
    r"buku|register|agenda|arsip|daftar|kartu|ekspedisi|berkas|rekap|notul|jurnal|log|"
    r"berita acara|aplikasi|laporan",
    re.IGNORECASE,
)
#: What else a record is, where it is, or what is done with it.
CATATAN = re.compile(
    rf"{REGISTER.pattern}|\bcat|tercatat|simpan|data|dokumen|surat|elektronik|digital|"
    r"manual|salinan|pertinggal|formulir|bukti|kuitansi|kwitansi|nota|resi|foto|tanda\s+"
    r"terima|lembar|disposisi|sistem|laman|situs|excel|spreadsheet|folder|file|map\b|"
    r"ordner|album|cakram|server|cloud|drive|bank\s+data|tabel|matriks|risalah|statistik|"
    r"profil|monografi|papan|kendali|inventaris|rekam|entri|unggah|input|lampiran|hasil|"
    r"naskah|sertifikat|keputusan|rekomendasi|konsep|tembusan|nihil|tidak\s+ada",
    re.IGNORECASE,
)
DICATAT = re.compile(
    r"catat|tercatat|simpan|register|buku|agenda|arsip|rekam|daftar\b|kartu",
    re.IGNORECASE,
)
#: What stands in other fields of the sheet: kualifikasi; peringatan and peralatan.
KUALIFIKASI = re.compile(
    r"\W*(?:mampu|memahami|menguasai|mengetahui|terampil|pendidikan|berpendidikan|minimal|"
    r"s-?1|d-?3|sma|slta)\b",
    re.IGNORECASE,
)
BUKAN_CATATAN = re.compile(
    r"\W*(?:perlu|apabila|jika|bila|bilamana|komputer|laptop|printer|pencetak|alat\s+tulis|"
    r"atk|kertas|cap|stempel|meja|kursi|lemari|telepon|kendaraan|petugas|camat|kasi|"
    r"sekretaris|pemohon|pengawasan|pembinaan|koordinasi|sosialisasi|harus|wajib|segera|"
    r"setiap)\b",
    re.IGNORECASE,
)
BERPERNYATAAN = re.compile(r"\b(?:secara|adanya|oleh|agar|maka|harus|dapat|me\w{4,})\b")
#: Several words in small letters: no name of an application.
PANJANG_KECIL = re.compile(r"[A-Z]?[a-z]+(?:\s+[a-z]{2,}){2,}[.;]?\s*\Z")
#: So many SOP may share a register, whatever their units.
BERBAGI = 2
#: Lists of the sheet in which nothing stands twice.
DAFTAR = (
    "kualifikasi_pelaksana", "keterkaitan", "peralatan", "peringatan", "pencatatan",
)  # fmt: skip
KEMAMPUAN = re.compile(r"mampu|memahami|menguasai|mengetahui|terampil", re.IGNORECASE)
#: Shorter lists may well be the same by chance.
PANJANG = 3


def kode_lama(buku: Buku) -> Iterator[Diagnostic]:
    """Yield numbers with a code of the scheme before Permendagri 83/2022."""
    saran = f"kode SOP menurut Permendagri 83 Tahun 2022: `{BARU}`"
    for one in buku.keputusan:
        if _old(one.nomor):
            message = f"nomor `{one.nomor}` memakai kode klasifikasi lama"
            yield diagnose("SOP114", message, one.at("nomor"), saran)
    old = [sop for sop in buku.berpola if _old(sop.nomor_sop)]
    if old and not buku.pola_nomor_sop.lstrip().startswith("{nomor"):
        message = f"nomor SOP `{old[0].nomor_sop}` memakai kode klasifikasi lama"
        saran = f"ubah {isian('pola_nomor_sop')}; {saran}"
        told = diagnose("SOP114", message, buku.at("pola_nomor_sop"), saran)
        yield told.cured_by(*coded_anew(buku, BARU))


def _old(nomor: str) -> bool:
    match = KODE.match(nomor)
    return match is not None and match[2] != "00"


def nomor_tak_rata(buku: Buku) -> Iterator[Diagnostic]:
    """Yield a book whose numbers of SOP are not padded to the same length.

    Numbers of several seksi may differ by what these are called, Roman ones by nature.
    """
    if f":{ROMAWI}}}" in buku.pola_nomor_sop:
        return
    for one in {sop.seksi: sop for sop in reversed(buku.berpola)}.values():
        alike = [sop for sop in buku.berpola if sop.seksi == one.seksi]
        if len({len(sop.nomor_sop) for sop in alike}) > 1:
            first, last = alike[0].nomor_sop, alike[-1].nomor_sop
            message = f"nomor SOP tidak sama panjang: `{first}`, `{last}`"
            saran = f"tulis `{{nomor:02}}` pada {isian('pola_nomor_sop')}"
            told = diagnose("SOP125", message, buku.at("pola_nomor_sop"), saran)
            yield told.cured_by(*padded(buku))
            return


def tanggal_tanpa_hari(buku: Buku) -> Iterator[Diagnostic]:
    """Yield the SOP whose dates name no day."""
    bare = [(sop, days) for sop in buku.sop if (days := _bare(sop))]
    if bare:
        message = f"tanggal tanpa hari pada {numbered(sop for sop, _ in bare)}"
        saran = "tulis lengkap, mis. 10 Januari 2025"
        spans = (day.span for _, days in bare for day in days)
        yield _told("SOP115", message, saran, spans)


def _bare(sop: Sop) -> list[TanggalSop]:
    """Return the dates of a SOP that name no day; that of its revision aside."""
    days = sop.identitas.tanggal_pembuatan, sop.identitas.tanggal_efektif
    return [day for day in days if day.kurun and not day.kurun.lengkap]


def _shared(buku: Buku, field: Callable[[Sop], Hashable]) -> Iterator[tuple[Sop, ...]]:
    """Yield the SOP that have the same in a field, where several have."""
    groups: defaultdict[Hashable, list[Sop]] = defaultdict(list)
    for sop in buku.sop:
        if field(sop):
            groups[field(sop)].append(sop)
    yield from (tuple(group) for group in groups.values() if len(group) > 1)


def _of(group: Iterable[Sop], *trail: str | int) -> Iterator[Span]:
    """Yield where a field stands in each of some SOP."""
    return (sop.at(*trail) for sop in group)


def _told(code: str, message: str, saran: str, places: Iterable[Span]) -> Diagnostic:
    """Return a warning that stands at several places."""
    first, *others = places
    return at_all(diagnose(code, message, first, saran), (first, *others))


def peralatan_disalin(buku: Buku) -> Iterator[Diagnostic]:
    """Yield the SOP that have the very same long list of peralatan."""
    for group in _shared(buku, lambda sop: sop.identitas.peralatan):
        if len(group[0].identitas.peralatan) > PANJANG:
            message = f"daftar peralatan {numbered(group)} sama persis"
            saran = "sebut hanya yang dipakai langsung oleh prosedur itu"
            yield _told("SOP118", message, saran, _of(group, "peralatan", 0))


def peringatan_disalin(buku: Buku) -> Iterator[Diagnostic]:
    """Yield the SOP that have the same peringatan: it speaks of one of them at most."""
    for group in _shared(buku, lambda sop: sop.identitas.peringatan):
        message = f"peringatan {numbered(group)} sama persis"
        saran = "tulis akibat bila prosedur ini sendiri tidak dilaksanakan"
        yield _told("SOP119", message, saran, _of(group, "peringatan", 0))


def butir_lembar_kembar(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each item that stands twice in a list of an identity sheet."""
    for sop in buku.sop:
        for field in DAFTAR:
            seen: set[str] = set()
            for n, text in enumerate(getattr(sop.identitas, field)):
                key = " ".join(text.casefold().split()).rstrip(".;,")
                if key in seen:
                    message = f"{field} disebut dua kali: `{text}`"
                    saran = "hapus salah satu, atau tulis butir yang dimaksud"
                    yield diagnose("SOP156", message, sop.at(field, n), saran)
                seen.add(key)


def pencatatan_umum(buku: Buku) -> Iterator[Diagnostic]:
    """Yield the SOP whose pencatatan names no register of their own.

    Two SOP may share a register, and so may all of one unit.
    """
    for group in _shared(buku, lambda sop: sop.identitas.pencatatan):
        units = {sop.identitas.unit for sop in group}
        named = all(REGISTER.search(text) for text in group[0].identitas.pencatatan)
        if not named or (len(group) > BERBAGI and len(units) > 1):
            message = f"pencatatan {numbered(group)} sama persis"
            saran = "sebut buku register atau arsip prosedur itu"
            yield _told("SOP120", message, saran, _of(group, "pencatatan", 0))


def bukan_catatan(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each pencatatan that is neither a record nor says how one is kept.

    What several SOP have word for word is told of them together.
    """
    shared = {sop.nomor for group in _shared(buku, _pencatatan) for sop in group}
    for sop in buku.sop:
        for n, text in enumerate(_pencatatan(sop)):
            if sop.nomor not in shared and _no_record(text):
                message = f"pencatatan `{text}` bukan register, arsip, atau data"
                saran = "sebut buku register atau arsip prosedur itu"
                yield diagnose("SOP120", message, sop.at("pencatatan", n), saran)


def _pencatatan(sop: Sop) -> tuple[str, ...]:
    return sop.identitas.pencatatan


def _no_record(text: str) -> bool:
    """Return whether a text is a sentence about something else, or names a tool."""
    if KUALIFIKASI.match(text):
        return True
    if BUKAN_CATATAN.match(text):
        return not (DICATAT.search(text) or "(" in text)
    sentence = BERPERNYATAAN.search(text) and PANJANG_KECIL.match(text)
    return bool(sentence) and not CATATAN.search(text)


def kualifikasi_sekolah(buku: Buku) -> Iterator[Diagnostic]:
    """Yield the SOP that ask for schooling, not for competence."""
    bare = [
        sop
        for sop in buku.sop
        if (texts := sop.identitas.kualifikasi_pelaksana)
        and all(SEKOLAH.search(t) and not KEMAMPUAN.search(t) for t in texts)
    ]
    if bare:
        message = f"kualifikasi {numbered(bare)} hanya pendidikan"
        saran = "sebut kemampuan yang diperlukan: Mampu …, Memahami …"
        yield _told("SOP121", message, saran, _of(bare, "kualifikasi_pelaksana", 0))


def pendidikan_campur(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each kualifikasi that lists several schools without saying the least.

    Of three one does not know what the least is said of; where the last is joined by
    atau any of them will do.
    Where a SOP asks for nothing but schooling that is told instead.
    """
    for sop in buku.sop:
        texts = sop.identitas.kualifikasi_pelaksana
        if all(SEKOLAH.search(t) and not KEMAMPUAN.search(t) for t in texts):
            continue
        for n, text in enumerate(texts):
            levels = {_level(match[0]) for match in JENJANG.finditer(text)}
            many = len(levels) > PILIHAN
            chosen = ATAU.search(text) is not None
            mixed = not chosen and (many or (len(levels) > 1 and "," in text))
            if mixed and (many or not TERENDAH.search(text)):
                message = f"kualifikasi `{text}` memuat beberapa jenjang pendidikan"
                saran = "tulis jenjang terendah saja, mis. Pendidikan minimal SLTA"
                place = sop.at("kualifikasi_pelaksana", n)
                yield diagnose("SOP155", message, place, saran)


def _level(school: str) -> str:
    """Return the level of a school or a degree, one for all its names."""
    text = re.sub(r"[^a-z0-9]", "", school.casefold())
    return next(level for level, names in TINGKAT if re.fullmatch(names, text))


def seksi_berbeda(buku: Buku) -> Iterator[Diagnostic]:
    """Yield the SOP of a seksi whose head is not the one that acts in it.

    Where several heads act it is work of all of them, whoever writes the SOP.
    """
    odd = [sop for sop in buku.sop if len(_heads(sop)) == 1 and not _agrees(sop)]
    if odd:
        head = listed(_heads(odd[0]))
        message = f"unit `{odd[0].identitas.unit}`, pelaksananya {head}"
        saran = f"samakan nama seksinya pada {numbered(odd)}"
        every = "; ".join(dict.fromkeys(head for sop in odd for head in _heads(sop)))
        told = _told("SOP122", message, saran, _of(odd, "unit"))
        yield told.about(Pokok.PELAKSANA, every)


def _heads(sop: Sop) -> tuple[str, ...]:
    """Return the heads of a seksi that act in a SOP of a seksi."""
    if not sop.identitas.unit.startswith("Seksi "):
        return ()
    return tuple(one.nama for one in sop.pelaksana if one.nama.startswith("Kasi "))


def _agrees(sop: Sop) -> bool:
    unit = set(split_words(sop.identitas.unit)) - {"seksi", "kecamatan"}
    return any(set(split_words(head)) - {"kasi"} == unit for head in _heads(sop))
