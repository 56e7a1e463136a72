"""What a copy of a decree prints otherwise: the word on top, "ttd.", who certifies it.

Source: tata naskah dinas, salinan and petikan.
"""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.model.buku import Buku, Keputusan
from sopgen.model.document import Block, Paragraph, Run, Space, Together
from sopgen.model.nilai import dataclass
from sopgen.model.pejabat import Kapasitas, Pejabat
from sopgen.model.sitiran_lampiran import cited
from sopgen.model.tte import Dokumen
from sopgen.parts.isian_keputusan import signed_by
from sopgen.parts.kotak_tte import Kotak, Ruang
from sopgen.parts.styles import KEPUTUSAN_JUDUL, KEPUTUSAN_TTD
from sopgen.parts.tanda_tangan import DOTS, Place, sign, sign_copy, signature

PETIKAN = "petikan"
#: What a petikan leaves out.
DST = "dst."
#: The word stands at the right, above everything.
KATA = KEPUTUSAN_JUDUL.but(nama="Keputusan Rangkap", bold=True, align="right", after=2)
#: Who certifies a copy signs at the left.
LEFT = Place(indent=0, indent_right=75)


@dataclass(frozen=True, slots=True)
class Rangkap:
    """How a decree is printed: the original if it has no ``jenis``."""

    keputusan: Keputusan
    jenis: str = ""

    @property
    def dipetik(self) -> frozenset[int]:
        """Return the numbers of the diktum that are printed in words."""
        every = range(1, len(self.keputusan.diktum) + 1)
        chosen = self.keputusan.petikan if self.jenis == PETIKAN else ()
        return frozenset(chosen or every)

    @property
    def lampiran(self) -> tuple[int, ...]:
        """Return which annexes, from 0: a petikan has those that its diktum cite."""
        every = range(len(self.keputusan.lampiran))
        if self.jenis != PETIKAN or not self.keputusan.petikan:
            return tuple(every)
        numbers: set[int] = set()
        for n in self.dipetik:
            for one in cited(self.keputusan.diktum[n - 1].isi):
                numbers.update(one.nomor or range(1, len(every) + 1))
        return tuple(n for n in every if n + 1 in numbers)

    @property
    def ruang(self) -> str:
        """Return the name of the room for the signature."""
        return f"{self.jenis or 'keputusan'}-{self.keputusan.id}"

    def room(self, nama: str, buku: Buku, *, bertanda: bool = True) -> Ruang:
        """Return the room of a name for its signature; a copy has no other than ink.

        It is ``bertanda`` where the application that signs is to find it.
        """
        one = self.keputusan
        if self.jenis or not one.elektronik:
            return nama
        dokumen = Dokumen(f"keputusan-{one.id}", buku.tahun, one.nomor)
        return Kotak(nama, buku.tte, dokumen, bertanda)

    def head(self) -> Iterator[Block]:
        """Yield the word that stands on top of a copy."""
        if self.jenis:
            yield Paragraph((Run(self.jenis.upper()),), KATA, keep_next=True)

    def signed(
        self,
        place: Place,
        ruang: Ruang,
        before: tuple[Block, ...] = (),
        tempat: str = "",
    ) -> Iterator[Block]:
        """Yield the signature block; of a copy also who certifies it.

        ``ruang`` is the name of the room for the signature, ``tempat`` where the block
        stands, if not below the decree itself.
        """
        signer = self.keputusan.penandatangan
        if not self.jenis:
            block = sign(signer, KEPUTUSAN_TTD, place, ruang, before)
            yield signed_by(block, self.keputusan, tempat)
            return
        yield sign_copy(signer, KEPUTUSAN_TTD, place, before)
        yield Space(6)
        yield Together((self._says(), *self._certified(ruang)))

    def _says(self) -> Block:
        says = Run(f"{self.jenis.capitalize()} sesuai dengan aslinya")
        return Paragraph((says,), KEPUTUSAN_TTD, 0, LEFT.indent_right)

    def _certified(self, ruang: Ruang) -> tuple[Block, ...]:
        """Return the block of who certifies; dots where nobody is named."""
        who = self.keputusan.disalin_oleh
        if who is None:
            who = _nobody(self.keputusan)
        return signature(who, KEPUTUSAN_TTD, LEFT, ruang)


def _nobody(keputusan: Keputusan) -> Pejabat:
    """Return an official of whom nothing is known."""
    return Pejabat("", DOTS, Kapasitas.DEFINITIF, "", "", "", keputusan.span)
