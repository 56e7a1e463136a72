"""Where a flow goes on in another SOP its pentagon stands below, in the same cell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from sopgen.layout import arrange
from sopgen.layout.route.search.dice import Dice
from sopgen.model.chart import Chart
from sopgen.model.diagnostic import Source, Span
from sopgen.model.sop import PENGHUBUNG, Alur, Jenis, Langkah, Sop
from sopgen.parts import chart_room
from sopgen.spec import read_buku
from sopgen.symbols import read_symbols
from tests.jaringan import write_jaringan
from tests.layout import checks
from tests.layout.flows import drawn, long_sop

SPAN = Span(Source("uji"))


def charts(folder: Path) -> Iterator[tuple[Sop, Chart]]:
    buku = read_buku(write_jaringan(folder)).buku
    assert buku is not None
    for sop in buku.sop:
        yield sop, arrange(sop, chart_room(buku), read_symbols())


def test_a_pentagon_stands_below_its_source_and_names_the_sop(tmp_path: Path) -> None:
    met = 0
    for sop, chart in charts(tmp_path / "uji"):
        assert chart.findings == ()
        (page,) = chart.pages
        boxes = {one.id: one for one in page.symbols}
        for end in (one for one in sop.langkah if one.beralih):
            (alur,) = [a for a in sop.alur if a.ke == end.id]
            source, symbol = boxes[alur.dari], boxes[end.id]
            assert symbol.box.y > source.box.y1
            assert symbol.box.cx == pytest.approx(source.box.cx)
            assert symbol.text is not None
            assert " ".join(symbol.text.lines) == end.sebutan
            assert symbol.sop == end.sop
            met += 1
    assert met == 4


def test_every_arrow_into_another_sop_is_drawn_with_its_label(tmp_path: Path) -> None:
    for sop, chart in charts(tmp_path / "uji"):
        edges = {n: e for page in chart.pages for e in page.edges for n in e.alur}
        assert set(edges) == set(range(len(sop.alur)))
        for n, alur in enumerate(sop.alur):
            shown = edges[n].label
            assert (shown.text if shown else "") == alur.label


@pytest.mark.parametrize("lane", [13.0, 17.0, 24.0])
def test_the_number_fits_its_symbols_in_narrow_lanes_too(lane: float) -> None:
    sop = long_sop(4, 3, 1)
    calling = [replace(k, simbol="subproses", sop="x", sebutan="SOP 12")
               for k in sop.langkah]  # fmt: skip
    langkah = (*calling, end_of(sop.langkah[1], 0), end_of(sop.langkah[3], 0))
    alur = (
        *sop.alur,
        arrow(langkah[4], sop.langkah[1]),
        arrow(langkah[5], sop.langkah[3]),
    )
    flow, _ = drawn(replace(sop, langkah=langkah, alur=alur), lane=lane)
    assert [f.message for f in flow.findings] == []


def end_of(one: Langkah, number: int) -> Langkah:
    """Return a place at which a symbol leads on into another SOP."""
    name = f"{one.id}-sop-{number}"
    end = Langkah(name, one.baris, one.lajur, PENGHUBUNG, "", SPAN)
    return replace(end, sop=f"s{number}", sebutan=f"SOP 0{number + 2}")


def arrow(end: Langkah, one: Langkah, label: str = "") -> Alur:
    return Alur(one.id, end.id, label, Jenis.PROSES, SPAN)


def with_exits(sop: Sop, dice: Dice) -> Sop:
    """Return a flow whose decisions and steps also lead on into other SOP.

    No symbol has more than three exits, and none leads to itself.
    """
    langkah: list[Langkah] = []
    alur = [one for one in sop.alur if one.dari != one.ke]
    exits = Counter(one.dari for one in alur)
    for one in sop.langkah:
        decides = one.simbol == "keputusan"
        calls = one.simbol == "proses" and not dice.throw(4)
        called = replace(one, simbol="subproses", sop="tamu", sebutan="SOP 01")
        langkah.append(called if calls else one)
        wished = 1 + (not dice.throw(4)) if decides else int(not dice.throw(9))
        for n in range(min(wished, 3 - exits[one.id])):
            end = end_of(one, n)
            langkah.append(end)
            alur.append(arrow(end, one, ("Keberatan", "Batal")[n] if decides else ""))
    return replace(sop, langkah=tuple(langkah), alur=tuple(alur))


@pytest.mark.slow
@pytest.mark.parametrize("lane", [14.0, 17.0, 21.0, 24.0])
def test_flows_that_lead_on_anywhere_are_drawn_clean(lane: float) -> None:
    for seed in range(25):
        dice = Dice(seed)
        flat = long_sop(6 + dice.throw(12), 2 + dice.throw(7), seed)
        sop = with_exits(flat, dice)
        flow, grid = drawn(sop, lane=lane, row=15.0, room=170.0)
        assert [f.message for f in flow.findings] == [], seed
        assert list(checks.faults(flow, sop, grid)) == [], seed
