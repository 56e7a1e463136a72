"""The prose of the findings is read strictly; what is wrong with a file names it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest

from sopgen.assets import BrokenAssetError
from sopgen.model.temuan import TABEL
from sopgen.temuan import JUDUL, Contoh, read_folder
from tests.books import ROOT

ALUR = "3-alur.md"
#: A section of the file, from its heading to the next one.
SECTION = re.compile(r"^## SOP302.*?(?=^## )", re.MULTILINE | re.DOTALL)

Change = Callable[[str], str]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copytree(ROOT / "assets" / "temuan", tmp_path / "temuan")
    return tmp_path / "temuan"


def swap(old: str, new: str) -> Change:
    def change(text: str) -> str:
        assert old in text
        return text.replace(old, new, 1)

    return change


def twice(text: str) -> str:
    return SECTION.sub(lambda found: found[0] * 2, text)


def gone(text: str) -> str:
    return SECTION.sub("", text)


#: what is wrong · how it comes about · what is told of it
BROKEN: dict[str, tuple[Change, str]] = {
    "no section": (gone, "no section for SOP302"),
    "two sections": (twice, "two sections for SOP302"),
    "an unknown code": (
        swap("## SOP302 kegiatan_tak_tercapai", "## SOP399 kegiatan_tak_tercapai"),
        "heads no code of the table",
    ),
    "another name": (
        swap("## SOP302 kegiatan_tak_tercapai", "## SOP302 kegiatan_terlewat"),
        "SOP302 is called kegiatan_tak_tercapai",
    ),
    "an order of its own": (
        lambda text: f"{gone(text)}\n{SECTION.findall(text)[0]}",
        "SOP302 stands behind SOP329",
    ),
    "no heading": (swap("**Mengapa** ", ""), "SOP301: Salah where Mengapa is due"),
    "a heading of its own": (swap("**Apa**", "**Arti**"), "Arti where Apa is due"),
    "a heading twice": (swap("**Benar**", "**Salah**"), "Salah where Benar is due"),
    "a heading too many": (
        swap("\n## SOP302", "\n**Lain** ada\n\n## SOP302"),
        "Lain where nothing is due",
    ),
    "nothing to say": (
        swap("**Sumber** Kebiasaan sopgen.", "**Sumber**"),
        "nothing under Sumber",
    ),
    "words before a heading": (
        swap("**Apa**", "Kata.\n\n**Apa**"),
        "text before the first heading",
    ),
    "words before a section": (
        swap("\n## SOP301", "\nKata.\n\n## SOP301"),
        "text before the first section",
    ),
    "two paragraphs of what it says": (
        swap("\n\n**Mengapa**", "\n\nLagi.\n\n**Mengapa**"),
        "Apa is more than a paragraph",
    ),
    "an example of no file": (
        swap("```yaml sop/surat.yaml", "```yaml"),
        "names no file of an office",
    ),
    "an example out of place": (
        swap("\n**Sumber** K", "\n**Sumber** K\n```yaml buku.yaml\n```\n"),
        "example under Sumber",
    ),
    "an example without an end": (
        lambda text: text.rpartition("```")[0],
        "has no end",
    ),
    "no title": (swap("# Alur kegiatan\n", "Alur kegiatan\n"), "no title"),
    "nothing at all": (lambda _: "", "no title"),
}


@pytest.mark.parametrize("what", BROKEN)
def test_a_broken_file_is_named_with_what_is_wrong(what: str, folder: Path) -> None:
    change, told = BROKEN[what]
    file = folder / ALUR
    file.write_text(change(file.read_text(encoding="utf-8")), encoding="utf-8")
    with pytest.raises(BrokenAssetError) as fault:
        read_folder(folder)
    assert f"/{ALUR}: " in str(fault.value)
    assert told in str(fault.value)


def test_a_file_of_other_letters_is_named(folder: Path) -> None:
    (folder / ALUR).write_bytes("# Alur\n\n## SOP301 \xe9".encode("latin-1"))
    with pytest.raises(BrokenAssetError, match=ALUR):
        read_folder(folder)


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(BrokenAssetError, match="no section for SOP101"):
        read_folder(tmp_path / "temuan")


def test_every_code_is_read_with_all_its_headings(folder: Path) -> None:
    made = read_folder(folder)
    assert list(made) == list(TABEL)
    assert all(tuple(one.butir) == JUDUL for one in made.values())


def test_examples_are_kept_letter_by_letter(folder: Path) -> None:
    made = read_folder(folder)
    (tabs,) = made["SOP908"].butir["Salah"].contoh
    assert tabs == Contoh("sop/surat.yaml", "pelaksana:\n\t- Petugas\n\t- Camat\n")
    assert [c.berkas for c in made["SOP206"].butir["Salah"].contoh] == [
        "buku.yaml",
        "sop/surat.yaml",
    ]


def test_words_are_read_a_paragraph_a_line(folder: Path) -> None:
    made = read_folder(folder)
    mengapa = made["SOP201"].butir["Mengapa"].teks
    assert mengapa.startswith("Setiap nama dalam daftar itu menjadi satu kolom")
    assert "\n" not in mengapa
