"""``[daftar SOP]`` stands for the list of all SOP; what is like it is told."""

from __future__ import annotations

import time
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from sopgen.model.diagnostic import Source, Span, Teks
from sopgen.model.document import Paragraph
from sopgen.model.naskah import read_unsur
from sopgen.parts.templates import Templates
from sopgen.pipeline import check
from sopgen.spec import read_buku
from sopgen.spec.exchange import export_workbook
from tests.spec.kantor import write_kantor
from tests.spec.staff import meaning, round_trip
from tests.whole_books import composed

SPAN = Span(Source("naskah/penutup.md", ("pembuka", "  [daftar-sop]")), 1, 1)
FACTS = {"tahun": 2025, "sop": [{"nama": "KK"}, {"nama": "KTP"}, {"nama": "SKCK"}]}
LINGKARAN = """\
Meliputi:
{% for s in sop %}
1. {{ s.nama }}{{ "." if loop.last else "; dan" if loop.revindex == 2 else ";" }}
{% endfor %}
"""
DAFTAR = "1. KK;\n1. KTP; dan\n1. SKCK."


def filled(text: str, facts: object = FACTS) -> tuple[str, list[str]]:
    assert isinstance(facts, dict)
    templates = Templates(facts)
    made = templates.fill(Teks(text, SPAN))
    return made, [f.saran for f in templates.findings]


@pytest.mark.parametrize(
    "text",
    [
        "[daftar SOP]", "[Daftar SOP]", "[DAFTAR  sop]", "[ daftar SOP ]",
        "[daftarSOP]", "1. [daftar SOP]", "- [daftar SOP].", "a. [daftar SOP] .",
    ],
)  # fmt: skip
def test_it_stands_for_the_loop_that_prints_all_sop(text: str) -> None:
    assert (
        filled(f"Meliputi:\n{text}")
        == filled(LINGKARAN)
        == (
            f"Meliputi:\n{DAFTAR}",
            [],
        )
    )


def test_it_stands_alone_and_among_other_lines() -> None:
    assert filled("[daftar SOP]") == (DAFTAR, [])
    assert filled("Satu:\n  [daftar SOP]\nTahun {{ tahun }}") == (
        "Satu:\n  1. KK;\n  1. KTP; dan\n  1. SKCK.\nTahun 2025",
        [],
    )


def test_the_sign_behind_it_ends_the_list() -> None:
    assert filled("[daftar SOP];") == ("1. KK;\n1. KTP; dan\n1. SKCK;", [])


@pytest.mark.parametrize(
    ("names", "made"), [(["A"], "1. A."), (["A", "B"], "1. A; dan\n1. B.")]
)
def test_short_lists_end_rightly(names: list[str], made: str) -> None:
    facts = {"sop": [{"nama": name} for name in names]}
    assert filled("[daftar SOP]", facts) == (made, [])


SENDIRI = "tulis [daftar SOP] sendiri pada satu baris"
MELESET = {
    "[daftar sop": SENDIRI,
    "daftar SOP]": SENDIRI,
    "[daftar-sop]": SENDIRI,
    "[daftar_sop]": SENDIRI,
    "[dafar SOP]": SENDIRI,
    "[daftar SOP Seksi X]": SENDIRI,
    "[semua SOP]": SENDIRI,
    "(daftar SOP)": SENDIRI,
    "{daftar SOP}": SENDIRI,
    "[jumlah SOP]": "tulis {{ sop | length }}",
    "[nama kecamatan]": "tulis {{ kecamatan.nama }}",
    "[tahun]": "tulis {{ tahun }}",
}


@pytest.mark.parametrize("text", MELESET)
def test_what_is_like_it_is_told_once_and_not_printed(text: str) -> None:
    assert filled(f"Yaitu\n{text}") == ("Yaitu\n…", [MELESET[text]])


def test_within_a_sentence_it_is_told() -> None:
    templates = Templates(FACTS)
    assert templates.fill(Teks("meliputi [daftar SOP].", SPAN)) == "meliputi …."
    (told,) = templates.findings
    assert "di tengah kalimat" in told.message


def test_it_is_told_where_it_stands() -> None:
    templates = Templates(FACTS)
    templates.fill(Teks("pembuka\n[daftar-sop]", SPAN))
    (told,) = templates.findings
    assert (told.code, told.span.line, told.span.column) == ("SOP721", 2, 3)


@pytest.mark.parametrize(
    "text",
    [
        "[sic]", "[1]", "[ ] belum", "![peta](peta.png)", "[laman](https://a.id)",
        "(lihat daftar SOP)", "daftar SOP", "{{ sop[0].nama }}", "a[0] dan b[1]",
    ],
)  # fmt: skip
def test_other_brackets_are_left_alone(text: str) -> None:
    assert filled(text)[1] == []


def test_it_costs_what_it_prints() -> None:
    facts = {"sop": [{"nama": "x" * 90}] * 50}
    made, told = filled("[daftar SOP]\n" * 40, facts)
    assert told == ["sebut sekali saja"]
    assert made.count("[daftar SOP]") == 40


def office(folder: Path, diktum: str, menimbang: str = "[bahwa perlu;]") -> Path:
    write_kantor(folder)
    file = folder / "buku.yaml"
    text = file.read_text(encoding="utf-8")
    text = text.replace("diktum: [Menetapkan SOP.]", f"diktum:\n{diktum}")
    text = text.replace("[bahwa perlu;]", menimbang)
    text = text.replace(
        "    nama: Surat Masuk\n",
        "    nama: Surat Masuk\n  - {id: izin, nama: Izin Keramaian}\n",
    )
    file.write_text(text, encoding="utf-8")
    return folder


ITEM = """\
      - "Menetapkan SOP, meliputi:\\n[daftar SOP]"
      - [Daftar SOP]
"""


def printed(folder: Path) -> list[str]:
    buku = read_buku(folder).buku
    assert buku is not None
    sections = composed(buku).sections
    blocks = [b for s in sections if s.bagian.jenis == "keputusan" for b in s.blocks]
    return [
        " ".join([*(one.text for one in block.labels), block.text])
        for block in blocks
        if isinstance(block, Paragraph)
    ]


def test_an_item_of_yaml_may_be_it(tmp_path: Path) -> None:
    folder = office(tmp_path / "uji", ITEM, "[bahwa perlu;, [daftar SOP]]")
    lines = printed(folder)
    assert [one for one in lines if "Surat Masuk" in one or "Izin" in one] == [
        "b. 1. Surat Masuk; dan", "2. Izin Keramaian.",
        "1. Surat Masuk; dan", "2. Izin Keramaian.",
        "KEDUA : 1. Surat Masuk; dan", "2. Izin Keramaian.",
    ]  # fmt: skip


def test_the_word_sop_stands_before_names_where_the_book_wants_it(
    tmp_path: Path,
) -> None:
    folder = office(tmp_path / "uji", ITEM)
    file = folder / "buku.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(f"awalan_sop: [diktum]\n{text}", encoding="utf-8")
    assert "KEDUA : 1. SOP Surat Masuk; dan" in printed(folder)


@pytest.mark.slow
def test_what_was_typed_comes_back_from_a_workbook(tmp_path: Path) -> None:
    folder = office(tmp_path / "uji", ITEM)
    data = export_workbook(folder).workbook
    cells = [row[2].value for row in load_workbook(BytesIO(data))["Keputusan"]]
    assert {"Menetapkan SOP, meliputi:\n[daftar SOP]", "[Daftar SOP]"} <= set(cells)
    assert meaning(round_trip(folder, tmp_path)) == meaning(folder)


@pytest.mark.slow
def test_a_slip_in_yaml_or_in_a_cell_is_one_finding(tmp_path: Path) -> None:
    folder = office(tmp_path / "uji", "      - Menetapkan SOP.\n      - [daftar-sop]\n")
    (told,) = [f for f in check(folder) if f.code == "SOP721"]
    assert told.span.excerpt.strip() == "- [daftar-sop]"
    file = tmp_path / "uji.xlsx"
    file.write_bytes(export_workbook(folder).workbook)
    (told,) = [f for f in check(file) if f.code == "SOP721"]
    assert told.span.place.startswith("Keputusan!C")


def test_in_a_chapter_it_is_a_list(tmp_path: Path) -> None:
    folder = office(tmp_path / "uji", ITEM)
    text = "Buku ini memuat:\n\n[daftar SOP]\n\nSekian."
    assert [getattr(one, "tanda", "") for one in read_unsur(filled(text)[0])] == [
        "",
        "1.",
        "2.",
        "3.",
        "",
    ]
    naskah = folder / "naskah"
    naskah.mkdir()
    (naskah / "penutup.md").write_text(text, encoding="utf-8")
    assert "SOP721" not in [f.code for f in check(folder)]


def test_where_nothing_is_filled_in_it_is_told(tmp_path: Path) -> None:
    folder = office(tmp_path / "uji", ITEM)
    file = folder / "sop" / "surat.yaml"
    text = file.read_text(encoding="utf-8")
    changed = text.replace(
        "- uraian: Menerima surat", '- uraian: "Menerima [daftar SOP]"'
    )
    file.write_text(changed, encoding="utf-8")
    assert "SOP722" in [f.code for f in check(folder)]


MANY = {
    "repeated": "[daftar SOP]\n" * 20_000,
    "not known": "".join(f"[nama kecamatan {n}]\n" for n in range(20_000)),
    "far below": "satu\n" * 100_000 + "x [daftar SOP] y\n" * 90,
}


@pytest.mark.slow
@pytest.mark.parametrize("text", MANY.values(), ids=MANY)
def test_many_brackets_cost_little(text: str) -> None:
    templates = Templates(FACTS)
    span = Span(Source("naskah/penutup.md", tuple(text.splitlines())), 1, 1)
    start = time.process_time()
    templates.fill(Teks(text, span))
    assert time.process_time() - start < 1
    assert templates.findings


def test_more_strange_brackets_than_anybody_types_are_refused() -> None:
    lines = ("pembuka", *(f"[nama kecamatan {n}]" for n in range(101)))
    span = Span(Source("naskah/penutup.md", lines), 1, 1)
    for count, refused in ((100, 0), (101, 1)):
        templates = Templates(FACTS)
        text = "\n".join(lines[: count + 1])
        made = templates.fill(Teks(text, span))
        assert len(templates.withheld) == refused
        assert (made == text) is bool(refused)
        assert len(templates.findings) == (1 if refused else count)
        assert templates.findings[0].span.line == 2


def test_each_of_two_brackets_is_told_at_its_line() -> None:
    text = "satu [daftar SOP] a\ndua\ntiga [daftar SOP] b"
    span = Span(Source("naskah/penutup.md", tuple(text.splitlines())), 1, 1)
    templates = Templates(FACTS)
    templates.fill(Teks(text, span))
    assert [one.span.line for one in templates.findings] == [1, 3]
