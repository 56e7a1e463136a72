"""Where something is signed electronically: a box instead of ink, a note at the foot.

The box has the character that the signing application looks for, once for each signer
of a file that is signed: a decree has it, its annexes, signed with it, do not.
"""

from __future__ import annotations

from dataclasses import replace

from sopgen.kotak_tte import sign_box
from sopgen.model.buku import Buku
from sopgen.model.document import Sheet
from sopgen.model.kotak import FONT, FootNote, SignBox
from sopgen.model.nilai import dataclass
from sopgen.model.pejabat import Pejabat
from sopgen.model.tte import Dokumen, TandaTangan, Tte
from sopgen.typeface import face_name, read_face

#: Type of the note; its last line stands so far over the paper's lower edge, mm: over
#: the page number.
NOTE_PT, NOTE_EDGE = 7.0, 15.9
#: By so much less room is tried until a note has a line more, mm.
NARROWER = 4.0
#: No note is longer than so many letters, or higher than so many lines.
LONGEST, MOST = 800, 3


@dataclass(frozen=True, slots=True)
class Kotak:
    """The room of one who signs electronically: its name, and what is signed there.

    ``bertanda`` says whether the signing application is to find it.
    """

    nama: str
    tte: Tte
    dokumen: Dokumen
    bertanda: bool = True

    def box(self, pejabat: Pejabat, x: float | None) -> SignBox:
        """Return the box, x mm from the left of its column, or in the middle of it."""
        made = sign_box(pejabat, self.tte, self.tte.alamat(self.dokumen), self.nama)
        found = self.bertanda and len(self.tte.tanda) == 1
        return replace(made, x=x, tanda=self.tte.tanda if found else "")


#: The room for a signature: by its name alone if it is for ink.
Ruang = str | Kotak


def of_book(nama: str, pejabat: Pejabat, buku: Buku) -> Ruang:
    """Return the room of an official who signs the book itself, as he does it."""
    if pejabat.tanda_tangan is not TandaTangan.ELEKTRONIK:
        return nama
    return Kotak(nama, buku.tte, Dokumen("buku", buku.tahun))


def foot_note(ruang: Ruang, sheet: Sheet) -> tuple[FootNote, ...]:
    """Return the note at the foot of the page with a room, if it is to have one."""
    if not isinstance(ruang, Kotak) or not ruang.tte.catatan_kaki:
        return ()
    width = sheet.column[0]
    lines = _even(ruang.tte.catatan_kaki[:LONGEST], width)[:MOST]
    return (FootNote(lines, NOTE_PT, width, sheet.height - NOTE_EDGE),)


def _even(text: str, width: float) -> tuple[str, ...]:
    """Return the fewest lines of a text, none much shorter than the others."""
    face = read_face(face_name(FONT))
    lines = face.wrap(text, NOTE_PT, width)
    room = width
    while room > NARROWER and len(face.wrap(text, NOTE_PT, room)) == len(lines):
        lines = face.wrap(text, NOTE_PT, room)
        room -= NARROWER
    return lines
