"""Charts on other paper, and with many pelaksana, come back from our own files."""

from __future__ import annotations

from pathlib import Path

import pytest

from sopgen.model.buku import Buku
from sopgen.model.draft import Data
from sopgen.render.docx import write_docx
from sopgen.render.xlsx import write_xlsx
from sopgen.takeover.lembaran import Lembaran, cetakan_of
from sopgen.typeset import typeset
from tests.takeover.own import (
    SUFFIXES,
    drafted,
    fields_of,
    graph_of,
    rows_of,
    taken,
    through_libreoffice,
)
from tests.test_kertas_bagan import COUNTED, POTRET, laid_out, office

#: What the book says, and how many pelaksana its SOP has.
BOOKS = {
    "potret": (POTRET, 5),
    "a3": ("kertas_bagan: A3\n", 24),
    "ramai": (COUNTED, 20),
    "a4": ("kertas: A4\n", 4),
    "a4-a3": ("kertas: A4\nkertas_bagan: A3\n", 18),
}


def written(folder: Path, suffix: str, said: str, lanes: int) -> tuple[bytes, Buku]:
    book = laid_out(office(folder, said, lanes=lanes))
    if suffix == "xlsx":
        data = write_xlsx(book.document, book.buku, book.symbols)
    else:
        data = write_docx(book.document, typeset(book.document), book.symbols)
    return data, book.buku


@pytest.mark.slow
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_chart_on_other_paper_comes_back_and_libreoffice_may_have_saved_it(
    suffix: str, tmp_path: Path
) -> None:
    made = {
        nama: written(tmp_path / nama, suffix, *said) for nama, said in BOOKS.items()
    }
    files = {nama: data for nama, (data, _) in made.items()}
    through_libreoffice(files, suffix, tmp_path)
    for nama, (data, buku) in made.items():
        saved = (tmp_path / "lo" / f"{nama}.{suffix}").read_bytes()
        for how, one in (("sopgen", data), ("lo", saved)):
            back = drafted(taken(one), tmp_path / f"kembali-{how}-{nama}")
            assert sheet_of(back) == sheet_of(buku), (nama, how)
            (old,), (new,) = buku.sop, back.sop
            assert graph_of(new) == graph_of(old), (nama, how)
            assert rows_of(new) == rows_of(old), (nama, how)
            assert fields_of(new) == fields_of(old), (nama, how)


def sheet_of(buku: Buku) -> tuple[str, str]:
    """Return the paper of the chart, and how it lies."""
    (sop,) = buku.sop
    return buku.kertas_untuk(sop), buku.orientasi_untuk(sop)


F4, A4, A3 = (Lembaran(nama, "lanskap") for nama in ("F4", "A4", "A3"))
TEGAK, UNKNOWN = Lembaran("F4", "potret"), Lembaran()
Said = dict[str, Data]
#: The sheets of charts, those of other pages; what the book says, and each SOP.
SAID: dict[str, tuple[list[Lembaran], list[Lembaran], Said, list[Said]]] = {
    "usual": ([F4, F4], [F4], {}, [{}, {}]),
    "unknown": ([UNKNOWN, F4], [], {}, [{}, {}]),
    "all A4": ([A4, A4], [], {"kertas": "A4"}, [{}, {}]),
    "a book on A3 is a book with charts on A3": (
        [A3, A3], [], {"kertas_bagan": "A3"}, [{}, {}]),
    "one chart on A3": ([A3, F4], [F4], {}, [{"kertas_bagan": "A3"}, {}]),
    "one upright": ([TEGAK, F4], [F4], {}, [{"orientasi_bagan": "potret"}, {}]),
    "all upright": (
        [TEGAK, TEGAK], [F4], {"orientasi_bagan": "potret"}, [{}, {}]),
    "charts larger than the book": (
        [A3, A3], [A4], {"kertas": "A4", "kertas_bagan": "A3"}, [{}, {}]),
    "no chart is read": ([UNKNOWN], [A4], {"kertas": "A4"}, [{}]),
}  # fmt: skip


@pytest.mark.parametrize("case", SAID.values(), ids=SAID)
def test_what_all_charts_have_in_common_the_book_says(
    case: tuple[list[Lembaran], list[Lembaran], Said, list[Said]],
) -> None:
    charts, others, buku, sop = case
    made = cetakan_of(charts, others)
    assert made.buku == buku
    assert list(made.sop) == sop
