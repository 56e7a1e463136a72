"""What the readers of an office's files share: its files, buku.yaml, officials."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from sopgen.model.abaikan import Abaikan
from sopgen.model.diagnostic import Span, Teks
from sopgen.model.ketikan import Ketikan
from sopgen.model.nilai import dataclass
from sopgen.model.pejabat import Kapasitas, Pejabat, grouped_nip
from sopgen.model.peraturan import Tabel
from sopgen.model.tte import TandaTangan, Tte
from sopgen.spec.files import Files
from sopgen.spec.findings import Findings, quoted, suggestion
from sopgen.spec.kolom import Terdaftar
from sopgen.spec.reader import Content
from sopgen.spec.schema import BukuYaml


@dataclass(frozen=True, slots=True)
class Office:
    """An office while its files are read; ``content`` is that of buku.yaml.

    ``kolom`` are the columns that it declares for all charts.  ``ketikan`` gathers the
    texts of its SOP as they were typed; ``abaikan`` what they say of findings.
    """

    files: Files
    findings: Findings
    content: Content
    buku: BukuYaml
    pejabat: Mapping[str, Pejabat]
    peraturan: Tabel
    kolom: Terdaftar
    ketikan: list[Ketikan] = field(default_factory=list)
    abaikan: list[Abaikan] = field(default_factory=list)

    def official(self, kode: str, span: Span) -> Pejabat:
        """Return the official of a code; one without a name if there is none."""
        if kode in self.pejabat:
            return self.pejabat[kode]
        self.findings.tell(
            "SOP101",
            f"pejabat {quoted(kode)} tidak terdaftar",
            span,
            suggestion(kode, self.pejabat),
        )
        jabatan = self.buku.kecamatan.sebutan.pimpinan
        return Pejabat(kode, jabatan, Kapasitas.DEFINITIF, "", "", "", span)

    def teks(self, isi: str, *path: str | int) -> Teks:
        """Return a text of buku.yaml with its place."""
        return Teks(isi, self.content.span(*path))


def read_pejabat(content: Content, buku: BukuYaml) -> dict[str, Pejabat]:
    """Return the officials of an office by their codes."""
    return {
        kode: Pejabat(
            id=kode,
            jabatan=one.jabatan,
            kapasitas=Kapasitas(one.kapasitas),
            nama=one.nama,
            pangkat=one.pangkat,
            nip=grouped_nip(one.nip),
            span=content.span("pejabat", kode, "nip"),
            atas_nama=one.atas_nama or buku.kecamatan.sebutan.pimpinan,
            untuk_beliau=one.untuk_beliau,
            letak=content.letak("pejabat", kode),
            tanda_tangan=TandaTangan(one.tanda_tangan),
        )
        for kode, one in buku.pejabat.items()
    }


def read_cara(word: str | None) -> TandaTangan | None:
    """Return how something is signed; nothing where its official decides."""
    return TandaTangan(word) if word else None


def read_tte(content: Content, buku: BukuYaml) -> Tte:
    """Return what an office says of electronic signatures."""
    one = buku.tte
    return Tte(
        tanda=one.tanda or Tte().tanda,
        lebar=one.lebar,
        tinggi=one.tinggi,
        halaman_verifikasi=one.halaman_verifikasi,
        kaki=one.kaki,
        ada=("tte",) in content.spans,
        letak=content.letak("tte"),
    )
