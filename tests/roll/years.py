"""Books of 2025 that are rolled in tests."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from sopgen.model.pergantian import Pinta
from sopgen.rolling import Hasil, read_last, roll
from tests.spec.kantor import write_kantor

CAMAT = "SITI AMINAH, S.Sos., M.Si.; 19700101 199503 2 001; Pembina"
#: All that is wished of a year of which everything is known.
LENGKAP = Pinta(2026, CAMAT, nomor="000.8.3.3/7/406.99/2026", tanggal=date(2026, 1, 12))
NO_WISH = Pinta(2026)
BUKU = "buku.yaml"


def office(place: Path, *changes: tuple[str, str], name: str = BUKU) -> Path:
    """Write the small office with texts of a file replaced."""
    write_kantor(place)
    swap(place / name, *changes)
    return place


def swap(file: Path, *changes: tuple[str, str]) -> None:
    text = file.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    file.write_text(text, encoding="utf-8", newline="\n")


def rolled(place: Path, pinta: Pinta = NO_WISH, **settings: Any) -> Hasil:
    """Roll a book; wishes by their names."""
    coba, timpa = settings.pop("coba", False), settings.pop("timpa", False)
    read = read_last(place)
    assert read.terbaca is not None, [f.message for f in read.findings]
    wish = replace(pinta, **settings)
    return roll(read.terbaca, wish, coba=coba, timpa=timpa)


def data(place: Path, name: str = BUKU) -> Any:
    """Return what stands in a file, all scalars as text."""
    text = (place / name).read_text(encoding="utf-8")
    return yaml.load(text, yaml.BaseLoader)


def codes(hasil: Hasil) -> list[str]:
    return [one.code for one in hasil.findings]
