"""A book's folder in which staff have been at work, and the next edition of it."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sopgen.model.bagian import BagianId
from sopgen.output import Asli, Berkas, Built, Disk, Edition, Press, digest, open_press
from tests.output.disks import UNSYNCED
from tests.processes import tree

SIGNED = b"%PDF-1.7 <</Type /Sig /ByteRange [0 840 960 240] /Contents <308204>>>"
FIRST = {
    "buku.docx": b"buku edisi satu",
    "keputusan.docx": b"keputusan edisi satu",
    "peta.pdf": b"peta yang tetap",
    "resmi.pdf": b"%PDF-1.7 edisi satu",
    "sampul.xlsx": b"sampul edisi satu",
    "sop/01-lama.svg": b"bagan yang tidak lagi dibuat",
    "sop/02-lama.docx": b"SOP yang tidak lagi dibuat",
}
SECOND = {
    "buku.docx": b"buku edisi dua, lebih panjang",
    "keputusan.docx": b"keputusan edisi dua",
    "peta.pdf": b"peta yang tetap",
    "resmi.pdf": b"%PDF-1.7 edisi dua",
    "sampul.xlsx": b"sampul edisi dua",
    "lampiran/baru.pdf": b"lampiran yang baru",
}
#: What staff did to the files of the first edition.
STAFF = {
    "keputusan.docx": b"keputusan yang disunting staf",
    "resmi.pdf": SIGNED,
    "sampul.xlsx": b"sampul yang dikunci staf",
    "sop/02-lama.docx": b"SOP lama yang disunting staf",
}
#: The files of the second edition that cannot take their places, and one left over.
OLDER = ("resmi.pdf", "sampul.xlsx", "sop/02-lama.docx")
#: Where the second edition of the signed file goes.
BESIDE = "resmi-baru.pdf"


@dataclass(frozen=True)
class Scene:
    """A folder of output with one book."""

    output: Path

    @property
    def book(self) -> Path:
        return self.output / "uji/2025"

    @property
    def workshop(self) -> Path:
        return self.output / "uji/.sopgen-2025"

    @property
    def journal(self) -> Path:
        return self.workshop / "jurnal.json"

    def put(self, files: Mapping[str, bytes], disk: Disk = UNSYNCED) -> Edition:
        """Build a whole edition."""
        with self.press(disk) as press:
            return press.put(self.made(files), (), whole=True)

    def put_parts(self, files: Mapping[str, bytes]) -> Edition:
        """Build some files of an edition."""
        with self.press(UNSYNCED) as press:
            return press.put(self.made(files), (), whole=False)

    def press(self, disk: Disk) -> AbstractContextManager[Press]:
        asli = Asli(self.output / ".asli/uji/2025")
        return open_press(self.book, asli, disk, patience=0)

    def made(self, files: Mapping[str, bytes]) -> Iterator[Berkas]:
        return (self.berkas(name, data) for name, data in files.items())

    def berkas(self, name: str, data: bytes) -> Berkas:
        built = Built(self.book / name, BagianId("sop"), 1, digest(data))
        return Berkas(built, data)

    def tree(self) -> dict[str, bytes]:
        """Return what lies there; of the manifest, what it lists."""
        made = tree(self.book)
        made.pop("manifest.json", None)
        return made | {"": json.dumps(self.listed()).encode()}

    def listed(self) -> dict[str, Any]:
        file = self.book / "manifest.json"
        made = json.loads(file.read_bytes()) if file.is_file() else {}
        return {key: made.get(key) for key in ("berkas", "berkas_lama")}

    def manifest(self) -> dict[str, Any]:
        made: dict[str, Any] = json.loads((self.book / "manifest.json").read_bytes())
        return made

    def copy(self) -> Scene:
        """Return the same elsewhere."""
        beside = self.output.parent
        output = beside / f"salinan-{len(os.listdir(beside))}"
        shutil.copytree(self.output, output)
        return Scene(output)


def first_edition(output: Path) -> Scene:
    """Return a book that was built once, and that staff have worked on."""
    scene = Scene(output)
    scene.put(FIRST)
    for name, data in STAFF.items():
        (scene.book / name).write_bytes(data)
    (scene.book / "sampul.xlsx").chmod(0o444)
    return scene
