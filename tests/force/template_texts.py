"""Texts with templates: as offices write them, as they mistype them, wicked ones."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from tests.force import changed_texts
from tests.force.oddities import LARGE, LETTERS, MARKED, TEXT, picked
from tests.parts.hostile import HOSTILE

GOOD = (
    "Menetapkan SOP {{ kecamatan.nama }} tahun {{ tahun }}.",
    "{% for s in sop %}{{ s.nomor }}. {{ s.nama }}{% if not loop.last %}; {% endif %}"
    "{% endfor %}",
    "{% for s in sop %}\n{{ loop.index }}. {{ s.nama | upper }};\n{% endfor %}",
    "{{ sop | length }} ({{ sop | length | terbilang }}) SOP",
    "{% if tahun > 2025 %}a{% elif tahun == 2025 %}b{% else %}c{% endif %}",
    "Nomor {{ keputusan.nomor }} tanggal {{ keputusan.tanggal }}",
    "{{ sop[0].nama if sop is defined else '-' }}{# catatan #}",
    "SOP meliputi:\n[daftar SOP]",
    "a. satu;\nb. {{ kecamatan['nama'] ~ ', ' ~ tahun }}.",
)  # fmt: skip
#: What stands in a tag: names, signs, numbers, texts, calls.
NAMES = (
    "tahun", "kecamatan", "kecamatan.nama", "sop", "sop[0]", "sop[0].nama", "s",
    "s.nama", "loop.index", "loop", "keputusan.nomor", "keputusan", "tahunn",
    "kecamatn.nama", "x", "_x", "none", "None", "true", "True", "self", "varargs",
    "range", "dict", "lipsum", "cycler", "namespace", "joiner", "super", "caller", "İ",
    "ﬁ", "ª", "x\u0301", "१",
)  # fmt: skip
CONSTANTS = (
    "0", "1", "-1", "7", "999999999", "1000000000", "1.5", "1e9", "0x1F", "0b1", "0o7",
    "1_000", "''", "'a'", '"b"', "'\\n'", "'{{'", "'}}'", "'%}'", "'²'", "'٣'", "'ß'",
    "'12'", "'９'", "' 1'", "'-1'", "'001'", "'" + "9" * 12 + "'", "[]", "[1, 'a']",
    "()", "(1,)", "{}", "{'a': 1}",
)  # fmt: skip
BINARY = (
    "+", "-", "*", "/", "//", "%", "**", "~", "==", "!=", "<", "<=", ">", ">=", "in",
    "not in", "and", "or", "is", "is not", "|", ".", ",", ":", "if", "=", "&", "@",
    "<>",
)  # fmt: skip
FILTERS = (
    "upper", "lower", "title", "length", "terbilang", "uper", "default('a')", "e",
    "safe", "list", "join(',')", "first", "sum", "int", "string", "map('upper')",
    "tojson", "x.y", "capitalize", "trim", "round", "replace('a','b')", "format",
    "upper()", "length(1)",
)  # fmt: skip
TESTS = ("defined", "even", "odd", "none", "sameas(1)", "string", "divisibleby 0", "x")
AROUND = (
    "({})", "[{}]", "-{}", "not {}", "+{}", "{}()", "{}[0]", "{}['nama']", "{}.a",
    "{}[1:2]", "{} if 1", "1 if {} else 2", "*{}", "[{}, 1]", "({}, 1)", "{{1: {}}}",
)  # fmt: skip
#: Blocks that no text may have: how they begin, and the word that ends them.
FOREIGN = (
    ("macro m(a)", "macro"), ("call m()", "call"), ("set a", "set"), ("raw", "raw"),
    ("filter upper", "filter"), ("block b", "block"), ("with a = 1", "with"),
    ("autoescape true", "autoescape"), ("for s in sop recursive", "for"),
)  # fmt: skip
ATOMS = st.sampled_from(NAMES) | st.sampled_from(CONSTANTS)


def _grown(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    two = st.tuples(inner, st.sampled_from(BINARY), inner).map(" ".join)
    piped = st.tuples(inner, st.sampled_from(FILTERS)).map(" | ".join)
    tested = st.tuples(inner, st.sampled_from(TESTS)).map(" is ".join)
    bracketed = st.tuples(st.sampled_from(AROUND), inner)
    return two | piped | tested | bracketed.map(lambda p: p[0].replace("{}", p[1]))


EXPRESSIONS = st.recursive(ATOMS, _grown, max_leaves=8)
PLAIN = st.one_of(
    st.sampled_from(MARKED), st.sampled_from(LETTERS), TEXT,
    st.sampled_from(("a ", "\n", "1. ", "; ", ".", "\n\n", "- a\n", "| a | b |\n")),
)  # fmt: skip


def _blocks(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    name = st.sampled_from(("s", "t", "loop", "tahun", "sop", "a, b", "_", "s.a"))
    source = st.sampled_from(
        ("sop", "sop", "[1, 2]", "tahun", "kecamatan", "[]", "'ab'")
    )
    condition = EXPRESSIONS.map(lambda e: f" if {e}") | st.just("")
    loop = st.tuples(name, source, condition, inner).map(
        lambda p: f"{{% for {p[0]} in {p[1]}{p[2]} %}}{p[3]}{{% endfor %}}"
    )
    choice = st.tuples(EXPRESSIONS, inner, EXPRESSIONS, inner).map(
        lambda p: f"{{% if {p[0]} %}}{p[1]}{{% elif {p[2]} %}}{p[3]}{{% endif %}}"
    )
    other = st.tuples(st.sampled_from(FOREIGN), inner).map(
        lambda p: f"{{% {p[0][0]} %}}{p[1]}{{% end{p[0][1]} %}}"
    )
    several = st.lists(inner, min_size=2, max_size=4).map("".join)
    return loop | choice | other | several


SOUND = st.recursive(
    PLAIN | EXPRESSIONS.map(lambda e: f"{{{{ {e} }}}}") | st.sampled_from(GOOD),
    _blocks, max_leaves=8,
)  # fmt: skip
#: Signs and words as they are mistyped.
SIGNS = st.sampled_from((
    "{{", "}}", "{%", "%}", "{#", "#}", "{{-", "-}}", "{%-", "-%}", "{%+", "+%}", "{",
    "}", "#", "%", "|", "'", '"', "\\", "(", ")", "[", "]", "~", ".", " ", "\n",
    "endfor", "{% endfor %}", "{% endif %}", "{% else %}", "{% for s in sop %}",
    "{% if 1 %}", "{{ tahun }}", "{% set a = 1 %}", "{% raw %}", "{% endraw %}",
    "{{ loop.index }}", "{{}}", "{%%}", "{##}", "{{{ a }}}", "{{{{ a }}}}",
    "{{ '{{' }}", "[daftar SOP]", "[nama SOP]", "{daftar sop}", "<daftar SOP>",
    "[[daftar SOP]]", "[jumlah SOP]",
))  # fmt: skip
WICKED = picked([text for _, text, _ in HOSTILE])


#: Letters of a file of text, which is not read if it is larger.
LONGEST = 2_000_000


@st.composite
def texts(draw: Any) -> str:
    """Return a text, of which some things may be changed, and it may be repeated."""
    made = str(draw(st.one_of(SOUND, SOUND, SOUND, st.sampled_from(GOOD), WICKED)))
    for _ in range(draw(st.sampled_from([0, 0, 1, 1, 2, 4]))):
        made = changed_texts.change(draw, made, SIGNS | EXPRESSIONS | TEXT)
    if draw(st.integers(0, 9)) == 0:
        made += draw(WICKED | SOUND)
    if draw(st.integers(0, 9)) == 0:
        times = draw(st.sampled_from([2, 10, 100, 3_000]))
        made *= times
    if draw(st.integers(0, 30)) == 0:
        made = draw(picked(LARGE)) + made
    return made[:LONGEST]
