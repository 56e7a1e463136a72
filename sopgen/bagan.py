"""The charts of a book, each on the paper that its office wants for it."""

from __future__ import annotations

from dataclasses import replace

from sopgen.kertas import read_kertas
from sopgen.layout import BANYAK, Room, arrange, most_pelaksana, propose_order
from sopgen.model.buku import POTRET, Buku
from sopgen.model.chart import Chart
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic
from sopgen.model.kata import isian
from sopgen.model.nilai import dataclass
from sopgen.model.shape import Symbols
from sopgen.model.sop import Sop
from sopgen.parts import chart_room
from sopgen.simpanan.sidik import sidik, sidik_bersama

TERLALU_LEBAR = "SOP514"


@dataclass(frozen=True, slots=True)
class Lie:
    """Where a chart begins on its sheets, and whether they lie whatever is wanted."""

    below: float
    lying: bool = False


def chart_of(buku: Buku, sop: Sop, symbols: Symbols, *, below: float = 0.0) -> Chart:
    """Return the chart of a SOP; one too wide for upright sheets is drawn for lying.

    What is too wide even for those is told which paper would hold it.  The charts
    begin so many mm ``below`` the top of their sheets.
    """
    chart = _drawn(buku, sop, symbols, Lie(below))
    if _fits(chart):
        return chart
    if buku.orientasi_untuk(sop) == POTRET:
        chart = _drawn(buku, sop, symbols, Lie(below, lying=True))
        if _fits(chart):
            return replace(chart, findings=(_too_wide(buku, sop), *chart.findings))
    return replace(chart, findings=tuple(_advised(buku, sop, chart)))


def origin_of(buku: Buku, sop: Sop) -> str:
    """Return the digest of all that the chart of a SOP is drawn from."""
    rooms = (chart_room(buku, sop, lying=lying) for lying in (False, True))
    own = buku.kertas_untuk(sop), buku.orientasi_untuk(sop), buku.berketerangan
    return sidik(sidik_bersama(sop), own, *rooms)


def order_of(buku: Buku, sop: Sop, chart: Chart, symbols: Symbols) -> Diagnostic | None:
    """Return a finding that names a better order of the pelaksana, if one is found."""
    room = chart_room(buku, sop, lying=chart.lying)
    return propose_order(sop, chart, room, symbols, keterangan=buku.berketerangan)


def _drawn(buku: Buku, sop: Sop, symbols: Symbols, lie: Lie) -> Chart:
    width, height = chart_room(buku, sop, lying=lie.lying)
    room = width, height - lie.below
    made = arrange(sop, room, symbols, keterangan=buku.berketerangan)
    return replace(made, lying=lie.lying)


def _fits(chart: Chart) -> bool:
    return all(finding.code != BANYAK for finding in chart.findings)


def _held(buku: Buku, sop: Sop) -> int:
    """Return how many pelaksana the sheets hold that are wanted for a SOP."""
    return most_pelaksana(sop, Room(*chart_room(buku, sop), buku.berketerangan))


def _too_wide(buku: Buku, sop: Sop) -> Diagnostic:
    kertas = buku.kertas_untuk(sop)
    return diagnose(
        TERLALU_LEBAR,
        f"{len(sop.pelaksana)} pelaksana terlalu banyak untuk kertas {kertas} potret, "
        f"yang memuat {_held(buku, sop)}; bagan ini digambar lanskap",
        sop.pelaksana[0].span,
        f"bila memang lanskap, tulis {isian('orientasi_bagan', 'lanskap')} pada SOP "
        f"ini{_or_wider(buku, sop)}",
    )


def _or_wider(buku: Buku, sop: Sop) -> str:
    """Return the words for a paper that would hold a SOP's chart, if there is one."""
    nama = _wider(buku, sop)
    return f"; atau {isian('kertas_bagan', nama)}" if nama else ""


def _advised(buku: Buku, sop: Sop, chart: Chart) -> list[Diagnostic]:
    """Return the findings of a chart, that of its width with a paper that holds it."""
    nama = _wider(buku, sop)
    if not nama:
        return list(chart.findings)
    paper = f"tulis {isian('kertas_bagan', nama)} pada SOP ini; atau "
    return [
        replace(one, saran=f"{paper}{one.saran}") if one.code == BANYAK else one
        for one in chart.findings
    ]


def _wider(buku: Buku, sop: Sop) -> str:
    """Return the smallest paper that holds all pelaksana of a SOP, if one does."""
    papers = sorted(read_kertas().values(), key=lambda k: (k.lebar * k.tinggi, k.nama))
    for kertas in papers:
        other = replace(sop, kertas_bagan=kertas.nama)
        if _held(buku, other) >= len(sop.pelaksana):
            return kertas.nama
    return ""
