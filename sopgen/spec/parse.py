"""An office's folder → Buku: read every file, resolve every name, lose nothing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from sopgen.assets import BrokenAssetError
from sopgen.kertas import read_kertas
from sopgen.model.buku import Buku, Cetak, Kecamatan, Pengesah, Reading
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic, Pokok, Source, Span, Teks
from sopgen.model.kata import berkas, frasa, isian
from sopgen.model.letak import Letak, Trail
from sopgen.model.nomor_sop import BENTUK, names_seksi, pattern_fault
from sopgen.model.pejabat import Pejabat
from sopgen.model.sop import Cabang, Sop, Status
from sopgen.openable import UNREADABLE_SARAN, stands, unread
from sopgen.spec.abaikan import read_abaikan
from sopgen.spec.check import validate
from sopgen.spec.coded import CodedFolder, coded
from sopgen.spec.daftar import Entry, listed, read_entries
from sopgen.spec.files import Files
from sopgen.spec.findings import Findings, nearest, quoted
from sopgen.spec.folders import FOLDERS, unused
from sopgen.spec.gambar import read_gambar
from sopgen.spec.keputusan import read_keputusan
from sopgen.spec.ketikan import typed, typed_elsewhere
from sopgen.spec.kolom import own_keys, read_terdaftar, sop_schema
from sopgen.spec.nama_berkas import unmovable
from sopgen.spec.naskah import own_chapters, read_koreksi, read_naskah
from sopgen.spec.office import Office, read_pejabat, read_tte
from sopgen.spec.peraturan import read_peraturan
from sopgen.spec.reader import Content
from sopgen.spec.schema import BukuYaml
from sopgen.spec.seksi import Pembagian, read_seksi
from sopgen.spec.sop import read_sop
from sopgen.spec.susunan import read_susunan
from sopgen.spec.tanggal import full_date

BUKU = "buku.yaml"


def read_buku(place: Path) -> Reading:
    """Return the book of an office's folder or workbook, with what was found.

    There is no book only if buku.yaml itself is unusable; the other files are
    checked even then.
    """
    findings = Findings()
    try:
        return _read(place, findings)
    except BrokenAssetError as error:
        findings.add(error.finding)
        return Reading(None, findings.ordered)


def _read(place: Path, findings: Findings) -> Reading:
    files = open_files(place, findings)
    if files is None:
        return Reading(None, findings.ordered)
    findings.add(*unmovable(files))
    content = files.yaml(BUKU, findings)
    yaml = None
    if content.data is not None:
        yaml, found = validate(content, BukuYaml)
        findings.add(*found)
    read_koreksi(files, findings)
    peraturan = read_peraturan(files, findings)
    if yaml is None:
        read_naskah(files, findings, own_chapters(_susunan_of(content)))
        _check_sop_files(files, findings)
        return Reading(None, findings.ordered)
    pejabat = read_pejabat(content, yaml)
    kolom = read_terdaftar(yaml, content, findings)
    office = Office(files, findings, content, yaml, pejabat, peraturan, kolom)
    buku = _buku(office)
    ketikan = (*typed(content), *office.ketikan, *typed_elsewhere(buku))
    abaikan = (*read_abaikan(content, findings), *office.abaikan)
    return Reading(buku, findings.ordered, ketikan, abaikan, files.lalu)


def open_files(place: Path, findings: Findings) -> Files | None:
    """Return the files of an office, or nothing with an error."""
    try:
        place.stat()
    except (OSError, ValueError) as error:
        _unread(place, error, findings)
        return None
    if place.is_dir():
        folder = CodedFolder(place)
        findings.add(*filter(None, map(folder.fault, FOLDERS)), *unused(place))
        return folder
    from sopgen.spec.workbook import open_workbook  # openpyxl is slow to import

    return open_workbook(place, findings)


def _unread(place: Path, error: OSError | ValueError, findings: Findings) -> None:
    span = Span(Source(place.as_posix()))
    if stands(place):
        message = f"folder atau berkas {unread(error)}"
        findings.tell("SOP903", message, span, UNREADABLE_SARAN)
    else:
        findings.tell("SOP901", "folder atau berkas tidak ada", span)


def _check_sop_files(files: Files, findings: Findings) -> None:
    """Check the files of SOP by themselves, for a book that cannot be read."""
    for name in files.names("sop"):
        if name.endswith(".yaml"):
            content = files.yaml(f"sop/{name}", findings)
            if content.data is not None:
                schema = sop_schema(own_keys(content.data))
                findings.add(*validate(content, schema)[1])


def _buku(office: Office) -> Buku:
    yaml, content = office.buku, office.content
    camat = office.official(yaml.penandatangan, content.span("penandatangan"))
    keputusan = read_keputusan(office, camat)
    pembagian = read_seksi(office)
    susunan = read_susunan(office, keputusan)
    own = [bagian.naskah for bagian in susunan if bagian.naskah]
    naskah = read_naskah(office.files, office.findings, own)
    printed = {bagian.naskah or bagian.jenis for bagian in susunan}
    shown = (one for nama, one in naskah.items() if nama in printed)
    return Buku(
        id=office.files.id,
        tahun=yaml.tahun,
        judul=Teks(yaml.judul, content.span("judul")),
        kecamatan=_kecamatan(office),
        kertas=replace(read_kertas()[yaml.kertas], cetak=Cetak(yaml.cetak)),
        profil_simbol=yaml.profil_simbol,
        cabang=Cabang(yaml.cabang),
        penandatangan=camat,
        tanggal_pengesahan=full_date(
            yaml.tanggal_pengesahan,
            content.span("tanggal_pengesahan"),
            office.findings,
        )
        if yaml.tanggal_pengesahan
        else None,
        pengesahan_bertanda=yaml.pengesahan_bertanda,
        susunan=susunan,
        awalan_sop=frozenset(yaml.awalan_sop),
        keputusan=keputusan,
        sop=_sop(office, camat, pembagian),
        naskah=naskah,
        gambar=read_gambar(shown, office.files, office.findings),
        status=Status(yaml.status),
        span=content.span("status" if yaml.status == "draf" else "tahun"),
        peraturan=office.peraturan,
        pola_nomor_sop=yaml.pola_nomor_sop,
        kertas_bagan=yaml.kertas_bagan,
        orientasi_bagan=yaml.orientasi_bagan,
        seksi=pembagian.seksi,
        lembar_pengesahan=_pengesah(office),
        letak=_letak(content),
        tte=read_tte(content, yaml),
    )


def _pengesah(office: Office) -> tuple[Pengesah, ...]:
    """Return who signs the lembar pengesahan, where several do."""
    made = []
    for n, one in enumerate(office.buku.lembar_pengesahan):
        place = ("lembar_pengesahan", n, "pejabat")
        span = office.content.span(*place)
        pejabat = office.official(one.pejabat, span)
        made.append(Pengesah(one.peran, pejabat, span))
    return tuple(made)


def _susunan_of(content: Content) -> list[object]:
    """Return the parts that an unsound book names, as they are written."""
    data = content.data if isinstance(content.data, dict) else {}
    found = data.get("susunan")
    return found if isinstance(found, list) else []


def _letak(content: Content) -> Letak:
    """Return where the fields of the book stand; what is left out takes over a name."""
    of = {
        "tempat": "nama",
        "jenis": "nama",
        "kepala": "nama",
        "jenis_wilayah": "kabupaten",
    }
    lain: dict[Trail, Span] = {
        ("kecamatan", key): content.span("kecamatan", other)
        for key, other in of.items()
    }
    return replace(content.letak(), lain=lain)


def _kecamatan(office: Office) -> Kecamatan:
    one = office.buku.kecamatan
    sebutan = one.sebutan
    return Kecamatan(
        nama=one.nama,
        kabupaten=one.kabupaten,
        tempat=one.tempat or sebutan.tempat,
        alamat=one.alamat,
        telepon=one.telepon,
        kode_pos=one.kode_pos,
        email=one.email,
        laman=one.laman,
        kode_unit=one.kode_unit,
        lambang=_picture(office, "lambang", one.lambang),
        berkas_lambang=one.lambang,
        jenis=one.jenis,
        jenis_wilayah=one.jenis_wilayah,
        kepala=one.kepala,
        induk=one.induk,
        lambang_kanan=_picture(office, "lambang_kanan", one.lambang_kanan),
        berkas_lambang_kanan=one.lambang_kanan,
    )


def _picture(office: Office, key: str, name: str) -> Path | None:
    """Return a picture that the office names, nothing if it names none."""
    span = office.content.span("kecamatan", key)
    return office.files.picture(name, span, office.findings) if name else None


def _sop(office: Office, camat: Pejabat, pembagian: Pembagian) -> tuple[Sop, ...]:
    _check_pattern(office, pembagian)
    entries = read_entries(office, pembagian)
    _check_unlisted(office, entries)
    sop = listed(office, entries)
    return tuple(read_sop(office, entry, camat, sop) for entry in entries)


def _check_pattern(office: Office, pembagian: Pembagian) -> None:
    pola, findings = office.buku.pola_nomor_sop, office.findings
    span = office.content.span("pola_nomor_sop")
    if fault := pattern_fault(pola):
        message = f"pola nomor memuat {quoted(fault)} yang tidak dikenal"
        findings.tell("SOP104", message, span, BENTUK)
    if "{nomor" not in pola and not all(one.nomor_sop for one in office.buku.sop):
        message = "pola tanpa `{nomor}`: semua SOP mendapat nomor yang sama"
        findings.tell("SOP105", message, span, BENTUK)
    if names_seksi(pola) and not (pembagian.seksi or office.buku.seksi):
        message = "pola nomor memuat `{seksi}`, tetapi tidak satu SOP pun berseksi"
        saran = f"isi {isian('seksi')} setiap SOP, atau hapus `{{seksi}}` dari pola"
        findings.tell("SOP139", message, span, saran)


def _check_unlisted(office: Office, entries: tuple[Entry, ...]) -> None:
    """Report files in sop/ that the list of SOP does not name."""
    listed = [f"{one.id}.yaml" for one in office.buku.sop]
    names = [n for n in office.files.names("sop") if n not in listed]
    strangers = [name for name in names if coded(name) not in listed]
    for name in names:
        span = office.files.place(f"sop/{name}")
        if name not in strangers:
            message = (
                f"berkode sama dengan {berkas(f'sop/{coded(name)}')}; tidak dibaca"
            )
            saran = "satukan isinya, lalu hapus salah satu; atau ganti kodenya"
            office.findings.tell("SOP108", message, span, saran)
        elif name in _homeless(office, strangers, len(entries)):
            office.findings.add(_unlisted(name, span, office))


def _unlisted(name: str, file: Span, office: Office) -> Diagnostic:
    """Return that a file is not in the list of SOP: told there, where it should be."""
    message = f"{berkas(f'sop/{name}')} tidak ada dalam {frasa('daftar_sop')}"
    saran = f"tambahkan pada daftar itu, atau {frasa('hapus')}"
    told = diagnose("SOP917", message, office.content.key("sop"), saran)
    told = told.about(Pokok.SOP, name.removesuffix(".yaml"))
    return replace(told, juga=(file,))


def _homeless(office: Office, strangers: list[str], entries: int) -> list[str]:
    """Return the files that no listed SOP seems to mean by a slip.

    A SOP whose file is missing tells of the one that is most like it; where a code
    stands twice in the list, the file of the code that is not there is no news.
    """
    rest = list(strangers)
    files = [f"{one.id}.yaml" for one in office.buku.sop]
    lacking = [name for name in files if not office.files.has(f"sop/{name}")]
    spare = len(files) - entries + len(lacking)
    for name in lacking:
        if close := nearest(name, rest):
            rest.remove(close)
            spare -= 1
    return [] if len(rest) == spare == 1 else rest
