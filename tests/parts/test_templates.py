import pytest

from sopgen.model.diagnostic import Source, Span, Teks
from sopgen.parts.templates import LONGEST, Templates

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
        ("{% for s in sop %}\n1. {{ s.nama }};\n{% endfor %}", "1. KK;\n2. KTP;"),
        ("{{ sop[0].nama }}{{ '.' if tahun > 2000 }}", "KK."),
        ("{% for s in sop %}{{ loop.index }}{% endfor %}", "12"),
        ("polos", "polos"),
    ],
)
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


def test_a_finding_points_at_the_line_of_the_mistake() -> None:
    assert fill("baris satu\nbaris dua\n{% endfor %}")[1] == ["3: SOP721"]


def test_a_text_that_grows_without_end_is_refused() -> None:
    loop = "{% for a in t %}" * 2 + "x" * 100 + "{% endfor %}" * 2
    templates = Templates({"t": list(range(50))})
    made = templates.fill(Teks(loop, SPAN))
    assert len(made) < LONGEST
    assert [f.code for f in templates.findings] == ["SOP721"]
