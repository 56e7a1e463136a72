import pytest

from sopgen.model.geometry import Box, Point
from sopgen.symbols import read_symbols

SHAPES = sorted(read_symbols().shapes)


#: The symbols of the official forms; an office's profile may have more.
OFFICIAL = {
    "terminator", "proses", "keputusan", "persiapan", "dokumen", "penghubung",
    "penyimpanan", "alur_proses", "alur_tembusan",
}  # fmt: skip


def known(profil: str) -> list[str]:
    names = [s.nama for s in read_symbols().legend(profil)]
    return [nama for nama in names if nama in OFFICIAL]


def test_lines_stand_behind_the_shapes_in_every_legend() -> None:
    symbols = read_symbols()
    for profil in ("daerah9", "permenpan5"):
        kinds = [s.nama in symbols.lines for s in symbols.legend(profil)]
        assert kinds == sorted(kinds)


def test_the_two_profiles_have_nine_and_five_symbols_in_legend_order() -> None:
    nine = known("daerah9")
    assert nine == [
        "terminator",
        "proses",
        "keputusan",
        "persiapan",
        "dokumen",
        "penghubung",
        "penyimpanan",
        "alur_proses",
        "alur_tembusan",
    ]
    assert known("permenpan5") == [
        "terminator",
        "proses",
        "keputusan",
        "penghubung",
        "alur_proses",
    ]


@pytest.mark.parametrize("nama", SHAPES)
def test_every_port_lies_on_the_outline(nama: str) -> None:
    shape, box = read_symbols().shapes[nama], Box(10, 20, 30, 14)
    corners = shape.polygon(box)
    for side, _ in shape.ports:
        port = shape.port(side, box)
        pairs = zip(corners, corners[1:] + corners[:1], strict=True)
        assert min(distance(port, a, b) for a, b in pairs) < 0.1, side


@pytest.mark.parametrize("nama", SHAPES)
def test_every_outline_fills_its_box(nama: str) -> None:
    box = Box(10, 20, 21.6, 12)
    corners = read_symbols().shapes[nama].polygon(box)
    assert min(p.x for p in corners) == pytest.approx(box.x, abs=0.01)
    assert max(p.x for p in corners) == pytest.approx(box.x1, abs=0.01)
    assert min(p.y for p in corners) == pytest.approx(box.y, abs=0.01)
    assert max(p.y for p in corners) == pytest.approx(box.y1, abs=0.2)


@pytest.mark.parametrize("nama", SHAPES)
def test_the_text_box_lies_inside_the_outline(nama: str) -> None:
    shape = read_symbols().shapes[nama]
    text, (w, h) = shape.teks, shape.size
    assert 0 <= text.x < text.x1 <= w
    assert 0 <= text.y < text.y1 <= h


def test_arrows_may_meet_flat_sides_anywhere_and_corners_only_there() -> None:
    shapes = read_symbols().shapes
    assert tuple(shapes["proses"].flat("top")) == (0, 1)
    assert shapes["keputusan"].flat("left").length == 0
    assert shapes["penyimpanan"].flat("bottom").length == 0


def test_only_the_line_of_copies_is_dashed() -> None:
    lines = read_symbols().lines
    assert lines["alur_tembusan"].dashes
    assert not lines["alur_proses"].dashes
    assert max(p.x for p in lines["alur_proses"].head) == 0


def distance(p: Point, a: Point, b: Point) -> float:
    dx, dy = b.x - a.x, b.y - a.y
    length = dx * dx + dy * dy
    t = ((p.x - a.x) * dx + (p.y - a.y) * dy) / length if length else 0
    t = max(0.0, min(1.0, t))
    return float(((a.x + t * dx - p.x) ** 2 + (a.y + t * dy - p.y) ** 2) ** 0.5)
