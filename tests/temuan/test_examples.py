"""Laid over the small office, each wrong example gives its finding, no right one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sopgen.model.diagnostic import Diagnostic, Severity
from sopgen.pipeline import check
from sopgen.temuan import Contoh, Penjelasan, read_temuan
from tests.temuan.overlay import laid, office_with

SHOWN = [one for one in read_temuan().values() if one.butir["Salah"].contoh]
shown = pytest.mark.parametrize("one", SHOWN, ids=lambda one: one.temuan.kode)


def found(one: Penjelasan, judul: str, folder: Path) -> tuple[Diagnostic, ...]:
    """Return what a check of the office with the examples under a heading finds."""
    return check(office_with(one.butir[judul].contoh, folder / "uji"))


@shown
def test_the_wrong_example_gives_its_finding(one: Penjelasan, tmp_path: Path) -> None:
    every = found(one, "Salah", tmp_path)
    own = [f for f in every if f.code == one.temuan.kode]
    assert own, [(f.code, f.message) for f in every]
    assert all(f.severity in one.temuan.weights for f in own)
    for contoh in one.butir["Bila memang benar"].contoh:
        (words,) = re.findall(r'isi: "([^"]+)"', contoh.isi)
        assert any(words in f.message for f in own)


@shown
def test_the_right_example_does_not(one: Penjelasan, tmp_path: Path) -> None:
    every = found(one, "Benar", tmp_path)
    assert one.temuan.kode not in {f.code for f in every}
    assert [f for f in every if f.severity is Severity.ERROR] == []


def test_an_example_replaces_keys_and_leaves_the_others() -> None:
    text = laid(Contoh("buku.yaml", "judul: LAIN\nstatus: draf\n"))
    assert "judul: BUKU SOP" not in text
    assert "tahun: 2025\n" in text
    assert text.endswith("judul: LAIN\nstatus: draf\n")
    assert "judul: PENETAPAN SOP" in text
