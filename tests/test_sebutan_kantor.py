"""Offices of every kind: their words, on paper, in checks, in new specs and back."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from PIL import Image

from sopgen.cli import sopgen
from sopgen.comparison import side
from sopgen.diff import compare
from sopgen.lint import lint
from sopgen.model.buku import Buku
from sopgen.model.document import Document, Emblem, Style
from sopgen.model.sebutan_kantor import JENIS, Sebutan, Tertulis, called_in, sebutan_of
from sopgen.pipeline import lay_out_book
from sopgen.roll.diktum import MULAI
from sopgen.spec import read_buku
from sopgen.spec.contoh import Kehendak, new_office
from sopgen.spec.exchange import export_workbook, import_workbook
from sopgen.takeover.officename import kantor_of, provinsi_of, wilayah_of

#: what is written · kantor, pimpinan, pemerintah, tempat
WORDS: tuple[tuple[Tertulis, tuple[str, str, str, str]], ...] = (
    (Tertulis("Ranu", "Lembah"),
     ("Kecamatan Ranu", "Camat Ranu", "Pemerintah Kabupaten Lembah", "Ranu")),
    (Tertulis("Kecamatan Ranu", "Kabupaten Lembah"),
     ("Kecamatan Ranu", "Camat Ranu", "Pemerintah Kabupaten Lembah", "Ranu")),
    (Tertulis("Ranu", "Kota Lembah"),
     ("Kecamatan Ranu", "Camat Ranu", "Pemerintah Kota Lembah", "Ranu")),
    (Tertulis("Ranu", "Lembah", jenis_wilayah="kota"),
     ("Kecamatan Ranu", "Camat Ranu", "Pemerintah Kota Lembah", "Ranu")),
    (Tertulis("Ranu", "Kota Administrasi Lembah Timur"),
     ("Kecamatan Ranu", "Camat Ranu", "Pemerintah Kota Administrasi Lembah Timur",
      "Ranu")),
    (Tertulis("Ranu", "Kotabesi"),
     ("Kecamatan Ranu", "Camat Ranu", "Pemerintah Kabupaten Kotabesi", "Ranu")),
    (Tertulis("Distrik Ranu", "Lembah"),
     ("Distrik Ranu", "Kepala Distrik Ranu", "Pemerintah Kabupaten Lembah", "Ranu")),
    (Tertulis("Ranu", "Lembah", jenis="kelurahan", jenis_wilayah="kota"),
     ("Kelurahan Ranu", "Lurah Ranu", "Pemerintah Kota Lembah", "Ranu")),
    (Tertulis("Desa Ranu", "Lembah"),
     ("Desa Ranu", "Kepala Desa Ranu", "Pemerintah Kabupaten Lembah", "Ranu")),
    (Tertulis("Dinas Perikanan", "Provinsi Lembah Raya"),
     ("Dinas Perikanan", "Kepala Dinas Perikanan", "Pemerintah Provinsi Lembah Raya",
      "Lembah Raya")),
    (Tertulis("UPTD Puskesmas Ranu", "Lembah"),
     ("UPTD Puskesmas Ranu", "Kepala UPTD Puskesmas Ranu",
      "Pemerintah Kabupaten Lembah", "Ranu")),
    (Tertulis("UPTD BLUD Puskesmas Ranu", "Kab. Lembah"),
     ("UPTD BLUD Puskesmas Ranu", "Kepala UPTD BLUD Puskesmas Ranu",
      "Pemerintah Kabupaten Lembah", "Ranu")),
    (Tertulis("Sekretariat Daerah", "Lembah"),
     ("Sekretariat Daerah", "Sekretaris Daerah", "Pemerintah Kabupaten Lembah",
      "Lembah")),
    (Tertulis("Ranu", "Lembah", jenis="kapanewon"),
     ("Kapanewon Ranu", "Panewu Ranu", "Pemerintah Kabupaten Lembah", "Ranu")),
    (Tertulis("Ranu", "Lembah", jenis="nagari", kepala="Wali Nagari"),
     ("Nagari Ranu", "Wali Nagari Ranu", "Pemerintah Kabupaten Lembah", "Ranu")),
    (Tertulis("Ranu", "Lembah", jenis="RSUD", kepala="direktur"),
     ("RSUD Ranu", "Direktur RSUD Ranu", "Pemerintah Kabupaten Lembah", "Ranu")),
    (Tertulis("Ranu", "Lembah", kepala="Camat Ranu"),
     ("Kecamatan Ranu", "Camat Ranu", "Pemerintah Kabupaten Lembah", "Ranu")),
    (Tertulis("Ranu", "Kota Baru", jenis_wilayah="kabupaten"),
     ("Kecamatan Ranu", "Camat Ranu", "Pemerintah Kabupaten Kota Baru", "Ranu")),
)  # fmt: skip


@pytest.mark.parametrize(("tertulis", "words"), WORDS)
def test_an_office_has_its_words(
    tertulis: Tertulis, words: tuple[str, str, str, str]
) -> None:
    made = sebutan_of(tertulis)
    assert (made.kantor, made.pimpinan, made.pemerintah, made.tempat) == words


def test_an_office_above_stands_in_the_kop() -> None:
    own = Tertulis("Ranu", "Kota Administrasi Lembah", jenis="kelurahan")
    below = sebutan_of(replace(own, induk="Kecamatan Rawa"))
    assert below.kop == (
        "PEMERINTAH KOTA ADMINISTRASI LEMBAH", "KECAMATAN RAWA", "KELURAHAN RANU",
    )  # fmt: skip
    province = sebutan_of(replace(own, induk="Pemerintah Provinsi Lembah"))
    assert province.kop == (
        "PEMERINTAH PROVINSI LEMBAH", "KOTA ADMINISTRASI LEMBAH", "KELURAHAN RANU",
    )  # fmt: skip


def test_data_that_is_no_office_is_called_by_question_marks() -> None:
    data: tuple[object, ...] = (None, [], "Ranu", {"nama": ["Ranu"]})
    for one in data:
        assert called_in(one).lengkap == "Kecamatan ? Kabupaten ?"


DISTRIK = sebutan_of(Tertulis("Distrik Ranu", "Kota Lembah"))
BIASA = sebutan_of(Tertulis("Ranu", "Lembah"))
#: a text · what it becomes for Distrik Ranu in Kota Lembah
LED = (
    ("Kecamatan {{ kecamatan.nama }}", "Distrik {{ kecamatan.nama_saja }}"),
    ("KECAMATAN {{kecamatan.nama|upper}}", "DISTRIK {{kecamatan.nama_saja|upper}}"),
    ("Keputusan Camat {{ kecamatan.nama }}",
     "Keputusan Kepala Distrik {{ kecamatan.nama_saja }}"),
    ("Kepala Distrik {{ kecamatan.nama }}",
     "Kepala Distrik {{ kecamatan.nama_saja }}"),
    ("Kabupaten\n{{ kecamatan.kabupaten }}", "Kota\n{{ kecamatan.kabupaten_saja }}"),
    ("Kota {{ kecamatan.kabupaten }}", "Kota {{ kecamatan.kabupaten_saja }}"),
    ("di {{ kecamatan.nama }}", "di {{ kecamatan.nama }}"),
    ("Kecamatan {{ kecamatan.tempat }}", "Kecamatan {{ kecamatan.tempat }}"),
    ("Subkecamatan {{ kecamatan.nama }}", "Subkecamatan {{ kecamatan.nama }}"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "made"), LED)
def test_blanks_are_led_by_the_office_s_own_words(text: str, made: str) -> None:
    assert DISTRIK.worded(text) == made
    assert BIASA.worded(text) == text


# On paper and in checks


#: The name of a folder, what is wished, and the words of its office.
OFFICES: Mapping[str, tuple[str, Kehendak]] = {
    "kota": ("tirta-kencana", Kehendak(daerah="Kota Lembah")),
    "kota administrasi": (
        "tirta-kencana", Kehendak(wilayah="kota administrasi", daerah="Lembah Timur"),
    ),
    "distrik": ("distrik-ranu", Kehendak(daerah="Lembah")),
    "kelurahan": ("ranu", Kehendak(jenis="kelurahan", daerah="Kota Lembah")),
    "desa": ("desa-ranu", Kehendak(daerah="Lembah")),
    "dinas": ("dinas-perikanan", Kehendak(daerah="Provinsi Lembah Raya")),
    "badan": ("badan-kepegawaian", Kehendak(daerah="Lembah")),
    "puskesmas": ("puskesmas-ranu", Kehendak(daerah="Lembah")),
    "sekretariat": ("sekretariat-daerah", Kehendak(daerah="Kota Lembah")),
    "kemantren": ("ranu", Kehendak(jenis="kemantren", daerah="Kota Lembah")),
    "nagari": ("ranu", Kehendak("nagari", "Wali Nagari", "kabupaten", "Lembah")),
}  # fmt: skip
every = pytest.mark.parametrize("kind", OFFICES)


def written(folder: Path, kind: str, *edits: tuple[str, str]) -> Path:
    """Write a new office of a kind, in force, and return its folder."""
    nama, wish = OFFICES[kind]
    for name, text in new_office(nama, wish).items():
        for old, new in (("(isi alamat kantor)", "Jl. Mawar 1"), *edits):
            text = text.replace(old, new)
        (folder / nama / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / nama / name).write_text(text, encoding="utf-8")
    return folder / nama


def read(place: Path) -> Buku:
    reading = read_buku(place)
    assert reading.buku is not None
    assert [f for f in reading.findings if f.severity == "error"] == []
    return reading.buku


def texts(thing: Any) -> list[str]:
    """Return every text of a document; names of styles are not printed."""
    if isinstance(thing, Style):
        return []
    if isinstance(thing, str):
        return [thing]
    if isinstance(thing, tuple):
        return [text for one in thing for text in texts(one)]
    if is_dataclass(thing) and not isinstance(thing, type):
        return [t for f in fields(thing) for t in texts(getattr(thing, f.name))]
    return []


def printed(buku: Buku) -> Document:
    return lay_out_book(buku, lambda *_: None).document


@every
def test_a_book_is_printed_in_the_words_of_its_office(
    kind: str, tmp_path: Path
) -> None:
    buku = read(written(tmp_path, kind))
    own: Sebutan = buku.kecamatan.sebutan
    told = texts(printed(buku))
    whole = " ".join(" ".join(told).split())
    for line in (
        f"KEPUTUSAN {own.pimpinan.upper()}",
        f"{own.pimpinan.upper()},",
        f"PADA {own.kantor.upper()}",
        own.pemerintah.upper(),
        f"SOP {own.lengkap} disusun",
        f"Keputusan {own.pimpinan} Nomor",
        f"Keputusan {own.kepala} ini mulai berlaku",
        f"{own.macam.kedudukan}. Oleh karena itu",
    ):
        assert line in whole, line
    if own.jenis != "Kecamatan":
        assert "Kecamatan" not in whole.replace(own.induk, "")
        assert "KECAMATAN" not in whole
    if own.kepala != "Camat":
        assert "camat" not in whole.casefold().replace("kecamatan", "")
    if own.wilayah != "Kabupaten":
        assert "kabupaten" not in whole.casefold()


@every
def test_a_new_office_is_told_nothing_of_its_words(kind: str, tmp_path: Path) -> None:
    buku = read(written(tmp_path, kind))
    open_ = {"SOP110", "SOP112", "SOP123", "SOP124", "SOP131"}
    assert [f for f in lint(buku) if f.code not in open_] == []


@pytest.mark.slow
@every
def test_a_workbook_says_the_same_and_back(kind: str, tmp_path: Path) -> None:
    place = written(tmp_path, kind)
    file = tmp_path / "kantor.xlsx"
    file.write_bytes(export_workbook(place).workbook)
    assert read(file).kecamatan == read(place).kecamatan
    back = tmp_path / "balik" / place.name
    for name, data in import_workbook(file).files.items():
        (back / name).parent.mkdir(parents=True, exist_ok=True)
        (back / name).write_bytes(data)
    assert read(back).kecamatan == read(place).kecamatan


@pytest.mark.slow
def test_an_ordinary_workbook_has_no_line_more(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    def labels(kind: str, *edits: tuple[str, str]) -> set[str]:
        place = written(tmp_path / kind, kind, *edits)
        file = tmp_path / f"{kind}.xlsx"
        file.write_bytes(export_workbook(place).workbook)
        sheet = load_workbook(file)["Buku"]
        return {str(row[0].value) for row in sheet.iter_rows() if row[0].value}

    plain = labels("kota", ("jenis_wilayah: kota", "# "))
    assert labels("kelurahan") - plain == {"Jenis kantor", "Jenis wilayah"}
    rules = load_workbook(tmp_path / "kelurahan.xlsx")["Buku"].data_validations
    offered = [str(one.formula1) for one in rules.dataValidation]
    assert any("distrik,kapanewon" in one for one in offered)
    assert '"kabupaten,kota,kota administrasi,provinsi"' in offered
    assert not plain & {"Jenis kantor", "Kepala kantor", "Kantor induk"}


#: kind · replaced in its spec · code and words that are told
TOLD: tuple[tuple[str, dict[str, str], str, str], ...] = (
    ("distrik", {"  jenis: distrik\n": "", "nama: Ranu": "nama: Distrik Ranu"},
     "SOP180", "`Distrik Ranu`"),
    ("kota", {"  jenis_wilayah: kota\n": "", "n: Lembah": "n: Kota Lembah"},
     "SOP180", "`PEMERINTAH KOTA LEMBAH`"),
    ("kota", {"n: Lembah": "n: Kabupaten Lembah"}, "SOP181", "Kabupaten"),
    ("distrik", {"nama: Ranu": "nama: Kelurahan Ranu"}, "SOP181", "Kelurahan"),
    ("kota", {"bahwa untuk": "bahwa Kabupaten Lembah untuk"},
     "SOP182", "`Kabupaten Lembah`"),
    ("distrik", {"bahwa untuk": "bahwa Kecamatan Ranu untuk"},
     "SOP182", "`Kecamatan Ranu`"),
    ("distrik", {"bahwa untuk": "bahwa Camat Ranu untuk"}, "SOP182", "`Camat Ranu`"),
    ("kelurahan", {"Keputusan Lurah ini mulai": "Keputusan Camat ini mulai"},
     "SOP182", "`Keputusan Camat`"),
    ("kelurahan", {"bahwa untuk": "bahwa Desa Ranu untuk"}, "SOP182", "`Desa Ranu`"),
    ("distrik", {"- Kepala Distrik\n": "- Camat\n",
                 "pelaksana: Kepala Distrik\n": "pelaksana: Camat\n"},
     "SOP182", "pelaksana `Camat`"),
    ("distrik", {"jabatan: Kepala Distrik Ranu": "jabatan: Camat Ranu"},
     "SOP174", "Camat Ranu"),
    ("kota", {"jabatan: Camat Tirta Kencana": "jabatan: Lurah Tirta Kencana"},
     "SOP174", "Lurah Tirta Kencana"),
    ("kelurahan", {"Keputusan Lurah {{ kecamatan.nama }} tentang":
                   "Keputusan Bupati Lembah tentang"}, "SOP738", "Keputusan Lurah"),
    ("distrik", {"bahwa untuk": "bahwa Distrik Wanabaya untuk"},
     "SOP734", "Distrik Wanabaya"),
)  # fmt: skip


@pytest.mark.parametrize(("kind", "edits", "code", "words"), TOLD)
def test_words_that_do_not_agree_are_told(
    kind: str, edits: dict[str, str], code: str, words: str, tmp_path: Path
) -> None:
    for old in edits:
        files = new_office(*OFFICES[kind])
        assert any(old in text for text in files.values()), old
    buku = read(written(tmp_path, kind, *edits.items()))
    found = [f for f in lint(buku) if f.code == code]
    assert any(words.casefold() in f.message.casefold() for f in found), found


#: kind · a sentence that says nothing wrong
SOUND: tuple[tuple[str, str], ...] = (
    ("kota", "yang berbatasan dengan Kabupaten Lembah Barat"),
    ("kelurahan", "di Kecamatan Wanabaya"),
    ("kelurahan", "menurut arahan Camat Wanabaya"),
    ("kelurahan", "bersama Polsek Wanabaya"),
    ("dinas", "di Kabupaten Wanabaya dan Kota Wanasari"),
    ("dinas", "oleh Gubernur Lembah Raya"),
    ("badan", "di Kecamatan Wanabaya"),
    ("distrik", "di Distrik Ranu oleh Kepala Distrik Ranu"),
    ("kelurahan", "menurut Keputusan Lurah ini"),
)


@pytest.mark.parametrize(("kind", "words"), SOUND)
def test_what_an_office_may_say_is_told_nothing(
    kind: str, words: str, tmp_path: Path
) -> None:
    plain = read(written(tmp_path / "a", kind))
    said = read(written(tmp_path / "b", kind, ("bahwa untuk", f"bahwa {words} untuk")))
    before = {f.code for f in lint(plain)}
    assert [f for f in lint(said) if f.code not in before] == []


def test_an_official_of_the_office_signs_for_its_head(tmp_path: Path) -> None:
    edits = (
        ("jabatan: Kepala Distrik Ranu", "jabatan: Kepala Seksi Pemerintahan"),
        ("kapasitas: definitif", "kapasitas: an"),
    )
    buku = read(written(tmp_path, "distrik", *edits))
    assert buku.penandatangan.atas_nama == "Kepala Distrik Ranu"
    found = [f.message for f in lint(buku) if f.code == "SOP174"]
    assert found == ["keputusan sk-sop ditandatangani a.n. Kepala Seksi Pemerintahan"]


def test_words_written_in_another_way_are_no_change(tmp_path: Path) -> None:
    one = read(written(tmp_path / "a", "distrik"))
    edits = ("  jenis: distrik\n", ""), ("nama: Ranu", "nama: Distrik Ranu")
    other = read(written(tmp_path / "b", "distrik", *edits))
    assert compare(side(one), side(other)).kosong
    third = read(written(tmp_path / "c", "distrik", ("jenis: distrik", "jenis: desa")))
    told = [u.isian for u in compare(side(one), side(third)).semua]
    assert "jenis" in told


@pytest.mark.parametrize(
    "text",
    ["Keputusan ini mulai berlaku", "Keputusan Kepala Distrik ini mulai berlaku"],
)
def test_the_diktum_of_coming_into_force_is_known(text: str) -> None:
    assert MULAI.match(text)


# A second lambang


def pictures(folder: Path, *names: str) -> None:
    for width, name in zip((300, 40), names, strict=False):
        Image.new("RGB", (width, 120), "navy").save(folder / name)


TWO = ("  kode_unit:", "  lambang: a.png\n  lambang_kanan: b.png\n  kode_unit:")


@pytest.mark.slow
def test_a_second_lambang_stands_at_the_right(tmp_path: Path) -> None:
    place = written(tmp_path, "kota", TWO)
    pictures(place, "a.png", "b.png")
    document = printed(read(place))
    seen = {
        section.bagian.jenis: [one.file.name for one in emblems(section) if one.file]
        for section in document.sections
    }
    assert seen["sampul"] == seen["halaman_judul"] == ["a.png", "b.png"]
    assert seen["keputusan"] == ["a.png", "b.png"]
    file = tmp_path / "kantor.xlsx"
    made = export_workbook(place)
    file.write_bytes(made.workbook)
    assert set(made.files) == {"a.png", "b.png"}


def emblems(thing: Any) -> list[Emblem]:
    if isinstance(thing, Emblem):
        return [thing]
    if isinstance(thing, tuple):
        return [found for one in thing for found in emblems(one)]
    if is_dataclass(thing) and not isinstance(thing, type):
        return [e for f in fields(thing) for e in emblems(getattr(thing, f.name))]
    return []


def test_a_missing_second_lambang_is_told_as_the_first(tmp_path: Path) -> None:
    place = written(tmp_path, "kota", TWO)
    told = [(f.code, f.message) for f in read_buku(place).findings]
    assert [code for code, _ in told if code.startswith("SOP9")] == ["SOP901"] * 2
    assert ["a.png" in told[0][1], "b.png" in told[1][1]] == [True, True]


# New offices


def test_sopgen_new_takes_flags(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "specs").mkdir()
    run: Callable[..., Any] = CliRunner().invoke
    args = ["new", "ranu", "--jenis", "kelurahan", "--daerah", "Kota Lembah"]
    assert run(sopgen, args).exit_code == 0
    own = read(tmp_path / "specs" / "ranu").kecamatan.sebutan
    assert own.lengkap == "Kelurahan Ranu Kota Lembah"
    wrong = run(sopgen, ["new", "rawa", "--wilayah", "negeri"])
    assert wrong.exit_code != 0
    assert "kota administrasi" in wrong.output
    assert not (tmp_path / "specs" / "rawa").exists()


@pytest.mark.slow
def test_sopgen_new_asks_on_a_terminal(tmp_path: Path) -> None:
    (tmp_path / "specs").mkdir()
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "sopgen", "new", "ranu"]
    root = Path(__file__).parent.parent
    env = {**os.environ, "PYTHONPATH": str(root)}
    running = subprocess.Popen(
        command, cwd=tmp_path, stdin=theirs, stdout=theirs, stderr=theirs, env=env
    )
    os.close(theirs)
    os.write(ours, b"kemantren\n\nkota\nLembah\n")
    assert running.wait(timeout=60) == 0
    os.close(ours)
    own = read(tmp_path / "specs" / "ranu").kecamatan.sebutan
    assert own.pimpinan == "Mantri Pamong Praja Ranu"
    assert own.wilayahnya == "Kota Lembah"


def test_the_schema_offers_the_kinds_of_regions() -> None:
    from sopgen.spec.jsonschema import schema_files

    text = json.dumps(json.loads(schema_files()["buku.json"]), ensure_ascii=False)
    assert "kota administrasi" in text
    assert set(JENIS) >= {"kecamatan", "distrik", "kelurahan", "desa", "dinas", "badan"}


# Old SOP


@pytest.mark.parametrize(
    ("lines", "kantor", "wilayah"),
    [
        (("PEMERINTAH KOTA LEMBAH", "KECAMATAN RAWA", "KELURAHAN RANU"),
         ("kelurahan", "Ranu"), "kota"),
        (("PEMERINTAH KABUPATEN LEMBAH", "DISTRIK RANU"), ("distrik", "Ranu"), ""),
        (("PEMERINTAH PROVINSI LEMBAH", "DINAS PERIKANAN"), ("dinas", "Perikanan"),
         "provinsi"),
        (("PEMERINTAH KABUPATEN LEMBAH", "KECAMATAN RANU"), ("", ""), ""),
    ],
)  # fmt: skip
def test_a_letterhead_says_what_kind_of_office_it_is(
    lines: tuple[str, ...], kantor: tuple[str, str], wilayah: str
) -> None:
    assert kantor_of(lines) == kantor
    assert wilayah_of(lines) == wilayah
    assert bool(provinsi_of(lines)) == (wilayah == "provinsi")
