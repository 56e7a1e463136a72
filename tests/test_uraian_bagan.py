"""A chart in words: who does what and where it leads, the same in every format."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from docx import Document

from sopgen.gambar import draw
from sopgen.layout import arrange
from sopgen.model.chart import Chart
from sopgen.model.sop import Sop
from sopgen.model.uraian_bagan import uraian_bagan
from sopgen.parts import chart_room
from sopgen.pipeline import Wish, build
from sopgen.spec import read_buku
from sopgen.symbols import read_symbols
from tests.jaringan import write_jaringan
from tests.layout.flows import long_sop
from tests.spec.bersama import write_bersama
from tests.spec.kantor import SURAT, write_kantor

#: What is told of a step of the offices that tests have, by the name of the office.
TOLD = [
    ("surat", "1. Petugas menerima surat, mulai, lalu ke 2"),
    ("surat", "2. Camat memeriksa surat, keputusan: Ya ke 3, Tidak ke 1"),
    ("surat", "3. Petugas menyimpan surat, selesai"),
    ("bersama", "7. Pemohon dan Koramil bersama-sama menerima izin hajatan, selesai"),
    (
        "bersama",
        "4. Petugas Loket, Kasi Trantib dan Polsek bersama-sama menyusun berita acara, "
        "lalu ke 5, tembusan ke 4 (Kasi Kesra dan Polsek)",
    ),
    ("bersama", "4. Kasi Kesra dan Polsek bersama-sama, mendapat dokumen"),
    ("jaringan", "2. Petugas menerima warga, menurut SOP 01, “Loket”, lalu ke 3"),
    ("jaringan", "5. Petugas menyerahkan izin, lalu ke SOP 04"),
    (
        "jaringan",
        "3. Kepala Seksi menilai aduan, keputusan: Berat ke 4, Ringan ke 5 (Petugas), "
        "Bukan wewenang ke SOP 04",
    ),
    (
        "jaringan",
        "5. Petugas memberi jawaban, lalu ke 6 dan ke SOP 04, tembusan ke 5 (Camat)",
    ),
]
WRITERS = {"surat": write_kantor, "bersama": write_bersama, "jaringan": write_jaringan}


def drawn(folder: Path) -> list[tuple[Sop, Chart]]:
    buku = read_buku(folder).buku
    assert buku is not None
    room = chart_room(buku)
    return [(one, arrange(one, room, read_symbols())) for one in buku.sop]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """Return the steps that are told of each office's charts."""
    made: dict[str, list[str]] = {}
    for name, write in WRITERS.items():
        charts = drawn(write(tmp_path_factory.mktemp(name) / "uji"))
        texts = [page.uraian for _, chart in charts for page in chart.pages]
        made[name] = [s for t in texts for s in t.partition(": ")[2][:-1].split("; ")]
    return made


@pytest.mark.slow
@pytest.mark.parametrize(("name", "step"), TOLD)
def test_a_step_is_told_as_it_is_read_aloud(
    told: dict[str, list[str]], name: str, step: str
) -> None:
    assert step in told[name]


@pytest.mark.slow
def test_each_page_tells_its_own_steps_and_where_others_are() -> None:
    sop = long_sop(40, 4, 5)
    chart = arrange(sop, (290, 180), read_symbols())
    count = len(chart.pages)
    assert count > 1
    every = []
    for number, page in enumerate(chart.pages, 1):
        assert f", lembar {number} dari {count}: " in page.uraian
        assert f"di lembar {number}" not in page.uraian
        rows = dict.fromkeys(row.kegiatan + 1 for row in page.rows)
        steps = [int(n) for n in re.findall(r"(?:: |; )(\d+)\. ", page.uraian)]
        assert [*dict.fromkeys(steps)] == [row for row in rows if row in steps]
        every += steps
    assert [*dict.fromkeys(every)] == [*range(1, len(sop.kegiatan) + 1)]
    assert "di lembar 2" in chart.pages[0].uraian


def test_marks_and_lines_of_a_text_are_not_read(tmp_path: Path) -> None:
    ((sop, chart),) = drawn(write_kantor(tmp_path / "uji"))
    first, *rest = sop.kegiatan
    row = replace(first, uraian="Menerima *surat*\n  **masuk**;")
    (text,) = uraian_bagan(replace(sop, kegiatan=(row, *rest)), chart.pages)
    assert "1. Petugas menerima surat masuk, mulai" in text


def test_what_is_no_verb_stands_behind_a_colon(tmp_path: Path) -> None:
    ((sop, chart),) = drawn(write_kantor(tmp_path / "uji"))
    first, *rest = sop.kegiatan
    row = replace(first, uraian="Penerimaan surat")
    (text,) = uraian_bagan(replace(sop, kegiatan=(row, *rest)), chart.pages)
    assert "1. Petugas: Penerimaan surat, mulai" in text


@pytest.mark.slow
def test_word_and_svg_tell_the_same(tmp_path: Path) -> None:
    folder = write_kantor(tmp_path / "uji")
    surat = SURAT.replace("Memeriksa surat", 'Memeriksa "surat" & <lampiran>')
    (folder / "sop" / "surat.yaml").write_text(surat, encoding="utf-8")
    ((_, chart),) = drawn(folder)
    told = chart.pages[0].uraian
    assert '"surat" & <lampiran>' in told
    picture = draw(folder, 1, "svg").data.decode()
    assert [unescape(t) for t in re.findall(r"<desc[^>]*>([^<]*)<", picture)] == [told]
    wish = Wish(folder, tmp_path / "output", formats=("docx",))
    (file,) = (f for f in build(wish, print).files if "surat" in f.path.name)
    shapes = Document(str(file.path)).element.body.iter("{*}docPr")
    assert told in [shape.get("descr") for shape in shapes]
