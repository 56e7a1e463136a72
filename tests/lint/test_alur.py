"""Rules about the flow, on flows that are drawn in one line each."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from sopgen.lint import RULES, lint
from sopgen.model.buku import Buku
from sopgen.model.sop import Alur, Jenis
from sopgen.spec import read_buku
from tests.spec.kantor import write_kantor, write_lambang

FLOWS: tuple[tuple[str, list[str]], ...] = (
    ("1>2 2>3", []),
    ("1>2 2>1 2>3", []),
    ("1>3", ["SOP302"]),
    ("1>2", ["SOP302"]),
    ("1>2 2>1", ["SOP302", "SOP303", "SOP303"]),
    ("1>2 1:3", []),
    ("1>3 2>3", ["SOP302"]),
    ("1>2 2>1 2:3", ["SOP303", "SOP303"]),
)


@pytest.fixture
def buku(tmp_path: Path) -> Buku:
    """Return a book whose one SOP has three symbols."""
    made = read_buku(write_lambang(write_kantor(tmp_path))).buku
    assert made is not None
    return made


def flow(buku: Buku, drawn: str) -> Buku:
    """Return the book with a flow: ``1>2`` is an alur, ``1:2`` a tembusan."""
    sop = buku.sop[0]
    kinds = {">": Jenis.PROSES, ":": Jenis.TEMBUSAN}
    alur = tuple(Alur(a[0], a[2], "", kinds[a[1]], sop.span) for a in drawn.split())
    return replace(buku, sop=(replace(sop, alur=alur),))


@pytest.mark.parametrize(("drawn", "codes"), FLOWS)
def test_steps_that_nothing_reaches_or_nothing_leaves_are_told(
    buku: Buku, drawn: str, codes: list[str]
) -> None:
    assert sorted(f.code for f in lint(flow(buku, drawn))) == codes


def test_every_rule_is_silent_on_a_sound_book(buku: Buku) -> None:
    assert [found for rule in RULES for found in rule(buku)] == []
