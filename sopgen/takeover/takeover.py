"""An old file → drafts of a spec, and what somebody should know about them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from lxml import etree

from sopgen.celltext import visible
from sopgen.model.diagnostic import Diagnostic, in_order
from sopgen.model.draft import Data, Draft
from sopgen.model.kata import isian
from sopgen.model.nilai import dataclass
from sopgen.ooxml import Package
from sopgen.takeover import findings as codes
from sopgen.takeover.board import Board, Cell
from sopgen.takeover.casing import calmed, is_shouted, slug
from sopgen.takeover.chart import Chart, Graph, read_chart, read_graph
from sopgen.takeover.leftover import after, around, leftover, unread
from sopgen.takeover.lembaran import Cetakan, cetakan_of, lembaran_of
from sopgen.takeover.letterhead import letterhead, lines_of, says_office
from sopgen.takeover.office import Listed, draft_office, kode_of
from sopgen.takeover.ours import is_ours
from sopgen.takeover.panggilan import Panggilan
from sopgen.takeover.procedures import Page, Procedure, read_page, sort_out
from sopgen.takeover.sheets import read_sheets
from sopgen.takeover.sop import HEAD, Asal, draft_sop
from sopgen.takeover.wordfile import page_heads, read_document

SARAN = (
    "berkas harus memuat tabel berjudul kolom Kegiatan, Pelaksana, dan Mutu Baku "
    "sebagai tabel atau sel, bukan gambar pindaian"
)
ONE_LANE = (
    "periksa judul kolom pelaksana pada berkas lama, lalu isi "
    f"{isian('pelaksana')} setiap kegiatan"
)


@dataclass(frozen=True, slots=True)
class Takeover:
    """Files of a spec, and what could not be read or has to be checked."""

    drafts: tuple[Draft, ...]
    findings: tuple[Diagnostic, ...]


def take_over(package: Package, nama: str) -> Takeover:
    """Return the drafts of an office's spec from an opened file; nama is its name."""
    found: list[Diagnostic] = []
    read = enumerate(_boards(package, found))
    boards = tuple(replace(board, number=n) for n, board in read)
    pages = [read_page(board) for board in boards]
    procedures = sort_out(pages)
    if not any(one.tables for one in procedures):
        what = "tabel kegiatan" if procedures else "SOP"
        message = f"tidak ada {what} yang dikenali dalam berkas ini"
        found.append(codes.about_file(package.source, codes.NO_SOP, message, SARAN))
        return Takeover((), in_order(found))
    graphs = {
        page.board.number: read_graph(page.board, page.tables)
        for page in pages
        if page.tables
    }
    charts = [_chart(one, graphs, found) for one in procedures]
    for page in pages:
        found += unread(page)
        if page.tables:
            found += leftover(graphs[page.board.number], page.tables)
    found += _beside(pages, procedures)
    listed, ours = _listed(procedures, nama), is_ours(package)
    numbers = kode_of([one.kode for one in listed]).nomor
    cetakan = _cetakan(pages, procedures, ours=ours)
    drafts = [
        draft_sop(
            entry.id,
            one,
            chart,
            Asal(_source(one), ours, lembaran),
            _others(listed, numbers, entry),
        )
        for entry, one, chart, lembaran in zip(
            listed, procedures, charts, cetakan.sop, strict=True
        )
    ]
    for draft, one, chart in zip(drafts, procedures, charts, strict=True):
        if chart is not None and chart.nodes:
            found += _crowded(draft, one)
    lines = [*_letterheads(pages, procedures), *page_heads(package)]
    office = draft_office(listed, lines, cetakan.buku)
    return Takeover(tuple(map(_visible, (office, *drafts))), in_order(found))


def _visible(draft: Draft) -> Draft:
    """Return a draft without what no file of a spec may hold."""
    remarks = {trail: visible(one) for trail, one in draft.remarks.items()}
    head = tuple(map(visible, draft.head))
    return replace(draft, data=_seen(draft.data), remarks=remarks, head=head)


def _seen(data: Data) -> Data:
    if isinstance(data, str):
        return visible(data)
    if isinstance(data, dict):
        return {visible(key): _seen(one) for key, one in data.items()}
    return [_seen(one) for one in data]


def _cetakan(
    pages: Sequence[Page], procedures: Sequence[Procedure], *, ours: bool
) -> Cetakan:
    """Return the paper of a file of ours; that of others was chosen by nobody."""
    if not ours:
        return Cetakan({}, ({},) * len(procedures))
    charts = [one.tables[0].board if one.tables else None for one in procedures]
    others = (page.board for page in pages if not page.tables)
    return cetakan_of([*map(lembaran_of, charts)], map(lembaran_of, others))


def _others(listed: Sequence[Listed], numbers: Sequence[int], own: Listed) -> Panggilan:
    """Return the SOP of a file that one of them may call."""
    others = [(n, e) for n, e in zip(numbers, listed, strict=True) if e is not own]
    return Panggilan(
        {n: e.id for n, e in others}, {slug(e.nama): e.id for _, e in others}
    )


def _letterheads(
    pages: Sequence[Page], procedures: Sequence[Procedure]
) -> Iterator[str]:
    """Yield the lines that name the office: of SOP, of covers, in text boxes."""
    held = {piece.board.number for one in procedures for piece in one.pieces}
    for one in procedures:
        yield from one.office
    for page in pages:
        board = page.board
        if not page.tables and board.number not in held:
            yield from lines_of(letterhead(board, range(board.rows), ()))
        yield from (words.teks for words in board.drawing.words if says_office(words))


def _crowded(draft: Draft, procedure: Procedure) -> Iterator[Diagnostic]:
    """Yield that all kegiatan of a SOP have one pelaksana, if its table has more."""
    why = draft.remarks.get(HEAD, "").removeprefix(codes.PERIKSA)
    if why:
        table = procedure.tables[0]
        at = Cell(table.heading.top, 0, "")
        yield table.board.finding(codes.CROWDED, why, at, ONE_LANE)


def _boards(package: Package, found: list[Diagnostic]) -> Iterator[Board]:
    """Yield the boards of a workbook or document."""
    try:
        if "xl/workbook.xml" in package.parts:
            yield from read_sheets(package, found)
        elif "word/document.xml" in package.parts:
            yield from read_document(package, found)
        else:
            message = "berkas tidak memuat lembar kerja atau dokumen"
            found.append(codes.about_file(package.source, codes.BROKEN_PART, message))
    except etree.XMLSyntaxError:
        message = "isi utama berkas rusak"
        saran = "buka di Excel atau Word, lalu simpan ulang"
        found.append(
            codes.about_file(package.source, codes.BROKEN_PART, message, saran)
        )


def _chart(
    procedure: Procedure, graphs: dict[int, Graph], found: list[Diagnostic]
) -> Chart | None:
    if not procedure.tables:
        board = procedure.first
        message = "SOP ini tidak punya tabel kegiatan yang dikenali"
        if board is not None:
            found.append(board.finding(codes.NO_CHART, message, board.cell(0, 0)))
        return None
    return read_chart(procedure.tables, graphs, found)


def _beside(
    pages: Sequence[Page], procedures: Sequence[Procedure]
) -> Iterator[Diagnostic]:
    """Yield what stands beside identities and behind charts and was not read."""
    for one in procedures:
        yield from around(one)
    for number, (page, text) in enumerate(pairwise(pages), 2):
        yield from after(page, text, pages[number:])


def _listed(procedures: Sequence[Procedure], nama: str) -> list[Listed]:
    """Return the entries of the list of SOP, each with an id of its own."""
    made: list[Listed] = []
    for number, one in enumerate(procedures, 1):
        title, doubt = _name(one, nama, number)
        kode, n = slug(title) or f"sop-{number}", 2
        taken = {entry.id for entry in made}
        while kode in taken:
            kode, n = f"{slug(title, 36) or 'sop'}-{n}", n + 1
        made.append(Listed(kode, title, doubt, one.identity))
    return made


def _name(procedure: Procedure, nama: str, number: int) -> tuple[str, str]:
    """Return the name of a SOP, and what is doubtful about it."""
    identity, board = procedure.identity, procedure.first
    title = identity.texts.get("judul", "") if identity else ""
    if title:
        shouted = is_shouted(title)
        doubt = "huruf besar diubah; periksa singkatan" if shouted else ""
        return calmed(_bare(title)), doubt
    if procedure.title:
        return calmed(_bare(procedure.title)), "diambil dari judul di atas tabel"
    if board is not None and board.sheet:
        return board.sheet, "diambil dari nama lembar"
    return f"{nama} {number}", "tidak ada pada berkas lama"


def _bare(title: str) -> str:
    """Return a title without the words that every title has."""
    for start in ("SOP ", "PROSEDUR ", "STANDAR OPERASIONAL PROSEDUR "):
        if title.upper().startswith(start) and len(title) > len(start) + 2:
            return title[len(start) :]
    return title


def _source(procedure: Procedure) -> str:
    """Return where a SOP was read."""
    board = procedure.first
    return f"Dibaca dari {board.source.path}, {board.nama}." if board else ""
