"""One SOP: its entry in buku.yaml and its file in sop/."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from sopgen.model.diagnose import diagnose_lightly
from sopgen.model.diagnostic import Pokok, Span
from sopgen.model.kata import berkas, isian
from sopgen.model.kolom import BAKU, Kolom
from sopgen.model.letak import NOWHERE, Letak, Trail
from sopgen.model.nilai import dataclass
from sopgen.model.pejabat import Pejabat
from sopgen.model.peraturan import Dasar
from sopgen.model.sop import Cabang, Identitas, Sop, Status, TanggalSop
from sopgen.spec.abaikan import read_abaikan, scope_of
from sopgen.spec.bagan import KOSONG, Bagan, read_bagan
from sopgen.spec.check import validate, without
from sopgen.spec.daftar import Entry
from sopgen.spec.findings import suggestion
from sopgen.spec.ketikan import typed
from sopgen.spec.kolom import (
    Terdaftar,
    columns_of,
    own_keys,
    read_terdaftar,
    sop_schema,
    tell_twins,
)
from sopgen.spec.office import Office, read_cara
from sopgen.spec.panggilan import Daftar, SopTerdaftar
from sopgen.spec.peraturan import Place, in_sop, read_dasar
from sopgen.spec.reader import Content
from sopgen.spec.schema import DaftarSopYaml, SopYaml
from sopgen.spec.tanggal import sop_date


def read_sop(
    office: Office, entry: Entry, pengesah: Pejabat, sop: Mapping[str, SopTerdaftar]
) -> Sop:
    """Return a SOP; without a sound file it has no kegiatan and is a draft.

    ``sop`` are all of the list, which it may call.
    """
    content, yaml = _file(office, entry)
    bagan = KOSONG
    if content is not None and yaml.kegiatan:
        profil, daftar = office.buku.profil_simbol, Daftar(entry.yaml.id, sop)
        bagan = read_bagan(yaml, content, office.findings, profil, daftar)
    declared, kolom = _kolom(office, content, yaml)
    office.ketikan.extend(typed(content) if content is not None else ())
    broken = content is not None and office.findings.count(content.source) > 0
    if content is not None:
        office.abaikan.extend(read_abaikan(content, office.findings, scope_of(content)))
    if content is not None and not yaml.kegiatan and not broken:
        message = "SOP belum punya kegiatan; dicetak sampul dan identitasnya saja"
        saran = f"isi {isian('pelaksana')} dan {isian('kegiatan')}"
        span = content.span("kegiatan")
        office.findings.tell("SOP209", message, span, saran)
    file = _File(content, yaml, bagan, broken, kolom, bool(declared.jumlah_waktu))
    return _sop(office, entry, file, pengesah)


def _kolom(
    office: Office, content: Content | None, yaml: SopYaml
) -> tuple[Terdaftar, tuple[Kolom, ...]]:
    """Return what is declared of columns for a SOP, and those that it prints."""
    if content is None:
        return office.kolom, BAKU
    declared = read_terdaftar(yaml, content, office.findings).over(office.kolom)
    columns = columns_of(declared, yaml.kegiatan, content)
    tell_twins(columns, office.findings)
    return declared, columns


def _file(office: Office, entry: Entry) -> tuple[Content | None, SopYaml]:
    """Return what stands in its file; nothing but defaults if that is unusable."""
    if not office.files.has(entry.file):
        if office.files.fault("sop") is None:
            _missing(office, entry)
        return None, SopYaml()
    content = office.files.yaml(entry.file, office.findings)
    if content.data is None:
        return None, SopYaml()
    schema = sop_schema(own_keys(office.content.data, content.data))
    checked, found = validate(content, schema)
    office.findings.add(*found)
    if checked is None and isinstance(content.data, dict):
        rest = Content(
            content.source,
            without(content.data, [("kegiatan",)]),
            content.spans,
            content.keys,
        )
        checked, _ = validate(rest, schema)
    return content, checked or SopYaml()


def _missing(office: Office, entry: Entry) -> None:
    listed = {f"{one.id}.yaml" for one in office.buku.sop}
    spare = [n for n in office.files.names("sop") if n not in listed]
    saran = suggestion(f"{entry.yaml.id}.yaml", spare) if spare else ""
    told = diagnose_lightly(
        "SOP901",
        f"{berkas(entry.file)} tidak ada; SOP dicetak tanpa kegiatan",
        entry.span,
        saran or f"buat {berkas(entry.file)}",
    )
    office.findings.add(told.about(Pokok.SOP, entry.yaml.id))


@dataclass(frozen=True, slots=True)
class _File:
    """What was read from the file of a SOP; no content if it is unusable."""

    content: Content | None
    yaml: SopYaml
    bagan: Bagan
    broken: bool
    kolom: tuple[Kolom, ...]
    jumlah_waktu: bool


def _sop(office: Office, entry: Entry, file: _File, pengesah: Pejabat) -> Sop:
    one = entry.yaml
    draft = file.content is None or file.broken
    if file.content is None:
        span = entry.span
    elif file.yaml.status == "draf":
        span = file.content.span("status")
    else:
        span = file.content.span()
    return Sop(
        id=one.id,
        nomor=entry.nomor,
        nama=one.nama,
        nama_pendek=one.nama_pendek or one.nama,
        judul_sampul=one.judul_sampul or one.nama,
        judul_prosedur=one.judul_prosedur or f"PROSEDUR {one.nama.upper()}",
        nomor_sop=entry.printed(office.buku),
        identitas=_identitas(office, entry, file, pengesah),
        pelaksana=file.bagan.pelaksana,
        kegiatan=file.bagan.kegiatan,
        langkah=file.bagan.langkah,
        alur=file.bagan.alur,
        status=Status.DRAF if draft else Status(file.yaml.status or office.buku.status),
        catatan=file.yaml.catatan,
        cabang=Cabang(office.buku.cabang),
        span=span,
        kertas_bagan=file.yaml.kertas_bagan,
        orientasi_bagan=file.yaml.orientasi_bagan,
        letak=_letak(office, entry, file.content),
        kolom=file.kolom,
        jumlah_waktu=file.jumlah_waktu,
        seksi=entry.seksi.nama if entry.seksi else "",
        urut=entry.urut,
        bernomor_sendiri=bool(one.nomor_sop),
        tanda_tangan=read_cara(file.yaml.tanda_tangan),
    )


def _letak(office: Office, entry: Entry, content: Content | None) -> Letak:
    """Return where the fields of a SOP stand: in its file, its names in the list."""
    listed, line = office.content, ("sop", entry.at)
    nama = listed.span(*line, "nama")
    lain: dict[Trail, Span] = {
        (name,): listed.spans.get((*line, name), nama)
        for name in (*DaftarSopYaml.model_fields, "judul")
    }
    if not entry.yaml.nomor_sop:
        lain["nomor_sop",] = listed.span("pola_nomor_sop")
    lain["seksi",] = listed.span(*line, "seksi")
    own = content.letak() if content is not None else NOWHERE
    return replace(own, lain=lain)


def _identitas(
    office: Office, entry: Entry, file: _File, pengesah: Pejabat
) -> Identitas:
    yaml, content = file.yaml, file.content

    def place(key: str) -> Span:
        return content.span(key) if content is not None else entry.span

    def day(key: str) -> TanggalSop:
        return sop_date(key, getattr(yaml, key), place(key), office.findings)

    own = yaml.disahkan_oleh
    return Identitas(
        unit=yaml.unit or (entry.seksi.judul if entry.seksi else ""),
        judul=yaml.judul or entry.yaml.nama,
        tanggal_pembuatan=day("tanggal_pembuatan"),
        tanggal_revisi=day("tanggal_revisi"),
        tanggal_efektif=day("tanggal_efektif"),
        pengesah=office.official(own, place("disahkan_oleh")) if own else pengesah,
        dasar_hukum=_dasar(office, file),
        kualifikasi_pelaksana=tuple(yaml.kualifikasi_pelaksana),
        keterkaitan=tuple(yaml.keterkaitan),
        peralatan=tuple(yaml.peralatan),
        peringatan=tuple(yaml.peringatan),
        pencatatan=tuple(yaml.pencatatan),
    )


def _dasar(office: Office, file: _File) -> tuple[Dasar, ...]:
    if file.content is None:
        return ()
    place = Place(file.content, ("dasar_hukum",), in_sop, office.buku.tahun)
    items = file.yaml.dasar_hukum
    return read_dasar(items, place, office.peraturan, office.findings)
