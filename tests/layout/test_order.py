"""An order of the columns in which fewer arrows cross is proposed, never taken."""

from pathlib import Path

import pytest

from sopgen.layout import arrange, propose_order
from sopgen.layout.order import crossings
from sopgen.model.sop import Sop
from sopgen.parts import chart_room
from sopgen.spec import read_buku
from sopgen.symbols import read_symbols
from tests.spec.kantor import write_kantor

#: Two streams that change sides all the time cross when a third column parts them.
TANGLED = """\
pelaksana: [Pemohon, Camat, Petugas, Arsip]
kegiatan:
  - {uraian: Mengajukan, pelaksana: Pemohon, simbol: mulai, ke: [2, c]}
  - {uraian: Memeriksa, pelaksana: Petugas, ke: [3, d],
     tambahan: [{id: c, pelaksana: Camat, ke: [d]}]}
  - {uraian: Mencatat, pelaksana: Pemohon, ke: [4, e],
     tambahan: [{id: d, pelaksana: Arsip, ke: [e]}]}
  - {uraian: Menyimpan, pelaksana: Petugas, ke: [5],
     tambahan: [{id: e, pelaksana: Camat, ke: [5]}]}
  - {uraian: Menerima, pelaksana: Pemohon, simbol: selesai}
"""


@pytest.fixture
def sop(tmp_path: Path) -> Sop:
    folder = write_kantor(tmp_path)
    (file,) = (folder / "sop").glob("*.yaml")
    file.write_text(TANGLED)
    buku = read_buku(folder).buku
    assert buku is not None
    return buku.sop[0]


@pytest.mark.slow
def test_a_better_order_is_named_with_what_it_saves(sop: Sop) -> None:
    symbols, room = read_symbols(), (300.0, 182.0)
    chart = arrange(sop, room, symbols)
    finding = propose_order(sop, chart, room, symbols)
    if crossings(chart) == 0:
        assert finding is None
    else:
        assert finding is not None
        assert finding.code == "SOP510"
        assert f"{crossings(chart)} menjadi" in finding.message
        assert "Pemohon" in finding.saran


def test_a_chart_without_crossings_is_left_alone() -> None:
    folder = Path(__file__).parent.parent.parent / "specs" / "kampak"
    buku = read_buku(folder).buku
    assert buku is not None
    for one in buku.sop:
        chart = arrange(one, chart_room(buku), read_symbols())
        assert crossings(chart) == 0
        assert propose_order(one, chart, chart_room(buku), read_symbols()) is None
