"""Rules about lampiran and signers: what is told of each, once and at its field."""

from __future__ import annotations

from pathlib import Path

import pytest

from sopgen.lint import lint
from sopgen.model.diagnostic import Diagnostic
from sopgen.sebab import causes
from sopgen.spec import read_buku
from tests.parts.test_beberapa_lampiran import KASI, SEKCAM, office
from tests.spec.kantor import BUKU, write_kantor

#: The codes that this file is about.
OURS = frozenset((
    "SOP101", "SOP174", "SOP179", "SOP185", "SOP709", "SOP713", "SOP714", "SOP715",
    "SOP756", "SOP759", "SOP913", "SOP920", "SOP921", "SOP922", "SOP923",
))  # fmt: skip
BOTH = KASI.replace("penandatangan: camat\n", "") + SEKCAM
SHEET = """\
lembar_pengesahan:
  - {peran: Disusun oleh, pejabat: kasi}
  - {peran: Disahkan oleh, pejabat: camat}
"""
UB = "kapasitas: ub, untuk_beliau: Sekretaris Camat, jabatan: Kasi Umum"
UNSIGNED = "pengesahan_bertanda: tidak\n"
CERTIFIED = "    disalin_oleh: sekcam\n"


def found(folder: Path) -> list[Diagnostic]:
    """Return what is told of an office, of the codes above."""
    reading = read_buku(folder)
    more = lint(reading.buku, reading.ketikan) if reading.buku else ()
    every = causes((*reading.findings, *more), reading.buku)
    return [one for one in every if one.code in OURS]


def told(folder: Path) -> list[tuple[str, str]]:
    """Return the codes with the lines at which they are told."""
    return [(one.code, one.span.excerpt.strip()) for one in found(folder)]


def damaged(folder: Path, old: str, new: str, head: str = "", more: str = "") -> Path:
    """Write the office of two annexes with something in it replaced."""
    file = office(folder, more, head) / "buku.yaml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    return folder


def test_a_sound_office_has_nothing_to_be_told(tmp_path: Path) -> None:
    head = SHEET.replace("kasi", "sekcam")
    more = "    jenis: petikan\n    petikan: [KEDUA]\n" + CERTIFIED
    assert told(office(tmp_path, more, head)) == []


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ('["2.", Endang Rahmawati, ""]', '["2.", Endang]', "SOP709", "Endang"),
        ('["2.", Endang Rahmawati, ""]', '["2.", E, "", x]', "SOP709", "x]"),
        ('kolom: ["No.", Nama, Tugas]', "kolom: []", "SOP709", '- ["1."'),
        ("tercantum dalam Lampiran II", "perlu", "SOP715", "TIM PENYUSUN"),
        ("dalam Lampiran II Kep", "dalam Lampiran III Kep", "SOP715", "TIM"),
        ('kolom: ["No.", Nama, Tugas]', "kolom: Nama", "SOP922", "kolom: Nama"),
    ],
)
def test_a_lampiran_is_told_where_it_is_wrong(
    tmp_path: Path, old: str, new: str, code: str, line: str
) -> None:
    codes = [one for one in told(damaged(tmp_path, old, new)) if one[0] != "SOP756"]
    assert [one for one, _ in codes] == [code]
    assert line in codes[0][1]


def test_an_empty_table_is_told_and_printed(tmp_path: Path) -> None:
    folder = office(tmp_path)
    file = folder / "buku.yaml"
    text = file.read_text(encoding="utf-8")
    start = text.index("        baris:")
    file.write_text(text[:start] + text[text.index("sop:\n") :], encoding="utf-8")
    (one,) = found(folder)
    assert (one.code, one.severity.value) == ("SOP709", "warning")
    assert one.message == "tabel Lampiran II tanpa baris"


def test_a_cited_lampiran_that_is_not_there_is_told(tmp_path: Path) -> None:
    folder = damaged(tmp_path, "dalam Lampiran II Kep", "dalam Lampiran II dan IV Kep")
    assert [code for code, _ in told(folder)] == ["SOP756"]


def test_the_bare_word_cites_every_lampiran(tmp_path: Path) -> None:
    folder = damaged(tmp_path, "dalam Lampiran II Kep", "dalam Lampiran Kep")
    assert told(folder) == []


@pytest.mark.parametrize(
    ("more", "code", "line"),
    [
        ("    jenis: salinan\n", "SOP713", "jenis"),
        ("    jenis: petikan\n" + CERTIFIED, "SOP714", "jenis"),
        (
            "    jenis: petikan\n    petikan: [KESEPULUH]\n" + CERTIFIED,
            "SOP714",
            "KESE",
        ),
        ("    jenis: salinan\n    petikan: [KESATU]\n" + CERTIFIED, "SOP714", "KESATU"),
        ("    petikan: [KESATU]\n" + CERTIFIED, "SOP714", "disalin_oleh"),
        ("    jenis: kutipan\n" + CERTIFIED, "SOP923", "kutipan"),
        ("    jenis: salinan\n    disalin_oleh: lurah\n", "SOP101", "lurah"),
    ],
)
def test_a_copy_is_told_where_it_is_wrong(
    tmp_path: Path, more: str, code: str, line: str
) -> None:
    ((first, where),) = told(office(tmp_path, more))
    assert first == code
    assert line in where


def signed(folder: Path, head: str, susunan: str = "  - lembar_pengesahan\n") -> Path:
    """Write the small office with officials and signers of the lembar pengesahan."""
    buku = BUKU.replace("penandatangan: camat\n", head).replace(
        "  - {bagian: keputusan, keputusan: sk-1}\n",
        "  - {bagian: keputusan, keputusan: sk-1}\n" + susunan,
    )
    write_kantor(folder)
    (folder / "buku.yaml").write_text(buku, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("jabatan: Kasi Umum", "jabatan: Kasi Umum, kapasitas: ub", "SOP179"),
        ("jabatan: Kasi Umum", UB.replace("Sekretaris Camat", "Camat Uji"), "SOP179"),
        ("jabatan: Kasi Umum", UB.replace("ub,", "an,"), "SOP179"),
        ("pejabat: kasi", "pejabat: bupati", "SOP101"),
        ("pejabat: kasi", "pejabat: camat", "SOP185"),
        ("Disahkan oleh, pejabat: camat", "Disahkan oleh, pejabat: sekcam", "SOP185"),
        ("peran: Disusun oleh, ", "", "SOP921"),
        ("lembar_pengesahan:\n", f"{UNSIGNED}lembar_pengesahan:\n", "SOP759"),
    ],
)  # fmt: skip
def test_a_signer_is_told_where_he_is_wrong(
    tmp_path: Path, old: str, new: str, code: str
) -> None:
    head = (BOTH + SHEET).replace(old, new)
    assert [one for one, _ in told(signed(tmp_path, head))] == [code]


def test_who_signs_ub_as_he_should_is_not_told(tmp_path: Path) -> None:
    head = (BOTH + SHEET).replace("jabatan: Kasi Umum", UB)
    assert told(signed(tmp_path, head)) == []


def test_signers_of_a_sheet_that_is_not_printed_are_told(tmp_path: Path) -> None:
    assert [c for c, _ in told(signed(tmp_path, BOTH + SHEET, ""))] == ["SOP759"]


def test_officials_who_sign_for_each_other_are_told_once(tmp_path: Path) -> None:
    head = (BOTH + SHEET.replace("kasi", "sekcam")).replace(
        "jabatan: Sekretaris Camat", "jabatan: Sekretaris Camat, kapasitas: an"
    )
    folder = signed(tmp_path, head)
    file = folder / "buku.yaml"
    text = file.read_text(encoding="utf-8").replace(
        "    jabatan: Camat Uji\n",
        "    jabatan: Camat Uji\n    kapasitas: an\n    atas_nama: Sekretaris Camat\n",
    )
    file.write_text(text, encoding="utf-8")
    (one,) = found(folder)
    assert one.code == "SOP174"
    assert "melingkar: Camat Uji a.n. Sekretaris Camat a.n. Camat Uji" in one.message
