"""Edit a text file, such as a naskah: one line becomes another."""

from __future__ import annotations

from sopgen.edit.baris import lines_of
from sopgen.edit.berkas_yaml import BOM, FOREIGN, Edited
from sopgen.model.suntingan import GantiBaris, Perubahan, SuntinganError

OTHER = "baris ini tidak lagi berisi teks yang ditemukan"


def edit_text(data: bytes, edit: GantiBaris) -> Edited:
    """Return a text file after an edit; raises SuntinganError if the line is another.

    Line breaks stay as they are.
    """
    try:
        lines = lines_of(data.removeprefix(BOM).decode("utf-8"))
    except UnicodeDecodeError as error:
        raise SuntinganError(FOREIGN, edit.berkas) from error
    at = edit.baris - 1
    if not 0 <= at < len(lines.lines) or lines.bare(at) != edit.lama:
        raise SuntinganError(OTHER, edit.berkas, (edit.baris,))
    end = lines.lines[at][len(edit.lama) :]
    text = "".join((*lines.lines[:at], edit.baru + end, *lines.lines[at + 1 :]))
    mark = BOM if data.startswith(BOM) else b""
    return Edited(mark + text.encode("utf-8"), data, (changed(edit),))


def replaced(text: str, edit: GantiBaris) -> str:
    """Return a text of plain line ends after an edit."""
    lines = text.split("\n")
    at = edit.baris - 1
    if not 0 <= at < len(lines) or lines[at] != edit.lama:
        raise SuntinganError(OTHER, edit.berkas, (edit.baris,))
    return "\n".join((*lines[:at], edit.baru, *lines[at + 1 :]))


def changed(edit: GantiBaris) -> Perubahan:
    """Return what an edit changes."""
    return Perubahan(edit.berkas, (edit.baris,), edit.lama, edit.baru)
