"""The pictures of the running chapters: sound, and as large as they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sopgen.fotofile import opened, turned
from sopgen.model.buku import Naskah
from sopgen.model.diagnostic import Span, Teks
from sopgen.model.gambar import Gambar
from sopgen.model.naskah import GambarTeks, read_unsur
from sopgen.spec.files import Files, is_svg
from sopgen.spec.findings import Findings, quoted
from sopgen.svgfile import size_of

#: The size of a dot where a picture does not say it, mm; and dots an inch it may say.
DOT, LEAST, MOST = 25.4 / 96, 60, 2400
LYING = (5, 6, 7, 8)
#: What begins the address of a picture that lies in the internet, or in the text.
ALAMAT = ("http:", "https:", "data:", "ftp:", "//")


def pictures_in(text: str) -> Iterator[GambarTeks]:
    """Yield the pictures of a text."""
    yield from (one for one in read_unsur(text) if isinstance(one, GambarTeks))


def read_gambar(
    naskah: Iterable[Naskah], files: Files, findings: Findings
) -> dict[str, Gambar]:
    """Return the pictures of some chapters by their names as written."""
    made: dict[str, Gambar] = {}
    for one in naskah:
        for gambar in pictures_in(one.teks.isi):
            span = place_of(one.teks, gambar)
            if not gambar.keterangan:
                message = f"gambar {quoted(gambar.berkas)} tanpa keterangan"
                saran = f"tulis `![keterangan]({gambar.berkas})`"
                findings.tell("SOP782", message, span, saran)
            if gambar.berkas not in made and (
                sound := _sound(gambar, files, span, findings)
            ):
                made[gambar.berkas] = sound
    return made


def place_of(teks: Teks, gambar: GambarTeks) -> Span:
    """Return where a picture stands in its text."""
    start = max(teks.isi.find(gambar.tertulis, gambar.at), gambar.at)
    line = teks.span.line + teks.isi.count("\n", 0, start)
    if teks.span.source.cells:
        return replace(teks.span, line=line)
    column = start - teks.isi.rfind("\n", 0, start)
    return replace(teks.span, line=line, column=column, width=len(gambar.tertulis))


def _sound(
    gambar: GambarTeks, files: Files, span: Span, findings: Findings
) -> Gambar | None:
    nama = gambar.berkas.strip()
    if not nama or nama.casefold().startswith(ALAMAT):
        message = f"gambar {quoted(nama or gambar.tertulis)} bukan berkas"
        saran = "simpan gambarnya di folder gambar/, lalu tulis `gambar/nama.png`"
        findings.tell("SOP783", message, span, saran)
        return None
    file = files.picture(nama, span, findings, svg=True)
    if file is None:
        return None
    if is_svg(nama):
        return Gambar(nama, file, *size_of(file.read_bytes()))
    with opened(file) as picture:
        width, height = (
            n * _dot(picture.info.get("dpi"), k) for k, n in enumerate(picture.size)
        )
        if turned(picture) in LYING:
            width, height = height, width
    return Gambar(nama, file, width, height)


def _dot(dpi: object, axis: int) -> float:
    """Return the size of a dot in mm."""
    said = float(dpi[axis]) if isinstance(dpi, tuple) and len(dpi) > axis else 0.0
    return 25.4 / said if LEAST <= said < MOST else DOT
