"""Make the pictures of Excel, of pages and of the menu: ``make gambar``.

Asks LibreOffice and poppler (``apt install libreoffice-calc poppler-utils``).
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2 as pdfium
from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from PIL import Image, ImageChops, ImageDraw

from docs.layar import take_menu

FOLDER = Path(__file__).with_name("gambar")
BOOK = "karangan"
#: The sheet of a SOP that the pictures show, and the first row of its steps.
SOP = "09 surat-masuk"
STEPS = "No"
DPI, WIDTH, MARGIN = 150, 1300, 8


@dataclass(frozen=True)
class Picture:
    """A part of a sheet, as it stands on the screen."""

    name: str
    workbook: str
    sheet: str
    columns: str
    rows: Callable[[Workbook], tuple[int, int]]


def steps(first: int, last: int) -> Callable[[Workbook], tuple[int, int]]:
    """Return rows counted from the heading of the steps of a SOP."""

    def rows(book: Workbook) -> tuple[int, int]:
        column = book[SOP]["A"]
        head = next(one.row for one in column if one.value == STEPS)
        return head + first, head + last

    return rows


def fixed(first: int, last: int) -> Callable[[Workbook], tuple[int, int]]:
    """Return the rows that are named."""
    return lambda _: (first, last)


@dataclass(frozen=True)
class Sheet:
    """A printed page of a file of a book, so many pixels wide."""

    name: str
    file: str
    page: int
    width: int


SHEETS = (
    Sheet("bagan", "kampak/2025/sop/01-adminduk.pdf", 3, 1172),
    Sheet("bagan-tembusan", "karangan/2025/sop/16-koordinasi-trantib.pdf", 3, 912),
    Sheet("bagan-cabang", "karangan/2025/sop/12-perencanaan.pdf", 4, 912),
    Sheet("sampul", "kampak/2025/buku.pdf", 1, 383),
    Sheet("keputusan", "kampak/2025/keputusan-1.pdf", 1, 510),
)

#: The page of a decree that is signed, and the name of its field; of the picture, how
#: wide it is, the colour of the frame, and the share of the page above and below it.
TTD_FILE, TTD_PAGE = "kampak/2025/keputusan-1.pdf", 3
TTD_FIELD = re.compile(rb"/T \(keputusan-[^)]*\)[^\[]*/Rect \[([-0-9. ]+)\]")
TTD_WIDTH, TTD_FRAME, TTD_ABOVE, TTD_BELOW = 912, (0, 90, 200), 0.17, 0.1

ASLI, SALAH, TEMUAN, BARU = "karangan", "salah", "salah-temuan", "karangan-2026"
PICTURES = (
    Picture("excel-buku", ASLI, "Buku", "AB", fixed(1, 24)),
    Picture("excel-identitas", ASLI, SOP, "AG", fixed(1, 20)),
    Picture("excel-sop", ASLI, SOP, "AL", steps(0, 12)),
    Picture("excel-salah", TEMUAN, SOP, "AI", steps(0, 7)),
    Picture("excel-temuan", TEMUAN, "Temuan", "AE", fixed(1, 10)),
    Picture("excel-perubahan", BARU, "Perubahan", "AE", fixed(1, 42)),
)
#: What the next year's camat answers, option by option.
ROLL = (
    *("--camat", "Drs. JOKO SANTOSO, M.Si.; 19700101 199503 1 002; Pembina"),
    *("--nomor", "2"),
    *("--tanggal", "2026-01-12"),
    *("--keputusan", "sk-09-1"),
)


def sopgen(folder: Path, *arguments: str) -> None:
    """Run sopgen; what it finds is part of the pictures."""
    subprocess.run(
        [sys.executable, "-m", "sopgen", *arguments], cwd=folder, check=False
    )


def make_workbooks(folder: Path) -> None:
    """Export a book, spoil three cells of a copy, and let both be worked on."""
    office = Path(__file__).parents[1] / "specs" / BOOK
    sopgen(folder, "export", str(office), "--xlsx")
    book = load_workbook(folder / f"{ASLI}.xlsx")
    row, _ = steps(0, 0)(book)
    for cell, wrong in ((f"C{row + 4}", "Camatt"), (f"F{row + 5}", "40"),
                        (f"D{row + 6}", "keputusn")):  # fmt: skip
        book[SOP][cell].value = wrong
    book.save(folder / f"{SALAH}.xlsx")
    sopgen(folder, "check", f"{SALAH}.xlsx", "--annotate")
    sopgen(folder, "roll", f"{ASLI}.xlsx", *ROLL)


def only(picture: Picture, source: Path, target: Path) -> None:
    """Keep of a workbook what a picture shows, on a sheet of one page."""
    book = load_workbook(source)
    first, last = picture.rows(book)
    for sheet in book.worksheets:
        sheet.sheet_state = "visible" if sheet.title == picture.sheet else "hidden"
    sheet = book[picture.sheet]
    book.active = book.index(sheet)
    left, right = picture.columns
    sheet.print_area = f"{left}{first}:{right}{last}"
    sheet.print_title_rows = sheet.print_title_cols = None
    sheet.print_options.headings = True
    sheet.print_options.gridLines = True
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth = sheet.page_setup.fitToHeight = 1
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    for part in (sheet.oddHeader, sheet.oddFooter):
        part.left.text = part.center.text = part.right.text = None
    book.save(target)


def take_pages(folder: Path) -> None:
    """Build the books and keep some of their pages, each in a thin frame."""
    specs = Path(__file__).parents[1] / "specs"
    for office in dict.fromkeys(one.file.partition("/")[0] for one in SHEETS):
        flags = ("--format", "pdf", "--output", "hasil", "--quiet")
        sopgen(folder, "build", str(specs / office), *flags)
    for one in SHEETS:
        shot, number = folder / one.name, str(one.page)
        subprocess.run(["pdftoppm", "-r", str(2 * DPI), "-png", "-singlefile",
                        "-f", number, folder / "hasil" / one.file, shot],
                       check=True)  # fmt: skip
        page = Image.open(shot.with_suffix(".png")).convert("L")
        high = round(page.height * one.width / page.width)
        page = page.resize((one.width, high), Image.Resampling.LANCZOS)
        ImageDraw.Draw(page).rectangle((0, 0, one.width - 1, high - 1), outline=128)
        page.save(FOLDER / f"{one.name}.png", optimize=True)


def take_field(folder: Path) -> None:
    """Build a decree with fields, and keep what stands round one, the field framed."""
    specs = Path(__file__).parents[1] / "specs"
    wish = ("--format", "pdf", "--output", "kolom", "--quiet", "--kolom-tanda-tangan")
    sopgen(folder, "build", str(specs / TTD_FILE.partition("/")[0]), *wish)
    file, shot, number = folder / "kolom" / TTD_FILE, folder / "ttd", str(TTD_PAGE)
    subprocess.run(["pdftoppm", "-r", str(2 * DPI), "-png", "-singlefile",
                    "-f", number, file, shot], check=True)  # fmt: skip
    page = Image.open(shot.with_suffix(".png")).convert("RGB")
    found = TTD_FIELD.search(file.read_bytes())
    if found is None:
        raise ValueError("keputusan tanpa kolom tanda tangan")
    dots = 2 * DPI / 72
    left, low, right, high = (float(one) * dots for one in found[1].split())
    frame = (left, page.height - high, right, page.height - low)
    ImageDraw.Draw(page).rectangle(frame, outline=TTD_FRAME, width=6)
    top = round(frame[1] - TTD_ABOVE * page.height)
    shown = page.crop((0, top, page.width, round(frame[3] + TTD_BELOW * page.height)))
    tall = round(shown.height * TTD_WIDTH / shown.width)
    shown = shown.resize((TTD_WIDTH, tall), Image.Resampling.LANCZOS)
    ImageDraw.Draw(shown).rectangle((0, 0, TTD_WIDTH - 1, tall - 1), outline="gray")
    shown.quantize(64).save(FOLDER / "tanda-tangan.png", optimize=True)


#: An office that signs electronically: what is put in, and behind which line.
TTE = {
    "    nip: 19690518 199710 1 001\n": "    tanda_tangan: elektronik\n",
    "penandatangan: camat\n": "tte: {halaman_verifikasi: "
    "https://tte.trenggalekkab.go.id/periksa}\n",
}
#: What the picture shows of the page round the tag of its box, points: at the left, the
#: right, above and below; how wide it is in pixels.
AROUND, TTE_WIDTH = (162.0, 50.0, 104.0, 12.0), 640


def take_box(folder: Path) -> None:
    """Let an office sign electronically, and keep the box with what stands over it."""
    office = folder / "tte"
    shutil.copytree(Path(__file__).parents[1] / "specs" / "kampak", office)
    file = office / "buku.yaml"
    text = file.read_text(encoding="utf-8")
    for line, more in TTE.items():
        text = text.replace(line, line + more, 1)
    file.write_text(text, encoding="utf-8")
    sopgen(folder, "build", str(office), "--format", "pdf", "--output", "hasil")
    with pdfium.PdfDocument(folder / "hasil/tte/2025/keputusan-1.pdf") as pdf:
        page = next(p for p in pdf if "#" in p.get_textpage().get_text_range())
        words = page.get_textpage()
        start, _ = words.search("#").get_next()
        x, y = words.get_charbox(start)[:2]
        left, right, over, below = AROUND
        wide, high = page.get_size()
        crop = (x - left, y - below, wide - x - right, high - y - over)
        shot = page.render(scale=TTE_WIDTH / (left + right), crop=crop).to_pil()
    shot.convert("L").save(FOLDER / "kotak-tte.png", optimize=True)


def take(pictures: Iterable[Picture], folder: Path) -> None:
    """Print each part and keep it, cut to its ink."""
    for picture in pictures:
        source = folder / f"{picture.name}.xlsx"
        only(picture, folder / f"{picture.workbook}.xlsx", source)
        profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
        subprocess.run(["soffice", profile, "--headless", "--convert-to", "pdf",
                        "--outdir", folder, source], check=True)  # fmt: skip
        pages = folder / picture.name
        subprocess.run(["pdftoppm", "-r", str(3 * DPI), "-png", "-singlefile",
                        source.with_suffix(".pdf"), pages], check=True)  # fmt: skip
        shot = trimmed(Image.open(pages.with_suffix(".png")).convert("RGB"))
        colours = shot.quantize(64)
        colours.save(FOLDER / f"{picture.name}.png", optimize=True)


def trimmed(page: Image.Image) -> Image.Image:
    """Return a page without its white margin, as wide as the guide's pictures."""
    white = Image.new("RGB", page.size, "white")
    box = ImageChops.difference(page, white).getbbox()
    if box is None:
        raise ValueError("halaman kosong")
    ink = page.crop(box)
    wide = WIDTH - 2 * MARGIN
    ink = ink.resize(
        (wide, round(ink.height * wide / ink.width)), Image.Resampling.LANCZOS
    )
    shot = Image.new("RGB", (WIDTH, ink.height + 2 * MARGIN), "white")
    shot.paste(ink, (MARGIN, MARGIN))
    return shot


def main() -> None:
    """Make every picture anew."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        make_workbooks(folder)
        take(PICTURES, folder)
        take_pages(folder)
        take_field(folder)
        take_box(folder)
        take_menu(folder / "menu")


if __name__ == "__main__":
    main()
