"""Both parsers of PyYAML read the same, tell the same, and stop as early."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from sopgen.model.diagnostic import Source
from sopgen.spec.findings import Findings
from sopgen.spec.reader import read_text
from tests.books import ROOT
from tests.spec.kantor import write_kantor

pytestmark = pytest.mark.slow
SHIPPED = sorted((*ROOT.glob("assets/**/*.yaml"), *ROOT.glob("specs/**/*.yaml")))
needs_libyaml = pytest.mark.skipif(
    not yaml.__with_libyaml__, reason="PyYAML has no libyaml"
)


def events(text: str, loader: type) -> Iterator[tuple[object, ...]]:
    """Yield what the events of a text are, and where they begin and end."""
    for event in yaml.parse(text, Loader=loader):
        marks = [(m.line, m.column) for m in (event.start_mark, event.end_mark) if m]
        says = [getattr(event, name, None) for name in ("value", "anchor", "tag")]
        yield type(event), *says, getattr(event, "style", None) or "", *marks


@needs_libyaml
@pytest.mark.parametrize(
    "file", SHIPPED, ids=[f.relative_to(ROOT).as_posix() for f in SHIPPED]
)
def test_what_is_shipped_is_the_same_to_both_parsers(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    pure = list(events(text, yaml.SafeLoader))
    assert pure == list(events(text, yaml.CSafeLoader))


BROKEN = (
    "a: 'b\nc: d",
    "a: [b\nc: d\n",
    "a: {b: c\nd: e\n",
    "a: ['b' 'c']\n",
    "a: b: c\n",
    "a: 'b' c\n",
    "a: 'b'\n c: d\n",
    "- a\nb: c\n",
    "a: b\n  c: d\n",
    "a:\n  b: c\n d: e\n",
    "a: @b\n",
    "a: %b\n",
    "a: `b`\n",
    "a: b\nc\n",
    "a: b\nc\nd: e\n",
    "a: |b\n  c\n",
    "a: >0\n  c\n",
    'a: "\\d"\n',
    'a: "b\n  \\x4"\n',
    'a: "b\n  \\uD800"\n',
    'a: "b\n  \\U00110000"\n',
    "a: - b\n",
    "a: ]\n",
    "a: ,\n",
    "[a, b}\n",
    "{a: b]\n",
    "a: b\n...\nc: d\n",
    "a: b\n---\nc: d\n",
    "a: 'b\n---\nc: d'\n",
    "%YAML 3.0\n---\na: b\n",
    "a: !b c\n",
    "a: !!python/name:b c\n",
    "a: *b\n",
    "a: &b [*b]\n",
    "a: & b\n",
    "a:\n\tb: c\n",
    "a:\n  b: c\n\td: e\n",
    "? [a]\n: b\n",
    "a: {{ b }}\n",
    "a: {% b %}\n",
    "a: b\na: c\n",
)


@pytest.mark.parametrize("text", BROKEN)
@needs_libyaml
def test_both_parsers_have_the_same_to_tell(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = []
    for loader in (yaml.CSafeLoader, yaml.SafeLoader):
        monkeypatch.setattr("sopgen.spec.reader.LOADER", loader)
        findings = Findings()
        read_text(text, Source("a.yaml", tuple(text.splitlines())), findings)
        told.append([(f.code, f.span.line, f.message) for f in findings.ordered])
    assert told[0] == told[1]
    assert told[0]


@pytest.mark.parametrize(
    ("text", "code", "place", "fragment"),
    [
        ("a:\tb\n", "SOP908", (1, 3), "tengah baris memakai tab"),
        ("a: [b?c]\n", "SOP909", (1, 6), "`?` di dalam kurung"),
        ("a: {b: c?d}\n", "SOP909", (1, 9), "`?` di dalam kurung"),
    ],
)
def test_what_only_the_pure_parser_refuses_is_explained(
    monkeypatch: pytest.MonkeyPatch,
    text: str, code: str, place: tuple[int, int], fragment: str,
) -> None:  # fmt: skip
    monkeypatch.setattr("sopgen.spec.reader.LOADER", yaml.SafeLoader)
    findings = Findings()
    read_text(text, Source("a.yaml", tuple(text.splitlines())), findings)
    (found,) = findings.ordered
    assert (found.code, found.span.line, found.span.column) == (code, *place)
    assert fragment in found.message
    assert found.saran


LARGE = {
    "lists": ("- []\n" * 400_000, (60_000, 3)),
    "lists on a line": ("a: [" + "[]," * 600_000, (1, 179_996)),
    "texts": ("- a\n" * 400_000, (60_000, 3)),
    "keys": ("".join(f"k{n}: v\n" for n in range(150_000)), (30_000, 9)),
    "anchors": ("".join(f"- &a{n} x\n" for n in range(140_000)), (60_000, 3)),
}


def refused(text: str) -> tuple[str, tuple[int, int]]:
    findings = Findings()
    source = Source("a.yaml", tuple(text.splitlines()))
    assert read_text(text, source, findings).data is None
    (found,) = findings.ordered
    return found.code, (found.span.line, found.span.column)


@pytest.mark.parametrize("kind", LARGE)
def test_too_many_values_stop_the_reading_at_once(kind: str) -> None:
    text, place = LARGE[kind]
    assert refused(text) == ("SOP914", place)


def test_too_many_values_stop_the_pure_parser_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sopgen.spec.reader.LOADER", yaml.SafeLoader)
    text, place = LARGE["lists on a line"]
    assert refused(text) == ("SOP914", place)


def test_many_mistakes_in_a_long_file_are_told_soon() -> None:
    text = "a: b\n" * 20_000
    findings = Findings()
    read_text(text, Source("a.yaml", tuple(text.splitlines())), findings)
    assert len(set(findings.ordered)) == 19_999


#: Runs sopgen as if PyYAML had been built without libyaml.
PURE = (
    "import sys; sys.modules['yaml._yaml'] = None; import yaml; "
    "assert not yaml.__with_libyaml__; from sopgen.cli import main; main()"
)


def run(
    folder: Path, *command: str, program: Path = ROOT
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *command],
        cwd=folder, capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": str(program)},
    )  # fmt: skip


def made(folder: Path) -> dict[str, bytes]:
    """Return what was built, without what is only remembered of it."""
    files = (f for f in folder.rglob("*") if f.is_file() and ".cache" not in f.parts)
    return {f.name: f.read_bytes() for f in files}


def test_a_book_is_the_same_without_libyaml(tmp_path: Path) -> None:
    office = str(ROOT / "specs/kampak")
    for name, command in (("c", ("-m", "sopgen")), ("pure", ("-c", PURE))):
        arguments = (office, "--only", "keputusan", "--output", name)
        done = run(tmp_path, *command, "build", *arguments)
        assert done.returncode == 0, done.stderr
    first, second = made(tmp_path / "c"), made(tmp_path / "pure")
    assert "keputusan.pdf" in first
    assert first == second


def program(folder: Path) -> Path:
    """Return a copy of the program."""
    for name in ("sopgen", "assets"):
        shutil.copytree(ROOT / name, folder / name)
    return folder


DAMAGE = (
    ("peraturan/peraturan.yaml", "\nperaturan:", "\nperaturan: [", ("build", "uji")),
    ("peraturan/peraturan.yaml", "id: uu-25-2009", "di: uu-25-2009", ("check", "uji")),
    ("peraturan/peraturan.yaml", "", "", ("build", "uji")),
    ("contoh/buku.yaml", "kecamatan:", "kecamatan: [", ("new", "baru", "--xlsx")),
    ("contoh/buku.yaml", "", "", ("new", "baru")),
)


@pytest.mark.parametrize(("name", "old", "new", "command"), DAMAGE)
def test_a_damaged_file_of_the_program_is_named_and_nothing_is_made(
    tmp_path: Path, name: str, old: str, new: str, command: tuple[str, ...]
) -> None:
    copy = program(tmp_path / "program")
    file = copy / "assets" / name
    if old:
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
    else:
        file.unlink()
    write_kantor(tmp_path / "kerja/specs/uji")
    done = run(tmp_path / "kerja", "-m", "sopgen", *command, program=copy)
    told = done.stdout + done.stderr
    assert done.returncode == 1, told
    assert name in told
    assert "pasang ulang sopgen" in told
    assert "Traceback" not in told
    assert set(made(tmp_path / "kerja")) == {"buku.yaml", "surat.yaml", "koreksi.yaml"}
