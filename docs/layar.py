"""Pictures of the menu in a console: what the real menu says, drawn as a window.

Nobody types what is seen: ``sopgen menu`` runs on a terminal, its questions are
answered, and what stands on it is drawn, the answers brighter.  Only the folder is
called as it would be on Windows.  Asks a font that is everywhere with LibreOffice
(``apt install fonts-dejavu-core``).
"""

from __future__ import annotations

import os
import pty
import re
import select
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from openpyxl import load_workbook
from PIL import Image, ImageDraw, ImageFont
from PIL.PngImagePlugin import PngInfo

FOLDER = Path(__file__).with_name("gambar")
#: What the user's folder is called, and where in it the program was unzipped.
HOME, PROGRAM = r"C:\Users\sekretariat", "Downloads/sopgen-windows"
COLUMNS = 91
QUESTION = ": "
#: Under which name a picture keeps its text.
SAID = "Description"


@dataclass(frozen=True)
class Talk:
    """A picture: what is answered, and between which words it begins and ends."""

    name: str
    answers: tuple[str, ...]
    first: str
    last: str
    #: Two workbooks lie in the folder.
    prepared: bool = False


TALKS = (
    Talk("menu-awal", ("", "0"), "Di folder mana", "Pilih nomor: "),
    Talk("menu-baru", ("1", "Suruh", "", "", "", "Lembah", "t", "0"),
         "Pilih nomor: 1", "(y/t) [y]: "),
    Talk("menu-periksa", ("2", "2", "t", "0"), "Pilih nomor: 2", "(y/t) [y]: ", True),
    Talk("menu-bangun", ("3", "1", "t", "0"), "Pilih nomor: 3", "(y/t) [y]: ", True),
)  # fmt: skip
#: What a clerk fills in, in the book of the pictures, by the name of the field.
ISIAN = {
    "Kabupaten": "Lembah",
    "Alamat": "Jalan Raya Suruh 1",
    "Telepon": "(0355) 000000",
    "Kode pos": "66362",
}
#: And what goes wrong there: a column and row of the first SOP, seen from "No".
SALAH = (("C", 3, "Sekertaris Kecamatan"), ("H", 3, "9"))


def offices(folder: Path) -> None:
    """Make two offices, one of them filled in with two mistakes."""
    for name in ("pogalan", "suruh"):
        line = (sys.executable, "-m", "sopgen", "new", name, "--xlsx")
        subprocess.run(line, cwd=folder, check=True, stdin=subprocess.DEVNULL)
    book = load_workbook(folder / "suruh.xlsx")
    for row in book["Buku"].iter_rows(max_col=2):
        if row[0].value in ISIAN:
            row[1].value = ISIAN[row[0].value]
    sheet = next(one for one in book if re.match(r"\d\d ", one.title))
    head = next(one.row for one in sheet["A"] if one.value == "No")
    for column, row_, wrong in SALAH:
        sheet[f"{column}{head + row_}"].value = wrong
    book.save(folder / "suruh.xlsx")


#: Stands before what was typed, up to the end of its line.
TYPED = "\ue000"
#: Where the line of progress stood, which is gone when all is done.
MANY = re.compile(r"\n{3,}")
#: The menu waits for an answer when nothing more comes for so many seconds.
QUIET = 0.4


def held(home: Path, talk: Talk) -> list[str]:
    """Return the lines of a picture: what stands on a terminal, answered so."""
    ours, theirs = pty.openpty()
    wanted = {
        "HOME": str(home),
        "SOPGEN_RUMAH": str(home / PROGRAM),
        "DISPLAY": "",
        "WAYLAND_DISPLAY": "",
        "TERM": "dumb",
        "COLUMNS": str(COLUMNS),
    }
    menu = subprocess.Popen(
        [sys.executable, "-m", "sopgen", "menu"],
        env={**os.environ, **wanted},
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
    )
    os.close(theirs)
    text = ""
    for answer in talk.answers:
        text += said_on(ours) + TYPED
        os.write(ours, f"{answer}\n".encode())
    text += said_on(ours)
    menu.wait()
    os.close(ours)
    plain = text.replace("\r", "").replace(TYPED + "\n", "\n")
    start = plain.index(talk.first.replace(": ", QUESTION + TYPED))
    end = plain.index(talk.last, start + len(talk.first)) + len(talk.last)
    shown = MANY.sub("\n\n", _as_on_windows(plain[start:end], home))
    return [row for line in shown.split("\n") for row in _wrapped(line)]


def said_on(terminal: int) -> str:
    """Return what comes, until a question is asked or nothing comes any more."""
    said, question = b"", QUESTION.encode()
    while select.select([terminal], [], [], QUIET)[0] or not said.endswith(question):
        try:
            said += os.read(terminal, 65536)
        except OSError:  # it has ended
            break
    return said.decode()


def _as_on_windows(text: str, home: Path) -> str:
    """Return a text with the places in it called as on Windows."""
    place = re.compile(rf"(?:{re.escape(str(home))}|\boutput/)[\w./-]*")
    return place.sub(
        lambda found: found[0].replace(str(home), HOME).replace("/", "\\"), text
    )


def _wrapped(line: str) -> Iterator[str]:
    """Yield what of a line stands in each row of a console."""
    before, mark, typed = line.partition(TYPED)
    while len(before) > COLUMNS:
        yield before[:COLUMNS]
        before = before[COLUMNS:]
    yield before + mark + typed


#: The window, in dots: a letter, a line, what is around the text, the bar on top.
FONT, LETTER, LINE, AROUND, BAR = "DejaVuSansMono.ttf", 20, 29, 26, 46
TITLE = "Mulai sopgen.cmd"
PAPER, INK, BRIGHT, GROUND, EDGE = "#111417", "#cfd4d8", "#ffffff", "#e9ebee", "#9aa0a6"


def drawn(lines: list[str]) -> Image.Image:
    """Return a console window with some lines."""
    font = ImageFont.truetype(FONT, LETTER)
    bold = ImageFont.truetype(FONT.replace(".", "-Bold."), LETTER)
    pitch = font.getlength("0")
    wide = round(COLUMNS * pitch) + 2 * AROUND
    tall = BAR + len(lines) * LINE + 2 * AROUND - (LINE - LETTER)
    shot = Image.new("RGB", (wide, tall), PAPER)
    pen = ImageDraw.Draw(shot)
    _bar(pen, wide)
    for n, line in enumerate(lines):
        before, _, typed = line.partition(TYPED)
        high = BAR + AROUND + n * LINE
        pen.text((AROUND, high), before, INK, font)
        pen.text((AROUND + len(before) * pitch, high), typed, BRIGHT, bold)
    last = lines[-1].replace(TYPED, "")
    left, high = AROUND + len(last) * pitch, BAR + AROUND + (len(lines) - 1) * LINE
    pen.rectangle((left, high + LETTER - 1, left + pitch, high + LETTER + 2), BRIGHT)
    pen.rectangle((0, 0, wide - 1, tall - 1), outline=EDGE)
    return shot


def _bar(pen: ImageDraw.ImageDraw, wide: int) -> None:
    """Draw the bar of a window: its title, and what closes it."""
    pen.rectangle((0, 0, wide, BAR), GROUND)
    font = ImageFont.truetype("DejaVuSans.ttf", 18)
    pen.text((AROUND, BAR // 2), TITLE, "#202124", font, anchor="lm")
    for n, kind in enumerate(("close", "most", "least")):
        x, y = wide - AROUND - 8 - 58 * n, BAR // 2
        if kind == "close":
            pen.line((x - 6, y - 6, x + 6, y + 6), "#202124", 2)
            pen.line((x - 6, y + 6, x + 6, y - 6), "#202124", 2)
        elif kind == "most":
            pen.rectangle((x - 6, y - 6, x + 6, y + 6), outline="#202124", width=2)
        else:
            pen.line((x - 6, y, x + 6, y), "#202124", 2)


def talks(folder: Path) -> Iterator[tuple[str, list[str]]]:
    """Hold every talk with the menu; yield its name and its lines."""
    home = folder / "sekretariat"
    kantor = home / "Documents" / "SOP"
    kantor.mkdir(parents=True)
    (home / PROGRAM).mkdir(parents=True)
    offices(folder)
    for talk in TALKS:
        if talk.prepared:
            for file in folder.glob("*.xlsx"):
                shutil.copyfile(file, kantor / file.name)
        yield talk.name, held(home, talk)


def take_menu(folder: Path) -> None:
    """Keep how each talk looks, and in the picture what it says."""
    for name, lines in talks(folder):
        said = PngInfo()
        said.add_itxt(SAID, "\n".join(lines))
        shot = drawn(lines).quantize(64)
        shot.save(FOLDER / f"{name}.png", optimize=True, pnginfo=said)


def said_in(name: str) -> list[str]:
    """Return the lines that a picture shows."""
    with Image.open(FOLDER / f"{name}.png") as shot:
        return str(shot.info[SAID]).split("\n")


if __name__ == "__main__":
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as name:
        take_menu(Path(name))
