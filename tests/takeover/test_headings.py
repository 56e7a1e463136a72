"""The pelaksana's columns and mutu baku are found whatever stands over them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from sopgen.model.diagnostic import Severity
from sopgen.model.sop import Sop
from sopgen.takeover.findings import PERIKSA
from sopgen.takeover.roles import role_of
from sopgen.workbooks import import_file
from sopgen.yamltext import write_yaml
from tests.takeover.old_forms import NAMES, TEXTS, Form, old_document, old_workbook
from tests.takeover.own import drafted, graph_of, taken

WRITERS: dict[str, Callable[[Form], bytes]] = {
    "lama.xlsx": old_workbook,
    "lama.docx": old_document,
}
LANES = "Pemohon|Juru Tulis|Lurah|Kasi Umum"
USUAL = "nk1234swht"


def over(heading: str, mutu: str = "Mutu Baku", below: str = "") -> Form:
    """Return the form that most offices use, with some words of its heading."""
    top = f"No|Kegiatan|{heading}|<|<|<|{mutu}|<|<|Keterangan"
    return Form((top, f"^|^|{LANES}|{below or 'Kelengkapan|Waktu|Output'}|^"), USUAL)


#: Forms whose every column is understood.
FORMS = {
    **{
        f"di atas pelaksana: {word}": over(word)
        for word in (
            "Pelaksanaan", "Pelaksana/Aktor", "Aktor / Pelaksana", "PETUGAS", "PIC",
            "Unit Kerja", "Penanggung Jawab", "Pihak Yang Terlibat", "Diagram Alir",
        )
    },
    "mutu baku lain": over(
        "Pelaksana", "Standar Mutu Baku",
        "Persyaratan/Perlengkapan|Waktu (mnt)|Hasil/Output",
    ),
    "hasil saja": over("Petugas", "Baku Mutu", "Syarat|Lama (menit)|Hasil"),
    "mutu baku tak dikenal": over("Petugas", "Tolok Ukur", "Input|Durasi|Keluaran"),
    "tanpa kata mutu baku": Form(
        ("No|Kegiatan|Petugas|<|<|<|Persyaratan|Waktu|Output|Ket",
         f"^|^|{LANES}|^|^|^|^"),
        USUAL,
    ),
    "tanpa mutu baku": Form(
        ("No|Uraian Kegiatan|Petugas|<|<|<|Ket", f"^|^|{LANES}|^"), "nk1234t"
    ),
    "tanpa mutu baku dan keterangan": Form(
        ("No|Kegiatan|Petugas|<|<|<", f"^|^|{LANES}"), "nk1234"
    ),
    "satu baris": Form(
        (f"No|Aktivitas|{LANES}|Kelengkapan|Waktu|Output|Ket",), USUAL
    ),
    "satu baris tanpa mutu baku": Form((f"No|Aktivitas|{LANES}|Ket",), "nk1234t"),
    "satu baris, nama di ujung": Form((f"No|Aktivitas|{LANES}",), "nk1234"),
    "tidak digabung": Form(
        ("No|Kegiatan|Petugas||||Mutu Baku|||Ket",
         f"||{LANES}|Kelengkapan|Waktu|Output|"),
        USUAL,
    ),
    "tidak digabung, di tengah": Form(
        ("No|Kegiatan||Pelaksanaan||||Mutu Baku||Ket",
         f"||{LANES}|Kelengkapan|Waktu|Output|"),
        USUAL,
    ),
    "kurang digabung": Form(
        ("No|Kegiatan|Pelaksana|<|||Mutu Baku|<|<|Ket",
         f"^|^|{LANES}|Kelengkapan|Waktu|Output|^"),
        USUAL,
    ),
    "diulang di setiap sel": Form(
        ("No|Kegiatan|Pelaksana|Pelaksana|Pelaksana|Pelaksana|Mutu Baku|Mutu Baku"
         "|Mutu Baku|Ket", f"^|^|{LANES}|Kelengkapan|Waktu|Output|^"),
        USUAL,
    ),
    "tiga baris": Form(
        ("No|Kegiatan|Yang Mengerjakan|<|<|<|Mutu Baku|<|<|Ket",
         "^|^|Luar|Kelurahan|<|Kecamatan|Kelengkapan|Waktu|Output|^",
         f"^|^|{LANES}|^|^|^|^"),
        USUAL,
    ),
    "dua kelompok tanpa judul": Form(
        ("No|Kegiatan|Luar|Kantor|<|<|Mutu Baku|<|<|Ket",
         f"^|^|{LANES}|Kelengkapan|Waktu|Output|^"),
        USUAL,
    ),
    "dua kelompok, satu bernama pelaksana": Form(
        ("No|Kegiatan|Pelaksana|<|Atasan|<|Mutu Baku|<|<|Ket",
         f"^|^|{LANES}|Kelengkapan|Waktu|Output|^"),
        USUAL,
    ),
    "nama di bawah": Form(
        ("||Petugas|<|<|<|Mutu Baku|<|<|",
         f"No|Kegiatan|{LANES}|Kelengkapan|Waktu|Output|Ket"),
        USUAL,
    ),
    "mutu baku di depan": Form(
        ("No|Kegiatan|Mutu Baku|<|<|Petugas|<|<|<|Ket",
         f"^|^|Kelengkapan|Waktu|Output|{LANES}|^"),
        "nkswh1234t",
    ),
    "dengan baris nomor kolom": Form(
        ("No|Kegiatan|Petugas|<|<|<|Mutu Baku|<|<|Ket",
         f"^|^|{LANES}|Kelengkapan|Waktu|Output|^", "1|2|3|4|5|6|7|8|9|10"),
        USUAL,
    ),
}  # fmt: skip

files = pytest.mark.parametrize("nama", WRITERS)
MULAI, NILAI = (0, NAMES[0], "terminator", "Mulai"), (1, NAMES[1], "keputusan", "")
PARAF, SELESAI = (2, NAMES[3], "proses", ""), (3, NAMES[0], "terminator", "Selesai")
ARROWS = {
    (MULAI, NILAI, "", "proses"),
    (NILAI, PARAF, "Ya", "proses"),
    (NILAI, MULAI, "Tidak", "proses"),
    (PARAF, SELESAI, "", "proses"),
}


def mutu_of(sop: Sop) -> list[tuple[str, str, str]]:
    every = (one.mutu_baku for one in sop.kegiatan)
    return [(m.kelengkapan, m.waktu, m.output) for m in every]


@files
@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_every_heading_names_the_pelaksana(
    form: Form, nama: str, tmp_path: Path
) -> None:
    made = taken(WRITERS[nama](form), nama)
    (sop,) = drafted(made, tmp_path).sop
    assert [p.nama for p in sop.pelaksana] == list(NAMES)
    assert set(graph_of(sop)[1]) == ARROWS
    assert [k.uraian for k in sop.kegiatan] == [text["k"] for text in TEXTS]
    if "s" in form.columns:
        assert mutu_of(sop) == [(t["s"], t["w"], t["h"]) for t in TEXTS]
    assert made.findings == ()


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Waktu (mnt)", "waktu"), ("Waktu\n(menit)", "waktu"), ("WAKTU :", "waktu"),
        ("Jangka Waktu", "waktu"), ("Waktu/Durasi", "waktu"), ("Lama (hari)", "waktu"),
        ("Waktu Penyelesaian", "waktu"), ("Hasil", "output"),
        ("Hasil/Output", "output"), ("Output/Hasil", "output"),
        ("Keluaran (Output)", "output"), ("Dokumen/Output", "output"),
        ("Persyaratan/Perlengkapan", "kelengkapan"), ("Syarat", "kelengkapan"),
        ("Input/Bahan", "kelengkapan"), ("Kelengkapan dan Persyaratan", "kelengkapan"),
        ("No. Urut", "no"), ("Langkah Kerja", "kegiatan"),
        ("Uraian Prosedur/Kegiatan", "kegiatan"), ("Tahapan Kegiatan", "kegiatan"),
        ("Aktor / Pelaksana", "pelaksana"), ("Pelaksana Kegiatan", "pelaksana"),
        ("Standar Mutu Baku", "mutu"), ("Ket./Catatan", "keterangan"),
        ("Nama Prosedur", ""), ("Petugas", ""), ("Waktu dan Output", ""),
        ("Hasilnya baik", ""), ("( )", ""),
    ],
)  # fmt: skip
def test_one_column_has_many_names(text: str, role: str) -> None:
    assert role_of(text) == role


@files
@pytest.mark.parametrize(
    "form",
    [
        Form(
            ("No|Kegiatan|Lokasi|Petugas|<|<|<|Mutu Baku|<|<|Ket",
             f"^|^|^|{LANES}|Kelengkapan|Waktu|Output|^"), "nkx1234swht",
        ),
        Form(
            ("No|Kegiatan|Petugas|<|<|<|Lokasi|Mutu Baku|<|<|Ket",
             f"^|^|{LANES}|^|Kelengkapan|Waktu|Output|^"), "nk1234xswht",
        ),
        Form((f"No|Kegiatan|{LANES}|Lokasi|Kelengkapan|Waktu|Output",), "nk1234xswh"),
    ],
    ids=["di depan", "di belakang", "satu baris"],
)  # fmt: skip
def test_a_column_of_text_beside_the_pelaksana_is_told(
    form: Form, nama: str, tmp_path: Path
) -> None:
    made = taken(WRITERS[nama](form), nama)
    (sop,) = drafted(made, tmp_path).sop
    assert [p.nama for p in sop.pelaksana] == list(NAMES)
    assert [(f.code, "`Lokasi`" in f.message) for f in made.findings] == [
        ("SOP967", True)
    ]


@files
def test_two_columns_of_the_grid_may_be_one_pelaksana(
    nama: str, tmp_path: Path
) -> None:
    names = "|".join(f"{one}|<" for one in LANES.split("|"))
    form = Form(
        (
            "No|Kegiatan|Petugas" + "|<" * 7 + "|Mutu Baku|<|<|Ket",
            f"^|^|{names}|Kelengkapan|Waktu|Output|^",
        ),
        "nk1a2b3c4dswht",
    )
    (sop,) = drafted(taken(WRITERS[nama](form), nama), tmp_path).sop
    assert [p.nama for p in sop.pelaksana] == list(NAMES)
    assert set(graph_of(sop)[1]) == ARROWS


@files
def test_names_over_every_second_column_reach_to_the_next(
    nama: str, tmp_path: Path
) -> None:
    names = "||".join(LANES.split("|"))
    form = Form(
        (
            "No|Kegiatan|Petugas" + "|<" * 7 + "|Mutu Baku|<|<|Ket",
            f"^|^|{names}||Kelengkapan|Waktu|Output|^",
        ),
        "nk1a2b3c4dswht",
    )
    (sop,) = drafted(taken(WRITERS[nama](form), nama), tmp_path).sop
    assert [p.nama for p in sop.pelaksana] == list(NAMES)
    assert set(graph_of(sop)[1]) == ARROWS


@files
def test_a_part_of_mutu_baku_is_known_by_its_place(nama: str, tmp_path: Path) -> None:
    form = over("Pelaksana", "Mutu Baku", "Berkas Masuk|Waktu|Berkas Keluar")
    made = taken(WRITERS[nama](form), nama)
    (sop,) = drafted(made, tmp_path).sop
    assert mutu_of(sop) == [(t["s"], t["w"], t["h"]) for t in TEXTS]
    said = "\n".join(f.message for f in made.findings)
    assert len(made.findings) == 2
    assert "kolom `Berkas Masuk` dibaca sebagai kelengkapan" in said
    assert "kolom `Berkas Keluar` dibaca sebagai output" in said


@files
def test_mutu_baku_without_names_is_known_by_its_place(
    nama: str, tmp_path: Path
) -> None:
    form = Form(
        ("No|Kegiatan|Petugas|<|<|<|Mutu Baku|<|<|Ket", f"^|^|{LANES}|^|^|^|^"), USUAL
    )
    made = taken(WRITERS[nama](form), nama)
    (sop,) = drafted(made, tmp_path).sop
    assert mutu_of(sop) == [(t["s"], t["w"], t["h"]) for t in TEXTS]
    said = "\n".join(f.message for f in made.findings)
    assert said.count("kolom `Mutu Baku` dibaca sebagai") == 3


@files
@pytest.mark.parametrize(
    "form",
    [
        Form(
            ("No|Kegiatan|Pelaksana|<|<|Kasi Umum|Mutu Baku|<|<|Ket",
             "^|^|Pemohon|Juru Tulis|Lurah|^|Kelengkapan|Waktu|Output|^"), USUAL,
        ),
        Form(
            ("No|Kegiatan|Pemohon|Pelaksana|<|<|Mutu Baku|<|<|Ket",
             "^|^|^|Juru Tulis|Lurah|Kasi Umum|Kelengkapan|Waktu|Output|^"), USUAL,
        ),
    ],
    ids=["di belakang", "di depan"],
)  # fmt: skip
def test_a_column_in_which_symbols_stand_is_one_of_a_pelaksana(
    form: Form, nama: str, tmp_path: Path
) -> None:
    made = taken(WRITERS[nama](form), nama)
    (sop,) = drafted(made, tmp_path).sop
    assert [p.nama for p in sop.pelaksana] == list(NAMES)
    assert set(graph_of(sop)[1]) == ARROWS
    assert made.findings == ()


@files
@pytest.mark.parametrize(
    "form",
    [
        Form(
            ("No|Kegiatan|Petugas|<|<|<|Mutu Baku|<|<|Ket",
             "^|^|^|^|^|^|Kelengkapan|Waktu|Output|^"), USUAL,
        ),
        Form(
            ("No|Kegiatan|Pelaksana|<|<|<|Mutu Baku|<|<|Ket",
             "^|^|^|^|^|^|Kelengkapan|Waktu|Output|^"), USUAL,
        ),
    ],
    ids=["petugas", "pelaksana"],
)  # fmt: skip
def test_a_chart_that_fell_to_one_pelaksana_says_so_at_its_head(
    form: Form, nama: str
) -> None:
    made = taken(WRITERS[nama](form), nama)
    (told,) = [f for f in made.findings if f.code == "SOP972"]
    assert "simbolnya berdiri di beberapa kolom" in told.message
    assert told.severity is Severity.WARNING
    draft = made.drafts[1]
    head = write_yaml(draft).split("\n\n")[0]
    assert "PERIKSA: semua kegiatan jatuh pada satu pelaksana" in head
    assert told.message.endswith(draft.remarks["pelaksana",].removeprefix(PERIKSA))


@pytest.mark.slow
def test_its_sheet_in_a_workbook_says_so_too(tmp_path: Path) -> None:
    file = tmp_path / "lama.xlsx"
    file.write_bytes(old_workbook(Form(("No|Kegiatan|Petugas|<|<|<|Ket",), "nk1234t")))
    book = load_workbook(BytesIO(import_file(file, "lama", workbook=True).workbook))
    said = "PERIKSA: semua kegiatan jatuh pada satu pelaksana"
    assert said in book["01 surat-pengantar"]["A1"].comment.text
    assert any(said in str(row[3].value) for row in book["Temuan"].iter_rows())


@files
def test_a_chart_without_symbols_that_fell_to_one_pelaksana_says_so(nama: str) -> None:
    draft = taken(WRITERS[nama](replace(over("Petugas"), drawn=False)), nama).drafts[1]
    assert "tabel punya 4 kolom pelaksana" in write_yaml(draft).split("\n\n")[0]
    assert "tabel punya 4 kolom pelaksana" in draft.remarks["pelaksana",]


@files
@pytest.mark.parametrize("word", ["Pelaksana", "Petugas", "PIC", "Unit Kerja"])
def test_one_column_of_words_names_the_pelaksana_of_each_kegiatan(
    word: str, nama: str, tmp_path: Path
) -> None:
    form = Form(
        (f"No|Kegiatan|{word}|Mutu Baku|<|<|Ket", "^|^|^|Kelengkapan|Waktu|Output|^"),
        "nkxswht", drawn=False, more="Kasi Umum",
    )  # fmt: skip
    made = taken(WRITERS[nama](form), nama)
    (sop,) = drafted(made, tmp_path).sop
    assert [p.nama for p in sop.pelaksana] == ["Kasi Umum"]
    assert made.findings == ()


@files
@pytest.mark.parametrize(
    ("heading", "columns"),
    [
        ("No|Prosedur|Nomor|Tanggal|Keterangan", "nkxwt"),
        ("No|Kegiatan|Volume|Harga|Keterangan", "nkwwt"),
        ("No|Kegiatan|Output|Anggaran|Keterangan", "nkhxt"),
        ("No|Kegiatan|Tanggal|Waktu|Keterangan", "nkxwt"),
        ("No|Nama Prosedur|Sudah|Belum|Keterangan", "nk12t"),
        ("No|Kegiatan|Unit Kerja|Anggaran|Keterangan", "nkxxt"),
    ],
)
def test_a_list_is_no_chart(heading: str, columns: str, nama: str) -> None:
    made = taken(WRITERS[nama](Form((heading,), columns, drawn=False)), nama)
    assert made.drafts == ()
    assert [f.code for f in made.findings if f.severity is Severity.ERROR] == ["SOP961"]
