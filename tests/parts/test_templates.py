import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sopgen.model.diagnostic import Source, Span, Teks
from sopgen.parts.filling.syntax import LONGEST
from sopgen.parts.templates import Templates
from sopgen.spec.findings import Findings
from sopgen.spec.reader import read_text

SPAN = Span(Source("naskah/penutup.md"), 1, 1)
FACTS = {
    "tahun": 2025,
    "kecamatan": {"nama": "Karangan"},
    "sop": [{"nama": "KK"}, {"nama": "KTP"}],
}


def fill(text: str) -> tuple[str, list[str]]:
    templates = Templates(FACTS)
    made = templates.fill(Teks(text, SPAN))
    return made, [f"{f.span.line}: {f.code}" for f in templates.findings]


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("{{ kecamatan.nama | upper }} {{ tahun }}", "KARANGAN 2025"),
        ("{{ sop | length | terbilang }}", "dua"),
        ("{{ '12' | terbilang }}", "dua belas"),
        ("{% for s in sop %}\n1. {{ s.nama }};\n{% endfor %}", "1. KK;\n2. KTP;"),
        ("{{ sop[0].nama }}{{ '.' if tahun > 2000 }}", "KK."),
        ("{% for s in sop %}{{ loop.index }}{% endfor %}", "12"),
        ("polos", "polos"),
        ("{# catatan #}{{ tahun }}", "2025"),
        ("{% if tahun > 2030 %}a{% elif tahun %}b{% else %}c{% endif %}", "b"),
        ("{% for s in sop if s.nama == 'KTP' %}{{ loop.length }}{% endfor %}", "1"),
        ("{% for s in sop if 0 %}a{% else %}kosong{% endfor %}", "kosong"),
        ("{% for s in sop %}{{ s.nama ~ ('.' if loop.last else '; ') }}{% endfor %}",
         "KK; KTP."),
        ("{{ tahun + 1 }}/{{ tahun - 1 }}/{{ tahun // 100 }}/{{ -tahun % 7 }}",
         "2026/2024/20/5"),
        ("{{ 'a' + 'b' }}{{ 'x' if 'K' in kecamatan.nama and not 0 or 1 }}", "abx"),
        ("{{ 'ada' if keputusan is defined else 'tiada' }}", "tiada"),
        ("{{ 1 if 2 < tahun <= 2025 }}{{ 2 if tahun is odd }}{{ 3 if 0 }}", "12"),
        ("{{ 1 if tahun in [2024, 2025] }}{{ sop[-1]['nama'] }}", "1KTP"),
    ],
)  # fmt: skip
def test_facts_stand_where_the_text_names_them(text: str, made: str) -> None:
    expected = made.replace("2. KTP", "1. KTP")
    assert fill(text) == (expected, [])


@pytest.mark.parametrize(
    "text",
    [
        "{{ kecamatan.camat }}",
        "{{ kecamtan.nama }}",
        "{{ kecamatan.nama ",
        "{% for s in sop %}",
        "{{ ''.__class__ }}",
        "{{ sop.append(1) }}",
        "{{ kecamatan.nama.ljust(1000000000) }}",
        "{{ 'a' * 1000000000 }}",
        "{{ '%1000000000d' % 1 }}",
        "{{ 9 ** 9 ** 9 }}",
        "{{ 1 / 0 }}",
        "{% include 'x' %}",
        "{{ range(1000000000) | length }}",
        "{{ cycler.__init__ }}",
        "{{ sop | terbilang }}",
        "{{ 1000000000000000 | terbilang }}",
        "{% for a in sop %}" * 9 + "{% endfor %}" * 9,
    ],
)
def test_a_broken_or_wicked_text_is_reported_and_stays_as_written(text: str) -> None:
    assert fill(text) == (text.strip(), ["1: SOP721"])


#: mistake · what is said of it · what to do
MISTAKES = (
    ("{{ kecamtan.nama }}", "`kecamtan` tidak dikenal", "maksudnya `kecamatan`"),
    ("{{ s.nama }}", "`s` tidak dikenal", "yang dikenal: kecamatan, sop, tahun"),
    ("{{ kecamatan.nma }}", "`kecamatan` tidak punya `nma`", "maksudnya `nama`"),
    ("{{ sop.nama }}", "`sop` adalah daftar; `nama` tidak", "{% for s in sop %}"),
    ("{{ sop }}", "`sop` adalah daftar; tidak dapat dicetak", "{{ sop | length }}"),
    ("{{ sop[2].nama }}", "`sop` hanya punya 2 butir", "[0]"),
    ("{{ tahun | uper }}", "saringan `uper` tidak ada", "maksudnya `upper`"),
    ("{{ sop | terbilang }}", "saringan `terbilang` tidak cocok untuk `sop`", ""),
    ("{{ 'a' + tahun }}", "harus angka dengan angka, atau teks dengan teks", "`~`"),
    ("{{ tahun > 'a' }}", "yang dibandingkan tidak sejenis", ""),
    ("{{ tahun % 0 }}", "pembagian dengan nol", ""),
    ("{{ kecamatan.nama", "`{{` belum ditutup dengan `}}`", ""),
    ("{{ tahun dan {{ tahun }}", "`{{` belum ditutup dengan `}}`", ""),
    ("{{ tahun dan {% if 1 %}", "`{{` belum ditutup dengan `}}`", ""),
    ("{{ kecamatan nama }}", "`nama` tidak pada tempatnya", ""),
    ("{{ “Uji” }}", "tanda `“` tidak dikenal", ""),
    ("{{ tahun and }}", "isinya tidak lengkap", ""),
    ("tahun }}", "kurung {{ dan }} tidak berpasangan", ""),
    ("{ % for s in sop %}", "kurung {{ dan }} tidak berpasangan", ""),
    ("{{ '{{' }}", "yang diisikan memuat kurung", ""),
    ("{% for s in sop %}x", "`{% for … %}` belum ditutup dengan `{% endfor %}`", ""),
    ("{% if 1 %}{% for s in sop %}{% endif %}", "`{% for … %}` belum ditutup", ""),
    ("{% if 1 %}{% for s in sop %}{% if s %}{% endfor %}", "`{% if … %}` belum", ""),
    ("{% endfor %}", "`{% endfor %}` tanpa `{% for … %}`", ""),
    ("{% elif 1 %}", "`{% elif %}` tanpa `{% if … %}`", ""),
    ("{% fro s in sop %}x{% endfor %}", "`{% fro %}` tidak dikenal", "maksudnya `for`"),
    ("{% for a, b in sop %}x{% endfor %}", "hanya memakai satu nama", ""),
    ("{% for a in tahun %}x{% endfor %}", "`tahun` bukan daftar", ""),
    ("{% if 0 %}x{% endif %}", "hasilnya kosong", ""),
)


@pytest.mark.parametrize(("text", "message", "saran"), MISTAKES)
def test_a_mistake_is_told_at_its_line_and_stops_no_build(
    text: str, message: str, saran: str
) -> None:
    empty = message == "hasilnya kosong"
    before = "" if empty else "baris satu\nbaris dua\n"
    templates = Templates(FACTS)
    templates.fill(Teks(before + text, SPAN))
    (found,) = templates.findings
    assert message in found.message
    assert saran in found.saran
    assert found.saran
    assert found.span.line == (1 if empty else 3)
    assert templates.withheld == ()


@pytest.mark.parametrize(
    ("value", "line", "column"),
    [
        (">-\n  satu {{ tahun }}\n  dua {{ a }} tiga\n", 3, 7),
        ("|\n\n\n  satu {{ tahun }}\n  {{ a }}\n", 5, 3),
        ("'satu {{ tahun }}\n\n  dua {# {{ #} {{ a }}'\n", 3, 16),
        ("'satu {{ tahun }}\n  {{ \"{{\" if 0 }} {{ a }}'\n", 2, 19),
        ('"{{ tahun\n  }} {{ a }}"\n', 2, 6),
        ("satu {% if 1 %} \n  dua {{ tahun }}\n  {{ a }}{% endif %}\n", 3, 3),
    ],
)
def test_a_mistake_is_told_where_it_stands_in_a_yaml_file(
    value: str, line: int, column: int
) -> None:
    source = Source("buku.yaml", tuple(f"judul: {value}".splitlines()))
    content = read_text(f"judul: {value}", source, Findings())
    templates = Templates(FACTS)
    templates.fill(Teks(content.data["judul"], content.span("judul")))
    (found,) = templates.findings
    assert (found.span.line, found.span.column) == (line, column)


SIGNS = """
{{ }} {% %} {# #} { } ( ) [ ] . , | ~ + - * ** / // % == < in not and or is if else elif
endif for endfor set sop tahun kecamatan nama loop last upper length 'a' 1 0 x = : _ \\
"""


@settings(max_examples=500, deadline=None)
@given(words=st.lists(st.sampled_from(SIGNS.split()), max_size=30))
def test_any_words_make_a_text_or_a_finding(words: list[str]) -> None:
    text = " ".join(words)
    made, found = fill(text)
    assert len(found) <= 1
    assert "{{" not in made or found


def test_a_text_that_grows_without_end_is_refused() -> None:
    loop = "{% for a in t %}" * 2 + "x" * 100 + "{% endfor %}" * 2
    templates = Templates({"t": list(range(50))})
    made = templates.fill(Teks(loop, SPAN))
    assert len(made) < LONGEST
    assert [f.code for f in templates.findings] == ["SOP721"]
