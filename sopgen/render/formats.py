"""The formats, each with what it can print: a document, or the chart of a SOP."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sopgen.model.chart import Chart
from sopgen.model.page import Pages
from sopgen.model.shape import Symbols
from sopgen.model.sop import Sop


@dataclass(frozen=True, slots=True)
class Format:
    """A format by its suffix; what it cannot print is None."""

    pages: Callable[[Pages, Symbols], bytes] | None = None
    chart: Callable[[Chart, Sop, Symbols], bytes] | None = None


def _pdf(pages: Pages, symbols: Symbols) -> bytes:
    from sopgen.render.pdf import write_pdf

    return write_pdf(pages, symbols)


def _svg(chart: Chart, sop: Sop, symbols: Symbols) -> bytes:
    from sopgen.render.svg import write_svg

    return write_svg(chart, sop, symbols)


#: Every format; a library is loaded only when its format is wanted.
FORMATS: Mapping[str, Format] = {
    "pdf": Format(pages=_pdf),
    "svg": Format(chart=_svg),
}
