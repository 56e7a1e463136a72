"""Let LibreOffice update the contents of Word files, as staff do, without a display.

A macro does it that is put into the profile which an earlier run has made.
"""

import os
import shutil
import signal
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tests.books import require
from tests.render.libreoffice import SECONDS, print_all

MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<script:module xmlns:script="http://openoffice.org/2000/script"
 script:name="Perbarui" script:language="StarBasic">
Sub Semua(folder As String, names As String)
  every = Split(names, ";")
  For n = LBound(every) To UBound(every)
    Satu(folder &amp; every(n) &amp; ".docx", folder &amp; "lo/" &amp; every(n))
  Next
End Sub

Sub Satu(asal As String, hasil As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  made = StarDesktop.loadComponentFromURL(asal, "_blank", 0, hidden())
  Cetak(made, hasil &amp; ".pdf")
  Open hasil &amp; ".txt" For Output As #1
  indexes = made.getDocumentIndexes()
  For k = 0 To indexes.getCount() - 1
    Catat(indexes.getByIndex(k))
    Print #1, "=="
    indexes.getByIndex(k).update()
    indexes.getByIndex(k).update()
    Catat(indexes.getByIndex(k))
  Next
  Close #1
  Cetak(made, hasil &amp; "-baru.pdf")
  made.close(True)
End Sub

Sub Cetak(made, hasil As String)
  Dim saved(0) As New com.sun.star.beans.PropertyValue
  saved(0).Name = "FilterName"
  saved(0).Value = "writer_pdf_Export"
  made.storeToURL(hasil, saved())
End Sub

Sub Catat(daftar)
  lines = daftar.getAnchor().createEnumeration()
  Do While lines.hasMoreElements()
    line = lines.nextElement()
    words = Join(Split(line.getString(), Chr(10)), " ")
    Print #1, line.ParaStyleName &amp; "|" &amp; words
  Loop
End Sub
</script:module>
"""
LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<library:library xmlns:library="http://openoffice.org/2000/library"
 library:name="Standard" library:readonly="false" library:passwordprotected="false">
<library:element library:name="Perbarui"/></library:library>
"""


@dataclass(frozen=True)
class Line:
    """A line of the contents: the style of its paragraph, its words, its page."""

    style: str
    words: str
    page: str


@dataclass(frozen=True)
class Updated:
    """The lines of a file's contents as it was written, and after an update."""

    before: list[Line]
    after: list[Line]


def update_all(files: Iterable[Path], folder: Path) -> dict[str, Updated]:
    """Return the contents of each file; its pages are printed before and after.

    They lie in ``lo``, named as the file, with ``-baru`` after the update.
    """
    every = sorted(files, key=lambda file: file.stat().st_size)
    print_all(every[:1], folder)
    program = shutil.which("soffice")
    require(program is not None, "LibreOffice")
    own = folder / "profile" / "user" / "basic" / "Standard"
    own.mkdir(parents=True, exist_ok=True)
    (own / "Perbarui.xba").write_text(MODULE)
    (own / "script.xlb").write_text(LIBRARY)
    names = ";".join(file.stem for file in every)
    _run(
        [
            str(program), f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless", "--norestore",
            f'macro:///Standard.Perbarui.Semua("{folder.as_uri()}/","{names}")',
        ],
        {**os.environ, "FONTCONFIG_FILE": str(folder / "fonts.conf")},
    )  # fmt: skip
    return {file.stem: _read(folder / "lo" / f"{file.stem}.txt") for file in every}


def _run(command: list[str], environment: dict[str, str]) -> None:
    """Run a program; a macro that fails asks nobody for ever, and ends with us."""
    with subprocess.Popen(
        command, env=environment, start_new_session=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    ) as running:  # fmt: skip
        try:
            assert running.wait(SECONDS) == 0
        except subprocess.TimeoutExpired:
            os.killpg(running.pid, signal.SIGKILL)
            raise


def _read(file: Path) -> Updated:
    before, _, after = file.read_text().partition("==\n")
    return Updated(_lines(before), _lines(after))


def _lines(text: str) -> list[Line]:
    made = []
    for line in text.splitlines():
        style, _, words = line.partition("|")
        shown, _, page = words.rpartition("\t")
        if shown:
            made.append(Line(style, " ".join(shown.split()), page))
    return made
