"""The fields that take one of some words, where the data of the program names them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Annotated, get_args

from pydantic import AfterValidator
from pydantic_core import PydanticKnownError

from sopgen.kertas import read_kertas
from sopgen.model.buku import Orientasi
from sopgen.model.nilai import dataclass
from sopgen.model.peraturan import BENTUK
from sopgen.symbols import read_symbols

#: Other words by which staff may mean one that is allowed.
LAIN: Mapping[str, str] = {
    **dict.fromkeys(("portrait", "tegak", "berdiri", "vertikal", "vertical"), "potret"),
    **dict.fromkeys(
        ("landscape", "mendatar", "melebar", "tidur", "horisontal", "horizontal"),
        "lanskap",
    ),
    **dict.fromkeys(("dua sisi", "dua-sisi", "duplex", "2 sisi"), "bolak-balik"),
    **dict.fromkeys(("simplex", "1 sisi", "satu muka"), "satu-sisi"),
}


@dataclass(frozen=True, slots=True)
class Pilihan:
    """The words that a field takes; some fields may be left empty (``kosong``)."""

    read: Callable[[], Iterable[str]]
    kosong: bool = False

    def check(self, word: str) -> str:
        """Return a word that is allowed; any other is a mistake."""
        allowed = tuple(self.read())
        if word not in allowed and not (self.kosong and not word):
            listed = ", ".join(f"'{one}'" for one in allowed)
            raise PydanticKnownError("literal_error", {"expected": listed})
        return word


def _profil() -> tuple[str, ...]:
    """Return the sets that the symbols say they belong to."""
    shapes = read_symbols().shapes.values()
    return tuple(sorted({profil for shape in shapes for profil in shape.profil}))


KERTAS, PROFIL = Pilihan(read_kertas), Pilihan(_profil)
KERTAS_BAGAN = Pilihan(read_kertas, kosong=True)
ORIENTASI = Pilihan(lambda: get_args(Orientasi), kosong=True)
JENIS = Pilihan(lambda: BENTUK)

Kertas = Annotated[str, AfterValidator(KERTAS.check), KERTAS]
Profil = Annotated[str, AfterValidator(PROFIL.check), PROFIL]
#: The paper of charts, and how it lies; nothing where it is as usual.
KertasBagan = Annotated[str, AfterValidator(KERTAS_BAGAN.check), KERTAS_BAGAN]
OrientasiBagan = Annotated[str, AfterValidator(ORIENTASI.check), ORIENTASI]
Jenis = Annotated[str, AfterValidator(JENIS.check), JENIS]
