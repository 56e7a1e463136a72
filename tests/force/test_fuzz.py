"""What is invented for a spec is told or built, and what escaped once stays mended."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import strategies as st

from tests.books import ROOT
from tests.force.fuzzing import (
    Escape,
    Files,
    Fuzzer,
    attempt,
    by_the_clock,
    kept,
    named,
    short_pass,
)
from tests.force.office_run import BUILT, examine_and_build
from tests.force.spec_bases import bases

pytestmark = pytest.mark.slow
NAMES = ("yaml", "templates")
KEPT = [
    pytest.param(name, files, id=f"{name}-{called}")
    for name in NAMES
    for called, files in kept(name).items()
]


#: In a process of its own, for what is invented depends on the modules that are there.
SHORT = """
import sys
from pathlib import Path
from tests.force.fuzzing import named, short_pass
name, folder = sys.argv[1:]
tally = short_pass(named(name), Path(folder))
assert tally.tried >= named(name).examples
assert len(tally.outcomes) > 2
"""


@pytest.mark.parametrize("name", [*NAMES, "workbook", "import", "pictures"])
def test_nothing_invented_escapes(name: str, tmp_path: Path) -> None:
    command = [sys.executable, "-W", "error", "-c", SHORT, name, str(tmp_path / "x")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-4000:]


@pytest.mark.parametrize(("name", "files"), KEPT)
def test_what_escaped_once_is_told(name: str, files: Files, tmp_path: Path) -> None:
    attempt(named(name), files, tmp_path / "masukan")


@pytest.mark.parametrize("base", bases())
def test_the_good_specs_are_good(base: str, tmp_path: Path) -> None:
    """Else nothing that is made of them would ever be printed."""
    files = {f"uji/{name}": text.encode() for name, text in bases()[base].items()}
    attempt(named("yaml"), {**files, BUILT: b""}, tmp_path / "masukan")
    assert list((tmp_path / "masukan").rglob("*.pdf"))


def faulty(folder: Path) -> tuple[str, ...]:
    """Do wrong in each way that counts as an escape."""
    data = (folder / "a").read_bytes()
    if b"\x07" in data:
        raise KeyError(7)
    if data[:1] == b"Z":
        while True:
            pass
    if data[:1] == b"Y":
        return (str(len(b"y" * 900_000_000)),)
    if len(data) > 12:
        raise Escape("terlalu panjang")
    return ("SOP000",)


def test_each_kind_of_escape_is_found_once_and_minimised(tmp_path: Path) -> None:
    inputs = st.binary(max_size=30).map(lambda data: {"a": data})
    fuzzer = Fuzzer(inputs, faulty, examples=9, seconds=0.2)
    tally = by_the_clock(fuzzer, 30, 0, tmp_path / "masukan", most=4)
    found = {kind: one.files["a"] for kind, one in tally.escapes.items()}
    assert found == {
        "KeyError": b"\x07",
        "lambat": b"Z",
        "MemoryError": b"Y",
        "terlalu panjang": b"\x00" * 13,
    }
    assert "KeyError: 7" in tally.escapes["KeyError"].told
    assert tally.codes["SOP000"] > 0


def test_the_same_seed_invents_the_same(tmp_path: Path) -> None:
    seen: list[list[bytes]] = []
    for _ in range(2):
        seen.append([])

        def run(folder: Path) -> tuple[str, ...]:
            seen[-1].append((folder / "a").read_bytes())
            return ()

        inputs = st.binary(max_size=30).map(lambda data: {"a": data})
        short_pass(Fuzzer(inputs, run, examples=30), tmp_path / "masukan")
    assert seen[0] == seen[1]
    assert len(set(seen[0])) > 15


def test_a_broken_file_of_a_build_escapes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The run looks at what was built, so that a build that is none is seen."""
    files = {f"uji/{name}": text.encode() for name, text in bases()["kecil"].items()}
    for name, data in {**files, BUILT: b""}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(data)
    monkeypatch.setattr("sopgen.render.docx.write_docx", lambda *_: b"PK")
    with pytest.raises(Exception, match="zip"):
        examine_and_build(tmp_path)
