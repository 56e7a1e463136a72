"""Karangan's book as it could be signed: everything in force, and nothing to find.

``write_berlaku`` makes it from the shipped spec, so that tests put single mistakes, or
a new year, into a book of the real size.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml
from PIL import Image

from sopgen.spec.peraturan import in_decree, table_of_sopgen
from tests.books import ROOT

KARANGAN = ROOT / "specs" / "karangan"
Data = dict[str, Any]

KABUPATEN = "Kabupaten {{ kecamatan.kabupaten }}"
KECAMATAN = f"Kecamatan {{{{ kecamatan.nama }}}} {KABUPATEN}"
SOP = "Standar Operasional Prosedur (SOP)"
TAHUN = 2025
#: Bases that nobody needs to verify any more, by what they stand for in the spec.
DASAR = {
    "pp-5-2021": "pp-28-2025",
    "perbpom-4-2024": "permendagri-1-2023",
    "permenkes-2-2023": "permendagri-1-2023",
}
UNSURE = re.compile("perda-|perbup-")
#: What the decree rests on.
MENGINGAT = (
    "uu-25-2009", "uu-12-2011", "uu-23-2014", "uu-30-2014", "permenpanrb-35-2012",
)  # fmt: skip
#: Spelling and names that differ between the parts of the source book.
KATA = (
    ("Ketentraman", "Ketenteraman"), ("ketentraman", "ketenteraman"),
    ("standarisasi", "standardisasi"), ("mensinergikan", "menyinergikan"),
    ("meminimalisir", "meminimalkan"), ("pembaharuan", "pembaruan"),
    ("sejak tahun 1988", "sejak tahun 1998"), (" Era Tatanan Normal Baru", ""),
    (" pada era Tatanan Normal Baru", ""), ("tahun 2020", "tahun {{ tahun }}"),
    ("Tahun 2020", "Tahun {{ tahun }}"), (" yang akan disusun", ""),
    ("Menteri Dalam\nNegeri Nomor 52 Tahun 2011 tentang Standar Operasional Prosedur "
     "(SOP) di lingkungan Pemerintah Provinsi dan\nKabupaten/Kota",
     "Menteri\nPendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 35 Tahun "
     "2012 tentang Pedoman Penyusunan\nStandar Operasional Prosedur Administrasi "
     "Pemerintahan"),
    ("di kecamatan-kecamatan yang ada di", "di kecamatan dan di"),
)  # fmt: skip
PANDEMI = re.compile("Covid|[Pp]andemi")


def write_berlaku(folder: Path) -> Path:
    """Write the book below a folder; return the office's folder.

    It holds one decree of 16 January 2025, an official with a name, a picture, and
    all SOP in force, their bases typed out.
    """
    office = folder / "karangan"
    for source in sorted((KARANGAN / "sop").glob("*.yaml")):
        _write(office / "sop" / source.name, _sop(_read(source)))
    for source in sorted((KARANGAN / "naskah").glob("*.md")):
        file = office / "naskah" / source.name
        file.parent.mkdir(exist_ok=True)
        file.write_text(_naskah(source.read_text(encoding="utf-8")), encoding="utf-8")
    _write(office / "buku.yaml", _buku(_read(KARANGAN / "buku.yaml")))
    _write_lambang(office / "lambang.png")
    return office


def _read(file: Path) -> Data:
    text = file.read_text(encoding="utf-8")
    data: Data = yaml.load(_respelled(text), yaml.BaseLoader)
    return data


def _write(file: Path, data: Data) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    text = yaml.safe_dump(data, sort_keys=False, allow_unicode=True, width=100)
    file.write_text(text, encoding="utf-8", newline="\n")


def _write_lambang(file: Path) -> None:
    Image.new("RGB", (40, 50), "navy").save(file)


def _respelled(text: str) -> str:
    for old, new in KATA:
        text = text.replace(old, new)
    return text


def _naskah(text: str) -> str:
    """Leave out what was written for the years of the pandemic."""
    paragraphs = _respelled(text).split("\n\n")
    return "\n\n".join(made for one in paragraphs if (made := _of_today(one))) + "\n"


def _of_today(paragraph: str) -> str:
    paragraph = paragraph.strip("\n")
    if not PANDEMI.search(paragraph):
        return paragraph
    if re.match("[a-z][.] ", paragraph):
        items = re.split(r"\n(?=[a-z][.] )", paragraph)
        left = [one.rstrip(".;") for one in items if not PANDEMI.search(one)]
        left = [one.removesuffix("; dan") for one in left]
        return ";\n".join((*left[:-1], "")).rstrip("\n") + " dan\n" + left[-1] + "."
    ends = re.split(r"(?<=[.])\s+", paragraph)
    return " ".join(one for one in ends if not PANDEMI.search(one))


def _sop(sop: Data) -> Data:
    del sop["catatan"]
    sop |= {
        "status": "berlaku",
        "tanggal_pembuatan": "2025-01-06",
        "tanggal_revisi": "-",
        "tanggal_efektif": "2025-01-16",
        "dasar_hukum": _bases(one["peraturan"] for one in sop["dasar_hukum"]),
    }
    return sop


def _bases(ids: Iterable[str]) -> list[str]:
    """Return citations typed out, in their order, without those never verified."""
    known = {DASAR.get(one, one) for one in ids if not UNSURE.match(one)}
    table = table_of_sopgen()
    made = sorted((table[one] for one in known), key=lambda one: (one.urutan, one.id))
    return [in_decree(one, table, TAHUN, False).rstrip(";.") for one in made]


def _buku(buku: Data) -> Data:
    buku["kecamatan"] |= {"kode_pos": "66361", "lambang": "lambang.png"}
    buku["pejabat"]["camat"] |= {
        "nama": "SRI WAHYUNI, S.Sos., M.Si.",
        "pangkat": "Pembina Tingkat I",
        "nip": "19720315 199803 2 004",
    }
    del buku["pengesahan_bertanda"]
    buku["tanggal_pengesahan"] = "2025-01-16"
    buku["pola_nomor_sop"] = "000.8.3.3/SOP.{nomor:02}/{kode_unit}/{tahun}"
    buku["susunan"] = _susunan()
    buku["keputusan"] = [_keputusan()]
    for sop in buku["sop"]:
        sop.pop("nama_pendek", None)
    return buku


def _susunan() -> list[Any]:
    return [
        "sampul", "halaman_judul",
        {"bagian": "keputusan", "keputusan": "sk-1"},
        {"bagian": "lampiran", "keputusan": "sk-1"},
        "lembar_pengesahan", "kata_pengantar", "daftar_isi", "pendahuluan",
        "simbol", "daftar_sop", "sop", "penutup",
    ]  # fmt: skip


def _keputusan() -> Data:
    """Return the decree in the form of a Keputusan Kepala Daerah."""
    huruf = "sebagaimana dimaksud dalam huruf a dan huruf b"
    return {
        "id": "sk-1",
        "nomor": "000.8.3.3/1/406.06/2025",
        "tanggal": "2025-01-16",
        "judul": "PENETAPAN STANDAR OPERASIONAL PROSEDUR\nKECAMATAN "
        "{{ kecamatan.nama | upper }}\nKABUPATEN {{ kecamatan.kabupaten | upper }}\n",
        "tentang": f"Penetapan Standar Operasional Prosedur {KECAMATAN}",
        "menimbang": [
            "bahwa untuk meningkatkan kualitas pelayanan publik perlu disusun prosedur "
            "yang baku bagi setiap kegiatan pelayanan;",
            "bahwa dengan prosedur yang baku penyelenggaraan administrasi pemerintahan "
            "dapat berjalan dengan pasti;",
            f"bahwa berdasarkan pertimbangan {huruf}, perlu menetapkan Keputusan Camat "
            "{{ kecamatan.nama }} tentang Penetapan Standar Operasional Prosedur "
            f"{KECAMATAN};",
        ],
        "mengingat": [f"{one};" for one in _bases(MENGINGAT)],
        "menetapkan": "KEPUTUSAN CAMAT {{ kecamatan.nama | upper }} TENTANG PENETAPAN "
        "STANDAR OPERASIONAL PROSEDUR KECAMATAN {{ kecamatan.nama | upper }} "
        "KABUPATEN {{ kecamatan.kabupaten | upper }}.",
        "diktum": [
            f"Menetapkan {SOP} {KECAMATAN} sebagaimana tercantum dalam Lampiran yang "
            "merupakan bagian yang tidak terpisahkan dari Keputusan ini.",
            f"{SOP} sebagaimana dimaksud dalam Diktum KESATU meliputi:\n"
            "{% for s in sop %}\n1. {{ s.nama }}{{ '.' if loop.last else ';' }}\n"
            "{% endfor %}\n",
            f"{SOP} sebagaimana dimaksud dalam Diktum KESATU digunakan sebagai pedoman "
            f"oleh seluruh aparatur {KECAMATAN}.",
            "Keputusan ini mulai berlaku pada tanggal ditetapkan.",
        ],
        "lampiran": {
            "judul": "STANDAR OPERASIONAL PROSEDUR\nKECAMATAN "
            "{{ kecamatan.nama | upper }}\nKABUPATEN "
            "{{ kecamatan.kabupaten | upper }}\n",
            "kepala": ["nomor", "tanggal", "tentang"],
        },
    }
