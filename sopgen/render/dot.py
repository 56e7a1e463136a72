"""Write the flow of a SOP as DOT, for those who want to lay it out in other tools."""

from __future__ import annotations

from itertools import pairwise

import graphviz

from sopgen.model.gaya import unmarked
from sopgen.model.shape import Symbols
from sopgen.model.sop import Jenis, Langkah, Sop

#: The shape of a symbol that names none of its own.
BOX = "box"


def write_dot(sop: Sop, symbols: Symbols) -> bytes:
    """Return a digraph: a cluster a pelaksana, a node a langkah, an edge an alur."""
    graph = graphviz.Digraph(sop.id, graph_attr={"label": sop.nama, "rankdir": "TB"})
    for lajur, pelaksana in enumerate(sop.pelaksana):
        with graph.subgraph(name=f"cluster_{lajur}") as lane:
            lane.attr(label=pelaksana.lengkap)
            for langkah in sop.langkah:
                if lajur in langkah.semua_lajur:
                    uraian = unmarked(sop.kegiatan[langkah.baris].uraian)
                    lane.node(
                        _node(langkah, lajur),
                        label=unmarked(langkah.tulisan) or uraian,
                        shape=symbols.shapes[langkah.simbol].dot or BOX,
                    )
    for langkah in sop.langkah:
        for one, other in pairwise(langkah.semua_lajur):
            ends = _node(langkah, one), _node(langkah, other)
            graph.edge(*ends, dir="none", constraint="false")
    for alur in sop.alur:
        style = "dashed" if alur.jenis is Jenis.TEMBUSAN else "solid"
        graph.edge(alur.dari, alur.ke, label=unmarked(alur.label) or None, style=style)
    return str(graph.source).encode()


def _node(langkah: Langkah, lajur: int) -> str:
    """Return the node of a langkah in a lane: what several do has one in each."""
    return langkah.id if lajur == langkah.lajur else f"{langkah.id}~{lajur + 1}"
