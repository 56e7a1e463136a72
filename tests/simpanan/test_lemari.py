"""What was drawn of a book lies in drawers, and comes out of them as it was put in."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from sopgen.jobs import Wish
from sopgen.model.geometry import Point
from sopgen.pipeline import build
from sopgen.simpanan.lemari import Laci, Lemari
from tests.simpanan.kantor_lengkap import write_lengkap

FORMATS = ("pdf", "docx", "xlsx")


def test_what_is_kept_comes_back(tmp_path: Path) -> None:
    laci = Laci(tmp_path / "x.rak")
    laci.put("satu", Point(1, 2))
    laci.put("dua", (tmp_path / "lambang.png", "kata"))
    laci.keep(whole=True)
    again = Laci.of(laci.file)
    assert again.take("satu") == Point(1, 2)
    assert again.take("dua") == (tmp_path / "lambang.png", "kata")
    assert again.take("tiga") is None


def test_a_whole_book_leaves_only_what_it_used(tmp_path: Path) -> None:
    laci = Laci(tmp_path / "x.rak")
    laci.put("satu", Point(1, 2))
    laci.put("dua", Point(2, 3))
    laci.keep(whole=True)
    part = Laci.of(laci.file)
    part.put("tiga", Point(3, 4))
    part.keep(whole=False)
    book = Laci.of(laci.file)
    assert book.gambar.keys() == {"satu", "dua", "tiga"}
    book.take("dua")
    book.keep(whole=True)
    assert Laci.of(laci.file).gambar.keys() == {"dua"}


def test_what_is_torn_or_of_another_program_is_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    laci = Laci(tmp_path / "x.rak")
    laci.put("satu", Point(1, 2))
    laci.keep(whole=True)
    data = laci.file.read_bytes()
    laci.file.write_bytes(data[:-1])
    assert Laci.of(laci.file).gambar == {}
    laci.file.write_bytes(data)
    monkeypatch.setattr("sopgen.simpanan.lemari.sidik_program", lambda: "lain")
    assert Laci.of(laci.file).gambar == {}


@pytest.mark.slow
def test_everything_that_is_drawn_can_be_taken_out_again(tmp_path: Path) -> None:
    spec = write_lengkap(tmp_path / "specs" / "uji")
    wish = Wish(spec, tmp_path / "output")
    assert build(wish, lambda *_: None).files
    drawers = {
        file.name.split(".")[1]: Laci.of(file)
        for file in (tmp_path / "output" / ".cache" / "uji").glob("*.*.rak")
    }
    assert drawers.keys() == set(FORMATS)
    for laci in drawers.values():
        assert laci.gambar
        assert all(laci.take(dari) is not None for dari in laci.gambar)


@pytest.mark.slow
def test_pictures_that_lie_elsewhere_now_are_found(tmp_path: Path) -> None:
    spec = write_lengkap(tmp_path / "specs" / "uji")
    wish = Wish(spec, tmp_path / "output")
    first = {f.path.name: f.sha256 for f in build(wish, lambda *_: None).files}
    moved = spec.rename(tmp_path / "specs" / "pindah")
    moved.rename(tmp_path / "lain").rename(tmp_path / "uji")
    again = build(replace(wish, folder=tmp_path / "uji"), lambda *_: None)
    assert {f.path.name: f.sha256 for f in again.files} == first


def test_what_was_used_is_kept_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sopgen.simpanan.lemari.MOST", 2)
    laci = Laci(tmp_path / "x.rak")
    for n in range(5):
        laci.put(str(n), Point(n, n))
    laci.keep(whole=True)
    assert Laci.of(laci.file).gambar.keys() == set("01234")
    part = Laci.of(laci.file)
    part.take("0")
    part.put("5", Point(5, 5))
    part.keep(whole=False)
    assert Laci.of(laci.file).gambar.keys() == {"3", "4", "0", "5"}


def test_drawers_that_are_shut_are_not_looked_into(tmp_path: Path) -> None:
    lemari = Lemari(tmp_path / "2026")
    lemari.laci("pdf").put("satu", Point(1, 2))
    lemari.close(frozenset({"pdf"}))
    assert Lemari(tmp_path / "2026").laci("pdf").take("satu") == Point(1, 2)
    shut = Lemari(tmp_path / "2026", shut=True)
    assert shut.laci("pdf").take("satu") is None
    shut.laci("pdf").put("dua", Point(2, 3))
    shut.close(frozenset())
    assert Lemari(tmp_path / "2026").laci("pdf").gambar.keys() == {"satu", "dua"}
