"""Good specs to start from: small offices that among them use every field."""

from __future__ import annotations

from functools import cache
from typing import Any

import yaml

from tests import jaringan
from tests.books import ROOT
from tests.diff import books
from tests.diff.test_fields import GROUPED, SEKSI
from tests.spec import kantor
from tests.spec.bersama import TINJAU

#: An office that has what the others lack: own columns and regulations, calls of other
#: SOP, copies of decrees, lists and tables in texts, parts that are asked for.
RANGKAI = {
    "buku.yaml": """\
tahun: 2026
judul: |
  BUKU SOP
  {{ kecamatan.nama | upper }}
kecamatan: {nama: Rangkai, kabupaten: Kota Samudra, jenis: distrik, kode_unit: "1.2",
  kepala: Kepala Distrik, induk: Kota Samudra, jenis_wilayah: kota}
pejabat:
  kadis: {jabatan: Kepala Distrik Rangkai, kapasitas: plt, nama: "A, S.Sos"}
  sek: {jabatan: Sekretaris Distrik, kapasitas: an, nama: B, atas_nama: Kepala Distrik}
penandatangan: kadis
tanggal_pengesahan: 12 Januari 2026
kertas: A4
kertas_bagan: A3
orientasi_bagan: potret
cetak: bolak-balik
cabang: terpisah
jumlah_waktu: ya
kolom: {biaya: Biaya, kelengkapan: Persyaratan, keterangan: "-"}
susunan:
  - {bagian: sampul, judul: "-"}
  - halaman_judul
  - daftar_isi
  - {bagian: keputusan, keputusan: sk}
  - {bagian: lampiran, keputusan: sk}
  - {bagian: naskah, berkas: naskah/visi.md, angka: romawi}
  - peta
  - riwayat
  - matriks_perubahan
  - {bagian: sop, angka: x_dari_y}
  - {bagian: salinan, keputusan: sk}
keputusan:
  - id: sk
    nomor: 1/SK/2026
    tanggal: 5/1/2026
    judul: "PENETAPAN\\nSTANDAR OPERASIONAL PROSEDUR"
    menimbang: ["bahwa:\\na. satu;\\nb. dua:\\n   1) tiga.", bahwa perlu.]
    mengingat: [{peraturan: uu-25-2009, pasal: "18"}, {peraturan: perda-1-2020}]
    memperhatikan: [{teks: Surat Edaran Wali Kota;}]
    menetapkan:
    diktum:
      - Menetapkan SOP sebagaimana tercantum dalam Lampiran.
      - "SOP meliputi:\\n[daftar SOP]"
      - Keputusan ini berlaku sejak {{ keputusan.tanggal }}.
    jenis: salinan
    disalin_oleh: sek
    lampiran:
      - {judul: TIM, kolom: ["No", Nama], baris: [["1", Empat], ["2", "**Lima**"]]}
sop:
  - {id: izin, nama: Izin Ramai, nomor: 3, nomor_sop: "7/{tahun}"}
  - {id: tamu, nama: Penerimaan Tamu}
abaikan:
  - {kode: SOP734, alasan: memang begitu}
""",
    "sop/izin.yaml": """\
unit: Seksi Trantib
tanggal_pembuatan: Januari 2026
tanggal_efektif: 12/1/2026
dasar_hukum: [{peraturan: uu-25-2009}, "Perda:\\n| No | Isi |\\n|---|---|\\n| 1 | a |"]
kualifikasi_pelaksana: [Mampu *menulis* surat]
keterkaitan: [SOP Penerimaan Tamu]
peralatan: [Komputer]
peringatan: ["Apabila:\\n1. lambat;\\n2. salah."]
pencatatan: [Buku]
kolom: {risiko: Risiko}
kertas_bagan: F4
orientasi_bagan: lanskap
mutu_baku: ya
pelaksana: [Pemohon, {kelompok: Distrik, pelaksana: [Petugas, Kasi]}, Polsek]
kegiatan:
  - {uraian: Mengajukan izin, pelaksana: Pemohon, simbol: mulai, waktu: 1/2 jam,
     biaya: Rp0, risiko: kecil}
  - {uraian: Menerima pemohon, pelaksana: Petugas, simbol: subproses, sop: tamu,
     waktu: 1 s.d. 2 hari}
  - uraian: Memeriksa izin
    pelaksana: [Kasi, Polsek]
    simbol: keputusan
    waktu: ± 10 menit
    ke: {Ya: 4, Tidak: {sop: tamu}, Kurang: 1}
  - {nomor: "4", uraian: "Menulis izin:\\n- satu\\n- dua", pelaksana: Kasi,
     waktu: 1 jam, ke: 5, tembusan: buku,
     tambahan: [{id: buku, pelaksana: Petugas, simbol: penyimpanan}]}
  - {uraian: Menyerahkan izin, pelaksana: Pemohon, simbol: selesai, waktu: 5 menit}
""",
    "sop/tamu.yaml": """\
unit: Sekretariat
status: draf
tanggal_revisi: 1 Februari 2026
pelaksana: [Tamu, Petugas]
mutu_baku: tidak
kegiatan:
  - {uraian: Datang, pelaksana: Tamu, simbol: mulai}
  - {uraian: Mencatat tamu, pelaksana: Petugas, simbol: selesai, keterangan: "**ya**"}
abaikan: [{kode: SOP206, alasan: pendek, isi: uraian}]
""",
    "naskah/visi.md": """\
# VISI

Visi *Distrik* {{ kecamatan.nama }} tahun {{ tahun }}:

1. satu;
   a. dua;
- tiga.

| No | Nama | Nilai |
|----|:----:|------:|
| 1  | a    | 10    |

{% for s in sop %}{{ s.nomor }} {{ s.nama }}{% if s.nomor > 1 %};{% endif %}{% endfor %}
""",
    "peraturan.yaml": """\
per: 1 Januari 2026
peraturan:
  - {id: perda-1-2020, jenis: Perda, nomor: "1", tahun: 2020, tentang: Ketertiban,
     daerah: Kota Samudra, lembaran: LD 2020/1, status: diubah, oleh: perda-2-2022}
  - {id: perda-2-2022, jenis: Perda, nomor: "2", tahun: 2022, tentang: Perubahan,
     daerah: Kota Samudra, status: berlaku, keyakinan: tinggi}
""",
}


def _utuh() -> dict[str, str]:
    files = dict(books.FILES)
    for name, old, new in (GROUPED, *SEKSI):
        files[name] = files[name].replace(old, new, 1)
    return files


def _bersama() -> dict[str, str]:
    buku = kantor.BUKU.replace(
        "id: surat\n    nama: Surat M", "id: tinjau\n    nama: M"
    )
    return {"buku.yaml": buku, "sop/tinjau.yaml": TINJAU}


def _shipped(office: str, most: int) -> dict[str, str]:
    """Return a shipped spec with its first SOP only."""
    home = ROOT / "specs" / office
    buku: Any = yaml.load(
        (home / "buku.yaml").read_text(encoding="utf-8"), yaml.BaseLoader
    )
    del buku["sop"][most:]
    ids = [one["id"] for one in buku["sop"]]
    for keputusan in buku["keputusan"]:
        for lampiran in _listed(keputusan.get("lampiran")):
            said = lampiran.get("sebutan") or {}
            lampiran["sebutan"] = {k: v for k, v in said.items() if k in ids}
    names = ["koreksi.yaml", *(f"sop/{one}.yaml" for one in ids)]
    names += [f"naskah/{file.name}" for file in sorted(home.glob("naskah/*.md"))]
    texts = {name: (home / name).read_text(encoding="utf-8") for name in names}
    made = yaml.safe_dump(buku, allow_unicode=True, sort_keys=False, width=120)
    return {"buku.yaml": made, **texts}


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value] if value else []


@cache
def bases() -> dict[str, dict[str, str]]:
    """Return the files of every good spec, the smallest first."""
    return {
        "kecil": dict(kantor.FILES),
        "bersama": _bersama(),
        "utuh": _utuh(),
        "jaringan": dict(jaringan.JARINGAN),
        "rangkai": RANGKAI,
        "kampak": _shipped("kampak", 3),
        "karangan": _shipped("karangan", 2),
    }
