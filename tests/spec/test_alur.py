"""No arrow of a spec is lost without a word: it is drawn, or a finding stands at it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopgen.kosakata import BUKU_KERJA, YAML
from sopgen.model.diagnostic import Diagnostic, Source
from sopgen.model.sop import Alur, Jenis
from sopgen.spec.bagan import Bagan, read_bagan
from sopgen.spec.check import validate
from sopgen.spec.findings import Findings
from sopgen.spec.reader import read_text
from sopgen.spec.schema import SopYaml

HEAD = ["pelaksana: [Petugas, Camat]", "kegiatan:"]
ROWS = 4

Read = tuple[Bagan, tuple[Diagnostic, ...]]


def read(text: str) -> Read:
    """Return the chart of a SOP's file, and what was found in it."""
    findings = Findings()
    content = read_text(
        text, Source("sop/uji.yaml", tuple(text.splitlines())), findings
    )
    yaml, found = validate(content, SopYaml)
    findings.add(*found)
    assert yaml is not None
    return read_bagan(yaml, content, findings, "daerah9"), findings.ordered


def decision(ke: str, simbol: str = "keputusan") -> Read:
    """Return four kegiatan whose second leads where it says."""
    rows = [f"- {{uraian: U{n}, pelaksana: Camat}}" for n in range(1, ROWS + 1)]
    rows[1] = f"- {{uraian: U2, pelaksana: Petugas, simbol: {simbol}, ke: {ke}}}"
    return read("\n".join([*HEAD, *rows]))


def leaving(bagan: Bagan) -> list[tuple[str, str]]:
    return [(a.label, a.ke) for a in bagan.alur if a.dari == "2"]


def codes(found: Sequence[Diagnostic]) -> list[str]:
    return [f.code for f in found]


#: Two labels that a reader cannot tell apart, as they are written in YAML.
ALIKE = {
    "a space behind": ("Tidak", "'Tidak '"),
    "a space before": ("Tidak", "' Tidak'"),
    "capitals": ("Tidak", "tidak"),
    "all capitals": ("Ya", "YA"),
    "two spaces inside": ("Tidak lengkap", "'Tidak  lengkap'"),
    "a hard space": ("Tidak lengkap", r'"Tidak\_lengkap"'),
    "a hard space behind": ("Ya", r'"Ya\_"'),
    "a tab": ("Tidak lengkap", r'"Tidak\tlengkap"'),
    "wide letters": ("Ya", "Ｙａ"),
    "a letter without width": ("Ya", r'"Y\u200Ba"'),
}


def test_a_label_is_printed_on_as_few_lines_as_its_room_lets_it() -> None:
    bagan, found = decision(r'{"Tidak\n\n lengkap\n": 1, Ya: 3}')
    assert leaving(bagan) == [("Tidak lengkap", "1"), ("Ya", "3")]
    assert found == ()


@pytest.mark.parametrize("simbol", ["keputusan", "proses"])
@pytest.mark.parametrize("what", ALIKE)
def test_labels_that_look_alike_are_an_error_at_the_second(
    what: str, simbol: str
) -> None:
    first, second = ALIKE[what]
    bagan, found = decision(f"{{{first}: 3, {second}: 1}}", simbol)
    assert codes(found) == ["SOP308"]
    at = found[0].span
    assert at.excerpt[at.column - 1 :].startswith(second)
    assert [ke for _, ke in leaving(bagan)] == ["3", "1"], "both are drawn"


def test_labels_of_a_further_symbol_are_compared_too() -> None:
    more = "tambahan: [{pelaksana: Camat, simbol: keputusan, ke: {Ya: 3, 'Ya ': 1}}]"
    rows = [f"- {{uraian: U{n}, pelaksana: Camat}}" for n in range(1, ROWS + 1)]
    rows[1] = f"- {{uraian: U2, pelaksana: Petugas, {more}}}"
    bagan, found = read("\n".join([*HEAD, *rows]))
    assert codes(found) == ["SOP308"]
    assert [a.ke for a in bagan.alur if a.dari == "2a"] == ["3", "1"]


#: What stands under ``ke``, what is drawn of it, and what is told.
WRITTEN: tuple[tuple[str, list[tuple[str, str]], list[str]], ...] = (
    ("{Ya: 3, Tidak: 1}", [("Ya", "3"), ("Tidak", "1")], []),
    ("{Ya: 3, Tidak: 1, Ragu: 1}", [("Ya", "3"), ("Tidak", "1"), ("Ragu", "1")],
     ["SOP307"]),
    ("{Ya: 3, 'Ya ': 3}", [("Ya", "3")], ["SOP308"]),
    ("{Ya: 3, Ya: 1}", [("Ya", "3")], ["SOP913", "SOP304"]),
    ("{Ya: 3, Tidak: }", [("Ya", "3")], ["SOP304"]),
    ("{Ya: 3, Tidak: 1, Ragu: }", [("Ya", "3"), ("Tidak", "1")], ["SOP304"]),
    ("{Ya: }", [], ["SOP304"]),
    ("{Ya: 3, Tidak: 9}", [("Ya", "3")], ["SOP301"]),
    ("{Ya: 3, Tidak: 2}", [("Ya", "3")], ["SOP306"]),
    ("{'': 3, Tidak: 1}", [("", "3"), ("Tidak", "1")], ["SOP305"]),
    ("[3, 1]", [("", "3"), ("", "1")], ["SOP305"]),
    ("[3, 3]", [("", "3")], ["SOP305", "SOP307"]),
    ("''", [], ["SOP304"]),
    ("{Ya: 3, Tidak: [1, 4]}", [("Ya", "3"), ("Tidak", "1"), ("Tidak", "4")], []),
    ("{Ya: 3, Tidak: [1]}", [("Ya", "3"), ("Tidak", "1")], []),
    ("{Ya: 3, Tidak: [1, 1]}", [("Ya", "3"), ("Tidak", "1")], ["SOP307"]),
    ("{Ya: 3, Tidak: [1, 9]}", [("Ya", "3"), ("Tidak", "1")], ["SOP301"]),
    ("{Ya: 3, Tidak: [2, 1]}", [("Ya", "3"), ("Tidak", "1")], ["SOP306"]),
    ("{Ya: 3, Tidak: []}", [("Ya", "3")], ["SOP304"]),
    ("{Ya: [3, 4]}", [("Ya", "3"), ("Ya", "4")], ["SOP304"]),
    ("{Ya: [3, 4], Tidak: [4, 1]}",
     [("Ya", "3"), ("Ya", "4"), ("Tidak", "4"), ("Tidak", "1")], ["SOP307"]),
    ("{Ya: 3, Tidak: [1, '']}", [("Ya", "3"), ("Tidak", "1")], ["SOP921"]),
    ("{Ya: 3, Tidak: [1, [4]]}", [("Ya", "3"), ("Tidak", "1")], ["SOP922"]),
    ("{Ya: 3, Tidak: {a: 1}}", [("Ya", "3")], ["SOP304", "SOP920"]),
    ("{Ya: 3, Tidak: ''}", [("Ya", "3")], ["SOP921"]),
    ("[3, '']", [("", "3")], ["SOP305", "SOP921"]),
    ("{Ya: 3, Tidak: [1, 4], tidak: 4}",
     [("Ya", "3"), ("Tidak", "1"), ("Tidak", "4")], ["SOP308"]),
    ("{A: 3, B: 1, C: [4, 1], D: 4}",
     [("A", "3"), ("B", "1"), ("C", "4"), ("C", "1"), ("D", "4")],
     ["SOP307", "SOP307", "SOP309"]),
)  # fmt: skip


@pytest.mark.parametrize("case", WRITTEN, ids=[case[0] for case in WRITTEN])
def test_what_a_decision_says_is_drawn_or_told(
    case: tuple[str, list[tuple[str, str]], list[str]],
) -> None:
    ke, drawn, told = case
    bagan, found = decision(ke)
    assert leaving(bagan) == drawn
    assert sorted(codes(found)) == sorted(told)


#: Several targets as staff write them in one text.
TOGETHER = (
    "'1, 3'",
    "'1,3'",
    "1; 3",
    "1 dan 3",
    "1 atau 3",
    "1/3",
    "1.3",
    "1 & 3",
    "1 3",
)


@pytest.mark.parametrize("text", TOGETHER)
def test_targets_in_one_text_are_told_to_be_a_list(text: str) -> None:
    _, found = decision(f"{{Ya: 4, Tidak: {text}}}")
    (finding,) = (f for f in found if f.code == "SOP301")
    assert "`[2, 3]`" in YAML.said(finding).saran
    assert "dipisahkan koma" in BUKU_KERJA.said(finding).saran


def test_a_list_without_brackets_is_told_to_need_them() -> None:
    _, found = decision("{Ya: 4, Tidak: 1, 3}")
    (finding,) = found
    assert finding.code == "SOP304"
    assert "`[2, 3]`" in YAML.said(finding).saran


def test_a_blank_target_leads_on_like_none() -> None:
    for ke in ("", "''"):
        bagan, found = decision(ke, "proses")
        assert leaving(bagan) == [("", "3")]
        assert found == ()


@dataclass
class Text:
    """The lines of a SOP's file, and on which of them each target stands."""

    lines: list[str] = field(default_factory=lambda: list(HEAD))
    targets: list[tuple[int, Jenis, str]] = field(default_factory=list)

    def add(self, line: str) -> None:
        self.lines.append(line)

    def target(self, line: str, jenis: Jenis, words: str | list[str]) -> None:
        self.add(line)
        for word in [words] if isinstance(words, str) else words:
            if word:
                self.targets.append((len(self.lines), jenis, word))


WORDS = st.sampled_from(["1", "2", "3", "4", "1a", "2a", "9", "x y", " 3", "3 "])
LABELS = st.sampled_from(
    ["Ya", "ya", "Ya ", "Tidak", " TIDAK", "Tidak\u00a0", "Ｙａ", "Ragu", "", " "]
)
KE = st.one_of(
    st.none(),
    WORDS,
    st.lists(WORDS, max_size=4),
    st.lists(
        st.tuples(
            LABELS,
            st.one_of(WORDS, st.just(""), st.lists(WORDS, min_size=1, max_size=3)),
        ),
        min_size=1,
        max_size=5,
    ),
)
SYMBOL = st.fixed_dictionaries(
    {
        "simbol": st.sampled_from(["proses", "keputusan", "mulai", "selesai"]),
        "ke": KE,
        "tembusan": st.one_of(WORDS, st.lists(WORDS, max_size=3)),
    }
)
KEGIATAN = st.tuples(SYMBOL, st.lists(SYMBOL, max_size=1))


def put(text: Text, one: dict[str, object], indent: str) -> None:
    text.add(f"{indent}simbol: {one['simbol']}")
    for jenis, key in ((Jenis.PROSES, "ke"), (Jenis.TEMBUSAN, "tembusan")):
        ways = one[key]
        if isinstance(ways, str):
            text.target(f"{indent}{key}: {json.dumps(ways)}", jenis, ways)
        elif isinstance(ways, list) and ways:
            text.add(f"{indent}{key}:")
            for way in ways:
                label, word = way if isinstance(way, tuple) else (None, way)
                begin = "-" if label is None else f"{json.dumps(label)}:"
                shown = json.dumps(word) if word else ""
                text.target(f"{indent}  {begin} {shown}", jenis, word)


def written(kegiatan: list[tuple[dict[str, object], list[dict[str, object]]]]) -> Text:
    text = Text()
    for n, (one, more) in enumerate(kegiatan, 1):
        text.add(f"- uraian: U{n}")
        text.add("  pelaksana: Petugas")
        put(text, one, "  ")
        if more:
            text.add("  tambahan:")
        for extra in more:
            text.add("  - pelaksana: Camat")
            put(text, extra, "    ")
    return text


@given(st.lists(KEGIATAN, min_size=1, max_size=ROWS))
def test_every_target_is_an_arrow_or_has_a_finding(
    kegiatan: list[tuple[dict[str, object], list[dict[str, object]]]],
) -> None:
    text = written(kegiatan)
    bagan, found = read("\n".join(text.lines))
    assert bagan.kegiatan
    told = {f.span.line for f in found}
    drawn = {(a.span.line, a.jenis, a.ke) for a in bagan.alur}
    for line, jenis, word in text.targets:
        assert (line, jenis, word.strip()) in drawn or line in told, text.lines[
            line - 1
        ]


def test_an_arrow_keeps_its_label_and_place() -> None:
    bagan, _ = decision("{Ya: 3, Tidak: 1}")
    alur: tuple[Alur, ...] = tuple(a for a in bagan.alur if a.dari == "2")
    assert [a.span.excerpt[a.span.column - 1] for a in alur] == ["3", "1"]
    labels = [a.at("label") for a in alur]
    assert [at.excerpt[at.column - 1 :][:2] for at in labels] == ["Ya", "Ti"]


def test_an_arrow_without_a_label_is_placed_at_its_target() -> None:
    bagan, _ = decision("[3, 1]", "proses")
    alur = [a for a in bagan.alur if a.dari == "2"]
    assert [a.at("label") for a in alur] == [a.span for a in alur]
