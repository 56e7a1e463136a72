"""Digests tell what is equal, and what was kept comes back, and nothing else does."""

from __future__ import annotations

import hmac
import os
import pickle
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from sopgen.model.diagnostic import Diagnostic, Severity, Source, Span
from sopgen.model.geometry import Box, Point
from sopgen.simpanan.bahan import sidik_bahan
from sopgen.simpanan.beku import freeze, thaw
from sopgen.simpanan.kunci import kunci, own_folder
from sopgen.simpanan.sidik import _number, sidik, sidik_bersama
from tests.books import ROOT

FOUND = Diagnostic("SOP201", Severity.ERROR, "salah", Span(Source("a.yaml", ("x",)), 1))


def test_equal_values_have_equal_digests_whatever_they_share() -> None:
    one = Point(1.0, 2.0)
    shared, apart = (one, one), (Point(1.0, 2.0), Point(1.0, 2.0))
    assert sidik(shared) == sidik(apart)
    assert sidik(one) != sidik(Point(1.0, 2.1))
    assert sidik_bersama(FOUND) == sidik_bersama(FOUND)
    assert sidik_bersama(FOUND) != sidik_bersama(Span(Source("b.yaml"), 1))


def test_a_file_that_was_read_counts_for_its_places_and_is_read_through_once() -> None:
    lines = tuple(f"baris {n}" for n in range(1000))
    one, again, other = (Source("a.yaml", (*lines, last)) for last in "xxy")
    spans = [[Span(source, n) for n in range(50)] for source in (one, again, other)]
    _number.cache_clear()
    first, same, unlike = (sidik_bersama(own) for own in spans)
    assert first == same != unlike
    assert _number.cache_info().misses == 2
    assert sidik(spans[0]) == sidik(spans[1]) != sidik(spans[2])
    assert sidik(one) != sidik(Source("b.yaml", one.lines))
    assert sidik(one) != sidik(Source("a.yaml", one.lines, cells=("A1",)))
    assert sidik(one) != sidik(Source("a.yaml", one.lines, order=1))


def test_a_picture_counts_by_its_name_and_what_is_in_it(tmp_path: Path) -> None:
    one, other = tmp_path / "a.png", tmp_path / "lain" / "a.png"
    other.parent.mkdir()
    for file in (one, other):
        file.write_bytes(b"gambar")
    assert sidik(("lambang", one)) == sidik(("lambang", other))
    renamed = one.rename(tmp_path / "b.png")
    assert sidik(("lambang", renamed)) != sidik(("lambang", other))
    one.write_bytes(b"gambar lain")
    assert sidik(("lambang", one)) != sidik(("lambang", other))
    one.unlink()
    assert sidik(("lambang", one)) != sidik(("lambang", other))


def test_what_one_user_keeps_another_does_not_believe(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    data = freeze(FOUND)
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    kunci.cache_clear()
    assert thaw(data, Diagnostic) is None
    assert thaw(freeze(FOUND), Diagnostic) == FOUND
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "buku.yaml")
    (tmp_path / "buku.yaml").write_bytes(b"")
    kunci.cache_clear()
    assert (freeze(FOUND), thaw(data, Diagnostic)) == (b"", None)
    monkeypatch.undo()
    kunci.cache_clear()


def test_what_was_kept_comes_back() -> None:
    assert thaw(freeze(FOUND), Diagnostic) == FOUND
    assert thaw(freeze(Box(1, 2, 3, 4)), Box) == Box(1, 2, 3, 4)


class Calling:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, ("exit 3",)


class Naming(NamedTuple):
    """What is no class of the model."""

    nama: str


#: ``sopgen.model.bahasa.re.compile("a")``: a way through a module to what it imports.
THROUGH = b"\x80\x04\x8c\x13sopgen.model.bahasa\x8c\x0are.compile\x93\x8c\x01a\x85R."


def signed(data: bytes) -> bytes:
    """Return bytes as the user's own program would leave them."""
    key = kunci()
    assert key
    return hmac.digest(key, data, "sha256") + data


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"bukan itu",
        freeze(FOUND)[:-20],
        pickle.dumps(FOUND),
        signed(pickle.dumps(Calling())),
        signed(pickle.dumps((FOUND, Naming("x")))),
        signed(pickle.dumps(Path("/etc"))),
        signed(THROUGH),
        signed(b""),
        freeze(Point(1, 2)),
    ],
)
def test_bytes_that_are_no_such_value_are_nothing(data: bytes) -> None:
    assert thaw(data, Diagnostic) is None


def tree(folder: Path) -> Path:
    (folder / "sop").mkdir(parents=True)
    (folder / "buku.yaml").write_text("tahun: 2025\n", encoding="utf-8")
    (folder / "sop" / "surat.yaml").write_text("unit: Umum\n", encoding="utf-8")
    return folder


NOWHERE = Path("tak-ada")


def test_every_byte_and_name_of_a_spec_counts(tmp_path: Path) -> None:
    folder = tree(tmp_path / "uji")
    seen = {sidik_bahan(folder, NOWHERE)}
    file = folder / "sop" / "surat.yaml"
    for change in (
        lambda: file.write_text("unit: umum\n", encoding="utf-8"),
        lambda: file.rename(folder / "sop" / "surat-masuk.yaml"),
        lambda: (folder / "lambang.png").write_bytes(b""),
        lambda: (folder / "naskah").mkdir(),
        lambda: (folder / "arsip" / "2024").mkdir(parents=True),
        lambda: (folder / "arsip" / "2024" / "buku.yaml").write_bytes(b"x"),
    ):
        change()
        seen.add(sidik_bahan(folder, NOWHERE))
    assert len(seen) == 7
    assert "" not in seen
    other = shutil.copytree(folder, tmp_path / "b")
    assert sidik_bahan(folder, NOWHERE) == sidik_bahan(other, NOWHERE)


def test_an_archived_year_counts_with_the_years_beside_it(tmp_path: Path) -> None:
    folder = tree(tmp_path / "uji")
    for year in ("2023", "2024"):
        tree(folder / "arsip" / year)
    before = sidik_bahan(folder / "arsip" / "2024", NOWHERE)
    (folder / "arsip" / "2023" / "buku.yaml").write_bytes(b"x")
    assert sidik_bahan(folder / "arsip" / "2024", NOWHERE) not in ("", before)


MADE = (
    "uji/2025/manifest.json",
    "uji/2025/sop/buku.pdf",
    "uji/.sopgen-2024/jurnal.json",
    ".cache/uji/2025.rak",
    ".asli/uji/2025/0123",
)


def build_into(output: Path) -> None:
    for name in MADE:
        (output / name).parent.mkdir(parents=True, exist_ok=True)
        (output / name).write_bytes(b"x")


@pytest.mark.parametrize("output", ["output", "", "sop", "naskah/hasil"])
def test_what_was_built_into_a_spec_is_none_of_it(output: str, tmp_path: Path) -> None:
    folder = tree(tmp_path / "uji")
    (folder / "naskah").mkdir()
    before = sidik_bahan(folder, folder / output)
    build_into(folder / output)
    assert sidik_bahan(folder, folder / output) == before != ""


def test_what_was_built_by_way_of_a_link_is_none_of_a_spec(tmp_path: Path) -> None:
    folder = tree(tmp_path / "uji")
    before = sidik_bahan(folder, folder / "output")
    build_into(tmp_path / "hasil")
    (folder / "output").symlink_to(tmp_path / "hasil")
    assert sidik_bahan(folder, folder / "output") == before != ""


@pytest.mark.parametrize("name", ["surat.yaml", "uji/surat.yaml", "uji/2024/a.yaml"])
def test_what_lies_beside_what_was_built_counts(name: str, tmp_path: Path) -> None:
    folder = tree(tmp_path / "uji")
    output = folder / "sop"
    build_into(output)
    before = sidik_bahan(folder, output)
    (output / name).parent.mkdir(exist_ok=True)
    (output / name).write_bytes(b"y")
    assert sidik_bahan(folder, output) not in ("", before)


def strange_folder(folder: Path) -> None:
    (folder / "luar").symlink_to(folder.parent)


def strange_file(folder: Path) -> None:
    (folder / "sop" / "lain.yaml").symlink_to(folder / "buku.yaml")


def strange_pipe(folder: Path) -> None:
    os.mkfifo(folder / "pipa")


@pytest.mark.parametrize("strange", [strange_folder, strange_file, strange_pipe])
def test_a_spec_that_does_not_tell_all_has_no_digest(
    strange: Callable[[Path], None], tmp_path: Path
) -> None:
    folder = tree(tmp_path / "uji")
    strange(folder)
    assert sidik_bahan(folder, NOWHERE) == ""


def test_a_workbook_that_is_open_or_away_has_no_digest(tmp_path: Path) -> None:
    assert sidik_bahan(tmp_path / "tak-ada.xlsx", NOWHERE) == ""
    book = tmp_path / "buku.xlsx"
    book.write_bytes(b"x")
    assert sidik_bahan(book, NOWHERE) != ""
    (tmp_path / "~$buku.xlsx").write_bytes(b"")
    assert sidik_bahan(book, NOWHERE) == ""


PROGRAM = "from sopgen.simpanan.program import sidik_program; print(sidik_program())"


@pytest.mark.slow
def test_the_program_counts_with_its_code_and_its_data(tmp_path: Path) -> None:
    for name in ("sopgen", "assets"):
        shutil.copytree(ROOT / name, tmp_path / name)
    init = tmp_path / "sopgen" / "__init__.py"
    version = init.read_text(encoding="utf-8").replace("0.1.0", "0.1.1")
    font = next((tmp_path / "assets" / "fonts").glob("*.ttf"))
    changes = (
        lambda: None,
        lambda: init.write_text(version, encoding="utf-8"),
        lambda: font.write_bytes(font.read_bytes() + b"\0"),
        lambda: (tmp_path / "assets" / "symbols" / "proses.svg").unlink(),
        lambda: (tmp_path / "sopgen" / "baru.py").write_bytes(b""),
    )
    seen = []
    for change in changes:
        change()
        env = {**os.environ, "PYTHONPATH": str(tmp_path)}
        command = [sys.executable, "-c", PROGRAM]
        made = subprocess.run(
            command, cwd=tmp_path, env=env, capture_output=True, check=True
        )
        seen.append(made.stdout)
    assert len({*seen}) == len(changes)


def test_an_unzipped_program_keeps_its_key_beside_itself(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SOPGEN_RUMAH", f'"{tmp_path}"')
    assert own_folder() == tmp_path
    monkeypatch.delenv("SOPGEN_RUMAH")
    assert own_folder().name == "sopgen"
