"""A Windows that is Wine, with the ZIP unpacked on it as staff would."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from tests.processes import ENVIRONMENT, SOPGEN

#: Programs that a test on Wine needs.
NEEDED = ("wine", "x86_64-w64-mingw32-gcc")
#: Where staff unpack: blanks and letters beyond ASCII in the name.
FOLDER = "SOP Kecamatan Café (1)"
#: What Windows has and Wine 8 lacks: libraries in Rust ask it for random bytes.
PRNG = """
#include <windows.h>
BOOLEAN NTAPI SystemFunction036(PVOID, ULONG);
__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE to, SIZE_T count) {
    return SystemFunction036(to, (ULONG) count);
}
"""
#: Wine has no WMI, which Python asks what system this is, nor a way to copy files that
#: Python takes where it is there.
LACKING = """
import _winapi, platform
def _wmi_query(*_):
    raise OSError("Wine")
platform._wmi_query = _wmi_query
del _winapi.CopyFile2
"""
#: Seconds that anything may take there, the first start of a Wine among it.
PATIENCE = 600


class Ended(NamedTuple):
    """How a program ended: its code, and all that it said."""

    code: int
    said: str


@dataclass(frozen=True)
class Windows:
    """The unpacked folder on a Wine of its own."""

    folder: Path
    prefix: Path

    @classmethod
    def made(cls, archive: Path, scratch: Path) -> Windows:
        """Unpack a ZIP, and start a Wine that calls itself Windows 10."""
        with zipfile.ZipFile(archive) as packed:
            packed.extractall(scratch / FOLDER)
        (top,) = (scratch / FOLDER).iterdir()
        made = cls(top, scratch / "wine")
        made._begin()
        move_in(made.prefix)
        key = ("HKCU\\Software\\Wine", "/v", "Version", "/d", "win10", "/f")
        made._wine("reg", "add", *key)
        made._mend(scratch)
        return made

    def _begin(self) -> None:
        """Start what every program there needs, until all ends.

        Silently: what is said by a program is read until all have left its stream.
        """
        for line in ("wine wineboot -i", "wineserver -p"):
            quiet = subprocess.DEVNULL
            subprocess.run(
                line.split(), env=self.environment, check=False, timeout=PATIENCE,
                stdin=quiet, stdout=quiet, stderr=quiet,
            )  # fmt: skip

    def _mend(self, scratch: Path) -> None:
        """Put beside the unpacked Python what Wine lacks."""
        source = scratch / "prng.c"
        source.write_text(PRNG, encoding="ascii")
        for folder in ("python", "python/Scripts"):
            target = self.folder / folder / "bcryptprimitives.dll"
            compiler = (NEEDED[1], "-shared", "-o", target, source, "-ladvapi32")
            subprocess.run(compiler, check=True)
        added = self.folder / "python" / "sitecustomize.py"
        added.write_text(LACKING, encoding="ascii")

    def run(self, place: Path, *args: str) -> Ended:
        """Run sopgen there, in a folder."""
        python = str(self.folder / "python" / "python.exe")
        return self._wine(python, "-X", "utf8", "-m", "sopgen", *args, place=place)

    def start(self, starter: str, *files: str, typed: str = "") -> Ended:
        """Run a starter as a double click does, or files dropped on it."""
        starter = str(self.folder / starter)
        return self._wine(starter, *files, place=self.folder, typed=typed)

    def without_console(self, place: Path, *args: str) -> Ended:
        """Run sopgen there without a console, as a planner of tasks does."""
        python = f"Z:{self.folder}/python/pythonw.exe".replace("/", "\\")
        line = ("start", "/wait", python, "-X", "utf8", "-m", "sopgen", *args)
        return self._wine(*line, place=place)

    def begun(self, place: Path, *args: str) -> subprocess.Popen[bytes]:
        """Let Python begin with something there; it hears the end of its input."""
        return subprocess.Popen(
            ["wine", str(self.folder / "python" / "python.exe"), *args],
            cwd=place,
            env=self.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )

    def _wine(self, *command: str, place: Path | None = None, typed: str = "") -> Ended:
        done = subprocess.run(
            ["wine", *command],
            cwd=place or self.folder,
            env=self.environment,
            input=typed.encode(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=PATIENCE,
            check=False,
        )
        return Ended(
            done.returncode, done.stdout.decode(errors="replace").replace("\r\n", "\n")
        )

    @property
    def environment(self) -> dict[str, str]:
        """Return what a process there is told."""
        own = {"WINEPREFIX": str(self.prefix), "WINEDEBUG": "-all", "LC_ALL": "C.UTF-8"}
        return {**os.environ, **own, "WINEDLLOVERRIDES": "mscoree,mshtml="}

    def at(self, folder: Path) -> Windows:
        """Return the same Windows with the program in another folder."""
        return Windows(folder, self.prefix)

    def end(self) -> None:
        """Let everything there end."""
        subprocess.run(["wineserver", "-k"], env=self.environment, check=False)


def on_linux(place: Path, *args: str) -> Ended:
    """Run sopgen here, in a folder, with the Graphviz that Windows has as well."""
    done = subprocess.run(
        [*SOPGEN, *args],
        cwd=place,
        env={**ENVIRONMENT, "PATH": str(Path(sys.executable).parent)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
        text=True,
    )
    return Ended(done.returncode, done.stdout)


def move_in(prefix: Path) -> None:
    """Give the user there folders of his own: Wine's lead to where the tests run."""
    for link in prefix.glob("drive_c/users/*/*"):
        if link.is_symlink():
            link.unlink()
            link.mkdir()


def documents(windows: Windows) -> Path:
    """Return where the user there has his documents."""
    users = windows.prefix.glob("drive_c/users/*")
    (home,) = (one for one in users if one.name != "Public")
    return home / "Documents"
