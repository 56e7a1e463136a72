"""Lambang and pictures of a chapter, sound, strange and damaged: read, and printed."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pypdfium2 as pdfium
from hypothesis import strategies as st

from sopgen import pipeline
from sopgen.jobs import Wish
from sopgen.spec import read_buku
from tests.force.file_run import Input, codes_of, sound_office_file, wished, wrong
from tests.force.fuzzing import Escape, Files, Fuzzer
from tests.force.pictures import spoilt_pictures
from tests.spec import kantor

OFFICE = "uji"
#: Parts that show a picture, and no more.
ONLY = frozenset({"sampul"})


@cache
def office(lambang: str, gambar: str) -> dict[str, bytes]:
    """Return the small office with a lambang and a chapter with a picture."""
    named = f"  nama: Uji\n  lambang: {lambang}\n  lambang_kanan: {lambang}\n"
    buku = kantor.BUKU.replace("  nama: Uji\n", named, 1)
    part = "  - {bagian: naskah, berkas: naskah/profil.md, judul: PROFIL}\n  - sop\n"
    files = kantor.FILES | {
        "buku.yaml": buku.replace("  - sop\n", part),
        "naskah/profil.md": f"Profil.\n\n![Peta]({gambar})\n",
    }
    return {f"{OFFICE}/{name}": text.encode() for name, text in files.items()}


@st.composite
def _with_pictures(draw: st.DrawFn) -> Files:
    """Return an office with a picture at one or two places, built or not."""
    ending, data = draw(spoilt_pictures())
    lambang, gambar = f"lambang.{ending}", f"gambar/peta.{ending}"
    where = draw(st.sampled_from(("keduanya", "lambang", "naskah")))
    if ending == "svg" and draw(st.integers(0, 9)):
        where = "naskah"  # a lambang is no drawing
    files = dict(office(lambang, gambar))
    if where != "naskah":
        files[f"{OFFICE}/{lambang}"] = data
    else:
        text = files[f"{OFFICE}/buku.yaml"].decode()
        lines = [one for one in text.splitlines() if "lambang" not in one]
        files[f"{OFFICE}/buku.yaml"] = "\n".join(lines).encode()
    if where != "lambang":
        files[f"{OFFICE}/{gambar}"] = data
    else:
        files[f"{OFFICE}/naskah/profil.md"] = b"Profil.\n"
    if draw(st.integers(0, 2)) == 0:
        files["bangun"] = b""
    return Input(files)


def run(folder: Path) -> tuple[str, ...]:
    """Read an office; print what has pictures if they are sound, the whole if asked."""
    try:
        return _run(folder)
    except BaseException as error:
        if type(error).__name__ == "PanicException":  # of a library in Rust
            raise Escape(f"panik pustaka: {error}") from error
        raise


def _run(folder: Path) -> tuple[str, ...]:
    reading = read_buku(folder / OFFICE)
    codes = codes_of(reading.findings)
    if reading.buku is None or wrong(reading.findings):
        return codes
    only = frozenset() if wished(folder, "bangun") else ONLY
    wish = Wish(folder / OFFICE, folder / "hasil", only)
    result = pipeline.build(wish, lambda *_: None)
    if not result.files and not wrong(result.findings):
        raise Escape("tanpa berkas dan tanpa sebab")
    for made in result.files:
        _look_at(folder / "hasil" / made.path)
    return codes + codes_of(result.findings)


def _look_at(file: Path) -> None:
    if file.suffix in (".docx", ".xlsx"):
        sound_office_file(file.read_bytes(), file.suffix)
    elif file.suffix == ".pdf":
        with pdfium.PdfDocument(file) as pdf:
            if not len(pdf):
                raise Escape("PDF tanpa halaman")
            pdf[0].render(scale=0.2)


FUZZER = Fuzzer(_with_pictures(), run, examples=90)
