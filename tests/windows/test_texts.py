r"""Texts as Windows saves them: ``\r\n``, and a mark of UTF-8 at the beginning.

Files of edits keep their line ends: ``tests/edit/test_yaml_text.py``.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from sopgen.cli import sopgen
from sopgen.spec import read_buku
from tests.books import ROOT
from tests.processes import tree
from tests.spec.kantor import SURAT, write_kantor, write_lambang

BOM = b"\xef\xbb\xbf"
#: What Notepad and other editors make of a text.
SAVED: dict[str, Callable[[bytes], bytes]] = {
    "CRLF": lambda data: data.replace(b"\n", b"\r\n"),
    "BOM": lambda data: BOM + data,
    "BOM and CRLF": lambda data: BOM + data.replace(b"\n", b"\r\n"),
    "old Mac": lambda data: data.replace(b"\n", b"\r"),
}
TEXTS = (".yaml", ".md")


def saved(folder: Path, how: str) -> None:
    """Save every text of an office as some editor does."""
    for file in folder.rglob("*"):
        if file.suffix in TEXTS:
            file.write_bytes(SAVED[how](file.read_bytes()))


@pytest.mark.parametrize("how", SAVED)
def test_the_same_is_found_at_the_same_places(tmp_path: Path, how: str) -> None:
    for place in ("linux", "windows"):
        folder = write_kantor(tmp_path / place / "uji")
        wrong = SURAT.replace("Ya: 3", "Ya: 13").replace("waktu: 5", "wktu: 5")
        (folder / "sop" / "surat.yaml").write_text(wrong, encoding="utf-8")
        (folder / "naskah").mkdir(exist_ok=True)
        text = "# Penutup\n\nIsi {{ kecamatn }}.\n"
        (folder / "naskah" / "penutup.md").write_text(text, encoding="utf-8")
    saved(tmp_path / "windows", how)
    told = [
        [(f.code, f.message, f.span.line, f.span.column) for f in found.findings]
        for found in (read_buku(tmp_path / p / "uji") for p in ("linux", "windows"))
    ]
    assert told[0] == told[1] != []


@pytest.mark.slow
def test_the_files_that_are_built_have_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = []
    for place in ("linux", "windows"):
        folder = tmp_path / place / "specs" / "uji"
        write_lambang(write_kantor(folder))
        shutil.copytree(
            ROOT / "assets" / "naskah", folder / "naskah", dirs_exist_ok=True
        )
        file = folder / "buku.yaml"
        text = file.read_text(encoding="utf-8")
        chapters = "  - daftar_isi\n  - kata_pengantar\n  - penutup\n"
        file.write_text(text.replace("  - daftar_isi\n", chapters), encoding="utf-8")
        if place == "windows":
            saved(folder, "BOM and CRLF")
        monkeypatch.chdir(tmp_path / place)
        done = CliRunner().invoke(sopgen, ["build", "uji", "--kerja", "1"])
        assert done.exit_code == 0, done.output
        made.append(tree(tmp_path / place / "output" / "uji"))
    assert made[0] == made[1]
    assert len(made[0]) > 8
