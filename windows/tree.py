"""Where everything lies in the ZIP, and what it comes to in bytes."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path

from windows.gathering import ROOT, GatheringError, Python
from windows.trimming import is_needless

#: What lies at the top as it is.
BERKAS = Path(__file__).with_name("berkas")
#: Where Python looks for what it imports, one place a line.
PLACES = ("{zip}", ".", "../site", "import site")
#: Offices that come along, as something to try.
OFFICES = ("karangan",)
LICENCE = re.compile(r"licen[cs]|copying", re.IGNORECASE)
#: What a wheel puts beside Python instead of among the libraries.
SCRIPTS = re.compile(r"[^/]+\.data/scripts/")

Files = dict[str, bytes]


def tree(python: Python, wheels: Mapping[str, bytes]) -> Files:
    """Return every file of the ZIP by its name, in the order of names."""
    made = {f"python/{name}": data for name, data in python.files.items()}
    made[f"python/{python.pth}"] = _places(python)
    made["LISENSI/Python.txt"] = python.files["LICENSE.txt"]
    for name, data in sorted(wheels.items()):
        made |= _library(name, data)
    made |= _own()
    return dict(sorted(made.items()))


def _places(python: Python) -> bytes:
    (archive,) = (name for name in python.files if name.endswith(".zip"))
    lines = (line.format(zip=archive) for line in PLACES)
    return "".join(f"{line}\r\n" for line in lines).encode()


def _library(wheel: str, data: bytes) -> Files:
    """Return the files of a wheel that are needed, and its licences."""
    made: Files = {}
    licences = 0
    with zipfile.ZipFile(BytesIO(data)) as archive:
        for name in archive.namelist():
            if name.endswith("/"):
                continue
            if ".dist-info/" in name and LICENCE.search(name):
                part = name.partition(".dist-info/")[0].partition("-")[0]
                made[f"LISENSI/{part}/{Path(name).name}"] = archive.read(name)
                licences += 1
            elif not is_needless(name):
                made[_place(name)] = archive.read(name)
    if not licences:
        raise GatheringError(f"{wheel} has no licence")
    return made


def _place(name: str) -> str:
    return (
        f"python/Scripts/{name[m.end() :]}"
        if (m := SCRIPTS.match(name))
        else f"site/{name}"
    )


def _own() -> Files:
    """Return what sopgen gives besides the program: starters, offices to try."""
    return dict(
        (
            *_folder(BERKAS, ""),
            *(p for o in OFFICES for p in _folder(ROOT / "specs" / o, f"specs/{o}/")),
        )
    )


def _folder(folder: Path, under: str) -> Iterator[tuple[str, bytes]]:
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            yield f"{under}{file.relative_to(folder).as_posix()}", file.read_bytes()
