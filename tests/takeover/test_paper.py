"""Charts on other paper, and with many pelaksana, come back from our own files."""

from __future__ import annotations

from pathlib import Path

import pytest

from sopgen.model.sop import Sop
from sopgen.render.docx import write_docx
from sopgen.render.xlsx import write_xlsx
from sopgen.typeset import typeset
from tests.takeover.own import (
    SUFFIXES,
    again,
    fields_of,
    graph_of,
    rows_of,
    through_libreoffice,
)
from tests.test_kertas_bagan import COUNTED, POTRET, laid_out, office

pytestmark = pytest.mark.slow
#: What the book says, and how many pelaksana its SOP has.
BOOKS = {
    "potret": (POTRET, 5),
    "a3": ("kertas_bagan: A3\n", 24),
    "ramai": (COUNTED, 20),
    "terlalu-lebar": (POTRET + COUNTED, 14),
}


def written(folder: Path, suffix: str, said: str, lanes: int) -> tuple[bytes, Sop]:
    book = laid_out(office(folder, said, lanes=lanes))
    if suffix == "xlsx":
        data = write_xlsx(book.document, book.buku, book.symbols)
    else:
        data = write_docx(book.document, typeset(book.document), book.symbols)
    return data, book.buku.sop[0]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_chart_on_other_paper_comes_back_and_libreoffice_may_have_saved_it(
    suffix: str, tmp_path: Path
) -> None:
    made = {
        nama: written(tmp_path / nama, suffix, *said) for nama, said in BOOKS.items()
    }
    files = {nama: data for nama, (data, _) in made.items()}
    through_libreoffice(files, suffix, tmp_path)
    for nama, (data, sop) in made.items():
        saved = (tmp_path / "lo" / f"{nama}.{suffix}").read_bytes()
        for how, one in (("sopgen", data), ("lo", saved)):
            (back,) = again(one, tmp_path / f"kembali-{how}-{nama}")
            assert graph_of(back) == graph_of(sop), (nama, how)
            assert rows_of(back) == rows_of(sop), (nama, how)
            assert fields_of(back) == fields_of(sop), (nama, how)
