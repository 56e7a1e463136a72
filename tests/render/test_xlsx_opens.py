"""The files of both books in other programs: openpyxl, and what reads with it."""

import re
import zipfile
from io import BytesIO

import openpyxl
import pytest
from lxml import etree

from sopgen.pipeline import Wish, build
from tests.books import OFFICES, ROOT
from tests.render.xlsx_reader import A, X

pytestmark = pytest.mark.slow
DEGREE = 60000


@pytest.fixture(scope="module", params=OFFICES)
def written(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("buku")
    wish = Wish(ROOT / "specs" / request.param, folder, formats=("xlsx",))
    made = build(wish, lambda *_: None).files
    return {one.path.name: one.path.read_bytes() for one in made}


@pytest.mark.parametrize("read_only", [False, True])
def test_openpyxl_opens_every_file(
    written: dict[str, bytes], *, read_only: bool
) -> None:
    for name, data in written.items():
        book = openpyxl.load_workbook(BytesIO(data), read_only=read_only)
        assert book.sheetnames, name


def test_what_openpyxl_saves_opens_again(written: dict[str, bytes]) -> None:
    for name, data in written.items():
        again = BytesIO()
        openpyxl.load_workbook(BytesIO(data)).save(again)
        book = openpyxl.load_workbook(again)
        assert any(c.value for row in book.worksheets[0].rows for c in row), name


def test_every_site_of_an_outline_of_its_own_leads_away_from_its_shape(
    written: dict[str, bytes],
) -> None:
    for drawing in drawings(written):
        for shape in drawing.iter(f"{X}sp"):
            guides = {
                g.get("name"): int(g.get("fmla").removeprefix("val "))
                for g in shape.iterfind(f"{X}spPr/{A}custGeom/{A}gdLst/{A}gd")
                if g.get("fmla").startswith("val ")
            }
            for site in shape.iter(f"{A}cxn"):
                word = site.get("ang")
                angle = int(word) if re.fullmatch("-?[0-9]+", word) else guides[word]
                assert angle / DEGREE in away(shape, site), shape[0][0].get("name")


def drawings(written: dict[str, bytes]) -> list[etree._Element]:
    found = []
    for data in written.values():
        with zipfile.ZipFile(BytesIO(data)) as archive:
            found += [
                etree.fromstring(archive.read(name))
                for name in archive.namelist()
                if name.startswith("xl/drawings/drawing")
            ]
    return found


def away(shape: etree._Element, site: etree._Element) -> set[float]:
    """Return the degrees, clockwise from the right, that lead out of a shape."""
    path = shape.find(f".//{A}path")
    w, h = (int(path.get(key)) for key in ("w", "h"))
    x, y = (int(site[0].get(key)) for key in ("x", "y"))
    upper, lower = y < h / 2, y > h / 2
    found = {270.0} if upper else {90.0} if lower else set()
    return found | ({180.0} if x < w / 2 else {0.0} if x > w / 2 else set())
