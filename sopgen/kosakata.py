"""The two vocabularies of findings: of files in a folder, and of a workbook.

Here, and nowhere else, a field or a file of the spec gets the name by which the reader
of a finding knows it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from sopgen.model.diagnostic import Diagnostic
from sopgen.model.draft import Draft
from sopgen.model.kata import resolved
from sopgen.model.nilai import dataclass

#: Headings of the workbook that are not simply the name of their field.
JUDUL = {
    "id": "Kode",
    "nip": "NIP",
    "pola_nomor_sop": "Pola nomor SOP",
    "nomor_sop": "Nomor SOP",
    "awalan_sop": "Awalan SOP",
    "uraian": "Kegiatan",
    "sop": "Daftar SOP",
    "sop_dipanggil": "SOP dipanggil",
    "kepala": "Lampiran: kepala",
    "nama_kantor": "Nama kecamatan",
    "jenis_kantor": "Jenis kantor",
    "kepala_kantor": "Kepala kantor",
    "induk": "Kantor induk",
    "sebutan": "Lampiran: sebutan",
    "baris": "Tabel Lampiran",
    "lembar_pengesahan": "Pengesahan",
    "tte": "Tanda TTE",
    "tanda_tte": "Tanda TTE",
    "lebar_tte": "Lebar TTE",
    "tinggi_tte": "Tinggi TTE",
    "kaki_tte": "Kaki TTE",
}
#: Keys of files that mean something else elsewhere, by the names of their headings.
KUNCI = {
    "sop_dipanggil": "sop",
    "nama_kantor": "nama",
    "jenis_kantor": "jenis",
    "kepala_kantor": "kepala",
    "tanda_tte": "tanda",
    "lebar_tte": "lebar",
    "tinggi_tte": "tinggi",
    "kaki_tte": "kaki",
}
#: Sheets of the workbook by the file whose contents they hold.
LEMBAR = {
    "buku.yaml": "lembar Buku",
    "koreksi.yaml": "lembar Koreksi",
    "peraturan.yaml": "lembar Peraturan",
}


def heading(nama: str) -> str:
    """Return the heading that a field has in a workbook."""
    return JUDUL.get(nama, nama.replace("_", " ").capitalize())


@dataclass(frozen=True, slots=True)
class Kosakata:
    """How a reader calls fields and files; ``frasa`` are turns of phrase by name."""

    isian: Callable[[str, str], str]
    berkas: Callable[[str], str]
    peraturan: Callable[[str, str], str]
    frasa: Mapping[str, str]

    def word(self, kind: str, names: tuple[str, ...]) -> str:
        """Return the words for a reference.

        Raises KeyError for a turn of phrase that the vocabulary lacks.
        """
        if kind == "isian":
            return self.isian(*names)
        if kind == "peraturan":
            return self.peraturan(*names)
        return self.berkas(*names) if kind == "berkas" else self.frasa[names[0]]

    def said(self, finding: Diagnostic) -> Diagnostic:
        """Return a finding in words of this vocabulary."""
        message, saran = map(self.text, (finding.message, finding.saran))
        return replace(finding, message=message, saran=saran)

    def text(self, text: str) -> str:
        """Return a text in words of this vocabulary."""
        return resolved(text, self.word)

    def drafted(self, draft: Draft) -> Draft:
        """Return a draft whose remarks are in words of this vocabulary."""
        remarks = {place: self.text(words) for place, words in draft.remarks.items()}
        return replace(draft, remarks=remarks, head=tuple(map(self.text, draft.head)))


def _key(nama: str, nilai: str) -> str:
    key = KUNCI.get(nama, nama)
    return f"`{key}: {nilai}`" if nilai else f"`{key}`"


def _heading(nama: str, nilai: str) -> str:
    return f"{heading(nama)} `{nilai.strip('[]{}')}`" if nilai else f"`{heading(nama)}`"


def _file(nama: str) -> str:
    return f"berkas `{nama}`" if "/" in nama else nama


def _sheet(nama: str) -> str:
    if nama in LEMBAR:
        return LEMBAR[nama]
    folder, _, bare = nama.rpartition("/")
    if folder == "naskah":
        return f"naskah `{bare.rpartition('.')[0]}` pada lembar Naskah"
    kind = "lembar SOP" if folder == "sop" else "lembar"
    return f"{kind} `{bare.rpartition('.')[0]}`"


def _id(kode: str, sebutan: str) -> str:
    return f"`{kode}`"


def _called(kode: str, sebutan: str) -> str:
    return f"`{sebutan}`"


#: Turns of phrase: what they are called, of files, of a workbook.
FRASA: tuple[tuple[str, str, str], ...] = (
    ("kunci", "kunci", "isian"),
    ("label", "label", "jawaban"),
    ("folder", "folder spesifikasi", "folder buku kerja"),
    ("daftar_sop", "daftar `sop` di buku.yaml", "lembar Daftar SOP"),
    (
        "tanpa_sop",
        "folder sop tidak ada; tidak satu pun berkas SOP dapat dibaca",
        "tidak satu pun SOP dalam lembar Daftar SOP punya lembarnya",
    ),
    ("di_awal", "di awal berkas", "di bagian atas lembar"),
    ("hapus", "hapus berkasnya", "hapus lembarnya"),
    ("isi", "isi berkasnya", "isi teksnya"),
    (
        "tulis_naskah",
        "buat berkas itu di folder naskah, atau hapus bagiannya",
        "tulis teksnya pada lembar Naskah, atau hapus bagiannya",
    ),
    ("kembalikan", "kembalikan berkasnya", "kembalikan lembarnya"),
    ("nama_pelaksana", "[Petugas, Camat]", "Petugas, di bawahnya Camat"),
    (
        "bersama",
        "kegiatan bersama ditulis sebagai daftar: `pelaksana: [Petugas, Camat]`",
        "nama-nama pada kegiatan bersama dipisahkan titik koma: `Petugas; Camat`",
    ),
    (
        "jalan_keluar",
        "tulis misalnya `ke: {Ya: 4, Tidak: 2}`",
        "isi Jawaban 1 dan Ke 1 (Ya, 4), lalu Jawaban 2 dan Ke 2 (Tidak, 2)",
    ),
    (
        "tujuan",
        "tulis tujuannya, misalnya `Ya: 2`",
        "isi kolom Ke di sebelahnya; kolom Ke 4 boleh ditambahkan sendiri",
    ),
    (
        "daftar_tujuan",
        "beberapa tujuan ditulis sebagai daftar, misalnya `[2, 3]`",
        "beberapa tujuan dalam satu sel dipisahkan koma dan spasi, misalnya `2, 3`",
    ),
    ("isi_ke", "isi `ke` kegiatannya", "isi kolom Ke 1 pada baris kegiatannya"),
    (
        "isi_label",
        "tulis pada `ke` kegiatannya",
        "isi kolom Jawaban dan Ke di barisnya",
    ),
    (
        "tiap_butir",
        "tulis tiap butir pada baris sendiri, diawali `- `",
        "tulis tiap butir dalam sel sendiri",
    ),
    (
        "kelompok",
        "tulis `- {kelompok: Desa, pelaksana: [Pemohon, Kepala Desa]}`",
        "tulis nama kelompok di kolom Kelompok, di sebelah kanan setiap pelaksananya",
    ),
    ("sisipan", "", "; kegiatan yang disisipkan boleh bernomor 2a"),
    ("kecamatan", "buku.yaml di bawah `kecamatan`", "lembar Buku"),
)

YAML = Kosakata(_key, _file, _id, {n: yaml for n, yaml, _ in FRASA})
BUKU_KERJA = Kosakata(_heading, _sheet, _called, {n: sheet for n, _, sheet in FRASA})
