"""Set the elements of a text as blocks: one way for every text of a book."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sopgen.model.document import (
    Block,
    Cell,
    Figure,
    Label,
    Paragraph,
    Row,
    Run,
    Space,
    Style,
    Table,
    Together,
    kept_ends,
)
from sopgen.model.gambar import Gambar
from sopgen.model.gaya import runs_of
from sopgen.model.naskah import (
    Alinea,
    Butir,
    GambarTeks,
    Judul,
    TabelTeks,
    Unsur,
    read_unsur,
)
from sopgen.model.nilai import dataclass
from sopgen.parts.lebar_kolom import least_width, table_columns
from sopgen.parts.styles import KETERANGAN, TABEL, TABEL_JUDUL

#: How far the text of an item stands right of its mark, mm.
HANG = 8.0
#: Lists that are nested deeper stand no further in.
TERDALAM = 5
#: Room inside the cells of a table, and below it and a picture, mm.
PADDING, BELOW = (1.8, 1.0), 3.0
#: A picture is at most so high, mm: with its caption it stays on a page.
TERTINGGI = 190.0
#: The height of the box for a picture that is not there, mm.
KOSONG = 30.0
#: How much smaller the letters of a table are set so that no word of it is cut.
UKURAN = (1.0, 0.9, 0.8, 0.7)


@dataclass(frozen=True, slots=True)
class Tata:
    """How texts are set in a place: in a column of ``width`` mm, from ``x`` on.

    ``isi`` is the style of paragraphs, ``butir`` that of items; ``hang`` how far a text
    stands right of its mark; ``level`` the nesting of the outermost list in a text.
    ``gambar`` are the pictures that can be printed, nothing where none may stand.
    """

    isi: Style
    butir: Style
    width: float
    x: float = 0.0
    hang: float = HANG
    right: float = 0.0
    level: int = 0
    sel: Style = TABEL
    kepala: Style = TABEL_JUDUL
    gambar: Mapping[str, Gambar] | None = None


def listed(text: str) -> tuple[Unsur, ...]:
    """Return the elements of a short text that holds more than one, else nothing.

    A text of one paragraph is printed as it is, even if it begins like an item.
    """
    made = read_unsur(text)
    more = len(made) > 1 and any(not isinstance(one, Alinea) for one in made)
    alone = len(made) == 1 and isinstance(made[0], TabelTeks)
    return made if more or alone else ()


def blocks_of(
    unsur: Iterable[Unsur], tata: Tata, labels: tuple[Label, ...] = ()
) -> Iterator[Block]:
    """Yield the blocks of elements; ``labels`` hang before the first of them."""
    for one in unsur:
        match one:
            case Judul() | Alinea() | Butir():
                yield _paragraph(one, tata, labels)
            case TabelTeks() | GambarTeks():
                if labels:
                    blank = (Run(""),)
                    yield Paragraph(
                        blank, tata.isi, tata.x, labels=labels, keep_next=True
                    )
                yield from _apart(one, tata)
        labels = ()


def edge(one: Unsur, tata: Tata) -> float:
    """Return where the text of an element begins, mm."""
    deep = one.depth + 1 if isinstance(one, Butir) else getattr(one, "depth", 0)
    return tata.x + tata.hang * min(deep, TERDALAM)


def _paragraph(
    one: Judul | Alinea | Butir, tata: Tata, labels: tuple[Label, ...]
) -> Paragraph:
    x = edge(one, tata)
    style = tata.isi
    if isinstance(one, Butir):
        style = tata.butir
        labels = (
            *labels,
            Label(one.tanda, x - tata.hang, level=one.depth + tata.level),
        )
    elif isinstance(one, Alinea) and one.depth:
        style = tata.butir
    return Paragraph(
        runs_of(one.text),
        style,
        x,
        tata.right,
        labels=labels,
        keep_next=one.text.rstrip().endswith(":"),
    )


def _apart(one: TabelTeks | GambarTeks, tata: Tata) -> Iterator[Block]:
    """Yield a table or picture, and the white below it."""
    if isinstance(one, TabelTeks):
        yield _table(one, tata)
        yield Space(BELOW)
        return
    if tata.gambar is None:
        yield Paragraph(runs_of(one.tertulis), tata.isi, edge(one, tata))
        return
    gambar = tata.gambar.get(one.berkas)
    yield _picture(one, gambar, tata) if gambar else _absent(one, tata)
    yield Space(BELOW)


def _picture(one: GambarTeks, gambar: Gambar, tata: Tata) -> Block:
    """Return a picture no wider than the text, its caption below it."""
    caption = Paragraph(runs_of(one.keterangan), KETERANGAN)
    room = tata.width - tata.right
    scale = min(1.0, room / gambar.lebar, TERTINGGI / gambar.tinggi)
    alt = "".join(run.text for run in caption.runs) or gambar.nama
    size = gambar.lebar * scale, gambar.tinggi * scale
    figure = Figure(gambar.berkas, *size, alt)
    return Together((figure, Space(1.5), caption), 0) if one.keterangan else figure


def _absent(one: GambarTeks, tata: Tata) -> Table:
    """Return the box that stands for a picture that cannot be printed."""
    words = f"Gambar belum dapat dicetak: {one.berkas}\n{one.keterangan}".strip()
    cell = Cell((Paragraph((Run(words),), KETERANGAN),), middle=True)
    return Table((tata.width - tata.right,), (Row((cell,), KOSONG),), 0, PADDING)


def _table(one: TabelTeks, tata: Tata) -> Table:
    indent = edge(one, tata)
    room = tata.width - tata.right - indent
    for factor in UKURAN:
        rows = tuple(_rows(one, tata, factor))
        if least_width(rows, PADDING[0]) <= room:
            break
    columns = table_columns(rows, room, PADDING[0])
    head = int(bool(one.kepala))
    return Table(columns, kept_ends(rows), head, PADDING, indent)


def _rows(one: TabelTeks, tata: Tata, factor: float) -> Iterator[Row]:
    """Yield the rows in letters that are so much smaller."""
    sel, kepala = (_smaller(style, factor) for style in (tata.sel, tata.kepala))
    if one.kepala:
        yield _row(one.kepala.sel, one, kepala)
    for row in one.baris:
        yield _row(row.sel, one, sel)


def _smaller(style: Style, factor: float) -> Style:
    if factor == 1:
        return style
    size_pt = round(style.size_pt * factor * 2) / 2
    return style.but(nama=f"{style.nama} {size_pt:g}", size_pt=size_pt)


def _row(cells: tuple[str, ...], table: TabelTeks, style: Style) -> Row:
    """Return a row in which every column has its cell."""
    made: list[Cell] = []
    for n in range(table.columns):
        own = style
        if n < len(table.rata) and not style.bold:
            own = style.but(align=table.rata[n])
        runs = runs_of(cells[n]) if n < len(cells) else (Run(""),)
        made.append(Cell((Paragraph(runs or (Run(""),), own),), middle=style.bold))
    return Row(tuple(made))
