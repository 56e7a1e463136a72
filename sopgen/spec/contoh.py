"""The spec of a new office, made from the example in assets/contoh."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sopgen.assets import asset, broken
from sopgen.model.nilai import dataclass
from sopgen.model.sebutan_kantor import (
    JENIS,
    WILAYAH,
    Sebutan,
    Tertulis,
    sebutan_of,
    split_jenis,
)
from sopgen.spec.jsonschema import schema_files
from sopgen.spec.parse import BUKU

#: What stands for the office's name in the example.
NAMA = "Contohsari"
#: What stands for the name of its region, and the code of its head.
DAERAH, KODE = "(isi nama kabupaten)", "camat"
#: The line that shows how the office would be of another kind.
PETUNJUK = "  # jenis:"
SKEMA = ".skema"
#: Offices whose letters go through a subbagian, and what the others have for it.
BERTATA_USAHA = ("puskesmas", "sekretariat")
TATA_USAHA = {
    "Sekretaris Kecamatan": "Kepala Subbagian Tata Usaha",
    "Sekretariat Kecamatan": "Subbagian Tata Usaha",
}


@dataclass(frozen=True, slots=True)
class Kehendak:
    """What kind of office the example is to be for; empty as in the usual one."""

    jenis: str = ""
    kepala: str = ""
    wilayah: str = ""
    daerah: str = ""

    def sebutan(self, nama: str) -> Sebutan:
        """Return the words of an office of this name."""
        return sebutan_of(
            Tertulis(
                nama=nama,
                kabupaten=self.daerah or DAERAH,
                jenis=self.jenis,
                jenis_wilayah=self.wilayah,
                kepala=self.kepala,
            )
        )


def title_of(nama: str) -> str:
    """Return the name of an office as the name of its folder says it."""
    return nama.replace("-", " ").title()


def new_office(nama: str, kehendak: Kehendak | None = None) -> dict[str, str]:
    """Return the files of an office of this name, to be filled in."""
    source = asset("contoh")
    sebutan = (kehendak or Kehendak()).sebutan(title_of(nama))
    made = {
        file.relative_to(source).as_posix(): _worded(
            file.read_text(encoding="utf-8"), sebutan
        )
        for file in sorted(source.rglob("*"))
        if file.is_file()
    }
    if BUKU not in made:
        raise broken(source / BUKU, "tidak ada")
    return made


def _worded(text: str, sebutan: Sebutan) -> str:
    """Return a file of the example in the words of an office."""
    lines = [
        line
        for one in text.splitlines()
        if sebutan.biasa or not one.startswith(PETUNJUK)
        for line in (_renamed(one, sebutan), *_kinds(one, sebutan))
    ]
    return "\n".join(lines) + "\n"


def _renamed(line: str, sebutan: Sebutan) -> str:
    usual = JENIS["kecamatan"]
    if sebutan.macam.kata.casefold() in BERTATA_USAHA:
        for old, new in TATA_USAHA.items():
            line = line.replace(old, new)
    words = {
        f"{usual.kepala} {NAMA}": sebutan.pimpinan,
        NAMA: sebutan.nama,
        DAERAH: _daerah(sebutan),
        **dict(_cased((usual.kata, sebutan.jenis))),
        **dict(_cased((usual.kepala, sebutan.kepala))),
        **dict(_cased((WILAYAH["kabupaten"], sebutan.wilayah))),
        f"Keputusan {KODE}": f"Keputusan {sebutan.kepala.lower()}",
    }
    every = "|".join(map(re.escape, words))
    line = re.sub(rf"(?<!\w)(?:{every})(?!\w)", lambda match: words[match[0]], line)
    kode = KODE if sebutan.kepala == usual.kepala else "kepala"
    return re.sub(rf"^(  |penandatangan: ){KODE}\b", rf"\g<1>{kode}", line)


def _cased(pair: tuple[str, str]) -> Iterable[tuple[str, str]]:
    """Yield a word and what stands for it, in the letters that the example has."""
    yield pair
    yield pair[0].upper(), pair[1].upper()


def _daerah(sebutan: Sebutan) -> str:
    """Return the name of the region, or the words that ask for it."""
    open_ = sebutan.tertulis.kabupaten == DAERAH
    return f"(isi nama {sebutan.wilayah.lower()})" if open_ else sebutan.daerah


def _kinds(line: str, sebutan: Sebutan) -> Iterable[str]:
    """Yield the lines that say of what kind an office is, below its names."""
    if line.startswith(f"  nama: {NAMA}"):
        known = JENIS.get(sebutan.jenis.casefold())
        if sebutan.jenis != JENIS["kecamatan"].kata:
            yield f"  jenis: {sebutan.jenis.casefold() if known else sebutan.jenis}"
        if sebutan.kepala != _usual_head(sebutan):
            yield f"  kepala: {sebutan.kepala}"
    if line.startswith("  kabupaten: ") and sebutan.wilayah != WILAYAH["kabupaten"]:
        yield f"  jenis_wilayah: {sebutan.wilayah.casefold()}"


def _usual_head(sebutan: Sebutan) -> str:
    """Return the head that an office of this kind has unless it says otherwise."""
    plain = Tertulis(sebutan.nama, sebutan.daerah, jenis=sebutan.jenis)
    return sebutan_of(plain).kepala


def kind_of(nama: str) -> str:
    """Return the kind of office that the name of its folder says, usually kecamatan."""
    return (split_jenis(title_of(nama))[0] or JENIS["kecamatan"].kata).casefold()


def editor_files() -> dict[str, str]:
    """Return the files that help an editor with the spec."""
    return {f"{SKEMA}/{name}": text for name, text in schema_files().items()}
