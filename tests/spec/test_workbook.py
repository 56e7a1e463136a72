"""A spec goes to a workbook and comes back with the same meaning."""

from __future__ import annotations

import string
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from sopgen.model.draft import Data, Draft
from sopgen.spec import read_buku
from sopgen.spec.exchange import export_workbook
from sopgen.spec.peraturan import table_of_sopgen
from sopgen.yamltext import write_yaml
from tests.books import OFFICES, ROOT
from tests.spec.kantor import write_kantor
from tests.spec.staff import (
    bare,
    meaning,
    round_trip,
    write_files,
)

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("nama", OFFICES)
def test_a_spec_comes_back_from_its_workbook(nama: str, tmp_path: Path) -> None:
    folder = ROOT / "specs" / nama
    back = round_trip(folder, tmp_path)
    assert meaning(back) == meaning(folder)
    (tmp_path / "lagi").mkdir()
    assert export_workbook(round_trip(back, tmp_path / "lagi")).workbook == (
        export_workbook(back).workbook
    )


@pytest.mark.parametrize("nama", OFFICES)
def test_a_book_is_the_same_from_a_workbook(nama: str, tmp_path: Path) -> None:
    folder = ROOT / "specs" / nama
    file = tmp_path / f"{nama}.xlsx"
    file.write_bytes(export_workbook(folder).workbook)
    first, second = read_buku(folder), read_buku(file)
    assert bare(first.buku) == bare(second.buku)
    assert [f.code for f in first.findings] == [f.code for f in second.findings]


WORDS = st.text(
    string.ascii_letters + " .,:;#-'\"éü{}[]&*!|>%@=+", min_size=1, max_size=30
)


TEXTS = WORDS.map(lambda t: " ".join(t.split())).filter(
    lambda t: t and not t.casefold().startswith("contoh") and "{" not in t
)


LINES = st.lists(TEXTS, min_size=1, max_size=3).map("\n".join)


SLUG = st.from_regex(r"[a-z][a-z0-9]{0,8}(-[a-z0-9]{1,6})?", fullmatch=True).filter(
    lambda t: t != "contoh"
)


KINDS = ("", "satu", "banyak", "keputusan", "tambahan")


@st.composite
def rows(draw: st.DrawFn, lanes: list[str]) -> list[Data]:
    numbers = [str(n + 1) for n in range(draw(st.integers(1, 5)))]
    made: list[Data] = []
    for nomor in numbers:
        row = {"uraian": draw(TEXTS), "pelaksana": draw(st.sampled_from(lanes))}
        keys = draw(st.sets(st.sampled_from(["kelengkapan", "waktu", "keterangan"])))
        row |= {key: draw(LINES) for key in sorted(keys)}
        if draw(st.booleans()):
            row["nomor"] = draw(st.sampled_from([f"{nomor}a", nomor, "20"]))
        kind = draw(st.sampled_from(KINDS))
        made.append({**row, **draw(ways(kind, nomor, numbers, lanes))})
    return made


@st.composite
def ways(
    draw: st.DrawFn, kind: str, nomor: str, numbers: list[str], lanes: list[str]
) -> dict[str, Data]:
    targets = st.sampled_from(numbers)
    if kind == "satu":
        return {"ke": draw(targets)}
    if kind == "banyak":
        return {"ke": [*draw(st.lists(targets, min_size=2, max_size=4))]}
    if kind == "keputusan":
        labels = draw(st.lists(TEXTS, min_size=2, max_size=5, unique=True))
        some = st.lists(targets, min_size=2, max_size=3)
        answers: dict[str, Data] = {}
        for label in labels:
            one = draw(st.one_of(targets, some))
            answers[label] = one if isinstance(one, str) else [*one]
        return {"simbol": kind, "ke": answers}
    if kind == "tambahan":
        lane = draw(st.sampled_from(lanes))
        more: Data = {"pelaksana": lane, "simbol": "dokumen", "id": f"x{nomor}"}
        return {"tambahan": [more], "tembusan": f"x{nomor}"}
    return {}


@st.composite
def offices(draw: st.DrawFn) -> dict[str, Data]:
    """Return the files of an office that says all sorts of things."""
    lanes = draw(st.lists(TEXTS, min_size=1, max_size=4, unique=True))
    codes = draw(st.lists(SLUG, min_size=1, max_size=3, unique=True))
    texts = st.lists(LINES, max_size=3)
    files: dict[str, Data] = {
        "buku.yaml": {
            "tahun": str(draw(st.integers(1950, 2999))),
            "judul": draw(LINES),
            "kecamatan": {
                "nama": draw(TEXTS), "kabupaten": draw(TEXTS), "kode_unit": "406.10",
            },
            "pejabat": {"camat": {"jabatan": draw(TEXTS), "nip": "1" * 18}},
            "penandatangan": "camat",
            "pengesahan_bertanda": draw(st.sampled_from(["ya", "tidak", "true"])),
            "keputusan": [
                {
                    "id": "sk-1", "nomor": draw(TEXTS), "tanggal": "2025-01-16",
                    "judul": draw(LINES), "menimbang": [draw(LINES)],
                    "mengingat": [draw(LINES), {"peraturan": "uu-25-2009"}],
                    "diktum": [draw(LINES), draw(LINES)],
                    **({"menetapkan": ""} if draw(st.booleans()) else {}),
                    **({"lampiran": {}} if draw(st.booleans()) else {}),
                }
            ],
            "sop": [{"id": kode, "nama": draw(TEXTS)} for kode in codes],
        }
    }  # fmt: skip
    for kode in codes:
        sop: dict[str, Data] = {"pelaksana": [*lanes], "kegiatan": draw(rows(lanes))}
        for key in ("peringatan", "peralatan", "dasar_hukum"):
            if found := draw(texts):
                sop[key] = [*found]
        files[f"sop/{kode}.yaml"] = sop
    return files


@settings(
    max_examples=30,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(offices())
def test_any_spec_comes_back_from_its_workbook(
    tmp_path_factory: pytest.TempPathFactory, files: dict[str, Data]
) -> None:
    scratch = tmp_path_factory.mktemp("acak")
    texts = {n: write_yaml(Draft(n, data)).encode() for n, data in files.items()}
    folder = write_files(scratch / "uji", texts)
    assert meaning(round_trip(folder, scratch)) == meaning(folder)


NASTY = """
tahun: 2025
judul: BUKU
kecamatan: {nama: Uji, kabupaten: Uji, kode_unit: "1"}
pejabat:
  camat: {jabatan: Camat, kapasitas: an, atas_nama: Bupati}
penandatangan: camat
awalan_sop: [diktum, lampiran]
susunan: [{bagian: sampul}, {bagian: sop, angka: arab, judul: "-"}]
keputusan:
  - id: sk-1
    nomor: 1
    tanggal: 16 Januari 2025
    judul: |
      SATU
      DUA
    menimbang: ["bahwa a;\xa0b"]
    mengingat: [{peraturan: uu-25-2009, teks: "UU lain;"}]
    memperhatikan: [Surat;]
    diktum: ["Ini:\n  a. satu\n  b. dua"]
    tembusan: [Bupati]
    lampiran: {kepala: [], sebutan: {a: Nama lain}}
sop: [{id: a, nama: A}]
"""


NASTY_SOP = """
dasar_hukum: [{peraturan: uud-nri-1945, pasal: 18 ayat (6)}]
pelaksana: [P, Q]
kegiatan:
  - {uraian: Contoh, pelaksana: P, simbol: mulai, ke: [2], tembusan: [z]}
  - {uraian: b, pelaksana: Q, ke: [], nomor: 7}
  - uraian: c
    pelaksana: P
    tembusan: []
    tambahan: [{pelaksana: Q, simbol: dokumen, id: z, ke: [1, 7]}]
"""


def test_a_spec_with_all_liberties_comes_back(tmp_path: Path) -> None:
    files = {
        "buku.yaml": NASTY,
        "sop/a.yaml": NASTY_SOP,
        "sop/lain.yaml": "unit: tidak terdaftar\n",
        "koreksi.yaml": "- {tertulis: Contoh, menjadi: x, alasan: y}\n",
        "peraturan.yaml": "per: 2025-01-01\nperaturan:\n  - {id: perbup-1-2020, jenis: "
        "Perbup, nomor: 1, tahun: 2020, tentang: X, oleh: [perbup-1-2020]}\n"
        "  - {id: se-1-2020, jenis: SE, nomor: 1/SJ, tahun: 2020, tentang: Y, daerah: "
        "Menteri Dalam Negeri, status: diubah, oleh: [perbup-1-2020, uu-25-2009], "
        "sebagian: [perbup-1-2020, uu-25-2009], perlu_verifikasi: ya}\n",
        "naskah/penutup.md": "Satu\n\n1. a\n   b\n\n{% if sop %}\nDua\n{% endif %}\n",
    }
    folder = write_files(tmp_path / "uji", {n: t.encode() for n, t in files.items()})
    assert meaning(round_trip(folder, tmp_path)) == meaning(folder)


def test_the_offices_own_regulations_are_offered_first(tmp_path: Path) -> None:
    folder = write_kantor(tmp_path / "uji")
    (folder / "peraturan.yaml").write_text(
        "peraturan:\n"
        "  - {id: perbup-uji-1-2020, jenis: Perbup, daerah: Uji, nomor: 1, tahun: 2020,"
        " tentang: X, status: berlaku, sumber: JDIH}\n"
        "  - {id: uu-25-2009, jenis: UU, nomor: 25, tahun: 2009, tentang: Pelayanan "
        "Publik, status: berlaku, sumber: JDIH}\n",
        encoding="utf-8",
    )
    book = load_workbook(BytesIO(export_workbook(folder).workbook))
    rows = book["Pilihan"].iter_rows(values_only=True)
    at = next(rows).index("Peraturan")
    offered = [row[at] for row in rows if row[at]]
    assert offered[:2] == ["Perbup Uji 1/2020 – X", "UU 25/2009 – Pelayanan Publik"]
    assert len(offered) == len({*offered}) == len(table_of_sopgen()) + 1
    chosen = [
        one.formula1
        for one in book["Dasar Hukum"].data_validations.dataValidation
        if "Pilihan" in (one.formula1 or "")
    ]
    assert any(one.endswith(f"${len(offered) + 1}") for one in chosen)
