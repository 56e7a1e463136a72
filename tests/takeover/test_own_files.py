"""What sopgen built, taken over again, is the book that it was built from."""

from __future__ import annotations

from pathlib import Path

import pytest

from sopgen.model.bagian import BagianId
from sopgen.model.diagnostic import Severity
from sopgen.pipeline import Wish, build
from sopgen.spec import read_buku
from sopgen.takeover.findings import PERIKSA
from tests.books import OFFICES
from tests.spec.kantor import SURAT, write_kantor
from tests.takeover.clerk_docx import in_vml
from tests.takeover.own import (
    SUFFIXES,
    again,
    book,
    fields_of,
    graph_of,
    rows_of,
    taken,
    through_libreoffice,
    written,
)
from tests.takeover.shaken import shaken

pytestmark = pytest.mark.slow

SEEDS = (0, 1, 9, 10, 19, 23)
#: SOP without freeforms, which LibreOffice does not write as VML.
IN_VML = ("surat-masuk", "kk", "sktm", "skck")
#: Seconds that a whole book may take.

both = pytest.mark.parametrize("suffix", SUFFIXES)
offices = pytest.mark.parametrize("nama", OFFICES)


@both
@offices
def test_every_sop_comes_back_with_its_graph(
    nama: str, suffix: str, tmp_path: Path
) -> None:
    for sop in book(nama)[0].sop:
        (back,) = again(written(nama, suffix, sop.id), tmp_path / sop.id)
        assert graph_of(back) == graph_of(sop), sop.id
        assert [p.nama for p in back.pelaksana] == [p.nama for p in sop.pelaksana]


@both
@offices
def test_every_sop_comes_back_with_its_texts(
    nama: str, suffix: str, tmp_path: Path
) -> None:
    for sop in book(nama)[0].sop:
        (back,) = again(written(nama, suffix, sop.id), tmp_path / sop.id)
        assert rows_of(back) == rows_of(sop), sop.id
        assert fields_of(back) == fields_of(sop), sop.id


@both
@offices
def test_a_whole_book_comes_back(nama: str, suffix: str, tmp_path: Path) -> None:
    back = again(written(nama, suffix), tmp_path)
    sops = book(nama)[0].sop
    assert [s.nomor_sop for s in back] == [s.nomor_sop for s in sops]
    for one, sop in zip(back, sops, strict=True):
        assert graph_of(one) == graph_of(sop), sop.id
        assert fields_of(one) == fields_of(sop), sop.id


@both
@offices
def test_libreoffice_may_have_saved_it(nama: str, suffix: str, tmp_path: Path) -> None:
    files = {s.id: written(nama, suffix, s.id) for s in book(nama)[0].sop}
    through_libreoffice({**files, "buku": written(nama, suffix)}, suffix, tmp_path)
    whole = again((tmp_path / "lo" / f"buku.{suffix}").read_bytes(), tmp_path / "buku")
    for one, sop in zip(whole, book(nama)[0].sop, strict=True):
        data = (tmp_path / "lo" / f"{sop.id}.{suffix}").read_bytes()
        (back,) = again(data, tmp_path / sop.id)
        assert graph_of(back) == graph_of(sop), sop.id
        assert graph_of(one) == graph_of(sop), sop.id


def test_the_older_shapes_of_word_are_read_if_there_are_no_others(
    tmp_path: Path,
) -> None:
    files = {kode: written("karangan", "docx", kode) for kode in IN_VML}
    through_libreoffice(files, "docx", tmp_path)
    for kode in IN_VML:
        data = in_vml((tmp_path / "lo" / f"{kode}.docx").read_bytes())
        (back,) = again(data, tmp_path / kode)
        (sop,) = (s for s in book("karangan")[0].sop if s.id == kode)
        assert graph_of(back) == graph_of(sop), kode


@both
@offices
@pytest.mark.parametrize("seed", SEEDS)
def test_ends_may_lie_three_millimetres_off(
    nama: str, suffix: str, seed: int, tmp_path: Path
) -> None:
    back = again(shaken(written(nama, suffix), seed), tmp_path)
    for one, sop in zip(back, book(nama)[0].sop, strict=True):
        assert graph_of(one) == graph_of(sop), sop.id


@both
@offices
def test_nothing_about_our_own_charts_is_doubtful(nama: str, suffix: str) -> None:
    made = taken(written(nama, suffix))
    assert all(f.severity is Severity.INFO for f in made.findings)
    for draft in made.drafts[1:]:
        doubts = [text for trail, text in draft.remarks.items() if "kegiatan" in trail]
        assert doubts == []


@both
def test_arrows_that_hang_loose_say_so(suffix: str) -> None:
    made = taken(shaken(written("kampak", suffix), seed=1))
    remarks = [text for draft in made.drafts for text in draft.remarks.values()]
    assert any(t.startswith(f"{PERIKSA}panah tidak menempel") for t in remarks)


@both
@pytest.mark.parametrize("tall", [0, 1, 2])
def test_a_row_that_went_on_over_pages_is_one_kegiatan_again(
    suffix: str, tall: int, tmp_path: Path
) -> None:
    texts = ["Menerima surat", "Memeriksa surat", "Menyimpan surat"]
    folder = write_kantor(tmp_path / "uji")
    long = " ".join(f"kata{n}" for n in range(1500))
    text = SURAT.replace(texts[tall], f"{texts[tall]} {long}")
    (folder / "sop" / "surat.yaml").write_text(text)
    made = build(Wish(folder, tmp_path / "out", formats=(suffix,)), lambda *_: None)
    (file,) = (one.path for one in made.files if one.bagian == BagianId("sop", "surat"))
    (back,) = again(file.read_bytes(), tmp_path / "lama")
    buku = read_buku(folder).buku
    assert buku is not None
    assert rows_of(back) == rows_of(buku.sop[0])
    assert graph_of(back) == graph_of(buku.sop[0])
