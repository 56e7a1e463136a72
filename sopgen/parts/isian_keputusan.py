"""What of a decree staff fill in when it is signed: its number, its day, who signs."""

from __future__ import annotations

from dataclasses import replace

from sopgen.model.bahasa import tanggal
from sopgen.model.buku import Keputusan
from sopgen.model.document import Block, Isian, Paragraph, Together
from sopgen.model.tanda_isian import NOMOR, PENANDATANGAN, TANGGAL, tanda
from sopgen.parts.tanda_tangan import DOTS


def nomor(keputusan: Keputusan, tempat: str = "") -> Isian:
    """Return the number of a decree, in itself or in a place such as an annex."""
    said = tanda(NOMOR, keputusan.id, tempat)
    blank = not any(one.isdigit() for one in keputusan.nomor)
    return Isian(said, "Nomor keputusan", keputusan.nomor, kosong=blank)


def hari(keputusan: Keputusan, tempat: str = "") -> Isian:
    """Return the day of a decree, in itself or in a place such as an annex."""
    day = keputusan.tanggal
    said = tanda(TANGGAL, keputusan.id, tempat)
    return Isian(said, "Tanggal keputusan", tanggal(day), tanggal=day)


def signed_by(block: Block, keputusan: Keputusan, tempat: str = "") -> Block:
    """Return a signature block in which the name of who signs is filled in."""
    nama = keputusan.penandatangan.nama
    said = tanda(PENANDATANGAN, keputusan.id, tempat)
    own = Isian(said, "Penandatangan", nama or DOTS, kosong=not nama)
    if not isinstance(block, Together):
        return block
    inner = tuple(
        replace(one, isian=own)
        if isinstance(one, Paragraph) and one.text == own.teks
        else one
        for one in block.blocks
    )
    return replace(block, blocks=inner)


def dated_by(blocks: tuple[Block, ...], keputusan: Keputusan) -> tuple[Block, ...]:
    """Return lines of place and day, the day to be filled in."""
    own = hari(keputusan)
    return tuple(
        replace(one, isian=own)
        if isinstance(one, Paragraph) and one.text == own.teks
        else one
        for one in blocks
    )
