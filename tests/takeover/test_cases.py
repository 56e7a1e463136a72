"""Old SOP that were once read wrongly; what is right stands beside each of them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from sopgen.workbooks import import_file
from tests.books import SHARED, needs_shared

CASES = SHARED / "cases" / "import"
ROW = re.compile(
    r"- \{no: \d+, pelaksana: ([^,]+), simbol: (\w+)[^,]*, (.*)\}$", re.MULTILINE
)
NAMES = re.compile(r"^pelaksana: \[(.*)\]", re.MULTILINE)
TARGET = re.compile(r"ke: (\{[^}]*\}|\d+|-|tanpa)")
REFUSED = "pantauan-bukan-sop"
FILES = sorted(
    file
    for file in CASES.glob("*.*")
    if file.suffix in (".xlsx", ".docx") and file.stem != REFUSED
)

pytestmark = needs_shared


def wanted(file: Path) -> str:
    """Return what the page about a case says is right."""
    text = file.with_suffix(".md").read_text(encoding="utf-8")
    return text.partition("**Yang benar.**")[2].partition("**Kini**")[0]


def imported(file: Path) -> dict[str, Any]:
    """Return the one SOP that a file becomes."""
    made = import_file(file, "lama")
    (sop,) = (data for name, data in made.files.items() if name.startswith("sop/"))
    loaded: dict[str, Any] = yaml.safe_load(sop)
    return loaded


def exits(kegiatan: list[dict[str, Any]], number: int) -> object:
    """Return where a kegiatan leads to, also where it is not written."""
    one = kegiatan[number]
    if "ke" in one:
        return one["ke"]
    last = number + 1 == len(kegiatan) or one.get("simbol") == "selesai"
    return None if last else number + 2


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.stem)
def test_every_kegiatan_is_read_as_it_was_meant(file: Path) -> None:
    rows = ROW.findall(wanted(file))
    sop = imported(file)
    for number, (pelaksana, simbol, rest) in enumerate(rows):
        one = sop["kegiatan"][number]
        assert one["pelaksana"] == pelaksana
        assert one.get("simbol", "proses") == simbol
        match = TARGET.search(rest)
        assert match is not None
        told: dict[str, object] = {"-": None, "tanpa": []}
        target = told.get(match[1], yaml.safe_load(match[1]))
        found = exits(sop["kegiatan"], number)
        assert found in (target, {"Ya": target})
    named = NAMES.search(wanted(file))
    if named:
        assert sop["pelaksana"] == named[1].split(", ")


@pytest.mark.parametrize("stem", ["nomor-kolom-terpisah", "pencatatan-pendaftaran"])
def test_every_list_is_read_as_it_was_meant(stem: str) -> None:
    text = wanted(CASES / f"{stem}.xlsx")
    sop = imported(CASES / f"{stem}.xlsx")
    lists = re.findall(r"(\w+): \[(.*?)\]", text)
    assert lists
    for key, items in lists:
        assert ", ".join(sop[key]) == items


def test_what_stands_in_mutu_baku_is_read() -> None:
    for one in imported(CASES / "kepala-mutu-lain.xlsx")["kegiatan"]:
        assert {"kelengkapan", "waktu", "output"} <= set(one)


def test_a_remark_of_two_kegiatan_is_read_twice() -> None:
    sop = imported(CASES / "keterangan-gabung.xlsx")
    assert [one.get("keterangan") for one in sop["kegiatan"]] == [
        None, "Dikerjakan serentak", "Dikerjakan serentak", None
    ]  # fmt: skip


def test_block_arrows_keep_the_order() -> None:
    sop = imported(CASES / "panah-balok.xlsx")
    assert [exits(sop["kegiatan"], n) for n in range(4)] == [2, 3, 4, None]


def test_copies_through_connectors_stay_copies() -> None:
    sop = imported(CASES / "penghubung-tiga-pasang.xlsx")
    assert sop["kegiatan"][1]["tembusan"] == 3


def test_an_identity_in_two_tables_has_all_its_fields() -> None:
    sop = imported(CASES / "identitas-dua-tabel.docx")
    assert sop["tanggal_efektif"] == "1 Februari 2024"
    assert len(sop["dasar_hukum"]) == 2


def test_a_list_is_refused_and_nothing_written() -> None:
    made = import_file(CASES / f"{REFUSED}.xlsx", "lama")
    assert (made.files, made.workbook) == ({}, b"")
    assert "SOP961" in [f.code for f in made.findings]
