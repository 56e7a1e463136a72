"""Many exits, answers to several steps, and fans: our own files say the same again."""

from __future__ import annotations

from pathlib import Path

import pytest

from sopgen.model.bagian import BagianId
from sopgen.model.buku import Buku
from sopgen.model.document import Document
from sopgen.parts import excerpt
from sopgen.render.docx import write_docx
from sopgen.render.xlsx import write_xlsx
from sopgen.spec import read_buku
from sopgen.symbols import read_symbols
from sopgen.takeover.exits import Exit, exits_data, name_unnamed
from sopgen.typeset import typeset
from tests.jalan import SOP, write_jalan
from tests.takeover.own import SUFFIXES, again, graph_of, rows_of, through_libreoffice
from tests.whole_books import composed

both = pytest.mark.parametrize("suffix", SUFFIXES)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> tuple[Buku, Document]:
    buku = read_buku(write_jalan(tmp_path_factory.mktemp("jalan") / "uji")).buku
    assert buku is not None
    return buku, composed(buku)


def written(office: tuple[Buku, Document], suffix: str, sop: str) -> bytes:
    buku, whole = office
    part = excerpt(whole, frozenset([BagianId("sop", sop)]), sop)
    if suffix == "xlsx":
        return write_xlsx(part, buku, read_symbols())
    return write_docx(part, typeset(part), read_symbols())


@pytest.mark.slow
@both
@pytest.mark.parametrize("name", SOP)
def test_every_arrow_comes_back_with_its_label(
    name: str, suffix: str, office: tuple[Buku, Document], tmp_path: Path
) -> None:
    sop = next(one for one in office[0].sop if one.id == name)
    (back,) = again(written(office, suffix, name), tmp_path)
    assert graph_of(back) == graph_of(sop)
    assert rows_of(back) == rows_of(sop)


@pytest.mark.slow
@both
def test_libreoffice_may_have_saved_it(
    suffix: str, office: tuple[Buku, Document], tmp_path: Path
) -> None:
    files = {name: written(office, suffix, name) for name in SOP}
    through_libreoffice(files, suffix, tmp_path)
    for sop in office[0].sop:
        data = (tmp_path / "lo" / f"{sop.id}.{suffix}").read_bytes()
        (back,) = again(data, tmp_path / sop.id)
        assert graph_of(back) == graph_of(sop), sop.id


def exits(*ways: tuple[str, str]) -> list[Exit]:
    return [Exit(target, label, down=target > "3") for label, target in ways]


#: What stands beside the arrows out of a decision, and what is made of it.
NAMED = (
    ((("Ya", "5"), ("Tidak", "2"), ("Tidak", "1")), {"Ya": "5", "Tidak": ["2", "1"]}),
    ((("Ya", "5"), ("Tidak", "2"), ("TIDAK", "1")), {"Ya": "5", "Tidak": ["2", "1"]}),
    ((("Ya", "5"), ("Ya", "2")), {"Ya": "5", "Tidak": "2"}),
)


@pytest.mark.parametrize(("ways", "expected"), NAMED)
def test_a_label_that_stands_twice_beside_another_is_a_list(
    ways: tuple[tuple[str, str], ...], expected: object
) -> None:
    value, _ = exits_data(name_unnamed(exits(*ways)), labelled=True)
    assert value == expected
